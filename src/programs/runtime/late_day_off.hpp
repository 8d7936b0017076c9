// A day off decreed late: into the office's calendar, and every open promise reckoned anew.
//
// The day is kept in the data folder's late-holidays.toml, which every later opening reads. Run it
// while nobody serves the office: another process would not hear of it.
#pragma once

#include <string>
#include <vector>

#include "runtime/runtime.hpp"

namespace motcua::runtime {

struct LateDayOff {
  Date date;
  std::string decree;  // number of the decision
  Text name;
};

struct PromiseMoved {
  std::string code;
  std::optional<Moment> before;
  std::optional<Moment> after;
  std::optional<Rejection> rejected;  // the new date cannot be reckoned: the promise stays
};

struct DayOffEffects {
  bool was_worked = true;           // false: the day was off already, nothing moves
  std::vector<PromiseMoved> moved;  // by code
};

// What is wrong with the day, before anything is changed: texts that hold quotes or line ends, or a
// date the calendar does not cover (it cannot be taken in before its year is decreed).
inline constexpr RejectionKind text_not_plain{
    "text_not_plain", "Tên ngày nghỉ và số văn bản không được có dấu nháy kép hay xuống dòng.",
    "The name of the day and the number of the decision may hold no quotes or line ends."};
OrRejection<Nothing> check(const LateDayOff& day, const calendar::WorkingCalendar& calendar);

// `day` has passed check().
OrFailure<DayOffEffects> take_day_off(Runtime& office, const LateDayOff& day);

}  // namespace motcua::runtime
