// Boundary events and compensation.
#include <algorithm>
#include <array>
#include <map>

#include "bpmn/constraints/constraints.hpp"

namespace motcua::bpmn {
namespace {

void boundaries_are_attached(const ElementTree& tree, Findings& findings) {
  for (const int event : tree.all("boundaryEvent")) {
    const int activity = tree.reference(event, "attachedToRef");
    const bool right = activity != nothing && is_activity(tree.at(activity).kind) &&
                       tree.at(activity).parent == tree.at(event).parent;
    if (right) continue;
    findings.report(event, {"sự kiện biên phải gắn vào một hoạt động cùng phạm vi",
                            "a boundary event is attached to an activity of its own scope"});
  }
}

// EXT110, EXT130
void boundaries_catch_what_they_may(const ElementTree& tree, Findings& findings) {
  constexpr std::array<std::string_view, 8> interrupting = {
      "messageEventDefinition",     "timerEventDefinition",  "errorEventDefinition",
      "escalationEventDefinition",  "cancelEventDefinition", "compensateEventDefinition",
      "conditionalEventDefinition", "signalEventDefinition"};
  constexpr std::array<std::string_view, 5> passing = {
      "messageEventDefinition", "timerEventDefinition", "escalationEventDefinition",
      "conditionalEventDefinition", "signalEventDefinition"};
  for (const int event : tree.all("boundaryEvent")) {
    const auto definitions = event_definitions_of(tree, event);
    if (definitions.empty()) {
      findings.report(event,
                      {"sự kiện biên phải nói bắt gì", "a boundary event says what it catches"});
    }
    const bool interrupts = tree.is_true(event, "cancelActivity", true);
    for (const int definition : definitions) {
      const std::string kind(tree.at(definition).kind);
      const bool allowed = interrupts ? std::ranges::find(interrupting, kind) != interrupting.end()
                                      : std::ranges::find(passing, kind) != passing.end();
      if (allowed) continue;
      findings.report(event, interrupts ? Text{"sự kiện biên không bắt được " + kind,
                                               "a boundary event does not catch " + kind}
                                        : Text{kind + " luôn ngắt hoạt động",
                                               kind + " always interrupts its activity"});
    }
  }
}

// EXT112
void boundaries_have_no_incoming(const ElementTree& tree, Findings& findings) {
  for (const int event : tree.all("boundaryEvent")) {
    if (tree.at(event).incoming.empty()) continue;
    findings.report(event,
                    {"sự kiện biên không được có luồng vào", "a boundary event has no flow in"});
  }
}

// EXT113, EXT114, EXT115
void boundaries_lead_on(const ElementTree& tree, Findings& findings) {
  for (const int event : tree.all("boundaryEvent")) {
    const bool compensates = has_definition(tree, event, "compensateEventDefinition");
    const bool flows = !tree.at(event).outgoing.empty();
    if (compensates && flows) {
      findings.report(event, {"sự kiện biên bù trừ không được có luồng ra",
                              "a compensation boundary event has no flow out"});
    }
    if (!compensates && !flows) {
      findings.report(event, {"sự kiện biên phải có luồng ra", "a boundary event has a flow out"});
    }
  }
}

// What each element is associated with, either way.
std::map<int, std::vector<int>> associated(const ElementTree& tree) {
  std::map<int, std::vector<int>> found;
  for (const int association : tree.all("association")) {
    const int source = tree.reference(association, "sourceRef");
    const int target = tree.reference(association, "targetRef");
    if (source == nothing || target == nothing) continue;
    found[source].push_back(target);
    found[target].push_back(source);
  }
  return found;
}

// EXT115, EXT144
void compensation_leads_to_its_handler(const ElementTree& tree, Findings& findings) {
  const auto others = associated(tree);
  for (const int event : tree.all("boundaryEvent")) {
    if (!has_definition(tree, event, "compensateEventDefinition")) continue;
    std::vector<int> handlers;
    if (const auto found = others.find(event); found != others.end()) handlers = found->second;
    std::erase_if(handlers, [&](int one) { return !is_activity(tree.at(one).kind); });
    for (const int handler : handlers) {
      if (tree.is_true(handler, "isForCompensation", false)) continue;
      findings.report(handler, {"hoạt động bù trừ phải ghi isForCompensation=\"true\"",
                                "a compensation activity says isForCompensation=\"true\""});
    }
    if (handlers.size() == 1) continue;
    findings.report(event,
                    {"sự kiện biên bù trừ phải nối với đúng một hoạt động bù trừ",
                     "a compensation boundary event is associated with exactly one activity"});
  }
}

// EXT120
void cancel_boundaries_are_on_transactions(const ElementTree& tree, Findings& findings) {
  for (const int event : tree.all("boundaryEvent")) {
    if (!has_definition(tree, event, "cancelEventDefinition")) continue;
    const int activity = tree.reference(event, "attachedToRef");
    if (activity == nothing || tree.at(activity).kind == "transaction") continue;
    findings.report(event, {"sự kiện biên hủy chỉ gắn vào giao dịch",
                            "a cancel boundary event is attached to a transaction only"});
  }
}

constexpr std::array<Rule, 6> rules_of_boundaries = {{
    {"boundaries_are_attached", boundaries_are_attached},
    {"boundaries_catch_what_they_may", boundaries_catch_what_they_may},
    {"boundaries_have_no_incoming", boundaries_have_no_incoming},
    {"boundaries_lead_on", boundaries_lead_on},
    {"compensation_leads_to_its_handler", compensation_leads_to_its_handler},
    {"cancel_boundaries_are_on_transactions", cancel_boundaries_are_on_transactions},
}};

}  // namespace

std::span<const Rule> boundary_rules() { return rules_of_boundaries; }

}  // namespace motcua::bpmn
