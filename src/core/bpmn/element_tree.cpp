#include "bpmn/element_tree.hpp"

#include <algorithm>
#include <array>

namespace motcua::bpmn {
namespace {

template <std::size_t N>
bool one_of(const std::array<std::string_view, N>& kinds, std::string_view kind) {
  return std::ranges::find(kinds, kind) != kinds.end();
}

// "tns:message" → "message".
std::string_view local_part(std::string_view reference) {
  const auto colon = reference.rfind(':');
  return colon == std::string_view::npos ? reference : reference.substr(colon + 1);
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blank = " \t\r\n";
  const auto from = text.find_first_not_of(blank);
  if (from == std::string_view::npos) return {};
  return text.substr(from, text.find_last_not_of(blank) - from + 1);
}

}  // namespace

ElementTree::ElementTree(const xml::Document& document) : document_(document) {
  if (xml::name_of(document.root()) != xml::Name{bpmn_uri, "definitions"}) return;
  walk(document.root(), nothing);
  connect();
}

void ElementTree::walk(pugi::xml_node xml, int parent) {
  const xml::Name name = xml::name_of(xml);
  if (name.uri != bpmn_uri || name.local == "extensionElements") return;
  const int number = size();
  elements_.push_back(
      {xml, name.local, std::string(trimmed(xml.attribute("id").value())), parent, {}, {}, {}});
  if (parent != nothing) elements_[static_cast<std::size_t>(parent)].children.push_back(number);
  by_kind_[name.local].push_back(number);
  if (const std::string& id = elements_.back().id; !id.empty()) by_id_.emplace(id, number);
  for (pugi::xml_node inner : xml.children()) {
    if (inner.type() == pugi::node_element) walk(inner, number);
  }
}

void ElementTree::connect() {
  for (int flow = 0; flow < size(); ++flow) {
    if (at(flow).kind != "sequenceFlow") continue;
    const int source = reference(flow, "sourceRef");
    const int target = reference(flow, "targetRef");
    if (source != nothing) elements_[static_cast<std::size_t>(source)].outgoing.push_back(flow);
    if (target != nothing) elements_[static_cast<std::size_t>(target)].incoming.push_back(flow);
  }
}

std::string ElementTree::name(int element) const {
  const Element& one = at(element);
  std::string shown(one.kind);
  if (!one.id.empty()) return shown + " " + one.id;
  if (one.parent > 0 && !at(one.parent).id.empty()) shown += " (" + at(one.parent).id + ")";
  return shown;
}

std::string_view ElementTree::attribute(int element, const char* name) const {
  return trimmed(at(element).xml.attribute(name).value());
}

std::string ElementTree::extension(int element, std::string_view name) const {
  return xml::attribute(at(element).xml, motcua_uri, name);
}

bool ElementTree::is_true(int element, const char* name, bool otherwise) const {
  const std::string_view value = attribute(element, name);
  if (value.empty()) return otherwise;
  return value == "true" || value == "1";
}

std::string ElementTree::text(int element) const { return xml::text_of(at(element).xml); }

int ElementTree::child(int element, std::string_view kind) const {
  for (const int inner : at(element).children) {
    if (at(inner).kind == kind) return inner;
  }
  return nothing;
}

std::vector<int> ElementTree::children(int element, std::string_view kind) const {
  std::vector<int> found;
  for (const int inner : at(element).children) {
    if (at(inner).kind == kind) found.push_back(inner);
  }
  return found;
}

const std::vector<int>& ElementTree::all(std::string_view kind) const {
  static const std::vector<int> none;
  const auto found = by_kind_.find(kind);
  return found == by_kind_.end() ? none : found->second;
}

int ElementTree::find(std::string_view reference) const {
  auto found = by_id_.find(reference);
  if (found == by_id_.end()) found = by_id_.find(local_part(reference));
  return found == by_id_.end() ? nothing : found->second;
}

int ElementTree::reference(int element, const char* name) const {
  const std::string_view value = attribute(element, name);
  return value.empty() ? nothing : find(value);
}

std::vector<int> ElementTree::references(int element, std::string_view child_kind) const {
  std::vector<int> found;
  for (const int inner : children(element, child_kind)) {
    if (const int target = find(text(inner)); target != nothing) found.push_back(target);
  }
  return found;
}

int ElementTree::nearest(int element, std::span<const std::string_view> kinds) const {
  for (int one = element; one != nothing; one = at(one).parent) {
    if (std::ranges::find(kinds, at(one).kind) != kinds.end()) return one;
  }
  return nothing;
}

bool is_task(std::string_view kind) {
  constexpr std::array<std::string_view, 8> tasks = {
      "task",        "userTask",   "manualTask",       "serviceTask",
      "receiveTask", "scriptTask", "businessRuleTask", "sendTask"};
  return one_of(tasks, kind);
}

bool is_sub_process(std::string_view kind) {
  return kind == "subProcess" || kind == "transaction" || kind == "adHocSubProcess";
}

bool is_activity(std::string_view kind) {
  return is_task(kind) || is_sub_process(kind) || kind == "callActivity";
}

bool is_gateway(std::string_view kind) {
  constexpr std::array<std::string_view, 5> gateways = {"exclusiveGateway", "inclusiveGateway",
                                                        "parallelGateway", "eventBasedGateway",
                                                        "complexGateway"};
  return one_of(gateways, kind);
}

bool is_throw_event(std::string_view kind) {
  return kind == "endEvent" || kind == "intermediateThrowEvent" || kind == "implicitThrowEvent";
}

bool is_catch_event(std::string_view kind) {
  return kind == "startEvent" || kind == "intermediateCatchEvent" || kind == "boundaryEvent";
}

bool is_event(std::string_view kind) { return is_throw_event(kind) || is_catch_event(kind); }

bool is_choreography_activity(std::string_view kind) {
  return kind == "choreographyTask" || kind == "subChoreography" || kind == "callChoreography";
}

bool is_flow_node(std::string_view kind) {
  return is_activity(kind) || is_gateway(kind) || is_event(kind) || is_choreography_activity(kind);
}

bool is_event_definition(std::string_view kind) { return kind.ends_with("EventDefinition"); }

bool is_global_task(std::string_view kind) {
  constexpr std::array<std::string_view, 5> tasks = {"globalTask", "globalUserTask",
                                                     "globalManualTask", "globalScriptTask",
                                                     "globalBusinessRuleTask"};
  return one_of(tasks, kind);
}

bool is_artifact(std::string_view kind) {
  return kind == "textAnnotation" || kind == "association" || kind == "group";
}

}  // namespace motcua::bpmn
