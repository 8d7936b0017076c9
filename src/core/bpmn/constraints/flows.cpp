// Sequence flows: what they may join, conditions and defaults, and that every node has its flows.
#include <algorithm>
#include <array>

#include "bpmn/constraints/constraints.hpp"

namespace motcua::bpmn {
namespace {

bool is_conditional(const ElementTree& tree, int flow) {
  return tree.child(flow, "conditionExpression") != nothing;
}

// EXT006, EXT007
void sequence_flows_join_flow_nodes(const ElementTree& tree, Findings& findings) {
  for (const int flow : tree.all("sequenceFlow")) {
    for (const char* end : {"sourceRef", "targetRef"}) {
      const std::string named(tree.attribute(flow, end));
      const int node = tree.reference(flow, end);
      if (node == nothing) {
        findings.report(flow, {std::string(end) + ": không có phần tử “" + named + "”",
                               std::string(end) + ": there is no element “" + named + "”"});
      } else if (!is_flow_node(tree.at(node).kind)) {
        const std::string kind(tree.at(node).kind);
        findings.report(flow, {std::string(end) + " “" + named + "” là " + kind +
                                   ", không phải hoạt động, sự kiện hay cổng",
                               std::string(end) + " “" + named + "” (" + kind +
                                   ") is no activity, event or gateway"});
      }
    }
  }
}

// EXT020, EXT152: neither the border of a pool nor that of a sub-process is crossed.
void sequence_flows_stay_in_their_scope(const ElementTree& tree, Findings& findings) {
  for (const int flow : tree.all("sequenceFlow")) {
    const int source = tree.reference(flow, "sourceRef");
    const int target = tree.reference(flow, "targetRef");
    if (source == nothing || target == nothing) continue;
    if (!is_flow_node(tree.at(source).kind) || !is_flow_node(tree.at(target).kind)) continue;
    if (tree.at(source).parent == tree.at(target).parent) continue;
    findings.report(flow, {"luồng đi qua ranh giới của quy trình hay quy trình con",
                           "the flow crosses the border of a process or sub-process"});
  }
}

// EXT024
void conditions_do_not_leave_other_nodes(const ElementTree& tree, Findings& findings) {
  for (const int flow : tree.all("sequenceFlow")) {
    const int source = tree.reference(flow, "sourceRef");
    if (source == nothing || !is_conditional(tree, flow)) continue;
    const std::string_view kind = tree.at(source).kind;
    const bool may = is_activity(kind) || kind == "exclusiveGateway" ||
                     kind == "inclusiveGateway" || kind == "complexGateway";
    if (may || !is_flow_node(kind)) continue;
    findings.report(flow, {"luồng có điều kiện không được đi ra từ " + std::string(kind),
                           "a conditional flow may not leave a " + std::string(kind)});
  }
}

// EXT025
void conditions_leave_a_choice(const ElementTree& tree, Findings& findings) {
  for (const int flow : tree.all("sequenceFlow")) {
    const int source = tree.reference(flow, "sourceRef");
    if (source == nothing || !is_conditional(tree, flow)) continue;
    if (!is_activity(tree.at(source).kind) || tree.at(source).outgoing.size() > 1) continue;
    findings.report(flow, {"hoạt động có luồng ra kèm điều kiện phải có ít nhất hai luồng ra",
                           "an activity with a conditional flow out has at least two flows out"});
  }
}

// EXT026
void default_flows_leave_their_node(const ElementTree& tree, Findings& findings) {
  for (int element = 0; element < tree.size(); ++element) {
    const Element& one = tree.at(element);
    const std::string named(tree.attribute(element, "default"));
    if (named.empty() || !is_flow_node(one.kind)) continue;
    const int flow = tree.find(named);
    if (std::ranges::find(one.outgoing, flow) == one.outgoing.end()) {
      findings.report(element, {"luồng mặc định “" + named + "” không đi ra từ phần tử này",
                                "the default flow “" + named + "” does not leave this element"});
    } else if (is_conditional(tree, flow)) {
      findings.report(
          flow, {"luồng mặc định không được có điều kiện", "a default flow has no condition"});
    }
  }
}

bool may_stand_alone(const ElementTree& tree, int element) {
  const Element& one = tree.at(element);
  if (is_sub_process(one.kind) && tree.is_true(element, "triggeredByEvent", false)) return true;
  return is_activity(one.kind) && tree.is_true(element, "isForCompensation", false);
}

bool needs_incoming(const ElementTree& tree, int element) {
  const Element& one = tree.at(element);
  if (!one.incoming.empty() || may_stand_alone(tree, element)) return false;
  if (one.kind == "startEvent" || one.kind == "boundaryEvent") return false;
  if (one.kind == "intermediateCatchEvent") {
    return !has_definition(tree, element, "linkEventDefinition");
  }
  return !tree.is_true(element, "instantiate", false);
}

bool needs_outgoing(const ElementTree& tree, int element) {
  const Element& one = tree.at(element);
  if (!one.outgoing.empty() || may_stand_alone(tree, element)) return false;
  if (one.kind == "endEvent" || one.kind == "boundaryEvent") return false;  // see boundary_rules
  return one.kind != "intermediateThrowEvent" && one.kind != "intermediateCatchEvent";
}

using Need = bool (*)(const ElementTree& tree, int element);

// With an event of that kind in a scope, everything in it has a flow on that side.
void all_are_connected(const ElementTree& tree, Findings& findings, std::string_view event,
                       Need needs, const Text& lacks) {
  for (int scope = 0; scope < tree.size(); ++scope) {
    const std::string_view kind = tree.at(scope).kind;
    if (kind != "process" && !is_sub_process(kind)) continue;
    if (tree.child(scope, event) == nothing) continue;
    for (const int element : tree.at(scope).children) {
      if (is_flow_node(tree.at(element).kind) && needs(tree, element))
        findings.report(element, lacks);
    }
  }
}

// EXT149, EXT150
void nodes_have_a_flow_in(const ElementTree& tree, Findings& findings) {
  all_are_connected(tree, findings, "startEvent", needs_incoming,
                    {"không có luồng vào", "has no flow in"});
}

void nodes_have_a_flow_out(const ElementTree& tree, Findings& findings) {
  all_are_connected(tree, findings, "endEvent", needs_outgoing,
                    {"không có luồng ra", "has no flow out"});
}

// EXT151
void starts_and_ends_come_together(const ElementTree& tree, Findings& findings) {
  for (int scope = 0; scope < tree.size(); ++scope) {
    const std::string_view kind = tree.at(scope).kind;
    if (kind != "process" && kind != "subProcess" && kind != "transaction") continue;
    const int start = tree.child(scope, "startEvent");
    const int end = tree.child(scope, "endEvent");
    const bool instantiated = std::ranges::any_of(tree.at(scope).children, [&](int child) {
      return tree.is_true(child, "instantiate", false);
    });
    if (start != nothing && end == nothing) {
      findings.report(start, {"có sự kiện bắt đầu thì phải có sự kiện kết thúc",
                              "where there is a start event there is an end event"});
    }
    if (start == nothing && end != nothing && !instantiated) {
      findings.report(end, {"có sự kiện kết thúc thì phải có sự kiện bắt đầu",
                            "where there is an end event there is a start event"});
    }
  }
}

// EXT021, EXT022
void event_sub_processes_have_no_flows(const ElementTree& tree, Findings& findings) {
  for (int element = 0; element < tree.size(); ++element) {
    const Element& one = tree.at(element);
    if (!is_sub_process(one.kind) || !tree.is_true(element, "triggeredByEvent", false)) continue;
    if (one.incoming.empty() && one.outgoing.empty()) continue;
    findings.report(element, {"quy trình con theo sự kiện không được có luồng vào hay luồng ra",
                              "an event sub-process has no flows in or out"});
  }
}

void compensation_activities_have_no_flows(const ElementTree& tree, Findings& findings) {
  for (int element = 0; element < tree.size(); ++element) {
    const Element& one = tree.at(element);
    if (!is_activity(one.kind) || !tree.is_true(element, "isForCompensation", false)) continue;
    if (one.incoming.empty() && one.outgoing.empty()) continue;
    findings.report(element, {"hoạt động bù trừ không được có luồng vào hay luồng ra",
                              "a compensation activity has no flows in or out"});
  }
}

constexpr std::array<Rule, 10> rules_of_flows = {{
    {"sequence_flows_join_flow_nodes", sequence_flows_join_flow_nodes},
    {"sequence_flows_stay_in_their_scope", sequence_flows_stay_in_their_scope},
    {"conditions_do_not_leave_other_nodes", conditions_do_not_leave_other_nodes},
    {"conditions_leave_a_choice", conditions_leave_a_choice},
    {"default_flows_leave_their_node", default_flows_leave_their_node},
    {"nodes_have_a_flow_in", nodes_have_a_flow_in},
    {"nodes_have_a_flow_out", nodes_have_a_flow_out},
    {"starts_and_ends_come_together", starts_and_ends_come_together},
    {"event_sub_processes_have_no_flows", event_sub_processes_have_no_flows},
    {"compensation_activities_have_no_flows", compensation_activities_have_no_flows},
}};

}  // namespace

std::span<const Rule> flow_rules() { return rules_of_flows; }

}  // namespace motcua::bpmn
