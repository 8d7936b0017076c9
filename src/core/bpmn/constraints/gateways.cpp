// Gateways: their direction, and what an event-based gateway may lead to.
#include <algorithm>
#include <array>

#include "bpmn/constraints/constraints.hpp"

namespace motcua::bpmn {
namespace {

// EXT016 … EXT019
void gateways_keep_their_direction(const ElementTree& tree, Findings& findings) {
  for (int element = 0; element < tree.size(); ++element) {
    const Element& one = tree.at(element);
    if (!is_gateway(one.kind)) continue;
    const std::string_view direction = tree.attribute(element, "gatewayDirection");
    const bool joins = one.incoming.size() > 1;
    const bool splits = one.outgoing.size() > 1;
    if (direction == "Converging" && splits) {
      findings.report(element, {"cổng gộp (Converging) không được có nhiều luồng ra",
                                "a converging gateway has no more than one flow out"});
    }
    if (direction == "Diverging" && joins) {
      findings.report(element, {"cổng tách (Diverging) không được có nhiều luồng vào",
                                "a diverging gateway has no more than one flow in"});
    }
    if (direction == "Mixed" && !(joins && splits)) {
      findings.report(element, {"cổng hỗn hợp (Mixed) phải có nhiều luồng vào và nhiều luồng ra",
                                "a mixed gateway has several flows in and several flows out"});
    }
  }
}

// The ways out of a choice: a condition on each, or the default.
void choices_have_conditions(const ElementTree& tree, Findings& findings) {
  for (const std::string_view kind : {"exclusiveGateway", "inclusiveGateway"}) {
    for (const int element : tree.all(kind)) {
      const Element& one = tree.at(element);
      if (one.outgoing.size() < 2) continue;
      const int otherwise = tree.reference(element, "default");
      for (const int flow : one.outgoing) {
        if (flow == otherwise || tree.child(flow, "conditionExpression") != nothing) continue;
        const std::string named = "“" + tree.at(flow).id + "”";
        findings.report(element, {"luồng " + named + " không có điều kiện và không phải mặc định",
                                  "flow " + named + " has no condition and is not the default"});
      }
    }
  }
}

// EXT136
void event_gateways_offer_a_choice(const ElementTree& tree, Findings& findings) {
  for (const int element : tree.all("eventBasedGateway")) {
    const bool converging = tree.attribute(element, "gatewayDirection") == "Converging";
    if (tree.at(element).outgoing.size() >= 2 && !converging) continue;
    findings.report(element, {"cổng theo sự kiện phải có ít nhất hai luồng ra",
                              "an event-based gateway has at least two flows out"});
  }
}

bool may_follow_event_gateway(const ElementTree& tree, int target) {
  if (tree.at(target).kind == "receiveTask") return true;
  if (tree.at(target).kind != "intermediateCatchEvent") return false;
  const auto definitions = event_definitions_of(tree, target);
  return !definitions.empty() && std::ranges::all_of(definitions, [&](int one) {
    const std::string_view kind = tree.at(one).kind;
    return kind == "messageEventDefinition" || kind == "signalEventDefinition" ||
           kind == "timerEventDefinition" || kind == "conditionalEventDefinition";
  });
}

// EXT137, EXT138, EXT139
void event_gateways_lead_to_events(const ElementTree& tree, Findings& findings) {
  for (const int element : tree.all("eventBasedGateway")) {
    bool receives = false;
    bool catches_message = false;
    for (const int flow : tree.at(element).outgoing) {
      const int target = tree.reference(flow, "targetRef");
      if (target == nothing) continue;
      if (!may_follow_event_gateway(tree, target)) {
        findings.report(target,
                        {"sau cổng theo sự kiện chỉ được là sự kiện bắt thông điệp, tín hiệu, "
                         "thời gian, điều kiện hoặc nhiệm vụ nhận",
                         "after an event-based gateway come catching message, signal, timer or "
                         "conditional events, or receive tasks"});
        continue;
      }
      if (tree.at(target).incoming.size() > 1) {
        findings.report(target, {"đích của cổng theo sự kiện không được có luồng vào khác",
                                 "the target of an event-based gateway has no other flow in"});
      }
      receives |= tree.at(target).kind == "receiveTask";
      catches_message |= has_definition(tree, target, "messageEventDefinition");
    }
    if (receives && catches_message) {
      findings.report(element, {"không dùng cả nhiệm vụ nhận lẫn sự kiện bắt thông điệp",
                                "receive tasks and catching message events are not mixed"});
    }
  }
}

// EXT140
void receive_tasks_behind_gateways_have_no_boundary(const ElementTree& tree, Findings& findings) {
  for (const int boundary : tree.all("boundaryEvent")) {
    const int task = tree.reference(boundary, "attachedToRef");
    if (task == nothing || tree.at(task).kind != "receiveTask") continue;
    for (const int flow : tree.at(task).incoming) {
      const int source = tree.reference(flow, "sourceRef");
      if (source == nothing || tree.at(source).kind != "eventBasedGateway") continue;
      findings.report(boundary,
                      {"nhiệm vụ nhận sau cổng theo sự kiện không được có sự kiện biên",
                       "a receive task behind an event-based gateway has no boundary event"});
    }
  }
}

// EXT141, EXT142, EXT143
void instantiating_gateways_begin(const ElementTree& tree, Findings& findings) {
  for (const int element : tree.all("eventBasedGateway")) {
    const bool instantiates = tree.is_true(element, "instantiate", false);
    if (tree.attribute(element, "eventGatewayType") == "Parallel" && !instantiates) {
      findings.report(element, {"cổng theo sự kiện song song phải khởi tạo quy trình (instantiate)",
                                "a parallel event-based gateway instantiates the process"});
    }
    if (!instantiates) continue;
    if (!tree.at(element).incoming.empty()) {
      findings.report(element, {"cổng khởi tạo quy trình không được có luồng vào",
                                "a gateway that instantiates the process has no flow in"});
    }
    for (const int flow : tree.at(element).outgoing) {
      const int target = tree.reference(flow, "targetRef");
      if (target == nothing || !has_definition(tree, target, "timerEventDefinition")) continue;
      findings.report(target, {"cổng khởi tạo quy trình không chờ được thời gian",
                               "a gateway that instantiates the process does not wait for timers"});
    }
  }
}

constexpr std::array<Rule, 6> rules_of_gateways = {{
    {"gateways_keep_their_direction", gateways_keep_their_direction},
    {"choices_have_conditions", choices_have_conditions},
    {"event_gateways_offer_a_choice", event_gateways_offer_a_choice},
    {"event_gateways_lead_to_events", event_gateways_lead_to_events},
    {"receive_tasks_behind_gateways_have_no_boundary",
     receive_tasks_behind_gateways_have_no_boundary},
    {"instantiating_gateways_begin", instantiating_gateways_begin},
}};

}  // namespace

std::span<const Rule> gateway_rules() { return rules_of_gateways; }

}  // namespace motcua::bpmn
