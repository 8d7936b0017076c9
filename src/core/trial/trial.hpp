// A past dossier led through other rules: what case, way, decider and day it would have had.
//
// The production code with other inputs: the same decision of the case, the same process engine,
// the same deadline calculator. What people decided stays as it was: each act's outcome, by kind of
// act and in its order, is given again where the draft has a task of that act; where it has more
// such tasks than were recorded, the usual outcome. Nobody is late there: a timer comes only where
// nothing else is waited for. Pure.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "calendar/working_calendar.hpp"
#include "dossier/act.hpp"
#include "dossier/state.hpp"
#include "feel/value.hpp"
#include "procedure/procedure.hpp"

namespace motcua::trial {

struct Rules {
  const procedure::Version& version;
  const calendar::WorkingCalendar& calendar;
  authority::Powers powers = {};  // its matrices say who decides; without: as the case names it
};

struct Course {
  std::string case_id;
  std::vector<std::string> path;  // user tasks in the order they were completed
  std::string decider;            // of the matrix, else as the case names it
  std::optional<Moment> due;      // of the first promise
};

// A dossier as its records say, and as it was.
struct Past {
  explicit Past(std::vector<dossier::Record> all);
  std::vector<dossier::Record> records;
  dossier::Dossier dossier;
};

// What it had; where it has not ended, or was withdrawn, stopped or not received, its way goes on
// as it usually would.
Course course_had(const Past& past, const Rules& rules);

// Under other rules, or why they cannot run it. `had`: the rules it was received under, for what
// its answers lacked already then is no fault of the others.
Result<Course, Text> course_under(const Past& past, const Rules& rules, const Rules& had);

// Working time really spent at steps whose task the new way does not have.
minutes waited_at_removed(const Past& past, const Course& now,
                          const calendar::WorkingCalendar& calendar);

// Working days by which `now` ends earlier than `had`; negative when later.
int working_days_saved(const Course& had, const Course& now,
                       const calendar::WorkingCalendar& calendar);

// What acts and the process are told at the receipt of an application under these rules.
dossier::Facts facts_at(const dossier::Intake& intake, const Rules& rules);
feel::Context variables_at(const dossier::Intake& intake, const Rules& rules,
                           std::string_view outcome);

inline constexpr std::size_t most_steps = 200;  // of one way; a circle ends there

}  // namespace motcua::trial
