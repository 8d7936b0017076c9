// Compensation and cancelled transactions (BPMN 2.0.2, 13.5.5 and 13.3.4).
//
// What has completed is remembered in the order of completion; compensation takes it back in the
// reverse order, one handler after the other. A Compensating execution stands for who waits: its
// `total` is the activity to be compensated, or -1 for all of its scope.
#include <algorithm>

#include "bpmn/engine/engine.hpp"

namespace motcua::bpmn {

// An event sub-process compensates what was done in the scope around it.
Engine::Id Engine::scope_of(Id id) {
  const Execution* scope = find(id);
  while (scope != nullptr && definitions_.node(scope->node).kind == NodeKind::EventSubProcess) {
    scope = find(scope->parent);
  }
  return scope == nullptr ? 0 : scope->id;
}

void Engine::compensate_next(Id waits) {
  const Execution waiting = *find(waits);
  auto& completed = step_.instance.completed;
  const Id scope = scope_of(waiting.parent);
  for (std::size_t i = completed.size(); i-- > 0;) {
    const Completed one = completed[i];
    const bool inside = one.scope == waits;  // of a sub-process that is being compensated
    const bool wanted = one.scope == scope && (waiting.total < 0 || one.node == waiting.total);
    if (!inside && !wanted) continue;
    completed.erase(completed.begin() + static_cast<std::ptrdiff_t>(i));
    return run_handler(one, scope, waits);
  }
  if (waiting.cancelling) return finish_cancel(waiting.parent);
  remove(waits);
  if (waiting.interrupted || definitions_.node(waiting.node).kind == NodeKind::EndEvent) return;
  leave_by_flows(waiting.parent, waiting.node, 1);
}

void Engine::run_handler(const Completed& completed, Id scope, Id waits) {
  const Node& node = definitions_.node(completed.node);
  for (const int boundary : node.boundaries) {
    if (definitions_.node(boundary).handler < 0) continue;
    std::erase_if(step_.instance.completed,
                  [&](const Completed& inner) { return inner.scope == completed.as; });
    note(EventType::Caught, 0, boundary);
    return begin_activity(scope, definitions_.node(boundary).handler, waits);
  }
  for (const int inner :
       definitions_.node(node.called_node >= 0 ? node.called_node : completed.node)
           .event_sub_processes) {
    for (const int start : definitions_.node(inner).starts) {
      const auto& events = definitions_.node(start).events;
      if (events.empty() || events.front().kind != EventKind::Compensation) continue;
      Execution& running = add(scope, inner, Doing::Scope);
      running.throws_for = waits;
      const Id id = running.id;
      note(EventType::Began, id, inner);
      return leave_by_flows(id, start, 1);
    }
  }
  for (Completed& inner : step_.instance.completed) {
    if (inner.scope == completed.as) inner.scope = waits;
  }
  compensate_next(waits);
}

void Engine::handler_done(Id waits) {
  if (find(waits) != nullptr) compensate_next(waits);
}

// A cancelled transaction stops what runs in it, compensates what was done, and leaves by its
// cancel event.
void Engine::begin_cancel(Id transaction) {
  interrupt_inside(transaction, 0);
  Execution& waiting = add(transaction, find(transaction)->node, Doing::Compensating);
  waiting.total = -1;
  waiting.cancelling = true;
  const Id waits = waiting.id;
  find(transaction)->cancelling = true;
  compensate_next(waits);
}

void Engine::finish_cancel(Id transaction) {
  const Execution cancelled = *find(transaction);
  const Id around = cancelled.child ? cancelled.parent : transaction;
  const int number = cancelled.node;
  const Id parent = find(around)->parent;
  interrupt(around);
  for (const int boundary : definitions_.node(number).boundaries) {
    for (const EventDefinition& one : definitions_.node(boundary).events) {
      if (one.kind != EventKind::Cancel) continue;
      note(EventType::Caught, 0, boundary);
      return leave_by_flows(parent, boundary, 1);
    }
  }
}

}  // namespace motcua::bpmn
