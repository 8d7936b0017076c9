// Gateways (BPMN 2.0.2, 13.4).
#include <algorithm>

#include "bpmn/engine/engine.hpp"

namespace motcua::bpmn {

// 13.4.1: one token from each incoming flow, then one to each outgoing flow.
void Engine::join_parallel(const Token& token) {
  const Node& gateway = definitions_.node(token.node);
  if (gateway.incoming.size() > 1 && token.flow >= 0) {
    std::vector<Id> takes;
    for (const int flow : gateway.incoming) {
      if (flow == token.flow) continue;
      const auto waiting =
          std::ranges::find_if(step_.instance.executions, [&](const Execution& one) {
            return one.parent == token.scope && one.doing == Doing::AtJoin && one.flow == flow;
          });
      if (waiting != step_.instance.executions.end()) takes.push_back(waiting->id);
    }
    if (takes.size() + 1 < gateway.incoming.size()) {
      add(token.scope, token.node, Doing::AtJoin).flow = token.flow;
      return;
    }
    for (const Id id : takes) remove(id);
  }
  note(EventType::Completed, 0, token.node);
  for (const int flow : gateway.outgoing) {
    moving_.push_back({token.scope, definitions_.flow(flow).target, flow});
  }
}

void Engine::join_inclusive(const Token& token) {
  if (definitions_.node(token.node).incoming.size() < 2 || token.flow < 0) {
    return choose_some(token.scope, token.node);
  }
  add(token.scope, token.node, Doing::AtJoin).flow = token.flow;
}

bool Engine::fire_inclusive_joins() {
  const auto executions = step_.instance.executions;
  for (const Execution& one : executions) {
    if (one.doing != Doing::AtJoin || !definitions_.joins.contains(one.node)) continue;
    std::vector<Id> takes;
    if (!is_ready(one.parent, one.node, takes)) continue;
    for (const Id id : takes) remove(id);
    choose_some(one.parent, one.node);
    return true;
  }
  return false;
}

// 13.4.3: it fires when no other token of its scope can still come by an empty incoming flow,
// unless that token could as well come by a flow that has one.
bool Engine::is_ready(Id scope, int gateway, std::vector<Id>& takes) {
  const auto& incoming = definitions_.node(gateway).incoming;
  const auto& reach = definitions_.joins.at(gateway);
  std::uint64_t filled = 0;
  for (const Execution& one : step_.instance.executions) {
    if (one.parent != scope || one.node != gateway) continue;
    const auto place = std::ranges::find(incoming, one.flow) - incoming.begin();
    const std::uint64_t bit = std::uint64_t{1} << place;
    if ((filled & bit) == 0) takes.push_back(one.id);
    filled |= bit;
  }
  return std::ranges::none_of(step_.instance.executions, [&](const Execution& other) {
    if (other.parent != scope || other.node == gateway) return false;
    const std::uint64_t ways = reach[static_cast<std::size_t>(other.node)];
    return (ways & ~filled) != 0 && (ways & filled) == 0;
  });
}

// 13.4.2: the first condition that is true, in the order of the flows; else the default.
void Engine::choose_one(Id scope, int number) {
  const Node& gateway = definitions_.node(number);
  note(EventType::Completed, 0, number);
  for (const int flow : gateway.outgoing) {
    if (flow == gateway.default_flow) continue;
    const auto& condition = definitions_.flow(flow).condition;
    if (condition && !holds(*condition, scope)) continue;
    moving_.push_back({scope, definitions_.flow(flow).target, flow});
    return;
  }
  if (gateway.default_flow >= 0) {
    const int target = definitions_.flow(gateway.default_flow).target;
    moving_.push_back({scope, target, gateway.default_flow});
  } else if (!gateway.outgoing.empty()) {
    reject_at(no_way_out, number);
  }
}

// 13.4.3: every condition that is true; else the default.
void Engine::choose_some(Id scope, int number) {
  const Node& gateway = definitions_.node(number);
  note(EventType::Completed, 0, number);
  bool taken = false;
  for (const int flow : gateway.outgoing) {
    if (flow == gateway.default_flow) continue;
    const auto& condition = definitions_.flow(flow).condition;
    if (condition && !holds(*condition, scope)) continue;
    moving_.push_back({scope, definitions_.flow(flow).target, flow});
    taken = true;
  }
  if (taken) return;
  if (gateway.default_flow >= 0) {
    const int target = definitions_.flow(gateway.default_flow).target;
    moving_.push_back({scope, target, gateway.default_flow});
  } else if (!gateway.outgoing.empty()) {
    reject_at(no_way_out, number);
  }
}

// 13.4.4: waits for the events behind it; the first one takes the token.
void Engine::offer_events(const Token& token) {
  const Id id = add(token.scope, token.node, Doing::Waiting).id;
  note(EventType::Began, id, token.node);
  for (const int flow : definitions_.node(token.node).outgoing) {
    const int target = definitions_.flow(flow).target;
    const auto& events = definitions_.node(target).events;
    for (std::size_t i = 0; i < events.size(); ++i) {
      if (events[i].kind == EventKind::Timer) arm_timer(id, target, static_cast<int>(i));
      if (events[i].kind == EventKind::Conditional) variables_changed_ = true;
    }
  }
}

}  // namespace motcua::bpmn
