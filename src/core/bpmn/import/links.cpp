// What joins nodes: flows, boundary events, calls, links, compensation and inclusive joins.
#include <algorithm>

#include "bpmn/import/builder.hpp"

namespace motcua::bpmn {
namespace {

constexpr std::size_t most_joined = 64;

bool begins_by_itself(const Node& node) {
  if (!node.incoming.empty() || node.for_compensation) return false;
  if (node.kind == NodeKind::ReceiveTask || node.kind == NodeKind::EventBasedGateway) {
    return !node.instantiates;
  }
  return is_activity(node.kind) || node.kind == NodeKind::IntermediateThrowEvent ||
         node.kind == NodeKind::StartEvent ||
         (node.kind >= NodeKind::ExclusiveGateway && node.kind <= NodeKind::ParallelGateway);
}

}  // namespace

void Builder::add_flows() {
  std::vector<int> flows_by_element(static_cast<std::size_t>(tree_.size()), -1);
  for (const int element : tree_.all("sequenceFlow")) {
    Flow flow;
    flow.source = node_of(tree_.reference(element, "sourceRef"));
    flow.target = node_of(tree_.reference(element, "targetRef"));
    if (flow.source < 0 || flow.target < 0) continue;  // in a choreography
    flow.id = tree_.at(element).id;
    flow.name = tree_.attribute(element, "name");
    flow.line = tree_.line(element);
    if (const int when = tree_.child(element, "conditionExpression"); when != nothing) {
      flow.condition = condition(when);
    }
    const int number = static_cast<int>(definitions_.flows.size());
    flows_by_element[static_cast<std::size_t>(element)] = number;
    node(flow.source).outgoing.push_back(number);
    node(flow.target).incoming.push_back(number);
    definitions_.flows.push_back(std::move(flow));
  }
  for (Node& one : definitions_.nodes) {
    if (one.default_flow >= 0) {
      one.default_flow = flows_by_element[static_cast<std::size_t>(one.default_flow)];
    }
  }
  for (Node& one : definitions_.nodes) {
    std::erase_if(one.starts, [&](int child) { return !begins_by_itself(node(child)); });
  }
}

void Builder::connect_boundaries() {
  for (int element = 0; element < tree_.size(); ++element) {
    const int number = node_of(element);
    if (number < 0) continue;
    for (EventDefinition& definition : node(number).events) {
      if (definition.kind == EventKind::Compensation) {
        definition.activity = node_of(definition.activity);
      }
    }
    if (node(number).kind != NodeKind::BoundaryEvent) continue;
    const int attached = node_of(tree_.reference(element, "attachedToRef"));
    if (attached < 0) continue;
    node(number).attached_to = attached;
    node(attached).boundaries.push_back(number);
  }
  for (const int element : tree_.all("association")) {
    const int from = node_of(tree_.reference(element, "sourceRef"));
    const int to = node_of(tree_.reference(element, "targetRef"));
    if (from < 0 || to < 0) continue;
    if (node(from).kind == NodeKind::BoundaryEvent && node(to).for_compensation) {
      node(from).handler = to;
    }
    if (node(to).kind == NodeKind::BoundaryEvent && node(from).for_compensation) {
      node(to).handler = from;
    }
  }
}

void Builder::connect_calls() {
  for (const auto& [element, number] : calls_) {
    const int target = node_of(tree_.reference(element, "calledElement"));
    if (target < 0 || node(target).kind != NodeKind::Process) {
      refuse(element, {"phần tử được gọi không phải quy trình hay nhiệm vụ chung",
                       "what is called is neither a process nor a global task"});
      continue;
    }
    node(number).called_node = target;
    map_call_data(element, node(number));
  }
}

// The n-th data input of the call is the n-th of what is called; outputs likewise.
void Builder::map_call_data(int element, Node& call) {
  const int own = tree_.child(element, "ioSpecification");
  const int called = tree_.child(tree_.reference(element, "calledElement"), "ioSpecification");
  if (own == nothing || called == nothing) return;
  const auto rename = [&](std::string_view kind, std::string& name) {
    const auto from = tree_.children(own, kind);
    const auto to = tree_.children(called, kind);
    for (std::size_t i = 0; i < std::min(from.size(), to.size()); ++i) {
      if (variable_name(from[i]) == name) return void(name = variable_name(to[i]));
    }
  };
  for (Association& one : call.inputs) rename("dataInput", one.target);
  for (Association& one : call.outputs) rename("dataOutput", one.source);
}

void Builder::connect_links() {
  for (Node& thrown : definitions_.nodes) {
    if (thrown.kind != NodeKind::IntermediateThrowEvent || thrown.events.empty() ||
        thrown.events.front().kind != EventKind::Link) {
      continue;
    }
    for (const int other : node(thrown.scope).children) {
      const Node& caught = node(other);
      if (caught.kind != NodeKind::IntermediateCatchEvent || caught.events.empty()) continue;
      const EventDefinition& link = caught.events.front();
      if (link.kind == EventKind::Link && link.name == thrown.events.front().name) {
        thrown.link_target = other;
      }
    }
  }
}

void Builder::note_conditions() {
  for (const Node& one : definitions_.nodes) {
    definitions_.has_conditions |= std::ranges::any_of(
        one.events,
        [](const EventDefinition& event) { return event.kind == EventKind::Conditional; });
  }
}

// BPMN 2.0.2, 13.5.5: compensation of a completed activity runs its handler, or that of what is in
// it.
void Builder::find_compensable() {
  for (int number = static_cast<int>(definitions_.nodes.size()) - 1; number >= 0; --number) {
    Node& one = node(number);
    const bool handled = std::ranges::any_of(
        one.boundaries, [&](int boundary) { return node(boundary).handler >= 0; });
    const bool inside =
        is_scope(one.kind) && std::ranges::any_of(one.children, [&](int child) {
          return node(child).compensable ||
                 (node(child).kind == NodeKind::EventSubProcess &&
                  std::ranges::any_of(node(child).starts, [&](int start) {
                    const auto& events = node(start).events;
                    return !events.empty() && events.front().kind == EventKind::Compensation;
                  }));
        });
    one.compensable = handled || inside;
  }
  for (Node& one : definitions_.nodes) {
    if (one.called_node >= 0 && node(one.called_node).compensable) one.compensable = true;
  }
}

void Builder::find_joins() {
  for (int number = 0; number < static_cast<int>(definitions_.nodes.size()); ++number) {
    const Node& gateway = node(number);
    if (gateway.kind != NodeKind::InclusiveGateway || gateway.incoming.size() < 2) continue;
    if (gateway.incoming.size() > most_joined) {
      errors_.push_back({gateway.line,
                         "inclusiveGateway " + gateway.id,
                         {"cổng gộp hơn 64 luồng", "the gateway joins more than 64 flows"}});
      continue;
    }
    auto& reach = definitions_.joins[number];
    reach.assign(definitions_.nodes.size(), 0);
    for (std::size_t bit = 0; bit < gateway.incoming.size(); ++bit) {
      reach_back(number, bit, reach);
    }
  }
}

void Builder::reach_back(int gateway, std::size_t bit, std::vector<std::uint64_t>& reach) {
  const std::uint64_t mask = std::uint64_t{1} << bit;
  std::vector<int> open = {definitions_.flow(node(gateway).incoming[bit]).source};
  while (!open.empty()) {
    const int at = open.back();
    open.pop_back();
    if (at == gateway || (reach[static_cast<std::size_t>(at)] & mask) != 0) continue;
    reach[static_cast<std::size_t>(at)] |= mask;
    for (const int flow : node(at).incoming) open.push_back(definitions_.flow(flow).source);
    if (node(at).attached_to >= 0) open.push_back(node(at).attached_to);
    if (node(at).kind != NodeKind::IntermediateCatchEvent || !node(at).incoming.empty()) continue;
    for (const int other : node(node(at).scope).children) {  // a link's target
      if (node(other).link_target == at) open.push_back(other);
    }
  }
}

// Gateways, throwing and untyped events that lead back to themselves would turn for ever.
void Builder::refuse_circles() {
  std::vector<char> state(definitions_.nodes.size(), 0);
  for (std::size_t number = 0; number < definitions_.nodes.size(); ++number) {
    if (!turns(static_cast<int>(number), state, 0)) continue;
    const Node& one = definitions_.nodes[number];
    errors_.push_back({one.line,
                       std::string(element_name(one.kind)) + " " + one.id,
                       {"các cổng nối vòng mà không qua nhiệm vụ nào",
                        "gateways lead back to themselves without a task between"}});
    return;
  }
}

bool Builder::turns(int number, std::vector<char>& state, int depth) {
  const Node& one = node(number);
  const bool passes =
      one.kind == NodeKind::IntermediateThrowEvent ||
      (one.kind >= NodeKind::ExclusiveGateway && one.kind <= NodeKind::ParallelGateway);
  char& mine = state[static_cast<std::size_t>(number)];
  if (!passes || mine == 2) return false;
  if (mine == 1 || depth > 1000) return true;
  mine = 1;
  for (const int flow : one.outgoing) {
    if (turns(definitions_.flow(flow).target, state, depth + 1)) return true;
  }
  mine = 2;
  return false;
}

}  // namespace motcua::bpmn
