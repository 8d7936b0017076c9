// Activities: quantities, loops, resources, transactions, ad-hoc sub-processes, callable elements.
#include <algorithm>
#include <array>
#include <cctype>

#include "bpmn/constraints/constraints.hpp"

namespace motcua::bpmn {
namespace {

std::vector<int> activities_of(const ElementTree& tree) {
  std::vector<int> found;
  for (int element = 0; element < tree.size(); ++element) {
    if (is_activity(tree.at(element).kind)) found.push_back(element);
  }
  return found;
}

bool is_positive(std::string_view text) {
  return !text.empty() && text.size() <= 4 && std::ranges::all_of(text, is_ascii_digit) &&
         text.find_first_not_of('0') != std::string_view::npos;
}

// EXT037, EXT038
void quantities_are_positive(const ElementTree& tree, Findings& findings) {
  for (const int activity : activities_of(tree)) {
    for (const char* name : {"startQuantity", "completionQuantity"}) {
      const std::string_view value = tree.attribute(activity, name);
      if (value.empty() || is_positive(value)) continue;
      const std::string shown(name);
      findings.report(activity, {shown + " phải là số nguyên từ 1 đến 9999",
                                 shown + " is a whole number from 1 to 9999"});
    }
  }
}

// EXT039, EXT040
void resources_are_named_or_reckoned(const ElementTree& tree, Findings& findings) {
  for (const std::string_view kind :
       {"resourceRole", "performer", "humanPerformer", "potentialOwner"}) {
    for (const int role : tree.all(kind)) {
      const bool reckoned = tree.child(role, "resourceAssignmentExpression") != nothing;
      const bool named = tree.child(role, "resourceRef") != nothing;
      const bool bound = tree.child(role, "resourceParameterBinding") != nothing;
      if (reckoned && (named || bound)) {
        findings.report(role,
                        {"không dùng cả biểu thức phân công lẫn tài nguyên hay tham số của nó",
                         "an assignment expression excludes a resource and its parameters"});
      } else if (bound && !named) {
        findings.report(
            role, {"tham số tài nguyên cần resourceRef", "resource parameters need a resourceRef"});
      }
    }
  }
}

// EXT054
void activities_loop_one_way(const ElementTree& tree, Findings& findings) {
  for (const int activity : activities_of(tree)) {
    const auto loops = tree.children(activity, "standardLoopCharacteristics").size() +
                       tree.children(activity, "multiInstanceLoopCharacteristics").size();
    if (loops <= 1) continue;
    findings.report(activity,
                    {"hoạt động chỉ được có một dấu lặp", "an activity has one loop marker"});
  }
}

void loops_have_an_end(const ElementTree& tree, Findings& findings) {
  for (const int loop : tree.all("standardLoopCharacteristics")) {
    const std::string_view most = tree.attribute(loop, "loopMaximum");
    if (!most.empty() && (most.size() > 9 || !std::ranges::all_of(most, is_ascii_digit))) {
      findings.report(loop, {"loopMaximum phải là số nguyên", "loopMaximum is a whole number"});
    }
    if (!most.empty() || tree.child(loop, "loopCondition") != nothing) continue;
    findings.report(loop, {"vòng lặp không có điều kiện cũng không có số lần tối đa",
                           "the loop has neither a condition nor a maximum"});
  }
}

// EXT067
void multi_instances_are_counted_one_way(const ElementTree& tree, Findings& findings) {
  for (const int loop : tree.all("multiInstanceLoopCharacteristics")) {
    const bool counted = tree.child(loop, "loopCardinality") != nothing;
    const bool listed = tree.child(loop, "loopDataInputRef") != nothing;
    if (counted != listed) continue;
    findings.report(loop, {"nhiều bản phải có đúng một trong loopCardinality và loopDataInputRef",
                           "a multi-instance has either a loopCardinality or a loopDataInputRef"});
  }
}

// EXT072 … EXT074: what a behaviour throws is named.
void behaviours_name_their_events(const ElementTree& tree, Findings& findings) {
  for (const int loop : tree.all("multiInstanceLoopCharacteristics")) {
    const std::string_view behaviour = tree.attribute(loop, "behavior");
    const bool right =
        behaviour.empty() || behaviour == "All" ||
        (behaviour == "None" && !tree.attribute(loop, "noneBehaviorEventRef").empty()) ||
        (behaviour == "One" && !tree.attribute(loop, "oneBehaviorEventRef").empty()) ||
        (behaviour == "Complex" && tree.child(loop, "complexBehaviorDefinition") != nothing);
    if (right) continue;
    findings.report(loop,
                    {"behavior không nói ném sự kiện nào", "the behavior names no event to throw"});
  }
}

bool is_literal(std::string_view text) {
  if (text.starts_with('=')) text.remove_prefix(1);
  if (text.size() >= 2 && text.front() == '"' && text.find('"', 1) == text.size() - 1) return true;
  return !text.empty() && std::ranges::all_of(text, [](char c) {
    return is_ascii_digit(c) || c == '.' || c == '-';
  });
}

// EXT071
void conditions_may_be_true(const ElementTree& tree, Findings& findings) {
  for (const std::string_view kind :
       {"completionCondition", "loopCondition", "conditionExpression", "condition"}) {
    for (const int condition : tree.all(kind)) {
      if (!is_literal(tree.text(condition))) continue;
      findings.report(condition, {"điều kiện phải cho đúng hoặc sai, không phải một giá trị khác",
                                  "a condition gives true or false, not another value"});
    }
  }
}

// EXT056
void choreography_stays_in_choreographies(const ElementTree& tree, Findings& findings) {
  for (int element = 0; element < tree.size(); ++element) {
    if (!is_choreography_activity(tree.at(element).kind)) continue;
    const std::string_view scope = tree.at(tree.at(element).parent).kind;
    if (scope != "process" && !is_sub_process(scope)) continue;
    findings.report(element, {"hoạt động vũ đạo (choreography) không nằm trong quy trình",
                              "a choreography activity is not part of a process"});
  }
}

// EXT060
void transaction_methods_are_uris(const ElementTree& tree, Findings& findings) {
  for (const int element : tree.all("transaction")) {
    const std::string method(tree.attribute(element, "method"));
    if (method.empty() || method == "##Compensate" || method == "##Image" || method == "##Store" ||
        method == "##compensate" || method == "##image" || method == "##store") {
      continue;
    }
    const auto colon = method.find(':');
    const bool right =
        colon != std::string::npos && colon > 0 &&
        std::isalpha(static_cast<unsigned char>(method.front())) != 0 &&
        std::ranges::all_of(method, [](char c) {
          return c > ' ' && std::string_view("\"<>\\^`{|}").find(c) == std::string_view::npos;
        });
    if (right) continue;
    findings.report(element, {"phương thức giao dịch “" + method + "” không phải URI",
                              "the transaction method “" + method + "” is no URI"});
  }
}

// EXT062
void ad_hoc_sub_processes_have_no_events_at_their_ends(const ElementTree& tree,
                                                       Findings& findings) {
  for (const int scope : tree.all("adHocSubProcess")) {
    if (tree.is_true(scope, "triggeredByEvent", false)) {
      findings.report(scope, {"quy trình con tùy ý không thể do sự kiện khởi động",
                              "an ad-hoc sub-process is not triggered by an event"});
    }
    bool has_activity = false;
    for (const int child : tree.at(scope).children) {
      const std::string_view kind = tree.at(child).kind;
      has_activity |= is_activity(kind) || is_choreography_activity(kind);
      if (kind != "startEvent" && kind != "endEvent") continue;
      findings.report(child, {"quy trình con tùy ý không có sự kiện bắt đầu hay kết thúc",
                              "an ad-hoc sub-process has no start or end events"});
    }
    if (has_activity) continue;
    findings.report(scope, {"quy trình con tùy ý phải có ít nhất một hoạt động",
                            "an ad-hoc sub-process has at least one activity"});
  }
}

// EXT064
void supported_interfaces_are_bound(const ElementTree& tree, Findings& findings) {
  for (int element = 0; element < tree.size(); ++element) {
    const std::string_view kind = tree.at(element).kind;
    if (kind != "process" && !is_global_task(kind)) continue;
    if (tree.child(element, "supportedInterfaceRef") == nothing) continue;
    if (tree.child(element, "ioBinding") != nothing) continue;
    findings.report(element, {"có giao diện (supportedInterfaceRef) nhưng không có ioBinding",
                              "supports an interface but binds no input and output (ioBinding)"});
  }
}

void calls_call_something(const ElementTree& tree, Findings& findings) {
  for (const int call : tree.all("callActivity")) {
    const int called = tree.reference(call, "calledElement");
    if (called == nothing) continue;  // of another file, or none: the builder says so
    const std::string_view kind = tree.at(called).kind;
    if (kind == "process" || is_global_task(kind)) continue;
    findings.report(call, {"phần tử được gọi không phải quy trình hay nhiệm vụ chung",
                           "what is called is neither a process nor a global task"});
  }
}

constexpr std::array<Rule, 12> rules_of_activities = {{
    {"quantities_are_positive", quantities_are_positive},
    {"resources_are_named_or_reckoned", resources_are_named_or_reckoned},
    {"activities_loop_one_way", activities_loop_one_way},
    {"loops_have_an_end", loops_have_an_end},
    {"multi_instances_are_counted_one_way", multi_instances_are_counted_one_way},
    {"behaviours_name_their_events", behaviours_name_their_events},
    {"conditions_may_be_true", conditions_may_be_true},
    {"choreography_stays_in_choreographies", choreography_stays_in_choreographies},
    {"transaction_methods_are_uris", transaction_methods_are_uris},
    {"ad_hoc_sub_processes_have_no_events_at_their_ends",
     ad_hoc_sub_processes_have_no_events_at_their_ends},
    {"supported_interfaces_are_bound", supported_interfaces_are_bound},
    {"calls_call_something", calls_call_something},
}};

}  // namespace

std::span<const Rule> activity_rules() { return rules_of_activities; }

}  // namespace motcua::bpmn
