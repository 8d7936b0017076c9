// A running process: where its tokens are. Pure stepping, no clock and no I/O.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/rejection.hpp"
#include "bpmn/process.hpp"
#include "feel/value.hpp"

namespace motcua::bpmn {

// Tokens wait on user tasks, or on a parallel gateway's incoming flow until its fellows arrive.
struct Instance {
  std::vector<std::string> tasks;          // user tasks with a token, in the order they opened
  std::vector<std::string> joining_flows;  // flows whose token waits at a parallel join
  bool ended = false;                      // every token reached an end event
  bool operator==(const Instance&) const = default;
};

struct Step {
  Instance instance;
  std::vector<std::string> opened;  // user tasks that got a token in this step
};

inline constexpr RejectionKind no_way_out{"no_way_out",
                                          "Quy trình không có nhánh nào phù hợp tại “{node}”.",
                                          "The process has no branch that applies at “{node}”."};
inline constexpr RejectionKind too_many_tokens{"too_many_tokens",
                                               "Quy trình sinh ra quá nhiều nhánh song song.",
                                               "The process makes too many parallel branches."};

// Runs from the start event until every token waits on a user task or the process ends.
OrRejection<Step> start(const Process& process, const feel::Context& variables);

// Completes one open task (asserts that it is open) and runs on.
OrRejection<Step> complete(const Process& process, const Instance& instance, std::string_view task,
                           const feel::Context& variables);

}  // namespace motcua::bpmn
