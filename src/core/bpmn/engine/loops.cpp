// Standard loops and multi-instances (BPMN 2.0.2, 13.3.6 and 13.3.7).
#include <algorithm>

#include "bpmn/engine/engine.hpp"

namespace motcua::bpmn {
namespace {

constexpr int most_instances = 5'000;

}  // namespace

void Engine::begin_loop(Id scope, int number, Id throws_for) {
  Execution& made = add(scope, number, Doing::Looping);
  const Id id = made.id;
  made.throws_for = throws_for;
  note(EventType::Began, id, number);
  const Node& node = definitions_.node(number);
  if (!node.boundaries.empty()) {
    arm_boundaries(id, number);
    if (definitions_.has_conditions && arms_conditions(id, number)) return;
  }
  if (node.loop.kind != LoopKind::Standard) {
    const int total = instances_of(id, node);
    if (total < 0 || total > most_instances) {
      return reject_at(total < 0 ? expression_gives_no_value : too_many_tokens, number);
    }
    find(id)->total = total;
    if (!node.loop.output_collection.empty()) {
      assign(id, node.loop.output_collection, feel::Value(feel::List{}));
    }
  }
  if (node.loop.kind != LoopKind::Parallel) return loop_on(id);
  const int total = find(id)->total;
  for (int i = 0; i < total && find(id) != nullptr && !fails(); ++i) start_instance(id);
  if (total == 0) leave(id);
}

int Engine::instances_of(Id id, const Node& node) {
  if (node.loop.cardinality) {
    const feel::Value count = node.loop.cardinality->evaluate(visible(id));
    const auto* number = count.as<feel::Number>();
    const auto whole = number == nullptr ? std::nullopt : number->integer();
    if (!whole || *whole < 0) return -1;
    return static_cast<int>(std::min<std::int64_t>(*whole, most_instances + 1));
  }
  const feel::Value collection = read(id, node.loop.collection);
  const auto* list = collection.as<feel::List>();
  return list == nullptr ? -1 : static_cast<int>(std::min<std::size_t>(list->size(), 100'000));
}

// The next instance, or the end.
void Engine::loop_on(Id id) {
  const Execution* around = find(id);
  if (around == nullptr) return;
  const Loop& loop = definitions_.node(around->node).loop;
  if (loop.kind == LoopKind::Standard) {
    const bool full = loop.maximum && around->started >= *loop.maximum;
    const bool asks = loop.condition && (loop.test_before || around->started > 0);
    if (full || (asks && !holds(*loop.condition, id))) return leave(id);
    return start_instance(id);
  }
  if (around->started >= around->total) return leave(id);
  start_instance(id);
}

void Engine::start_instance(Id id) {
  Execution& around = *find(id);
  const int number = around.node;
  const int counter = ++around.started;
  Execution like;
  like.child = true;
  const Loop& loop = definitions_.node(number).loop;
  feel::Context own;
  own["loopCounter"] = feel::Value(counter);
  if (!loop.collection.empty() && !loop.item.empty()) {
    const feel::Value collection = read(id, loop.collection);
    const auto* list = collection.as<feel::List>();
    const auto place = static_cast<std::size_t>(counter - 1);
    own[loop.item] = list != nullptr && place < list->size() ? (*list)[place] : feel::Value();
  }
  if (!loop.output_item.empty()) own.declare(loop.output_item);
  const Id child = step_.instance.last_id + 1;
  if (loop.kind != LoopKind::Standard) declare(child) = std::move(own);
  begin_once(id, number, like);
}

void Engine::collect_output(Id id, Id child) {
  const Loop& loop = definitions_.node(find(id)->node).loop;
  if (loop.output_collection.empty() || loop.output_item.empty()) return;
  const feel::Value so_far = read(id, loop.output_collection);
  const auto* list = so_far.as<feel::List>();
  feel::List all = list == nullptr ? feel::List{} : *list;
  all.push_back(read(child, loop.output_item));
  assign(id, loop.output_collection, feel::Value(std::move(all)));
}

void Engine::complete_child(Id child) {
  const Id id = find(child)->parent;
  note(EventType::Completed, child, find(child)->node);
  collect_output(id, child);
  const Execution done = *find(child);
  if (definitions_.node(done.node).compensable) remember(done);
  remove(child);
  ++find(id)->finished;
  const Loop& loop = definitions_.node(done.node).loop;
  if (loop.kind == LoopKind::Standard) return moving_.push_back({id, done.node, goes_round});
  throw_behaviour(id);
  if (find(id) == nullptr) return;
  if (finish_multi_instance(id)) return;
  if (loop.kind == LoopKind::Sequential) moving_.push_back({id, done.node, goes_round});
}

bool Engine::finish_multi_instance(Id id) {
  const Execution around = *find(id);
  const Loop& loop = definitions_.node(around.node).loop;
  bool enough = around.finished >= around.total || around.interrupted;
  if (!enough && loop.condition) {
    feel::Context seen = visible(id);
    seen["numberOfInstances"] = feel::Value(around.total);
    seen["numberOfCompletedInstances"] = feel::Value(around.finished);
    seen["numberOfActiveInstances"] = feel::Value(around.started - around.finished);
    seen["numberOfTerminatedInstances"] = feel::Value(0);
    enough = loop.condition->is_true(seen);
  }
  if (!enough) return false;
  for (const Id rest : below(id)) interrupt(rest);
  leave(id);
  return true;
}

// The event a behaviour throws is caught on the activity's own border and does not interrupt it.
// Behaviour Complex: the first definition whose condition holds throws, and the rest is not done.
void Engine::throw_behaviour(Id id) {
  const Execution around = *find(id);
  const Node& node = definitions_.node(around.node);
  const EventDefinition* thrown = nullptr;
  const bool first = around.finished == 1;
  if (node.loop.behaviour == LoopBehaviour::None ||
      (node.loop.behaviour == LoopBehaviour::One && first)) {
    thrown = node.loop.event ? &*node.loop.event : nullptr;
  }
  if (node.loop.behaviour == LoopBehaviour::Complex) {
    for (const ComplexBehaviour& one : node.loop.complex) {
      if (thrown != nullptr || !one.condition || !holds(*one.condition, id)) continue;
      thrown = &one.event;
      find(id)->interrupted = true;
    }
  }
  if (thrown == nullptr || thrown->kind == EventKind::None) return;
  for (const int boundary : node.boundaries) {
    for (const EventDefinition& one : definitions_.node(boundary).events) {
      if (one.kind != thrown->kind || (one.name != thrown->name && !one.name.empty())) continue;
      note(EventType::Caught, id, boundary);
      return leave_by_flows(around.parent, boundary, 1);
    }
  }
  throw_definition(around.parent, around.node, *thrown, 0);
}

}  // namespace motcua::bpmn
