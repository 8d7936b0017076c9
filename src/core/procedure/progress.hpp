// Where a dossier stands in its process, as its journal tells it, and how it goes on.
//
// A plain process (tasks and gateways) stands where its open tasks and joining flows say; the
// engine's instance is made anew from them for each step. Any other keeps the instance itself, as
// text, without what every step is told anew. Decisions are asked and scripts run within the step.
#pragma once

#include <cstdint>
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
  std::string state;                       // the engine's instance; empty for a plain process
  bool operator==(const Progress&) const = default;
};

// Names one timer of an instance.
struct TimerName {
  std::uint32_t execution = 0;
  std::string node;
  bool operator==(const TimerName&) const = default;
};

// A timer that began to run.
struct TimerSet {
  TimerName name;
  bpmn::TimerKind kind = bpmn::TimerKind::Duration;
  std::string text;                            // ISO 8601, unless it is in working time
  std::optional<calendar::Term> working_time;  // WorkingTime only
};

// What the process did by itself.
struct Automatic {
  std::string node;    // the script or business rule task
  std::string result;  // the variable it gave a value to
  std::string value;   // in FEEL's notation
  int rule = 0;        // of the decision's table, from 1; 0: a script, or no single rule
};

struct ProgressStep {
  Progress instance;
  std::vector<std::string> opened;       // user tasks that got a token in this step
  std::vector<std::string> interrupted;  // user tasks that ended without being done
  std::vector<TimerSet> timers;          // set in this step
  std::vector<TimerName> running;        // every timer that runs after it
  std::vector<Automatic> automatic;
};

// Runs from the start event until every token waits on a user task or timer, or the process ends.
// Rejects with bpmn::no_way_out, bpmn::too_many_tokens and bpmn::expression_gives_no_value.
OrRejection<ProgressStep> start(const Process& process, const feel::Context& variables);

// Completes one open task (asserts that it is open) and runs on.
OrRejection<ProgressStep> complete(const Process& process, const Progress& progress,
                                   std::string_view task, const feel::Context& variables);

// A timer came; rejects with bpmn::nothing_waits when it does not run.
OrRejection<ProgressStep> timer_came(const Process& process, const Progress& progress,
                                     const TimerName& timer, const feel::Context& variables);

}  // namespace motcua::procedure
