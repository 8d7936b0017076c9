// The process of a procedure as dossiers run it: a BPMN process of user tasks and gateways.
//
// core/bpmn runs more than a dossier's journal records today; read_process() refuses the rest,
// naming the element and its line. Read-only after reading. Extension attributes live in the
// namespace urn:motcua:bpmn:1 on user tasks.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "bpmn/definitions.hpp"
#include "feel/expression.hpp"

namespace motcua::procedure {

enum class NodeKind {
  StartEvent,
  EndEvent,
  UserTask,
  ExclusiveGateway,
  InclusiveGateway,
  ParallelGateway
};

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
};

struct ProcessNode {
  std::string id;
  std::string name;
  NodeKind kind = NodeKind::UserTask;
  TaskAttributes task;                // user tasks only
  std::vector<std::string> incoming;  // flow ids
  std::vector<std::string> outgoing;  // flow ids, in document order
  std::string default_flow;           // exclusive and inclusive gateways
  int line = 0;                       // in the XML, from 1
  int number = -1;                    // in the definitions
};

struct Process {
  std::string id;
  std::string name;
  std::map<std::string, ProcessNode, std::less<>> nodes;
  std::map<std::string, SequenceFlow, std::less<>> flows;
  std::string start;  // id of the start event
  std::string xml;    // as imported
  // What the engine runs. Shared because it never changes and versions that hold it are copied.
  std::shared_ptr<const bpmn::Definitions> definitions;
};

// Refuses what is no valid BPMN, and what a dossier does not run. A process read has one start
// event; user tasks with one flow out; conditions after exclusive and inclusive gateways only.
Result<Process, std::vector<bpmn::ImportError>> read_process(std::string_view xml);

}  // namespace motcua::procedure
