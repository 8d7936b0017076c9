// One question to clamd and its answer, on a connection of its own.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "base/failure.hpp"
#include "clamd/scanner.hpp"

namespace motcua::clamd {

// `command` as in "VERSION"; with a `file` its content follows as clamd takes a stream. Unavailable
// when there is no whole answer by `until`.
struct Question {
  std::string_view command;
  std::string file{};  // path; empty: none
  std::chrono::steady_clock::time_point until{};
};
OrFailure<std::string> ask(const Settings& settings, const Question& question);

}  // namespace motcua::clamd
