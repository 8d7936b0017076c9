// Which acts, events and rejections the scenarios reached, against all there are.
#pragma once

#include <set>
#include <string>
#include <vector>

namespace motcua::scenario {

struct Coverage {
  std::set<std::string, std::less<>> acts;        // done, by name in the act table
  std::set<std::string, std::less<>> events;      // recorded
  std::set<std::string, std::less<>> rejections;  // answered
};

// "act suspend", "event handed_over", "rejection not_the_step": what no scenario reached.
std::vector<std::string> missing(const Coverage& coverage);

}  // namespace motcua::scenario
