#include "schema/evaluation.hpp"

#include "base/json_pointer.hpp"
#include "schema/faults.hpp"

namespace motcua::schema {
namespace {

std::size_t count_inside(const json::value& value) {
  if (const auto* object = value.if_object()) return object->size();
  if (const auto* array = value.if_array()) return array->size();
  return 0;
}

void note_all(const Looked& from, Looked& into) {
  for (std::size_t i = 0; i < into.size(); ++i) into[i] = into[i] || from[i];
}

}  // namespace

std::string Spot::path() const {
  if (outer == nullptr) return "";
  return outer->path() + "/" +
         (outer->value.is_object() ? write_pointer_token(name) : std::to_string(index));
}

Verdict Evaluation::run(const json::value& value) {
  const Spot spot{value};
  const bool holds = apply(program_.root, spot, {});
  MOTCUA_ASSERT(holds == verdict_.valid());
  return std::move(verdict_);
}

bool Evaluation::fault(const Here& here, std::string_view keyword, const RejectionKind& kind,
                       RejectionDetails details) {
  if (here.manner.silent || stopped_) return false;
  if (verdict_.faults.size() == limits_.most_faults) {
    verdict_.cut_short = stopped_ = true;
    return false;
  }
  std::string path = here.node.path;
  if (keyword != "false") path += "/" + std::string(keyword);
  verdict_.faults.push_back(
      {here.spot.path(), std::string(keyword), std::move(path), {&kind, std::move(details)}});
  return false;
}

// A limit is a fault even where only an answer was wanted: without it there is no answer.
bool Evaluation::stop(const Here& here, std::string_view keyword, const RejectionKind& kind) {
  if (stopped_) return false;
  fault({here.node, here.spot, {}}, keyword, kind);
  verdict_.cut_short = stopped_ = true;
  return false;
}

bool Evaluation::apply(NodeId id, const Spot& spot, Manner manner) {
  if (stopped_) return false;
  const Node& node = program_.nodes[id];
  const Here here{node, spot, manner};
  if (++steps_ > limits_.most_steps) return stop(here, "false", too_costly);
  if (depth_ == limits_.most_depth) return stop(here, "false", too_deep);
  if (node.refuses_all) return fault(here, "false", nothing_allowed);
  const bool enters = resources_.empty() || resources_.back() != node.resource;
  if (enters) resources_.push_back(node.resource);
  ++depth_;
  const bool holds = apply_checks(here);
  --depth_;
  if (enters) resources_.pop_back();
  return holds;
}

bool Evaluation::apply_checks(const Here& here) {
  Looked own;
  Here inner = here;
  if (here.node.has_unevaluated) {
    own.resize(count_inside(here.spot.value));
    inner.manner.looked = &own;
  }
  bool all = true;
  for (const auto& one : here.node.checks) {
    all &= std::visit([&](const auto& kind) { return check(kind, inner); }, one);
    if (stopped_ || (!all && (here.manner.silent || std::holds_alternative<TypeCheck>(one)))) {
      return false;
    }
  }
  if (here.node.has_unevaluated && here.manner.looked != nullptr) {
    note_all(own, *here.manner.looked);
  }
  return all;
}

bool Evaluation::apply_here(NodeId id, const Here& here) {
  return apply(id, here.spot, here.manner);
}

bool Evaluation::holds_here(NodeId id, const Here& here) {
  if (here.manner.looked == nullptr) return apply(id, here.spot, {true, nullptr});
  Looked looked(here.manner.looked->size());
  if (!apply(id, here.spot, {true, &looked})) return false;
  note_all(looked, *here.manner.looked);
  return true;
}

bool Evaluation::apply_inside(NodeId id, const Here& here, const Spot& spot) {
  if (here.manner.looked != nullptr) (*here.manner.looked)[spot.index] = true;
  return apply(id, spot, {here.manner.silent, nullptr});
}

// --- combinations and references ---

bool Evaluation::check(const AllCheck& all, const Here& here) {
  bool holds = true;
  for (const NodeId part : all.parts) {
    holds &= apply_here(part, here);
    if (!holds && here.manner.silent) return false;
  }
  return holds;
}

bool Evaluation::check(const AnyCheck& any, const Here& here) {
  bool holds = false;
  for (const NodeId choice : any.choices) {
    holds |= holds_here(choice, here);
    if (holds && here.manner.looked == nullptr) return true;
  }
  return holds || fault(here, "anyOf", no_choice_fits);
}

bool Evaluation::check(const OneCheck& one, const Here& here) {
  std::size_t count = 0;
  for (const NodeId choice : one.choices) {
    count += holds_here(choice, here) ? 1 : 0;
    if (count > 1 && here.manner.silent) return false;
  }
  return count == 1 ||
         fault(here, "oneOf", not_one_choice_fits, {{"count", std::to_string(count)}});
}

bool Evaluation::check(const NotCheck& forbidden, const Here& here) {
  const bool fits = apply(forbidden.forbidden, here.spot, {true, nullptr});
  return !fits || fault(here, "not", forbidden_fits);
}

bool Evaluation::check(const IfCheck& choice, const Here& here) {
  const bool yes = holds_here(choice.condition, here);
  const auto& branch = yes ? choice.then : choice.otherwise;
  return !branch || apply_here(*branch, here);
}

bool Evaluation::check(const DependentSchemasCheck& dependent, const Here& here) {
  const auto* object = here.spot.value.if_object();
  bool holds = true;
  for (const auto& [name, node] : dependent.rules) {
    if (object == nullptr || !object->contains(name)) continue;
    holds &= apply_here(node, here);
    if (!holds && here.manner.silent) return false;
  }
  return holds;
}

bool Evaluation::check(const ReferenceCheck& reference, const Here& here) {
  return apply_here(reference.target, here);
}

bool Evaluation::check(const DynamicReferenceCheck& reference, const Here& here) {
  for (const ResourceId resource : resources_) {
    const auto found = reference.by_resource.find(resource);
    if (found != reference.by_resource.end()) return apply_here(found->second, here);
  }
  return apply_here(reference.target, here);
}

Verdict validate(const CompiledSchema& schema, const json::value& value, const Limits& limits) {
  return Evaluation(schema.program(), limits).run(value);
}

}  // namespace motcua::schema
