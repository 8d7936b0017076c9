// Throwing and end events, and who catches errors and escalations (BPMN 2.0.2, 13.5.3 … 13.5.6).
#include <algorithm>

#include "bpmn/engine/engine.hpp"

namespace motcua::bpmn {

void Engine::throw_event(const Token& token) {
  const Node& node = definitions_.node(token.node);
  const bool ends = node.kind == NodeKind::EndEvent;
  note(EventType::Thrown, 0, token.node);
  thrown_ = token;
  Id waits = 0;
  for (const EventDefinition& one : node.events) {
    if (one.kind != EventKind::Compensation) continue;
    Execution& waiting = add(token.scope, token.node, Doing::Compensating);
    waiting.interrupted = !one.waits && !ends;  // then it does not hold the token
    waiting.total = one.activity;
    waits = waiting.id;
  }
  for (const EventDefinition& one : node.events) {
    if (!thrown_ || find(token.scope) == nullptr || step_.instance.ended || fails()) return;
    if (one.kind == EventKind::Message && !node.inputs.empty()) {
      Request request{RequestKind::SendMessage, 0, token.node, 0, one.name, {}, {}, 0};
      map_inputs(token.scope, node, request.inputs);
      step_.requests.push_back(std::move(request));
      continue;
    }
    throw_definition(token.scope, token.node, one, waits);
  }
  if (waits != 0 && find(waits) != nullptr && !find(waits)->interrupted) {
    return compensate_next(waits);
  }
  const bool goes_on =
      !ends && thrown_ && !fails() && find(token.scope) != nullptr && !step_.instance.ended;
  if (goes_on) leave_by_flows(token.scope, token.node, 1);
  if (waits != 0 && find(waits) != nullptr) compensate_next(waits);
}

void Engine::throw_definition(Id scope, int node, const EventDefinition& definition, Id) {
  switch (definition.kind) {
    case EventKind::Message:
      step_.requests.push_back(
          {RequestKind::SendMessage, 0, node, 0, definition.name, {}, std::nullopt, 0});
      return;
    case EventKind::Signal:
      step_.requests.push_back(
          {RequestKind::BroadcastSignal, 0, node, 0, definition.name, {}, std::nullopt, 0});
      return receive_signal(definition.name, {});
    case EventKind::Error:
      return raise_error(definition.name, scope);
    case EventKind::Escalation:
      raise(EventKind::Escalation, definition.name, scope);
      return;
    case EventKind::Terminate:
      return terminate(scope);
    case EventKind::Cancel:
      return begin_cancel(scope);
    case EventKind::None:
    case EventKind::Timer:
    case EventKind::Conditional:
    case EventKind::Compensation:
    case EventKind::Link:
      return;
  }
}

// Looks for a catcher from the inside to the outside: event sub-processes of a scope, then what is
// on its border.
bool Engine::raise(EventKind kind, const std::string& code, Id from) {
  for (Id at = from; at != 0;) {
    const Execution* one = find(at);
    if (one == nullptr) return false;
    const Id parent = one->parent;
    if (raise_at(kind, code, at)) return true;
    at = parent;
  }
  return false;
}

bool Engine::raise_at(EventKind kind, const std::string& code, Id at) {
  const Execution one = *find(at);
  const Node& node = definitions_.node(one.node);
  const auto catches = [&](int number) {
    return std::ranges::any_of(definitions_.node(number).events, [&](const EventDefinition& event) {
      return event.kind == kind && (event.name.empty() || event.name == code);
    });
  };
  if (one.doing == Doing::Scope && !one.interrupted) {
    const bool calls = node.kind == NodeKind::CallActivity && node.called_node >= 0;
    for (const int inner :
         definitions_.node(calls ? node.called_node : one.node).event_sub_processes) {
      for (const int start : definitions_.node(inner).starts) {
        if (!catches(start)) continue;
        note(EventType::Caught, at, start);
        caught_event_sub_process(at, start, {});
        return true;
      }
    }
  }
  if (one.child) return false;
  for (const int boundary : node.boundaries) {
    if (!catches(boundary)) continue;
    note(EventType::Caught, at, boundary);
    caught_boundary(at, boundary, {});
    return true;
  }
  return false;
}

void Engine::raise_error(const std::string& code, Id from) {
  if (raise(EventKind::Error, code, from)) return;
  Instance& instance = step_.instance;
  interrupt_inside(instance.executions.front().id, 0);
  instance.failed = true;
  instance.error_code = code;
  finish();
}

// 13.5.6: ends its own scope at once; around a sub-process the process goes on.
void Engine::terminate(Id scope) { interrupt_inside(scope, 0); }

}  // namespace motcua::bpmn
