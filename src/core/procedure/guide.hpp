// The guided choice: questions in plain words that lead somebody who does not know a procedure's
// name to the right one.
//
// Data, read from procedures/guide.toml. Each answer leads to one thing: another question, a
// procedure, or advice where to go instead. The first question is where everybody begins; from it
// every way ends after a few questions.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "procedure/problem.hpp"

namespace motcua::procedure {

struct GuideAnswer {
  std::string id;  // in addresses; of one question
  Text text;
  std::string question;   // exactly one of
  std::string procedure;  // these three
  Text advice;            // is filled in
  int line = 1;           // in its file
};

struct GuideQuestion {
  std::string id;
  Text text;
  Text hint;  // may be empty
  std::vector<GuideAnswer> answers;
  int line = 1;
};

struct Guide {
  std::vector<GuideQuestion> questions;  // empty: the office has no guided choice

  const GuideQuestion* find(std::string_view question) const;
};

inline constexpr std::string_view guide_file = "guide.toml";

Result<Guide, Problems> read_guide(std::string_view toml_text);

// Answers that lead nowhere, to two things, in a circle or to no known procedure; questions nobody
// is asked; and, as `must_be_found`, procedures no answer leads to.
struct GuideTargets {
  std::span<const std::string> known;
  std::span<const std::string> must_be_found;
};
Problems check_guide(const Guide& guide, const GuideTargets& targets);

}  // namespace motcua::procedure
