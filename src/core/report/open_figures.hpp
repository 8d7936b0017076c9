// What of the figures anybody may see: those of a whole quarter that is over, line by line, with no
// line small enough to show what became of a single person.
//
// The counts are those of figures.hpp; nothing is reckoned anew. Three rules protect persons:
//  * Only quarters that are over, as they stood at their end: a running one, watched from day to
//    day, would show each dossier. Quarters do not overlap, so no two can be subtracted.
//  * A line stands by itself only when each of its groups (what it received, what fell due, what it
//    received in the period) is empty or has at least `minimum` dossiers.
//  * The others are put together, with the smallest that could stand when even together they are
//    too few: what the total leaves over is never less than `minimum` either.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/figures.hpp"

namespace motcua::report {

struct OpenLine {
  std::vector<std::string> procedures;
  Columns columns{};
  PromiseCounts promises;
};

// Broken current promises by the units answerable for them.
struct OpenLateness {
  std::vector<std::string> units;
  std::int64_t late = 0;
};

// Results handed over, by the measured level of the service they were.
struct OpenLevels {
  struct Group {
    std::vector<int> levels;  // several where one alone would be too few
    std::int64_t count = 0;
  };
  std::int64_t handed_over = 0;
  std::optional<std::int64_t> whole_way;  // nothing when it, or what it leaves over, is too few
  std::vector<Group> groups;
};

struct OpenFigures {
  Period period;
  Moment as_of{};
  std::int64_t minimum = 0;
  bool withheld = false;               // too few in all: nothing below is filled in
  std::vector<OpenLine> lines;         // by procedure; the last may be several put together
  OpenLine total;                      // what the lines add up to
  std::vector<OpenLateness> lateness;  // empty when too few are late
  std::optional<OpenLevels> levels;    // nothing when too few results were handed over
  std::optional<RatedCount> rated;     // nothing when too few dossiers were rated
  RatingRules rating_rules;
  std::vector<Text> notes;
};

// `figures` are those of a quarter that is over.
OpenFigures open_figures(const Figures& figures, std::int64_t minimum);

// The quarters that are over, newest first, back to the one that holds `earliest`.
std::vector<Period> quarters_over(Date today, Date earliest);

// Which of `items`, each with the sizes of its groups, are put together so that every group of each
// item left alone, and of those together, is empty or at least `minimum`. In ascending order; all
// of them when nothing else will do.
using GroupSizes = std::vector<std::int64_t>;
std::vector<std::size_t> put_together(const std::vector<GroupSizes>& items, std::int64_t minimum);

}  // namespace motcua::report
