// Ids and references: each id once, each reference to something of the right kind.
#include <array>
#include <cctype>
#include <map>

#include "bpmn/constraints/constraints.hpp"

namespace motcua::bpmn {
namespace {

// EXT002
void ids_are_unique(const ElementTree& tree, Findings& findings) {
  std::map<std::string_view, int> seen;
  for (int element = 0; element < tree.size(); ++element) {
    const std::string& id = tree.at(element).id;
    if (id.empty()) continue;
    const auto [first, fresh] = seen.emplace(id, element);
    if (fresh) continue;
    const std::string where = std::to_string(tree.line(first->second));
    findings.report(element, {"trùng id với phần tử ở dòng " + where,
                              "the id is used twice, first in line " + where});
  }
}

void flow_elements_have_ids(const ElementTree& tree, Findings& findings) {
  for (int element = 0; element < tree.size(); ++element) {
    const Element& one = tree.at(element);
    if (!one.id.empty() || !(is_flow_node(one.kind) || one.kind == "process")) continue;
    if (is_choreography_activity(one.kind) || one.kind == "implicitThrowEvent") continue;
    findings.report(element, {"thiếu thuộc tính id", "the id attribute is missing"});
  }
}

bool is_mime_type(std::string_view text) {
  const auto slash = text.find('/');
  if (slash == std::string_view::npos || slash == 0 || slash + 1 == text.size()) return false;
  for (const char c : text) {
    const bool allowed = std::isalnum(static_cast<unsigned char>(c)) != 0 ||
                         std::string_view("/!#$&-^_.+; =").find(c) != std::string_view::npos;
    if (!allowed) return false;
  }
  return true;
}

// EXT004
void text_formats_are_mime_types(const ElementTree& tree, Findings& findings) {
  for (const std::string_view kind : {"documentation", "textAnnotation"}) {
    for (const int element : tree.all(kind)) {
      const std::string format(tree.attribute(element, "textFormat"));
      if (format.empty() || is_mime_type(format)) continue;
      findings.report(element, {"textFormat “" + format + "” không phải kiểu MIME",
                                "the textFormat “" + format + "” is no MIME type"});
    }
  }
}

struct ReferenceRule {
  std::string_view element;
  const char* attribute;
  std::string_view target;  // kind of what it names; empty: any
};
constexpr std::array<ReferenceRule, 16> reference_kinds = {{
    {"messageEventDefinition", "messageRef", "message"},
    {"signalEventDefinition", "signalRef", "signal"},
    {"errorEventDefinition", "errorRef", "error"},
    {"escalationEventDefinition", "escalationRef", "escalation"},
    {"compensateEventDefinition", "activityRef", ""},
    {"sendTask", "messageRef", "message"},
    {"receiveTask", "messageRef", "message"},
    {"sendTask", "operationRef", "operation"},
    {"receiveTask", "operationRef", "operation"},
    {"serviceTask", "operationRef", "operation"},
    {"dataObjectReference", "dataObjectRef", "dataObject"},
    {"boundaryEvent", "attachedToRef", ""},
    {"group", "categoryValueRef", "categoryValue"},
    {"participant", "processRef", "process"},
    {"message", "itemRef", "itemDefinition"},
    {"multiInstanceLoopCharacteristics", "noneBehaviorEventRef", ""},
}};

// References inside one file; a prefix may point to an imported one, which is then not looked at.
void references_lead_somewhere(const ElementTree& tree, Findings& findings) {
  const bool imports = !tree.children(0, "import").empty();
  for (const ReferenceRule& rule : reference_kinds) {
    for (const int element : tree.all(rule.element)) {
      const std::string named(tree.attribute(element, rule.attribute));
      if (named.empty() || (imports && named.find(':') != std::string::npos)) continue;
      const int target = tree.find(named);
      const bool right =
          target != nothing && (rule.target.empty() || tree.at(target).kind == rule.target);
      if (right) continue;
      const std::string what = std::string(rule.attribute) + " “" + named + "”";
      findings.report(element, {what + " không dẫn tới phần tử đúng loại",
                                what + " does not lead to an element of the right kind"});
    }
  }
}

// EXT013
void expressions_have_bodies(const ElementTree& tree, Findings& findings) {
  constexpr std::array<std::string_view, 16> expressions = {"conditionExpression",
                                                            "condition",
                                                            "loopCondition",
                                                            "loopCardinality",
                                                            "completionCondition",
                                                            "timeDate",
                                                            "timeDuration",
                                                            "timeCycle",
                                                            "transformation",
                                                            "from",
                                                            "to",
                                                            "messagePath",
                                                            "dataPath",
                                                            "formalExpression",
                                                            "activationCondition",
                                                            "expression"};
  for (const std::string_view kind : expressions) {
    for (const int element : tree.all(kind)) {
      if (!tree.text(element).empty() || !tree.at(element).children.empty()) continue;
      findings.report(element, {"biểu thức không có nội dung", "the expression has no body"});
    }
  }
}

// EXT023
void named_flows_are_connected(const ElementTree& tree, Findings& findings) {
  for (int element = 0; element < tree.size(); ++element) {
    const std::string_view kind = tree.at(element).kind;
    const bool in = kind == "incoming";
    if (!in && kind != "outgoing") continue;
    const int owner = tree.at(element).parent;
    if (!is_flow_node(tree.at(owner).kind)) continue;
    const int flow = tree.find(tree.text(element));
    const bool right = flow != nothing && tree.at(flow).kind == "sequenceFlow" &&
                       tree.reference(flow, in ? "targetRef" : "sourceRef") == owner;
    if (right) continue;
    const std::string named = "“" + tree.text(element) + "”";
    findings.report(
        owner, in ? Text{"ghi luồng vào " + named + " nhưng luồng ấy không tới đây",
                         "names the incoming flow " + named + ", which does not lead here"}
                  : Text{"ghi luồng ra " + named + " nhưng luồng ấy không đi từ đây",
                         "names the outgoing flow " + named + ", which does not leave from here"});
  }
}

constexpr std::array<Rule, 6> rules = {{
    {"ids_are_unique", ids_are_unique},
    {"flow_elements_have_ids", flow_elements_have_ids},
    {"text_formats_are_mime_types", text_formats_are_mime_types},
    {"references_lead_somewhere", references_lead_somewhere},
    {"expressions_have_bodies", expressions_have_bodies},
    {"named_flows_are_connected", named_flows_are_connected},
}};

}  // namespace

std::span<const Rule> reference_rules() { return rules; }

}  // namespace motcua::bpmn
