#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "bpmn/process.hpp"
#include "xml/document.hpp"

namespace motcua::bpmn {
namespace {

constexpr std::string_view bpmn_uri = "http://www.omg.org/spec/BPMN/20100524/MODEL";
constexpr std::string_view motcua_uri = "urn:motcua:bpmn:1";

struct KindName {
  std::string_view element;
  NodeKind kind;
};
constexpr std::array<KindName, 5> kinds = {{{"startEvent", NodeKind::StartEvent},
                                            {"endEvent", NodeKind::EndEvent},
                                            {"userTask", NodeKind::UserTask},
                                            {"exclusiveGateway", NodeKind::ExclusiveGateway},
                                            {"parallelGateway", NodeKind::ParallelGateway}}};

// Kept in the XML, without effect on how the process runs.
constexpr std::array<std::string_view, 6> quiet = {"documentation",  "extensionElements", "laneSet",
                                                   "textAnnotation", "association",       "group"};

// What may stand inside a node without changing how it runs.
constexpr std::array<std::string_view, 4> quiet_inside = {"documentation", "extensionElements",
                                                          "incoming", "outgoing"};

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

class Importer {
 public:
  explicit Importer(const xml::Document& document) : document_(document) {}

  Result<Process, std::vector<ImportError>> run() {
    const auto root = document_.root();
    if (xml::name_of(root) != xml::Name{bpmn_uri, "definitions"}) {
      refuse(root, {"không phải tài liệu BPMN 2.0", "not a BPMN 2.0 definitions document"});
      return Unexpected{errors_};
    }
    const auto processes = xml::children(root, {bpmn_uri, "process"});
    if (processes.size() != 1) {
      refuse(root, {"phải có đúng một quy trình", "exactly one process is expected"});
      return Unexpected{errors_};
    }
    read_process(processes.front());
    if (errors_.empty()) connect();
    if (errors_.empty()) check_nodes();
    if (errors_.empty()) check_circles();
    if (!errors_.empty()) return Unexpected{errors_};
    return std::move(process_);
  }

 private:
  void refuse(pugi::xml_node at, Text what) {
    const std::string id = xml::attribute(at, "", "id");
    std::string element(xml::name_of(at).local);
    if (!id.empty()) element += " " + id;
    errors_.push_back({document_.line(at), std::move(element), std::move(what)});
  }
  void refuse(const Node& node, Text what) {
    errors_.push_back({node.line, element_name(node.kind) + " " + node.id, std::move(what)});
  }

  static std::string element_name(NodeKind kind) {
    return std::string(std::ranges::find(kinds, kind, &KindName::kind)->element);
  }

  void read_process(pugi::xml_node element) {
    process_.id = xml::attribute(element, "", "id");
    process_.name = xml::attribute(element, "", "name");
    for (auto child : xml::elements(element)) {
      const xml::Name name = xml::name_of(child);
      if (name.uri != bpmn_uri || is_one_of(quiet, name.local)) continue;
      const auto kind = std::ranges::find(kinds, name.local, &KindName::element);
      if (kind != kinds.end()) {
        read_node(child, kind->kind);
      } else if (name.local == "sequenceFlow") {
        read_flow(child);
      } else {
        refuse(child, {"chưa hỗ trợ phần tử này", "this element is not supported"});
      }
    }
  }

  bool take_id(pugi::xml_node element, const std::string& id) {
    if (id.empty()) refuse(element, {"thiếu thuộc tính id", "the id attribute is missing"});
    if (!id.empty() && !ids_.insert(id).second) {
      refuse(element, {"trùng id", "the id is used twice"});
    }
    return !id.empty();
  }

  void read_node(pugi::xml_node element, NodeKind kind) {
    Node node;
    node.id = xml::attribute(element, "", "id");
    if (!take_id(element, node.id)) return;
    node.name = xml::attribute(element, "", "name");
    node.kind = kind;
    node.line = document_.line(element);
    if (kind == NodeKind::ExclusiveGateway) {
      node.default_flow = xml::attribute(element, "", "default");
    }
    if (kind == NodeKind::UserTask) {
      node.task = {xml::attribute(element, motcua_uri, "act"),
                   xml::attribute(element, motcua_uri, "role"),
                   xml::attribute(element, motcua_uri, "unit"),
                   xml::attribute(element, motcua_uri, "share-of")};
    }
    for (auto child : xml::elements(element)) {
      const xml::Name name = xml::name_of(child);
      if (name.uri == bpmn_uri && !is_one_of(quiet_inside, name.local)) {
        refuse(child, {"chưa hỗ trợ phần tử này bên trong “" + node.id + "”",
                       "this element is not supported inside “" + node.id + "”"});
      }
    }
    if (kind == NodeKind::StartEvent) set_start(element, node.id);
    process_.nodes.emplace(node.id, std::move(node));
  }

  void set_start(pugi::xml_node element, const std::string& id) {
    if (!process_.start.empty()) {
      refuse(element, {"đã có sự kiện bắt đầu khác", "there is another start event"});
    }
    process_.start = id;
  }

  void read_flow(pugi::xml_node element) {
    SequenceFlow flow;
    flow.id = xml::attribute(element, "", "id");
    if (!take_id(element, flow.id)) return;
    flow.name = xml::attribute(element, "", "name");
    flow.source = xml::attribute(element, "", "sourceRef");
    flow.target = xml::attribute(element, "", "targetRef");
    flow.line = document_.line(element);
    for (auto condition : xml::children(element, {bpmn_uri, "conditionExpression"})) {
      read_condition(condition, flow);
    }
    flow_order_.push_back(flow.id);
    process_.flows.emplace(flow.id, std::move(flow));
  }

  void read_condition(pugi::xml_node element, SequenceFlow& flow) {
    std::string source = xml::text_of(element);
    if (source.starts_with('=')) source.erase(0, 1);  // editors write FEEL with a leading "="
    auto compiled = feel::Expression::compile(source);
    if (compiled) {
      flow.condition = *compiled;
      return;
    }
    const feel::SyntaxError& error = compiled.error();
    const std::string where = std::to_string(error.offset + 1);
    refuse(element, {"điều kiện của “" + flow.id + "” sai: " + error.what.vi + " ở ký tự " + where,
                     "the condition of “" + flow.id + "” is wrong: " + error.what.en +
                         " at character " + where});
  }

  void connect() {
    for (const std::string& id : flow_order_) {
      const SequenceFlow& flow = process_.flows.at(id);
      auto source = process_.nodes.find(flow.source);
      auto target = process_.nodes.find(flow.target);
      if (source == process_.nodes.end() || target == process_.nodes.end()) {
        const bool at_source = source == process_.nodes.end();
        const std::string& missing = at_source ? flow.source : flow.target;
        errors_.push_back({flow.line,
                           "sequenceFlow " + id,
                           {"không có phần tử “" + missing + "”", "no element “" + missing + "”"}});
        continue;
      }
      source->second.outgoing.push_back(id);
      target->second.incoming.push_back(id);
    }
    if (process_.start.empty()) {
      refuse(document_.root(), {"không có sự kiện bắt đầu", "no start event"});
    }
  }

  void check_nodes() {
    for (const auto& [id, node] : process_.nodes) {
      check_ends(node);
      if (node.kind == NodeKind::ExclusiveGateway) {
        check_choice(node);
      } else {
        check_unconditional(node);
      }
    }
  }

  void check_ends(const Node& node) {
    if (node.kind == NodeKind::StartEvent && !node.incoming.empty()) {
      refuse(node, {"sự kiện bắt đầu không được có luồng vào", "a start event has no flow in"});
    }
    if (node.kind == NodeKind::EndEvent && !node.outgoing.empty()) {
      refuse(node, {"sự kiện kết thúc không được có luồng ra", "an end event has no flow out"});
    }
    const bool one_way = node.kind == NodeKind::UserTask || node.kind == NodeKind::StartEvent;
    if (one_way && node.outgoing.size() > 1) {
      refuse(node, {"có nhiều luồng ra; hãy dùng cổng rẽ nhánh",
                    "more than one flow out; use a gateway to branch"});
    }
  }

  void check_unconditional(const Node& node) {
    for (const std::string& flow : node.outgoing) {
      if (!process_.flows.at(flow).condition) continue;
      refuse(node, {"điều kiện chỉ được đặt sau cổng loại trừ",
                    "conditions are allowed after exclusive gateways only"});
    }
  }

  void check_choice(const Node& node) {
    const auto& out = node.outgoing;
    if (!node.default_flow.empty() && std::ranges::find(out, node.default_flow) == out.end()) {
      refuse(node, {"luồng mặc định không đi ra từ cổng này",
                    "the default flow does not leave this gateway"});
    }
    if (out.size() < 2) return;
    for (const std::string& flow : out) {
      if (process_.flows.at(flow).condition || flow == node.default_flow) continue;
      refuse(node, {"luồng “" + flow + "” không có điều kiện và không phải mặc định",
                    "flow “" + flow + "” has no condition and is not the default"});
    }
  }

  // Gateways that lead back to themselves without a task would turn for ever.
  void check_circles() {
    std::set<std::string> done;
    for (const auto& [id, node] : process_.nodes) {
      std::set<std::string> path;
      if (turns(id, path, done)) {
        refuse(node, {"các cổng nối vòng mà không qua nhiệm vụ nào",
                      "gateways lead back to themselves without a task between"});
        return;
      }
    }
  }

  bool turns(const std::string& id, std::set<std::string>& path, std::set<std::string>& done) {
    const Node& node = process_.nodes.at(id);
    const bool is_gateway =
        node.kind == NodeKind::ExclusiveGateway || node.kind == NodeKind::ParallelGateway;
    if (!is_gateway || done.contains(id)) return false;
    if (!path.insert(id).second) return true;
    for (const std::string& flow : node.outgoing) {
      if (path.size() > 1000 || turns(process_.flows.at(flow).target, path, done)) return true;
    }
    path.erase(id);
    done.insert(id);
    return false;
  }

  const xml::Document& document_;
  Process process_;
  std::set<std::string> ids_;
  std::vector<std::string> flow_order_;
  std::vector<ImportError> errors_;
};

}  // namespace

Result<Process, std::vector<ImportError>> import_process(std::string_view xml) {
  auto document = xml::Document::read(xml);
  if (!document) {
    return Unexpected{
        std::vector<ImportError>{{document.error().line, "xml", document.error().what}}};
  }
  auto process = Importer(*document).run();
  if (!process) return process;
  Process read = std::move(process).value();
  read.xml = xml;
  return read;
}

}  // namespace motcua::bpmn
