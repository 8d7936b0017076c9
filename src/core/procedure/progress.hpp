// Where a dossier stands in its process, as its journal tells it, and how it goes on.
//
// The journal records which tasks opened and closed and which flows hold a token at a join. That is
// all an instance of the engine is made of here, so it is made anew for each step and not kept.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/rejection.hpp"
#include "feel/value.hpp"
#include "procedure/process.hpp"

namespace motcua::procedure {

struct Progress {
  std::vector<std::string> tasks;          // user tasks with a token, in the order they opened
  std::vector<std::string> joining_flows;  // flows whose token waits at a join
  bool ended = false;                      // every token reached an end event
  bool operator==(const Progress&) const = default;
};

struct ProgressStep {
  Progress instance;
  std::vector<std::string> opened;  // user tasks that got a token in this step
};

// Runs from the start event until every token waits on a user task or the process ends. Rejects
// with bpmn::no_way_out and bpmn::too_many_tokens.
OrRejection<ProgressStep> start(const Process& process, const feel::Context& variables);

// Completes one open task (asserts that it is open) and runs on.
OrRejection<ProgressStep> complete(const Process& process, const Progress& progress,
                                   std::string_view task, const feel::Context& variables);

}  // namespace motcua::procedure
