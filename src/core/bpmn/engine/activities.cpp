// Activities: entering, doing, completing and leaving them (BPMN 2.0.2, 13.3).
#include <algorithm>

#include "bpmn/engine/engine.hpp"

namespace motcua::bpmn {
namespace {

RequestKind request_for(NodeKind kind) {
  switch (kind) {
    case NodeKind::ManualTask:
      return RequestKind::ManualTask;
    case NodeKind::ServiceTask:
      return RequestKind::ServiceTask;
    case NodeKind::ScriptTask:
      return RequestKind::ScriptTask;
    case NodeKind::BusinessRuleTask:
      return RequestKind::BusinessRuleTask;
    case NodeKind::CallActivity:
      return RequestKind::CallActivity;
    default:
      return RequestKind::UserTask;
  }
}

}  // namespace

// startQuantity: that many tokens begin the activity once.
void Engine::enter_activity(const Token& token) {
  const Node& node = definitions_.node(token.node);
  if (node.start_quantity > 1 && token.flow >= 0) {
    std::vector<Id> waiting;
    for (const Execution& one : step_.instance.executions) {
      if (one.parent == token.scope && one.node == token.node && one.doing == Doing::AtJoin) {
        waiting.push_back(one.id);
      }
    }
    if (static_cast<int>(waiting.size()) + 1 < node.start_quantity) {
      add(token.scope, token.node, Doing::AtJoin).flow = token.flow;
      return;
    }
    for (const Id id : waiting) remove(id);
  }
  begin_activity(token.scope, token.node, 0);
}

void Engine::begin_activity(Id scope, int node, Id throws_for) {
  if (definitions_.node(node).loop.kind != LoopKind::None) {
    return begin_loop(scope, node, throws_for);
  }
  Execution like;
  like.throws_for = throws_for;
  begin_once(scope, node, like);
}

void Engine::begin_once(Id parent, int number, Execution like) {
  const Node& node = definitions_.node(number);
  Execution& made = add(parent, number, Doing::Working);
  const Id id = made.id;
  made.child = like.child;
  made.throws_for = like.throws_for;
  note(EventType::Began, id, number);
  if (!is_scope(node.kind)) {
    for (const std::string& name : node.variables) declare(id).declare(name);
  }
  if (!like.child && !node.boundaries.empty()) {
    arm_boundaries(id, number);
    if (definitions_.has_conditions && arms_conditions(id, number)) return;
  }
  if (node.kind == NodeKind::AdHocSubProcess) return begin_ad_hoc(id);
  if (is_scope(node.kind)) return begin_scope(id, number);
  if (node.kind == NodeKind::CallActivity && node.called_node >= 0) {
    return begin_scope(id, node.called_node);
  }
  do_task(id);
}

// A condition that is already true when its activity begins comes first.
bool Engine::arms_conditions(Id id, int number) {
  for (const int boundary : definitions_.node(number).boundaries) {
    const Node& event = definitions_.node(boundary);
    for (std::size_t i = 0; i < event.events.size(); ++i) {
      const EventDefinition& one = event.events[i];
      if (one.kind != EventKind::Conditional || !one.condition || !holds(*one.condition, id))
        continue;
      mark_of(id, boundary, static_cast<int>(i), true)->count = 1;
      caught(id, boundary, static_cast<int>(i), {});
      if (find(id) == nullptr) return true;
    }
  }
  return false;
}

void Engine::do_task(Id id) {
  const int number = find(id)->node;
  const Node& node = definitions_.node(number);
  if (node.kind == NodeKind::Task) return complete(id);
  if (node.kind == NodeKind::ReceiveTask) {
    find(id)->doing = Doing::Waiting;
    return;
  }
  if (node.kind == NodeKind::ScriptTask && node.script) return run_script(id);
  Request request;
  request.kind = request_for(node.kind);
  request.execution = id;
  request.node = number;
  if (!node.inputs.empty()) map_inputs(id, node, request.inputs);
  if (node.kind == NodeKind::CallActivity) request.name = node.called;
  if (node.kind == NodeKind::SendTask) {
    request.kind = RequestKind::SendMessage;
    request.name = node.events.front().name;
    step_.requests.push_back(std::move(request));
    return complete(id);
  }
  step_.requests.push_back(std::move(request));
}

// A script gives a context whose entries become variables, or a value for motcua:result.
void Engine::run_script(Id id) {
  const Node& node = definitions_.node(find(id)->node);
  feel::Context seen = visible(id);
  map_inputs(id, node, seen);
  const feel::Value value = node.script->evaluate(seen);
  if (!node.result.empty()) {
    assign(id, node.result, value);
  } else if (const auto* outputs = value.as<feel::Context>()) {
    map_outputs(id, node, *outputs);
  } else if (node.outputs.size() == 1) {
    map_outputs(id, node, {{node.outputs.front().source, value}});
  }
  complete(id);
}

void Engine::begin_scope(Id id, int scope_node) {
  find(id)->doing = Doing::Scope;
  const Node& scope = definitions_.node(scope_node);
  const Node& own = definitions_.node(find(id)->node);
  const bool called = scope.kind == NodeKind::Process && own.kind == NodeKind::CallActivity;
  feel::Context inputs;
  if (called && own.maps_data) map_inputs(id, own, inputs);
  if (called && own.maps_data) {
    declare(id, true) = std::move(inputs);
  }
  for (const std::string& name : scope.variables) declare(id).declare(name);
  arm_event_sub_processes(id, scope_node);
  if (find(id) == nullptr || find(id)->interrupted) return;
  for (const int start : scope.starts) moving_.push_back({id, start, -1});
}

void Engine::begin_ad_hoc(Id id) {
  const int number = find(id)->node;
  const Node& node = definitions_.node(number);
  if (!node.sequential) {
    find(id)->started = static_cast<int>(node.starts.size());
    return begin_scope(id, number);
  }
  find(id)->doing = Doing::Scope;
  for (const std::string& name : node.variables) declare(id).declare(name);
  arm_event_sub_processes(id, number);
}

// BPMN 2.0.2, 13.3.5: each activity is done once, one after the other if it is sequential, until
// the completion condition holds. True when there was something to do.
bool Engine::ad_hoc_goes_on(Id id) {
  Execution& scope = *find(id);
  const Node& node = definitions_.node(scope.node);
  const bool done = node.completion && scope.finished > 0 && holds(*node.completion, id);
  if (done) {
    scope.started = static_cast<int>(node.starts.size());
    if (!has_children(id) || !node.cancels_remaining) return false;
    interrupt_inside(id, 0);
    return true;
  }
  if (has_children(id) || scope.interrupted) return false;
  if (scope.started >= static_cast<int>(node.starts.size())) return false;
  const int next = node.starts[static_cast<std::size_t>(scope.started++)];
  moving_.push_back({id, next, -1});
  return true;
}

void Engine::scope_may_end(Id id) {
  const Execution scope = *find(id);
  if (scope.parent == 0) return finish();
  const Node& node = definitions_.node(scope.node);
  if (node.kind == NodeKind::CallActivity && node.maps_data) {
    const feel::Context results = own_variables(id)->values;
    for (const Association& one : node.outputs) {
      const feel::Value* given = results.get(one.source);
      if (one.transformation) {
        assign(scope.parent, one.target, one.transformation->evaluate(results));
      } else if (given != nullptr) {
        assign(scope.parent, one.target, *given);
      }
    }
  }
  complete(id);
}

void Engine::complete(Id id) {
  const Execution done = *find(id);
  if (done.child) return complete_child(id);
  leave(id);
}

void Engine::leave(Id id) {
  const Execution done = *find(id);
  const Node& node = definitions_.node(done.node);
  note(EventType::Completed, id, done.node);
  if (node.compensable) remember(done);
  remove(id);
  if (Execution* around = find(done.parent)) ++around->finished;
  if (done.throws_for != 0) return handler_done(done.throws_for);
  if (node.kind == NodeKind::EventSubProcess) return;
  leave_by_flows(done.parent, done.node, node.completion_quantity);
}

void Engine::remember(const Execution& done) {
  if (definitions_.node(done.node).for_compensation) return;
  step_.instance.completed.push_back({done.parent, done.node, done.id});
}

// BPMN 2.0.2, 13.2: every flow out without a condition and every one whose condition holds; the
// default when no condition does.
void Engine::leave_by_flows(Id scope, int number, int times) {
  const Node& node = definitions_.node(number);
  if (node.link_target >= 0) {
    moving_.push_back({scope, node.link_target, -1});
    return;
  }
  bool conditional = false;
  bool taken = false;
  const auto take = [&](int flow) {
    for (int i = 0; i < times; ++i) {
      moving_.push_back({scope, definitions_.flow(flow).target, flow});
    }
    taken = true;
  };
  for (const int flow : node.outgoing) {
    if (flow == node.default_flow) continue;
    const auto& condition = definitions_.flow(flow).condition;
    if (!condition) {
      take(flow);
    } else if (holds(*condition, scope)) {
      conditional = true;
      take(flow);
    }
  }
  if (node.default_flow >= 0 && !conditional) take(node.default_flow);
  if (!taken && !node.outgoing.empty()) reject_at(no_way_out, number);
}

}  // namespace motcua::bpmn
