// The process of a procedure as dossiers run it: user tasks, gateways, scripts in FEEL, decisions
// of the version's own decisions.dmn, sub-processes, and timers that wait or watch over a task.
//
// core/bpmn runs more than dossiers do; read_process() refuses the rest, naming the element and its
// line. Read-only after reading. Extension attributes live in the namespace urn:motcua:bpmn:1.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/text.hpp"
#include "bpmn/definitions.hpp"
#include "calendar/term.hpp"
#include "dmn/decision.hpp"
#include "feel/expression.hpp"

namespace motcua::procedure {

enum class NodeKind {
  StartEvent,
  EndEvent,
  UserTask,
  ScriptTask,
  BusinessRuleTask,
  SubProcess,
  Timer,          // waits on the way
  BoundaryTimer,  // watches over a task or sub-process
  ExclusiveGateway,
  InclusiveGateway,
  ParallelGateway
};

// Kinds people are told of by name: what they do, wait for, or was decided without them.
bool has_a_name(NodeKind kind);

struct SequenceFlow {
  std::string id;
  std::string name;
  std::string source;
  std::string target;
  std::optional<feel::Expression> condition;
  int line = 0;     // in the XML, from 1
  int number = -1;  // in the definitions
};

// What a user task says about itself in motcua: attributes.
struct TaskAttributes {
  std::string
      act;  // the act that completes it: hand-over, propose, approve, sign-off, return-result …
  std::string role;  // role of who may do it: reception, specialist, head, director …
  std::string unit;  // unit that holds the dossier meanwhile: reception, division, leadership, or
                     // an outside agency (ubnd-tp, cong-an-tp, co-quan-duoc-hoi)
  std::string share_of;  // user task whose share of the term this one uses too; empty: its own
  bool decides = false;  // its approval decides the case, as a signature does
};

struct ProcessNode {
  std::string id;
  std::string name;
  NodeKind kind = NodeKind::UserTask;
  TaskAttributes task;                // user tasks only
  std::vector<std::string> incoming;  // flow ids
  std::vector<std::string> outgoing;  // flow ids, in document order
  std::string default_flow;           // exclusive and inclusive gateways
  std::string scope;                  // the sub-process it stands in; empty: in none
  std::string decision;     // business rule tasks: id or name of a decision of decisions.dmn
  std::string result;       // script and business rule tasks: the variable that takes their value
  std::string attached_to;  // boundary timers: what they watch over
  bool interrupts = true;   // boundary timers: what they watch over ends with them
  std::optional<calendar::Term> wait;  // timers in working time
  // Where a token may be next: behind its flows, at the timers that watch over it, inside a
  // sub-process, and behind the sub-process that ends here.
  std::vector<std::string> next;
  int line = 0;     // in the XML, from 1
  int number = -1;  // in the definitions
};

struct Process {
  std::string id;
  std::string name;
  std::map<std::string, ProcessNode, std::less<>> nodes;
  std::map<std::string, SequenceFlow, std::less<>> flows;
  std::string start;                               // id of the start event
  std::string xml;                                 // as imported
  std::map<std::string, Text, std::less<>> names;  // of all that is drawn, lanes too; en may lack
  bool plain = true;  // tasks and gateways only: where it stands is told by tasks and joins
  // What the engine runs. Shared because it never changes and versions that hold it are copied.
  std::shared_ptr<const bpmn::Definitions> definitions;
  // What business rule tasks ask: the tables of the version's decisions.dmn; null: there are none.
  std::shared_ptr<const std::vector<dmn::DecisionTable>> decisions;

  const dmn::DecisionTable* find_decision(std::string_view id_or_name) const;

  // What an element of the drawing is called: one language where the other lacks, its id where
  // both do.
  Text drawn_name(std::string_view element) const;

  bool is_end(const ProcessNode& node) const {  // of the whole process, not of a sub-process
    return node.kind == NodeKind::EndEvent && node.scope.empty();
  }
};

// Names a script's or decision's result may not take: they say what stands outside the process.
bool is_reserved_variable(std::string_view name);

// Refuses what is no valid BPMN, and what a dossier does not run. A process and a sub-process read
// has one start event; tasks one flow out; conditions stand after exclusive and inclusive gateways.
Result<Process, std::vector<bpmn::ImportError>> read_process(std::string_view xml);

}  // namespace motcua::procedure
