// One question to a server by HTTP, and its answer. Blocks; any thread.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/failure.hpp"

namespace motcua::transfer {

struct Question {
  std::string url;                     // http or https; others are refused
  std::optional<std::string> body;     // posted; none: a GET
  std::vector<std::string> headers{};  // "Content-Type: application/json"
  std::chrono::milliseconds patience{10'000};
  std::string authorities{};  // file of certificates to believe; empty: the machine's
};

struct Answer {
  long status = 0;
  std::string body;
};

// No redirects. Unavailable when no whole answer comes in time, or one longer than 64 KiB.
OrFailure<Answer> ask(const Question& question);

// The same, for those who take nothing but an answer with 200. `whom` begins the failure.
OrFailure<std::string> ask_for_ok(std::string_view whom, const Question& question);

}  // namespace motcua::transfer
