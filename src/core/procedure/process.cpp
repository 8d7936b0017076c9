#include "procedure/process.hpp"

namespace motcua::procedure {
namespace {

using bpmn::ImportError;

std::optional<NodeKind> kind_for_dossiers(bpmn::NodeKind kind) {
  switch (kind) {
    case bpmn::NodeKind::StartEvent:
      return NodeKind::StartEvent;
    case bpmn::NodeKind::EndEvent:
      return NodeKind::EndEvent;
    case bpmn::NodeKind::UserTask:
      return NodeKind::UserTask;
    case bpmn::NodeKind::ExclusiveGateway:
      return NodeKind::ExclusiveGateway;
    case bpmn::NodeKind::InclusiveGateway:
      return NodeKind::InclusiveGateway;
    case bpmn::NodeKind::ParallelGateway:
      return NodeKind::ParallelGateway;
    default:
      return std::nullopt;
  }
}

bool is_gateway(NodeKind kind) {
  return kind == NodeKind::ExclusiveGateway || kind == NodeKind::InclusiveGateway ||
         kind == NodeKind::ParallelGateway;
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
    for (const int child : root.children) add_node(child);
    if (process_.start.empty() && errors_.empty()) {
      refuse(root, {"không có sự kiện bắt đầu", "no start event"});
    }
    if (errors_.empty()) add_flows();
    if (!errors_.empty()) return Unexpected{errors_};
    process_.definitions = definitions_;
    return std::move(process_);
  }

 private:
  void refuse(const bpmn::Node& node, Text what) {
    errors_.push_back(
        {node.line, std::string(bpmn::element_name(node.kind)) + " " + node.id, std::move(what)});
  }

  void add_node(int number) {
    const bpmn::Node& node = definitions_->node(number);
    const auto kind = kind_for_dossiers(node.kind);
    if (!kind) {
      return refuse(node,
                    {"hồ sơ chưa chạy được phần tử này", "dossiers do not run this element yet"});
    }
    if (!node.events.empty()) {
      return refuse(node, {"hồ sơ chưa chạy được sự kiện có kiểu",
                           "dossiers do not run events with a trigger yet"});
    }
    refuse_details(node);
    if (*kind == NodeKind::StartEvent) {
      if (!process_.start.empty()) {
        refuse(node, {"đã có sự kiện bắt đầu khác", "there is another start event"});
      }
      process_.start = node.id;
    }
    ProcessNode made;
    made.id = node.id;
    made.name = node.name;
    made.kind = *kind;
    made.line = node.line;
    made.number = number;
    const auto said = [&](const char* name) {
      const auto found = node.extensions.find(name);
      return found == node.extensions.end() ? std::string() : found->second;
    };
    if (*kind == NodeKind::UserTask) {
      made.task = {said("act"), said("role"), said("unit"), said("share-of")};
    }
    process_.nodes.emplace(node.id, std::move(made));
  }

  void refuse_details(const bpmn::Node& node) {
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
    const auto kind = kind_for_dossiers(node.kind);
    if (node.outgoing.size() > 1 && kind && !is_gateway(*kind)) {
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

  std::shared_ptr<const bpmn::Definitions> definitions_;
  Process process_;
  std::vector<ImportError> errors_;
};

}  // namespace

Result<Process, std::vector<ImportError>> read_process(std::string_view xml) {
  auto definitions = bpmn::import_definitions(xml);
  if (!definitions) return Unexpected{definitions.error()};
  return DossierProcess(std::make_shared<const bpmn::Definitions>(std::move(definitions).value()))
      .run();
}

}  // namespace motcua::procedure
