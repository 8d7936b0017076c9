// A day off decreed late, alone or swapped for a worked Saturday: into the office's calendar, and
// every open promise reckoned anew.
//
// It is kept in the data folder's late-holidays.toml, which every later opening reads. Run it
// while nobody serves the office: another process would not hear of it.
#pragma once

#include <string>
#include <vector>

#include "appointment/appointment.hpp"
#include "calendar/day_off_decree.hpp"
#include "runtime/runtime.hpp"

namespace motcua::runtime {

struct PromiseMoved {
  std::string code;
  std::optional<Moment> before;
  std::optional<Moment> after;
  std::optional<Rejection> rejected;  // the new date cannot be reckoned: the promise stays
};

struct DayOffEffects {
  bool was_worked = true;           // false: the day was off already, nothing moves
  std::vector<PromiseMoved> moved;  // by code
  // Booked times at the counter that are none any more, in order: somebody has to offer others.
  std::vector<appointment::Appointment> to_move;
};

// What is wrong with the decree, before anything is changed: texts that hold quotes or line ends,
// or what calendar::check() finds.
inline constexpr RejectionKind text_not_plain{
    "text_not_plain", "Tên ngày nghỉ và số văn bản không được có dấu nháy kép hay xuống dòng.",
    "The name of the day and the number of the decision may hold no quotes or line ends."};
OrRejection<Nothing> check_late_day_off(const calendar::DayOffDecree& decree,
                                        const calendar::WorkingCalendar& calendar);

// `decree` has passed check_late_day_off().
OrFailure<DayOffEffects> take_day_off(Runtime& office, const calendar::DayOffDecree& decree);

}  // namespace motcua::runtime
