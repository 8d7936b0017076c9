#include "procedure/process.hpp"

#include <algorithm>
#include <array>

#include "bpmn/element_names.hpp"

namespace motcua::procedure {
namespace {

using bpmn::EventKind;
using bpmn::ImportError;

struct KindForDossiers {
  bpmn::NodeKind in_bpmn;
  NodeKind kind;
};
constexpr std::array<KindForDossiers, 11> kinds{{
    {bpmn::NodeKind::StartEvent, NodeKind::StartEvent},
    {bpmn::NodeKind::EndEvent, NodeKind::EndEvent},
    {bpmn::NodeKind::UserTask, NodeKind::UserTask},
    {bpmn::NodeKind::ScriptTask, NodeKind::ScriptTask},
    {bpmn::NodeKind::BusinessRuleTask, NodeKind::BusinessRuleTask},
    {bpmn::NodeKind::SubProcess, NodeKind::SubProcess},
    {bpmn::NodeKind::IntermediateCatchEvent, NodeKind::Timer},
    {bpmn::NodeKind::BoundaryEvent, NodeKind::BoundaryTimer},
    {bpmn::NodeKind::ExclusiveGateway, NodeKind::ExclusiveGateway},
    {bpmn::NodeKind::InclusiveGateway, NodeKind::InclusiveGateway},
    {bpmn::NodeKind::ParallelGateway, NodeKind::ParallelGateway},
}};

std::optional<NodeKind> kind_for_dossiers(bpmn::NodeKind kind) {
  const auto found = std::ranges::find(kinds, kind, &KindForDossiers::in_bpmn);
  return found == kinds.end() ? std::nullopt : std::optional(found->kind);
}

bool is_gateway(NodeKind kind) {
  return kind == NodeKind::ExclusiveGateway || kind == NodeKind::InclusiveGateway ||
         kind == NodeKind::ParallelGateway;
}

bool is_timer(NodeKind kind) { return kind == NodeKind::Timer || kind == NodeKind::BoundaryTimer; }

bool is_plain(NodeKind kind) {
  return kind == NodeKind::StartEvent || kind == NodeKind::EndEvent || kind == NodeKind::UserTask ||
         is_gateway(kind);
}

// What triggers an event may have in a dossier's process.
bool runs_events(NodeKind kind, const std::vector<bpmn::EventDefinition>& events) {
  if (is_timer(kind)) return events.size() == 1 && events.front().kind == EventKind::Timer;
  if (kind != NodeKind::EndEvent) return events.empty();
  return events.empty() || (events.size() == 1 && events.front().kind == EventKind::Terminate);
}

class DossierProcess {
 public:
  explicit DossierProcess(std::shared_ptr<const bpmn::Definitions> definitions)
      : definitions_(std::move(definitions)) {}

  Result<Process, std::vector<ImportError>> run() {
    if (definitions_->processes.size() != 1) {
      const int line = definitions_->node(definitions_->processes.back()).line;
      errors_.push_back(
          {line, "process", {"phải có đúng một quy trình", "exactly one process is expected"}});
      return Unexpected{errors_};
    }
    const bpmn::Node& root = definitions_->node(definitions_->processes.front());
    process_.id = root.id;
    process_.name = root.name;
    process_.xml = definitions_->xml;
    process_.names = bpmn::element_names(process_.xml);
    process_.start = add_scope(root, "");
    if (errors_.empty()) add_flows();
    if (!errors_.empty()) return Unexpected{errors_};
    add_ways();
    process_.definitions = definitions_;
    return std::move(process_);
  }

 private:
  void refuse(const bpmn::Node& node, Text what) {
    errors_.push_back(
        {node.line, std::string(bpmn::element_name(node.kind)) + " " + node.id, std::move(what)});
  }

  // The nodes of a process or sub-process and of those inside; gives the id of its start event.
  std::string add_scope(const bpmn::Node& scope, const std::string& id) {
    std::string start;
    const auto errors_before = errors_.size();
    for (const int child : scope.children) {
      const bpmn::Node& node = definitions_->node(child);
      add_node(child, id);
      if (node.kind == bpmn::NodeKind::StartEvent) {
        if (!start.empty()) {
          refuse(node, {"đã có sự kiện bắt đầu khác", "there is another start event"});
        }
        start = node.id;
      }
      if (node.kind == bpmn::NodeKind::SubProcess) starts_[node.id] = add_scope(node, node.id);
    }
    if (start.empty() && errors_.size() == errors_before) {
      refuse(scope, {"không có sự kiện bắt đầu", "no start event"});
    }
    return start;
  }

  void add_node(int number, const std::string& scope) {
    const bpmn::Node& node = definitions_->node(number);
    const auto kind = kind_for_dossiers(node.kind);
    if (!kind) {
      return refuse(node,
                    {"hồ sơ chưa chạy được phần tử này", "dossiers do not run this element yet"});
    }
    if (!runs_events(*kind, node.events)) {
      return refuse(node, {"hồ sơ chưa chạy được sự kiện kiểu này",
                           "dossiers do not run events with this trigger yet"});
    }
    refuse_details(node, *kind);
    ProcessNode made;
    made.id = node.id;
    made.name = node.name;
    made.kind = *kind;
    made.scope = scope;
    made.line = node.line;
    made.number = number;
    read_attributes(node, made);
    if (!is_plain(*kind) || !node.events.empty()) process_.plain = false;
    process_.nodes.emplace(node.id, std::move(made));
  }

  void read_attributes(const bpmn::Node& node, ProcessNode& made) {
    const auto said = [&](const char* name) {
      const auto found = node.extensions.find(name);
      return found == node.extensions.end() ? std::string() : found->second;
    };
    if (made.kind == NodeKind::UserTask) {
      made.task = {said("act"), said("role"), said("unit"), said("share-of"),
                   said("decides") == "true"};
    }
    made.decision = said("decision");
    made.result = node.result;
    made.interrupts = node.interrupts;
    if (node.attached_to >= 0) made.attached_to = definitions_->node(node.attached_to).id;
    if (is_timer(made.kind)) made.wait = node.events.front().timer.working_time;
    if (made.kind == NodeKind::ScriptTask && !node.script) {
      refuse(node, {"kịch bản phải viết bằng FEEL", "the script has to be in FEEL"});
    }
    if (made.kind == NodeKind::BusinessRuleTask && made.decision.empty()) {
      refuse(node, {"thiếu motcua:decision: hỏi quyết định nào của decisions.dmn",
                    "motcua:decision is missing: which decision of decisions.dmn it asks"});
    }
    if (made.kind != NodeKind::ScriptTask && made.kind != NodeKind::BusinessRuleTask) return;
    if (made.result.empty() || is_reserved_variable(made.result)) {
      refuse(node, {"motcua:result phải là tên một biến riêng của quy trình",
                    "motcua:result has to name a variable of the process's own"});
    }
  }

  void refuse_details(const bpmn::Node& node, NodeKind kind) {
    if (node.loop.kind != bpmn::LoopKind::None) {
      refuse(node, {"hồ sơ chưa chạy được nhiệm vụ lặp hay nhiều bản",
                    "dossiers do not run loops and multi-instances yet"});
    }
    if (node.start_quantity != 1 || node.completion_quantity != 1) {
      refuse(node, {"hồ sơ chưa chạy được số lượng thẻ khác 1",
                    "dossiers do not run token quantities other than 1 yet"});
    }
    if (!node.inputs.empty() || !node.outputs.empty()) {
      refuse(node, {"hồ sơ chưa chạy được liên kết dữ liệu",
                    "dossiers do not run data associations yet"});
    }
    if (node.outgoing.size() > 1 && !is_gateway(kind)) {
      refuse(node, {"có nhiều luồng ra; hãy dùng cổng rẽ nhánh",
                    "more than one flow out; use a gateway to branch"});
    }
    if (node.for_compensation) {
      refuse(node, {"hồ sơ chưa chạy được bù trừ", "dossiers do not run compensation yet"});
    }
  }

  void add_flows() {
    for (std::size_t i = 0; i < definitions_->flows.size(); ++i) {
      const bpmn::Flow& flow = definitions_->flows[i];
      SequenceFlow made;
      made.id = flow.id;
      made.name = flow.name;
      made.source = definitions_->node(flow.source).id;
      made.target = definitions_->node(flow.target).id;
      made.condition = flow.condition;
      made.line = flow.line;
      made.number = static_cast<int>(i);
      process_.nodes.at(made.source).outgoing.push_back(flow.id);
      process_.nodes.at(made.target).incoming.push_back(flow.id);
      if (!process_.flows.emplace(flow.id, std::move(made)).second) {
        errors_.push_back(
            {flow.line, "sequenceFlow", {"thiếu thuộc tính id", "the id attribute is missing"}});
      }
    }
    for (auto& [id, node] : process_.nodes) {
      const int otherwise = definitions_->node(node.number).default_flow;
      if (otherwise >= 0) node.default_flow = definitions_->flow(otherwise).id;
    }
  }

  std::vector<std::string> behind(const ProcessNode& node) const {
    std::vector<std::string> targets;
    for (const std::string& flow : node.outgoing) targets.push_back(process_.flows.at(flow).target);
    if (node.kind != NodeKind::EndEvent || node.scope.empty()) return targets;
    return behind(process_.nodes.at(node.scope));
  }

  void add_ways() {
    for (auto& [id, node] : process_.nodes) {
      node.next = node.kind == NodeKind::SubProcess ? std::vector{starts_.at(id)} : behind(node);
    }
    for (const auto& [id, node] : process_.nodes) {
      if (node.kind != NodeKind::BoundaryTimer) continue;
      process_.nodes.at(node.attached_to).next.push_back(id);
    }
  }

  std::shared_ptr<const bpmn::Definitions> definitions_;
  Process process_;
  std::map<std::string, std::string> starts_;  // of sub-processes, by id
  std::vector<ImportError> errors_;
};

}  // namespace

bool has_a_name(NodeKind kind) {
  return kind == NodeKind::UserTask || kind == NodeKind::ScriptTask ||
         kind == NodeKind::BusinessRuleTask || kind == NodeKind::SubProcess || is_timer(kind);
}

bool is_reserved_variable(std::string_view name) {
  static constexpr std::array<std::string_view, 4> reserved{"case", "channel", "outcome",
                                                            "authority"};
  return std::ranges::find(reserved, name) != reserved.end();
}

Text Process::drawn_name(std::string_view element) const {
  const auto found = names.find(element);
  if (found == names.end()) return {std::string(element), std::string(element)};
  const auto& [vi, en] = found->second;
  return {vi.empty() ? en : vi, en.empty() ? vi : en};
}

const dmn::DecisionTable* Process::find_decision(std::string_view id_or_name) const {
  if (decisions == nullptr) return nullptr;
  const auto found = std::ranges::find_if(*decisions, [&](const dmn::DecisionTable& one) {
    return one.id() == id_or_name || one.name() == id_or_name;
  });
  return found == decisions->end() ? nullptr : &*found;
}

Result<Process, std::vector<bpmn::ImportError>> read_process(std::string_view xml) {
  auto definitions = bpmn::import_definitions(xml);
  if (!definitions) return Unexpected{definitions.error()};
  return DossierProcess(std::make_shared<const bpmn::Definitions>(std::move(definitions).value()))
      .run();
}

}  // namespace motcua::procedure
