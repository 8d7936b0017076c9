// A process of BPMN 2.0 as this product runs it: nodes, sequence flows, conditions in FEEL.
//
// Read-only after import. The XML it came from is kept whole beside it, so nothing is lost on the
// way out. Extension attributes live in the namespace urn:motcua:bpmn:1 on user tasks.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/text.hpp"
#include "feel/expression.hpp"

namespace motcua::bpmn {

enum class NodeKind { StartEvent, EndEvent, UserTask, ExclusiveGateway, ParallelGateway };

struct SequenceFlow {
  std::string id;
  std::string name;
  std::string source;
  std::string target;
  std::optional<feel::Expression> condition;
  int line = 0;  // in the XML, from 1
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

struct Node {
  std::string id;
  std::string name;
  NodeKind kind = NodeKind::UserTask;
  TaskAttributes task;                // user tasks only
  std::vector<std::string> incoming;  // flow ids
  std::vector<std::string> outgoing;  // flow ids, in document order
  std::string default_flow;           // exclusive gateways
  int line = 0;                       // in the XML, from 1
};

struct Process {
  std::string id;
  std::string name;
  std::map<std::string, Node, std::less<>> nodes;
  std::map<std::string, SequenceFlow, std::less<>> flows;
  std::string start;  // id of the start event
  std::string xml;    // as imported
};

struct ImportError {
  int line = 0;
  std::string element;  // "serviceTask review": kind and id
  Text what;
};

// Refuses elements this product does not run, naming element, reason and line. An imported process
// has one start event; conditions on exclusive gateways only, where every way out but the default
// has one; and no circle of gateways without a task in it.
Result<Process, std::vector<ImportError>> import_process(std::string_view xml);

}  // namespace motcua::bpmn
