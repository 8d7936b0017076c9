// Catching events: what waits for what, and what happens when it comes (BPMN 2.0.2, 13.5).
#include <algorithm>

#include "bpmn/engine/engine.hpp"

namespace motcua::bpmn {
namespace {

constexpr int met =
    -1;  // as a mark's definition: the triggers of a parallel multiple event, as bits

bool is_subscribed(EventKind kind) {
  return kind == EventKind::Message || kind == EventKind::Signal || kind == EventKind::Timer ||
         kind == EventKind::Conditional;
}

// How often "R3/PT1S" comes; 0: without end.
int repetitions(const Timer& timer) {
  if (timer.kind != TimerKind::Cycle || timer.text.size() < 2) return 1;
  return std::atoi(timer.text.substr(1, timer.text.find('/') - 1).c_str());
}

class Collector {
 public:
  Collector(const Definitions& definitions, const Instance& instance)
      : definitions_(definitions), instance_(instance) {}

  std::vector<Subscription> run() {
    for (const Execution& one : instance_.executions) collect(one);
    return std::move(found_);
  }

 private:
  void collect(const Execution& one) {
    const Node& node = definitions_.node(one.node);
    if (one.doing == Doing::Waiting && node.kind == NodeKind::EventBasedGateway) {
      for (const int flow : node.outgoing) add(one, definitions_.flow(flow).target);
    } else if (one.doing == Doing::Waiting || one.doing == Doing::Gathering) {
      add(one, one.node);
    }
    if (one.doing == Doing::Scope && !one.interrupted && !one.cancelling) collect_scope(one, node);
    if (one.child || one.doing == Doing::AtJoin || one.doing == Doing::Compensating) return;
    if (one.cancelling) return;
    for (const int boundary : node.boundaries) add(one, boundary);
  }

  void collect_scope(const Execution& one, const Node& node) {
    const bool calls = node.kind == NodeKind::CallActivity && node.called_node >= 0;
    const Node& scope = calls ? definitions_.node(node.called_node) : node;
    for (const int inner : scope.event_sub_processes) {
      for (const int start : definitions_.node(inner).starts) add(one, start);
    }
  }

  void add(const Execution& one, int number) {
    const Node& node = definitions_.node(number);
    for (std::size_t i = 0; i < node.events.size(); ++i) {
      const int definition = static_cast<int>(i);
      if (!is_subscribed(node.events[i].kind) || has_come(one, number, definition)) continue;
      found_.push_back({node.events[i].kind, one.id, number, definition});
    }
  }

  // A timer that has come for the last time, or a trigger a parallel multiple event already has.
  bool has_come(const Execution& one, int number, int definition) const {
    if (instance_.marks.empty()) return false;
    const Node& node = definitions_.node(number);
    const EventDefinition& event = node.events[static_cast<std::size_t>(definition)];
    for (const Mark& mark : instance_.marks) {
      if (mark.execution != one.id || mark.node != number) continue;
      if (mark.definition == met && (mark.count & (1 << definition)) != 0) return true;
      if (mark.definition != definition || event.kind != EventKind::Timer) continue;
      const int most = repetitions(event.timer);
      if (most != 0 && mark.count >= most) return true;
    }
    return false;
  }

  const Definitions& definitions_;
  const Instance& instance_;
  std::vector<Subscription> found_;
};

}  // namespace

std::vector<Subscription> subscriptions(const Definitions& definitions, const Instance& instance) {
  return Collector(definitions, instance).run();
}

void Engine::wait_for(const Token& token) {
  const Node& node = definitions_.node(token.node);
  if (!node.events.empty() && node.events.front().kind == EventKind::Link) {
    note(EventType::Completed, 0, token.node);
    return leave_by_flows(token.scope, token.node, 1);
  }
  const Id id =
      add(token.scope, token.node, node.parallel_multiple ? Doing::Gathering : Doing::Waiting).id;
  note(EventType::Began, id, token.node);
  arm(id, node);
}

void Engine::arm(Id id, const Node& node) {
  const int number = definitions_.find(node.id);
  for (std::size_t i = 0; i < node.events.size(); ++i) {
    if (node.events[i].kind == EventKind::Timer) arm_timer(id, number, static_cast<int>(i));
    if (node.events[i].kind == EventKind::Conditional) variables_changed_ = true;
  }
}

void Engine::arm_timer(Id id, int number, int definition) {
  const Timer& timer = definitions_.node(number).events[static_cast<std::size_t>(definition)].timer;
  Request request;
  request.kind = RequestKind::StartTimer;
  request.execution = id;
  request.node = number;
  request.definition = definition;
  request.working_time = timer.working_time;
  request.name = timer.text;
  if (timer.expression) {
    const feel::Value value = timer.expression->evaluate(visible(id));
    if (value.is_null()) return reject_at(expression_gives_no_value, number);
    const auto* text = value.as<std::string>();
    request.name = text == nullptr ? feel::write(value) : *text;
  }
  if (const Mark* mark = mark_of(id, number, definition, false)) request.repetition = mark->count;
  step_.requests.push_back(std::move(request));
}

void Engine::arm_boundaries(Id id, int number) {
  for (const int boundary : definitions_.node(number).boundaries) {
    arm(id, definitions_.node(boundary));
  }
}

void Engine::arm_event_sub_processes(Id id, int scope_node) {
  for (const int inner : definitions_.node(scope_node).event_sub_processes) {
    for (const int start : definitions_.node(inner).starts) {
      const Node& event = definitions_.node(start);
      arm(id, event);
      for (std::size_t i = 0; i < event.events.size(); ++i) {
        const EventDefinition& one = event.events[i];
        if (one.kind != EventKind::Conditional || !one.condition) continue;
        if (!holds(*one.condition, id)) continue;
        mark_of(id, start, static_cast<int>(i), true)->count = 1;
        caught(id, start, static_cast<int>(i), {});
        if (find(id)->interrupted) return;
      }
    }
  }
}

Mark* Engine::mark_of(Id id, int node, int definition, bool make) {
  for (Mark& mark : step_.instance.marks) {
    if (mark.execution == id && mark.node == node && mark.definition == definition) return &mark;
  }
  if (!make) return nullptr;
  step_.instance.marks.push_back({id, node, definition, 0});
  return &step_.instance.marks.back();
}

// A parallel multiple event: true when this was the last of its triggers.
bool Engine::gather(Id id, int node, int definition) {
  Mark& mark = *mark_of(id, node, met, true);
  mark.count |= 1 << definition;
  const auto all = (std::size_t{1} << definitions_.node(node).events.size()) - 1;
  if (static_cast<std::size_t>(mark.count) != all) return false;
  mark.count = 0;
  return true;
}

// A timer that comes again is asked for again; false when this was its last time.
bool Engine::repeats(Id id, int node, int definition) {
  const EventDefinition& event =
      definitions_.node(node).events[static_cast<std::size_t>(definition)];
  if (event.kind != EventKind::Timer) return event.kind != EventKind::Conditional;
  const int most = repetitions(event.timer);
  const int count = ++mark_of(id, node, definition, true)->count;
  if (most != 0 && count >= most) return false;
  arm_timer(id, node, definition);
  return true;
}

bool Engine::caught(Id id, int number, int definition, const feel::Context& payload) {
  const Node& node = definitions_.node(number);
  if (node.parallel_multiple && !gather(id, number, definition)) return true;
  note(EventType::Caught, id, number);
  if (node.kind == NodeKind::BoundaryEvent) {
    if (!node.interrupts) repeats(id, number, definition);
    caught_boundary(id, number, payload);
  } else if (node.kind == NodeKind::StartEvent && find(id)->doing == Doing::Scope) {
    if (!node.interrupts) repeats(id, number, definition);
    caught_event_sub_process(id, number, payload);
  } else if (node.kind == NodeKind::IntermediateCatchEvent && find(id)->node == number &&
             node.events[static_cast<std::size_t>(definition)].kind == EventKind::Timer &&
             repeats(id, number, definition)) {
    leave_by_flows(find(id)->parent, number, 1);  // a cycle: one token each time
  } else {
    caught_waiting(id, number, payload);
  }
  return true;
}

void Engine::caught_waiting(Id id, int number, const feel::Context& payload) {
  const Execution waiting = *find(id);
  const Node& node = definitions_.node(number);
  if (!payload.empty()) map_outputs(id, node, payload);
  if (node.kind == NodeKind::ReceiveTask && waiting.node == number) return complete(id);
  note(EventType::Completed, id, number);
  remove(id);
  leave_by_flows(waiting.parent, number, 1);
}

void Engine::caught_boundary(Id id, int number, const feel::Context& payload) {
  const Execution attached = *find(id);
  if (!payload.empty()) map_outputs(attached.parent, definitions_.node(number), payload);
  if (definitions_.node(number).interrupts) {
    interrupt(id);
    if (attached.throws_for != 0) handler_done(attached.throws_for);
  }
  note(EventType::Completed, 0, number);
  leave_by_flows(attached.parent, number, 1);
}

void Engine::caught_event_sub_process(Id scope, int start, const feel::Context& payload) {
  const Node& event = definitions_.node(start);
  if (event.interrupts) {
    interrupt_inside(scope, 0);
    find(scope)->interrupted = true;
  }
  const Id id = add(scope, event.scope, Doing::Scope).id;
  note(EventType::Began, id, event.scope);
  for (const std::string& name : definitions_.node(event.scope).variables) {
    declare(id).declare(name);
  }
  if (!payload.empty()) map_outputs(id, event, payload);
  arm_event_sub_processes(id, event.scope);
  leave_by_flows(id, start, 1);
}

// Conditions that have become true since they were last looked at.
bool Engine::check_conditions() {
  variables_changed_ = false;
  for (const Subscription& one : subscriptions(definitions_, step_.instance)) {
    if (one.kind != EventKind::Conditional) continue;
    const Node& node = definitions_.node(one.node);
    const auto& condition = node.events[static_cast<std::size_t>(one.definition)].condition;
    const bool now = condition && holds(*condition, one.execution);
    const bool stays = !node.interrupts &&
                       (node.kind == NodeKind::BoundaryEvent || node.kind == NodeKind::StartEvent);
    if (stays) {
      Mark& mark = *mark_of(one.execution, one.node, one.definition, true);
      const bool before = mark.count != 0;
      mark.count = now ? 1 : 0;
      if (before) continue;
    }
    if (!now) continue;
    variables_changed_ = true;  // the others are looked at again after this one
    caught(one.execution, one.node, one.definition, {});
    return true;
  }
  return false;
}

}  // namespace motcua::bpmn
