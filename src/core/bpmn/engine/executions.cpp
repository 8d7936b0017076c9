// The executions of an instance, and the variables each sees.
#include <algorithm>

#include "bpmn/engine/engine.hpp"

namespace motcua::bpmn {
namespace {

template <class Executions>
auto place_of(Executions& executions, std::uint32_t id) {
  const auto found = std::ranges::lower_bound(executions, id, {}, &Execution::id);
  return found != executions.end() && found->id == id ? found : executions.end();
}

// Takes what the value weighs from `left`; false when it is too much, or too deep.
bool fits(const feel::Value& value, std::size_t& left, int depth) {
  std::size_t weight = 1;
  if (const auto* text = value.as<std::string>()) weight += text->size();
  if (weight > left || depth > deepest_value) return false;
  left -= weight;
  if (const auto* list = value.as<feel::List>()) {
    return std::ranges::all_of(*list, [&](const auto& one) { return fits(one, left, depth + 1); });
  }
  if (const auto* context = value.as<feel::Context>()) {
    return std::ranges::all_of(
        *context, [&](const auto& entry) { return fits(entry.second, left, depth + 1); });
  }
  return true;
}

}  // namespace

const Execution* Instance::find(std::uint32_t id) const {
  const auto found = place_of(executions, id);
  return found == executions.end() ? nullptr : &*found;
}

const feel::Context& variables_of(const Instance& instance) {
  static const feel::Context none;
  return instance.variables.empty() ? none : instance.variables.front().values;
}

Execution& Engine::add(Id parent, int node, Doing doing) {
  auto& executions = step_.instance.executions;
  if (executions.size() >= most_executions) reject_at(too_many_tokens, node);
  Execution made;
  made.id = ++step_.instance.last_id;
  made.parent = parent;
  made.node = node;
  made.doing = doing;
  executions.push_back(made);
  return executions.back();
}

Execution* Engine::find(Id id) {
  const auto found = place_of(step_.instance.executions, id);
  return found == step_.instance.executions.end() ? nullptr : &*found;
}

std::vector<Engine::Id> Engine::below(Id id) const {
  std::vector<Id> found;
  for (const Execution& one : step_.instance.executions) {
    if (one.parent == id) found.push_back(one.id);
  }
  return found;
}

bool Engine::has_children(Id id) const {
  return std::ranges::any_of(step_.instance.executions,
                             [&](const Execution& one) { return one.parent == id; });
}

void Engine::remove(Id id) {
  Instance& instance = step_.instance;
  const auto found = place_of(instance.executions, id);
  if (found == instance.executions.end()) return;
  const bool may_hold = found->doing == Doing::Scope || found->doing == Doing::Looping;
  instance.executions.erase(found);
  if (instance.variables.size() > 1) {
    std::erase_if(instance.variables, [&](const Variables& one) { return one.execution == id; });
  }
  std::erase_if(instance.marks, [&](const Mark& one) { return one.execution == id; });
  if (!may_hold) return;
  for (const Id child : below(id)) remove(child);
}

void Engine::interrupt(Id id) {
  const Execution* one = find(id);
  if (one == nullptr) return;
  note(EventType::Interrupted, id, one->node);
  for (const Id child : below(id)) interrupt(child);
  std::erase_if(step_.instance.completed, [&](const Completed& done) { return done.scope == id; });
  remove(id);
}

void Engine::interrupt_inside(Id scope, Id except) {
  for (const Id child : below(scope)) {
    if (child != except) interrupt(child);
  }
  std::erase_if(moving_, [&](const Token& token) { return token.scope == scope; });
  std::erase_if(throwing_, [&](const Token& token) { return token.scope == scope; });
  if (thrown_ && thrown_->scope == scope) thrown_.reset();
}

void Engine::note(EventType type, Id execution, int node) {
  step_.events.push_back({type, execution, node});
}

void Engine::reject_at(const RejectionKind& kind, int node) {
  if (rejection_) return;
  RejectionDetails details;
  if (node >= 0) {
    const Node& at = definitions_.node(node);
    details.emplace_back("node", at.name.empty() ? at.id : at.name);
  }
  rejection_ = Rejection{&kind, std::move(details)};
}

Variables* Engine::own_variables(Id id) {
  for (Variables& one : step_.instance.variables) {
    if (one.execution == id) return &one;
  }
  return nullptr;
}

feel::Context& Engine::declare(Id id, bool isolated) {
  if (Variables* own = own_variables(id)) return own->values;
  step_.instance.variables.push_back({id, {}, isolated});
  return step_.instance.variables.back().values;
}

const feel::Context& Engine::visible(Id id) {
  if (step_.instance.variables.size() == 1) return step_.instance.variables.front().values;
  std::vector<const Variables*> seen;
  for (const Execution* at = find(id); at != nullptr; at = find(at->parent)) {
    const Variables* own = own_variables(at->id);
    if (own == nullptr) continue;
    seen.push_back(own);
    if (own->isolated) break;
  }
  if (seen.size() == 1) return seen.front()->values;
  merged_ = {};
  for (const Variables* one : seen) merged_.merge(one->values);
  return merged_;
}

void Engine::assign(Id id, const std::string& name, feel::Value value) {
  std::size_t left = most_of_a_value;
  if (!fits(value, left, 0)) {
    const Execution* at = find(id);
    return reject_at(value_too_large, at == nullptr ? -1 : at->node);
  }
  if (definitions_.has_conditions) variables_changed_ = true;
  Variables* outermost = nullptr;
  for (const Execution* at = find(id); at != nullptr; at = find(at->parent)) {
    Variables* own = own_variables(at->id);
    if (own == nullptr) continue;
    if (!own->isolated && own->values.contains(name)) {
      own->values[name] = std::move(value);
      return;
    }
    const bool borders = own->isolated || at->parent == 0;
    if (borders) outermost = own;
    if (borders) break;
  }
  if (outermost != nullptr) outermost->values[name] = std::move(value);
}

void Engine::assign_all(Id id, const feel::Context& values) {
  for (const auto& [name, value] : values) assign(id, name, value);
}

feel::Value Engine::read(Id id, const std::string& name) {
  const feel::Context& seen = visible(id);
  const feel::Value* found = seen.get(name);
  return found == nullptr ? feel::Value() : *found;
}

void Engine::map_inputs(Id id, const Node& node, feel::Context& inputs) {
  for (const Association& one : node.inputs) {
    if (one.assignments.empty() || !one.source.empty()) {
      inputs[one.target] =
          one.transformation ? one.transformation->evaluate(visible(id)) : read(id, one.source);
    }
    for (const Assignment& assignment : one.assignments) {
      if (assignment.from) inputs[assignment.to] = assignment.from->evaluate(visible(id));
    }
  }
}

void Engine::map_outputs(Id id, const Node& node, const feel::Context& outputs) {
  if (node.outputs.empty()) return assign_all(id, outputs);
  for (const Association& one : node.outputs) {
    feel::Context seen = visible(id);
    for (const auto& [name, value] : outputs) seen[name] = value;
    const feel::Value* found = seen.get(one.source);
    if (one.transformation) {
      assign(id, one.target, one.transformation->evaluate(seen));
    } else if (found != nullptr) {
      assign(id, one.target, *found);
    }
    for (const Assignment& assignment : one.assignments) {
      if (assignment.from) assign(id, assignment.to, assignment.from->evaluate(seen));
    }
  }
}

bool Engine::holds(const feel::Expression& condition, Id scope) {
  return condition.is_true(visible(scope));
}

}  // namespace motcua::bpmn
