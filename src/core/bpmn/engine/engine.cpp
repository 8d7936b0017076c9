#include "bpmn/engine/engine.hpp"

#include <algorithm>

namespace motcua::bpmn {
OrRejection<Step> Engine::take(const Trigger& trigger) {
  struct Take {
    Engine& engine;
    void operator()(const Start& start) { engine.begin(start); }
    void operator()(const TaskCompleted& completed) { engine.complete_work(completed); }
    void operator()(const TimerDue& due) { engine.receive_due(due); }
    void operator()(const MessageReceived& message) { engine.receive(message); }
    void operator()(const SignalReceived& signal) {
      engine.receive_signal(signal.signal, signal.payload);
    }
    void operator()(const ErrorReceived& error) { engine.receive_error(error); }
    void operator()(const EscalationReceived& escalation) {
      const Execution* from = engine.find(escalation.execution);
      if (from == nullptr) return engine.reject_at(nothing_waits, -1);
      engine.raise(EventKind::Escalation, escalation.code, from->id);
    }
    void operator()(const VariablesChanged& changed) {
      const Instance& instance = engine.step_.instance;
      if (instance.executions.empty()) return engine.reject_at(nothing_waits, -1);
      engine.assign_all(instance.executions.front().id, changed.variables);
      engine.variables_changed_ = true;
    }
    void operator()(const Cancel&) { engine.stop_everything(); }
  };
  const bool begins = std::holds_alternative<Start>(trigger);
  if (begins == (step_.instance.last_id != 0) || step_.instance.ended) {
    reject_at(nothing_waits, -1);
  } else {
    std::visit(Take{*this}, trigger);
    if (!fails()) run();
  }
  if (rejection_) return Unexpected{std::move(*rejection_)};
  return std::move(step_);
}

void Engine::run() {
  while (!fails() && !step_.instance.ended) {
    if (++moves_ > most_moves) {
      const int at = moving_.empty() ? -1 : moving_.front().node;
      return reject_at(too_many_tokens, at);
    }
    if (!moving_.empty()) {
      const Token token = moving_.front();
      moving_.pop_front();
      move(token);
    } else if (!throwing_.empty()) {
      const Token token = throwing_.front();
      throwing_.pop_front();
      if (find(token.scope) != nullptr) throw_event(token);
    } else if (!settle()) {
      return;
    }
  }
}

// Nothing moves: scopes without anything inside end, joins that need not wait any longer fire,
// conditions are looked at. False when nothing of it happened.
bool Engine::settle() {
  auto& executions = step_.instance.executions;
  for (std::size_t i = executions.size(); i-- > 0;) {
    const Execution one = executions[i];
    if (one.doing != Doing::Scope) continue;
    if (definitions_.node(one.node).kind == NodeKind::AdHocSubProcess && ad_hoc_goes_on(one.id)) {
      return true;
    }
    if (has_children(one.id)) continue;
    scope_may_end(one.id);
    return true;
  }
  if (!definitions_.joins.empty() && fire_inclusive_joins()) return true;
  return variables_changed_ && check_conditions();
}

void Engine::move(const Token& token) {
  if (find(token.scope) == nullptr) return;  // its scope was interrupted meanwhile
  if (token.flow == goes_round) return loop_on(token.scope);
  const NodeKind kind = definitions_.node(token.node).kind;
  const bool throws = kind == NodeKind::EndEvent || kind == NodeKind::IntermediateThrowEvent;
  if (throws && !definitions_.node(token.node).events.empty()) {
    throwing_.push_back(token);
  } else {
    arrive(token);
  }
}

void Engine::arrive(const Token& token) {
  switch (definitions_.node(token.node).kind) {
    case NodeKind::StartEvent:
    case NodeKind::IntermediateThrowEvent:
    case NodeKind::BoundaryEvent:
      note(EventType::Completed, 0, token.node);
      return leave_by_flows(token.scope, token.node, 1);
    case NodeKind::EndEvent:
      return note(EventType::Completed, 0, token.node);
    case NodeKind::IntermediateCatchEvent:
      return wait_for(token);
    case NodeKind::ExclusiveGateway:
      return choose_one(token.scope, token.node);
    case NodeKind::InclusiveGateway:
      return join_inclusive(token);
    case NodeKind::ParallelGateway:
      return join_parallel(token);
    case NodeKind::EventBasedGateway:
      return offer_events(token);
    case NodeKind::Process:
    case NodeKind::EventSubProcess:
      return;
    case NodeKind::Task:
    case NodeKind::UserTask:
    case NodeKind::ManualTask:
    case NodeKind::ServiceTask:
    case NodeKind::SendTask:
    case NodeKind::ReceiveTask:
    case NodeKind::ScriptTask:
    case NodeKind::BusinessRuleTask:
    case NodeKind::CallActivity:
    case NodeKind::SubProcess:
    case NodeKind::Transaction:
    case NodeKind::AdHocSubProcess:
      return enter_activity(token);
  }
}

void Engine::begin(const Start& start) {
  const bool known =
      std::ranges::find(definitions_.processes, start.process) != definitions_.processes.end();
  if (!known) return reject_at(cannot_start_here, -1);
  const Node& process = definitions_.node(start.process);
  const Id root = add(0, start.process, Doing::Scope).id;
  note(EventType::Began, root, start.process);
  declare(root) = start.variables;
  for (const std::string& name : process.variables) {
    own_variables(root)->values.declare(name);
  }
  if (start.at < 0) {
    if (process.starts.empty()) return reject_at(cannot_start_here, start.process);
    return begin_scope(root, start.process);
  }
  arm_event_sub_processes(root, start.process);
  const Node& at = definitions_.node(start.at);
  if (at.scope != start.process) return reject_at(cannot_start_here, start.at);
  note(EventType::Caught, 0, start.at);
  if (at.parallel_multiple) {
    const Id waiting = add(root, start.at, Doing::Gathering).id;
    arm(waiting, at);
    if (gather(waiting, start.at, start.definition)) caught_waiting(waiting, start.at, {});
    return;
  }
  if (at.kind == NodeKind::StartEvent || (at.kind == NodeKind::ReceiveTask && at.instantiates)) {
    return leave_by_flows(root, start.at, 1);
  }
  for (const int flow : at.incoming) {
    const Node& gateway = definitions_.node(definitions_.flow(flow).source);
    if (gateway.instantiates) return begin_parallel_events(gateway, root, start.at);
  }
  reject_at(cannot_start_here, start.at);
}

// BPMN 2.0.2, 13.4.4: behind a parallel event-based gateway every event comes once; the first one
// begins the instance.
void Engine::begin_parallel_events(const Node& gateway, Id root, int come) {
  leave_by_flows(root, come, 1);
  if (!gateway.parallel_events) return;
  for (const int flow : gateway.outgoing) {
    const int target = definitions_.flow(flow).target;
    if (target == come) continue;
    const Id waiting = add(root, target, Doing::Waiting).id;
    arm(waiting, definitions_.node(target));
  }
}

void Engine::complete_work(const TaskCompleted& completed) {
  const Execution* work = find(completed.execution);
  if (work == nullptr || work->doing != Doing::Working) return reject_at(nothing_waits, -1);
  const Node& node = definitions_.node(work->node);
  if (const auto* named = completed.outputs.get("result");
      !node.result.empty() && named != nullptr) {
    assign(completed.execution, node.result, *named);
  } else if (!completed.outputs.empty()) {
    map_outputs(completed.execution, node, completed.outputs);
  }
  complete(completed.execution);
}

void Engine::receive_due(const TimerDue& due) {
  for (const Subscription& one : subscriptions(definitions_, step_.instance)) {
    if (one.kind != EventKind::Timer || one.execution != due.execution || one.node != due.node ||
        one.definition != due.definition) {
      continue;
    }
    caught(one.execution, one.node, one.definition, {});
    return;
  }
  reject_at(nothing_waits, due.node);
}

void Engine::receive(const MessageReceived& message) {
  if (!receive_message(message)) reject_at(nothing_waits, -1);
}

bool Engine::receive_message(const MessageReceived& message) {
  for (const Subscription& one : subscriptions(definitions_, step_.instance)) {
    if (one.kind != EventKind::Message) continue;
    if (message.execution != 0 && message.execution != one.execution) continue;
    const auto& definition =
        definitions_.node(one.node).events[static_cast<std::size_t>(one.definition)];
    if (definition.name != message.message) continue;
    return caught(one.execution, one.node, one.definition, message.payload);
  }
  return false;
}

// Everyone who waits now gets it, also those after him whom the first has interrupted not.
void Engine::receive_signal(const std::string& name, const feel::Context& payload) {
  for (const Subscription& one : subscriptions(definitions_, step_.instance)) {
    if (one.kind != EventKind::Signal || find(one.execution) == nullptr) continue;
    const auto& definition =
        definitions_.node(one.node).events[static_cast<std::size_t>(one.definition)];
    if (definition.name == name) caught(one.execution, one.node, one.definition, payload);
  }
}

void Engine::receive_error(const ErrorReceived& error) {
  const Execution* work = find(error.execution);
  if (work == nullptr || work->doing != Doing::Working) return reject_at(nothing_waits, -1);
  raise_error(error.code, error.execution);
}

void Engine::stop_everything() {
  if (step_.instance.executions.empty()) return;
  const Id root = step_.instance.executions.front().id;
  interrupt_inside(root, 0);
  finish();
}

void Engine::finish() {
  Instance& instance = step_.instance;
  note(instance.failed ? EventType::Failed : EventType::Ended, instance.executions.front().id,
       instance.executions.front().node);
  instance.executions.clear();
  instance.completed.clear();
  instance.marks.clear();
  if (instance.variables.size() > 1) instance.variables.resize(1);  // the outermost stay readable
  instance.ended = true;
}

OrRejection<Step> step(const Definitions& definitions, Instance instance, const Trigger& trigger) {
  return Engine(definitions, std::move(instance)).take(trigger);
}

}  // namespace motcua::bpmn
