// Which verbs, events, rejections, slips and notices the scenarios reached, against all there are.
#pragma once

#include <set>
#include <string>
#include <vector>

namespace motcua::scenario {

struct Coverage {
  using Names = std::set<std::string, std::less<>>;
  Names verbs;       // what was done: an act of the table, a way to begin a dossier, "holiday"
  Names events;      // recorded
  Names rejections;  // answered
  Names slips;       // official papers the scenario says a dossier has
  Names notices;     // what a scenario says its applicant was told
};

// "act suspend", "event handed_over", "rejection not_the_step": what no scenario reached.
std::vector<std::string> missing(const Coverage& coverage);

}  // namespace motcua::scenario
