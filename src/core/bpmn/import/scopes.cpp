// Processes, global tasks, sub-processes and what they contain.
#include <algorithm>
#include <array>

#include "bpmn/import/builder.hpp"

namespace motcua::bpmn {
namespace {

struct KindName {
  std::string_view element;
  NodeKind kind;
};
constexpr std::array<KindName, 22> kinds = {{
    {"process", NodeKind::Process},
    {"task", NodeKind::Task},
    {"userTask", NodeKind::UserTask},
    {"manualTask", NodeKind::ManualTask},
    {"serviceTask", NodeKind::ServiceTask},
    {"sendTask", NodeKind::SendTask},
    {"receiveTask", NodeKind::ReceiveTask},
    {"scriptTask", NodeKind::ScriptTask},
    {"businessRuleTask", NodeKind::BusinessRuleTask},
    {"callActivity", NodeKind::CallActivity},
    {"subProcess", NodeKind::SubProcess},
    {"transaction", NodeKind::Transaction},
    {"adHocSubProcess", NodeKind::AdHocSubProcess},
    {"startEvent", NodeKind::StartEvent},
    {"intermediateCatchEvent", NodeKind::IntermediateCatchEvent},
    {"intermediateThrowEvent", NodeKind::IntermediateThrowEvent},
    {"boundaryEvent", NodeKind::BoundaryEvent},
    {"endEvent", NodeKind::EndEvent},
    {"exclusiveGateway", NodeKind::ExclusiveGateway},
    {"inclusiveGateway", NodeKind::InclusiveGateway},
    {"parallelGateway", NodeKind::ParallelGateway},
    {"eventBasedGateway", NodeKind::EventBasedGateway},
}};

// Kept in the XML, without effect on how the process runs, or read elsewhere.
constexpr std::array<std::string_view, 28> quiet = {"documentation",
                                                    "laneSet",
                                                    "textAnnotation",
                                                    "association",
                                                    "group",
                                                    "dataObject",
                                                    "dataObjectReference",
                                                    "dataStoreReference",
                                                    "property",
                                                    "ioSpecification",
                                                    "auditing",
                                                    "monitoring",
                                                    "supportedInterfaceRef",
                                                    "ioBinding",
                                                    "resourceRole",
                                                    "performer",
                                                    "humanPerformer",
                                                    "potentialOwner",
                                                    "incoming",
                                                    "outgoing",
                                                    "sequenceFlow",
                                                    "standardLoopCharacteristics",
                                                    "multiInstanceLoopCharacteristics",
                                                    "dataInputAssociation",
                                                    "dataOutputAssociation",
                                                    "completionCondition",
                                                    "supports",
                                                    "categoryValueRef"};

NodeKind global_kind(std::string_view element) {
  if (element == "globalUserTask") return NodeKind::UserTask;
  if (element == "globalManualTask") return NodeKind::ManualTask;
  if (element == "globalScriptTask") return NodeKind::ScriptTask;
  if (element == "globalBusinessRuleTask") return NodeKind::BusinessRuleTask;
  return NodeKind::Task;
}

}  // namespace

std::string_view element_name(NodeKind kind) {
  if (kind == NodeKind::EventSubProcess) return "subProcess";
  return std::ranges::find(kinds, kind, &KindName::kind)->element;
}

bool is_activity(NodeKind kind) {
  return kind >= NodeKind::Task && kind <= NodeKind::AdHocSubProcess;
}

bool is_scope(NodeKind kind) {
  return kind == NodeKind::Process ||
         (kind >= NodeKind::SubProcess && kind <= NodeKind::EventSubProcess);
}

int Builder::add_node(int element, NodeKind kind, int scope) {
  const int number = static_cast<int>(definitions_.nodes.size());
  Node made;
  made.id = tree_.at(element).id;
  made.name = tree_.attribute(element, "name");
  made.kind = kind;
  made.scope = scope;
  made.line = tree_.line(element);
  if (made.id.empty()) {
    // The schema lets ids be absent; an instance needs to name what it waits at.
    made.id = "_line" + std::to_string(made.line) + "_" + std::to_string(element);
  }
  definitions_.by_id.emplace(made.id, number);
  nodes_by_element_[static_cast<std::size_t>(element)] = number;
  definitions_.nodes.push_back(std::move(made));
  if (scope >= 0) node(scope).children.push_back(number);
  return number;
}

void Builder::add_process(int element) {
  const int process = add_node(element, NodeKind::Process, -1);
  definitions_.processes.push_back(process);
  read_scope(element, process);
}

void Builder::add_global_task(int element) {
  const int process = add_node(element, NodeKind::Process, -1);
  definitions_.processes.push_back(process);
  declare_variables(element, process);
  const int task = add_node(element, global_kind(tree_.at(element).kind), process);
  nodes_by_element_[static_cast<std::size_t>(element)] = process;
  read_task(element, task);
  node(process).starts.push_back(task);
}

void Builder::read_scope(int element, int scope) {
  declare_variables(element, scope);
  for (const int child : tree_.at(element).children) read_child(child, scope);
  find_starts(scope);
}

void Builder::read_child(int element, int scope) {
  const std::string_view kind = tree_.at(element).kind;
  if (std::ranges::find(quiet, kind) != quiet.end()) return;
  const auto found = std::ranges::find(kinds, kind, &KindName::element);
  if (found == kinds.end() || found->kind == NodeKind::Process) {
    return refuse(element, {"chưa hỗ trợ phần tử này", "this element is not supported"});
  }
  NodeKind made = found->kind;
  if (made == NodeKind::SubProcess && tree_.is_true(element, "triggeredByEvent", false)) {
    made = NodeKind::EventSubProcess;
  }
  const int number = add_node(element, made, scope);
  if (const int flow = tree_.reference(element, "default"); flow != nothing) {
    node(number).default_flow = flow;  // an element; add_flows() makes it a flow
  }
  if (made == NodeKind::EventSubProcess) node(scope).event_sub_processes.push_back(number);
  if (is_activity(made)) read_activity(element, number);
  if (is_scope(made)) read_scope(element, number);
  if (is_event(kind)) read_event(element, number);
  if (made == NodeKind::EventBasedGateway) {
    node(number).instantiates = tree_.is_true(element, "instantiate", false);
    node(number).parallel_events = tree_.attribute(element, "eventGatewayType") == "Parallel";
  }
}

// BPMN 2.0.2, 10.5.2: without a start event, whatever has no incoming flow begins.
void Builder::find_starts(int scope) {
  std::vector<int> starts;
  bool has_start_event = false;
  for (const int child : node(scope).children) {
    if (node(child).kind != NodeKind::StartEvent) continue;
    has_start_event = true;
    if (node(child).events.empty() || node(scope).kind == NodeKind::EventSubProcess) {
      starts.push_back(child);
    }
  }
  if (!has_start_event) starts = node(scope).children;
  node(scope).starts = std::move(starts);  // add_flows() leaves out what has an incoming flow
}

}  // namespace motcua::bpmn
