// BPMN 2.0 definitions compiled for running: flow nodes by number, conditions in FEEL.
//
// Read-only after import_definitions(). Scopes are nodes too: a process, a global task and every
// sub-process is a node whose `children` it contains. Numbers (node, flow) are positions in the two
// vectors and hold for one text of the XML; ids are what outlives an edit.
//
// Extensions, in the namespace urn:motcua:bpmn:1:
//   motcua:working-time on timerEventDefinition   a term in the office's calendar, "6 working-days"
//   motcua:result on a script or business rule task   variable that takes the result
//   any motcua: attribute of a task is kept in `extensions` for the caller
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "bpmn/fault.hpp"
#include "calendar/term.hpp"
#include "feel/expression.hpp"

namespace motcua::bpmn {

enum class NodeKind : std::uint8_t {
  Process,
  Task,  // without a type
  UserTask,
  ManualTask,
  ServiceTask,
  SendTask,
  ReceiveTask,
  ScriptTask,
  BusinessRuleTask,
  CallActivity,
  SubProcess,
  Transaction,
  AdHocSubProcess,
  EventSubProcess,
  StartEvent,
  IntermediateCatchEvent,
  IntermediateThrowEvent,
  BoundaryEvent,
  EndEvent,
  ExclusiveGateway,
  InclusiveGateway,
  ParallelGateway,
  EventBasedGateway,
};

enum class EventKind : std::uint8_t {
  None,
  Message,
  Timer,
  Signal,
  Error,
  Escalation,
  Conditional,
  Compensation,
  Cancel,
  Link,
  Terminate,
};

enum class TimerKind : std::uint8_t { Date, Duration, Cycle, WorkingTime };

struct Timer {
  TimerKind kind = TimerKind::Duration;
  std::string text;                            // ISO 8601, unless there is an expression
  std::optional<feel::Expression> expression;  // gives the text
  std::optional<calendar::Term> working_time;  // WorkingTime only
};

struct EventDefinition {
  EventKind kind = EventKind::None;
  // Message, signal: the referenced element's id; error, escalation: its code (empty: any);
  // link: the name.
  std::string name;
  Timer timer;
  std::optional<feel::Expression> condition;
  int activity = -1;  // compensation: only this one; -1: all of the scope
  bool waits = true;  // compensation: waitForCompletion
};

struct Assignment {
  std::optional<feel::Expression> from;
  std::string to;
};

// An input or output association: `target` takes the transformation's value, or the source's.
struct Association {
  std::string source;  // variable (input) or the data output's id (output); may be empty
  std::string target;  // the data input's id (input) or a variable (output)
  std::optional<feel::Expression> transformation;
  std::vector<Assignment> assignments;
};

enum class LoopKind : std::uint8_t { None, Standard, Sequential, Parallel };
enum class LoopBehaviour : std::uint8_t { None, One, All, Complex };

struct ComplexBehaviour {
  std::optional<feel::Expression> condition;
  EventDefinition event;
};

struct Loop {
  LoopKind kind = LoopKind::None;
  bool test_before = false;                   // standard
  std::optional<int> maximum;                 // standard
  std::optional<feel::Expression> condition;  // standard: go on; multi-instance: completion
  std::optional<feel::Expression> cardinality;
  std::string collection;  // variable, instead of the cardinality
  std::string item;        // variable of one instance
  std::string output_collection;
  std::string output_item;
  LoopBehaviour behaviour = LoopBehaviour::All;
  std::optional<EventDefinition> event;  // for behaviours None and One
  std::vector<ComplexBehaviour> complex;
};

struct Node {
  std::string id;
  std::string name;
  NodeKind kind = NodeKind::Task;
  int scope = -1;             // the node that contains it; -1 for a process
  int line = 0;               // in the XML, from 1
  std::vector<int> incoming;  // flows, in document order
  std::vector<int> outgoing;
  int default_flow = -1;

  // Events
  std::vector<EventDefinition> events;
  bool parallel_multiple = false;
  bool interrupts = true;  // boundary and event sub-process starts
  int attached_to = -1;    // boundary events
  int handler = -1;        // compensation boundary: the activity to run
  int link_target = -1;    // throwing link

  // Activities
  std::vector<int> boundaries;
  Loop loop;
  int start_quantity = 1;
  int completion_quantity = 1;
  bool for_compensation = false;
  std::optional<feel::Expression> script;  // FEEL scripts; others are asked of the caller
  std::string script_format;
  std::string script_text;
  std::string result;          // motcua:result
  std::string called;          // call activity: the called element's id
  int called_node = -1;        // … when it is in these definitions
  std::string implementation;  // of service, send, receive, business rule tasks
  std::string operation;
  std::vector<Association> inputs;
  std::vector<Association> outputs;
  bool maps_data = false;  // has an ioSpecification: a called element then sees its inputs only

  // Scopes
  std::vector<int> children;
  std::vector<int> starts;  // what gets a token at the beginning
  std::vector<int> event_sub_processes;
  std::vector<std::string> variables;          // data objects and properties it declares
  bool sequential = false;                     // ad-hoc ordering
  bool cancels_remaining = true;               // ad-hoc
  std::optional<feel::Expression> completion;  // ad-hoc

  // Gateways
  bool instantiates = false;  // also receive tasks
  bool parallel_events = false;

  std::map<std::string, std::string> extensions;  // motcua: attributes of activities
  bool compensable = false;                       // its completion must be remembered
};

struct Flow {
  std::string id;
  std::string name;
  int source = -1;
  int target = -1;
  int line = 0;
  std::optional<feel::Expression> condition;
};

struct Definitions {
  std::vector<Node> nodes;
  std::vector<Flow> flows;
  std::vector<int> processes;                     // nodes: processes first, then global tasks
  std::map<std::string, int, std::less<>> by_id;  // nodes
  // Per inclusive gateway and node: which of the gateway's incoming flows a token that is at the
  // node could still come by, without passing the gateway (bit = place in `incoming`).
  std::map<int, std::vector<std::uint64_t>> joins;
  std::vector<std::string> message_names;  // ids of all messages, sorted
  bool has_conditions = false;             // there are conditional events
  std::string xml;                         // as imported

  const Node& node(int number) const { return nodes[static_cast<std::size_t>(number)]; }
  const Flow& flow(int number) const { return flows[static_cast<std::size_t>(number)]; }
  int find(std::string_view id) const {  // -1 when there is no such node
    const auto found = by_id.find(id);
    return found == by_id.end() ? -1 : found->second;
  }
};

// Refuses what breaks a rule of the standard or is not run by this engine, each with line, element
// and reason; never gives an empty list of errors. At most 4 MB, see xml::Document.
Result<Definitions, std::vector<ImportError>> import_definitions(std::string_view xml);

std::string_view element_name(NodeKind kind);  // "userTask"

bool is_activity(NodeKind kind);
bool is_scope(NodeKind kind);  // contains nodes

}  // namespace motcua::bpmn
