// A scenario file as text: its header, what is given, and dated acts each with what must follow.
//
// Reading knows the layout only; what the words mean is in words.hpp. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/failure.hpp"

namespace motcua::scenario {

struct Line {
  int number = 0;  // in the file, from 1
  std::string text;
};

struct Step {
  Line act;  // continuation lines joined by a blank
  std::vector<Line> expected;
};

struct Script {
  std::string file;
  std::string name;
  std::string purpose;
  std::string basis;
  std::vector<Line> givens;
  std::vector<Step> steps;
};

// Malformed names the line. Every act must be followed by a line of four hyphens.
OrFailure<Script> read_script(std::string file, std::string_view text);

// The text with the lines after each act's hyphens replaced by `outcomes`, one list for each step.
std::string rewrite(std::string_view text, const std::vector<std::vector<std::string>>& outcomes);

}  // namespace motcua::scenario
