// Messages: operations, and the data a message, signal, error or escalation carries.
#include <algorithm>
#include <array>

#include "bpmn/constraints/constraints.hpp"

namespace motcua::bpmn {
namespace {

// What `reference` of an element names by a child element, or nothing.
int first_reference(const ElementTree& tree, int element, std::string_view kind) {
  const auto found = tree.references(element, kind);
  return found.empty() ? nothing : found.front();
}

// Two items carry the same when they name one definition, or one structure.
bool is_same_item(const ElementTree& tree, int one, int other) {
  if (one == other) return true;
  if (one == nothing || other == nothing) return false;
  const auto structure = tree.attribute(one, "structureRef");
  return !structure.empty() && structure == tree.attribute(other, "structureRef");
}

struct Side {
  std::string_view item;
  std::string_view set;
};
constexpr Side input_side{"dataInput", "inputSet"};
constexpr Side output_side{"dataOutput", "outputSet"};

// One set, one item in it, of the message's kind.
void item_matches(const ElementTree& tree, Findings& findings, int task, const Side& side,
                  int message) {
  const int io = tree.child(task, "ioSpecification");
  if (io == nothing) return;
  const std::string item(side.item);
  if (tree.children(io, side.set).size() > 1 || tree.children(io, side.item).size() > 1) {
    findings.report(task, {"chỉ được có một " + std::string(side.set) + " với một " + item,
                           "has one " + std::string(side.set) + " with one " + item});
  }
  const int of_message = message == nothing ? nothing : tree.reference(message, "itemRef");
  for (const int one : tree.children(io, side.item)) {
    if (message == nothing ||
        is_same_item(tree, tree.reference(one, "itemSubjectRef"), of_message)) {
      continue;
    }
    findings.report(task, {item + " không cùng kiểu với thông điệp",
                           "the " + item + " is not of the message's item definition"});
  }
}

// EXT041 … EXT044
void services_fit_their_operation(const ElementTree& tree, Findings& findings) {
  for (const int task : tree.all("serviceTask")) {
    const int operation = tree.reference(task, "operationRef");
    if (operation == nothing || tree.at(operation).kind != "operation") continue;
    if (tree.child(task, "ioSpecification") == nothing) {
      findings.report(task, {"có thao tác (operationRef) thì phải có đúng một dữ liệu vào",
                             "with an operation it has exactly one data input"});
      continue;
    }
    item_matches(tree, findings, task, input_side,
                 first_reference(tree, operation, "inMessageRef"));
    const int out = first_reference(tree, operation, "outMessageRef");
    if (out != nothing) item_matches(tree, findings, task, output_side, out);
  }
}

// EXT045 … EXT048
void send_tasks_fit_their_message(const ElementTree& tree, Findings& findings) {
  for (const int task : tree.all("sendTask")) {
    item_matches(tree, findings, task, input_side, tree.reference(task, "messageRef"));
  }
}

// EXT049 … EXT052
void receive_tasks_fit_their_message(const ElementTree& tree, Findings& findings) {
  for (const int task : tree.all("receiveTask")) {
    item_matches(tree, findings, task, output_side, tree.reference(task, "messageRef"));
    if (!tree.is_true(task, "instantiate", false) || tree.at(task).incoming.empty()) continue;
    findings.report(task, {"nhiệm vụ nhận khởi tạo quy trình không được có luồng vào",
                           "a receive task that instantiates the process has no flow in"});
  }
}

// The item definition of what an event definition carries, or nothing; `carries` says whether it
// can.
int item_of(const ElementTree& tree, int definition, bool& carries) {
  struct Carried {
    std::string_view definition;
    const char* reference;
    const char* item;
  };
  constexpr std::array<Carried, 4> all = {{
      {"messageEventDefinition", "messageRef", "itemRef"},
      {"signalEventDefinition", "signalRef", "structureRef"},
      {"errorEventDefinition", "errorRef", "structureRef"},
      {"escalationEventDefinition", "escalationRef", "structureRef"},
  }};
  for (const Carried& one : all) {
    if (tree.at(definition).kind != one.definition) continue;
    const int target = tree.reference(definition, one.reference);
    carries = target != nothing;
    return carries ? tree.reference(target, one.item) : nothing;
  }
  carries = false;
  return nothing;
}

// EXT093, EXT094: one data item per event definition, in order and of its kind.
void events_carry_what_they_define(const ElementTree& tree, Findings& findings) {
  for (int event = 0; event < tree.size(); ++event) {
    if (!is_event(tree.at(event).kind)) continue;
    const bool throws = is_throw_event(tree.at(event).kind);
    const auto items = tree.children(event, throws ? "dataInput" : "dataOutput");
    if (items.empty()) continue;
    const auto definitions = event_definitions_of(tree, event);
    if (definitions.size() != items.size()) {
      findings.report(event, {"số dữ liệu phải bằng số định nghĩa sự kiện",
                              "there are as many data items as event definitions"});
      continue;
    }
    for (std::size_t i = 0; i < items.size(); ++i) {
      bool carries = false;
      const int carried = item_of(tree, definitions[i], carries);
      if (!carries || is_same_item(tree, tree.reference(items[i], "itemSubjectRef"), carried))
        continue;
      findings.report(event, {"dữ liệu không cùng kiểu với cái mà sự kiện mang",
                              "the data is not of the item definition that the event carries"});
    }
  }
}

// EXT127: "MUST be specified for executable Processes" (10.5.5)
void executable_message_events_name_their_message(const ElementTree& tree, Findings& findings) {
  for (const int definition : tree.all("messageEventDefinition")) {
    const int event = tree.at(definition).parent;
    if (!is_executable(tree, event) || !tree.attribute(definition, "messageRef").empty()) continue;
    findings.report(event, {"quy trình chạy được thì sự kiện thông điệp phải có messageRef",
                            "in an executable process a message event has a messageRef"});
  }
}

// EXT128, of operationRef: the same words. An operation says of which item definitions its messages
// are, so it is held against messages that have one. One without carries nothing an operation could
// say; editors (bpmn.io, Camunda Modeler) draw all of theirs so and know no operations.
void executable_typed_messages_name_their_operation(const ElementTree& tree, Findings& findings) {
  for (const int definition : tree.all("messageEventDefinition")) {
    const int event = tree.at(definition).parent;
    if (!is_executable(tree, event)) continue;
    const int message = tree.reference(definition, "messageRef");
    if (message == nothing || tree.attribute(message, "itemRef").empty()) continue;
    if (tree.child(definition, "operationRef") != nothing) continue;
    findings.report(event,
                    {"quy trình chạy được thì sự kiện của thông điệp có itemRef phải có "
                     "operationRef",
                     "in an executable process the event of a message with an itemRef has an "
                     "operationRef"});
  }
}

void executable_signals_are_named(const ElementTree& tree, Findings& findings) {
  for (const int definition : tree.all("signalEventDefinition")) {
    const int event = tree.at(definition).parent;
    if (!is_executable(tree, event) || !tree.attribute(definition, "signalRef").empty()) continue;
    findings.report(event, {"quy trình chạy được thì sự kiện tín hiệu phải có signalRef",
                            "in an executable process a signal event has a signalRef"});
  }
}

constexpr std::array<Rule, 7> rules_of_messages = {{
    {"services_fit_their_operation", services_fit_their_operation},
    {"send_tasks_fit_their_message", send_tasks_fit_their_message},
    {"receive_tasks_fit_their_message", receive_tasks_fit_their_message},
    {"events_carry_what_they_define", events_carry_what_they_define},
    {"executable_message_events_name_their_message", executable_message_events_name_their_message},
    {"executable_typed_messages_name_their_operation",
     executable_typed_messages_name_their_operation},
    {"executable_signals_are_named", executable_signals_are_named},
}};

}  // namespace

std::span<const Rule> message_rules() { return rules_of_messages; }

}  // namespace motcua::bpmn
