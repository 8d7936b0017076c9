// What a change of the calendar does to promises already given.
//
// A holiday is sometimes decreed a week before it comes. The promises that are still open are then
// reckoned again; this says which of them move and which days moved them. It changes nothing
// itself: the dossier records each move as a promise of its own, so that the first is never lost.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "calendar/reckoning.hpp"

namespace motcua::calendar {

struct OpenPromise {
  std::string dossier;  // whatever the caller knows it by
  Reckoning reckoning;
};

struct DayChange {
  Date date;
  Day before;
  Day after;
  Text text;  // "14/04/2017 trở thành ngày nghỉ: Quốc tang [decree]"
};

struct PromiseMoved {
  std::string dossier;
  std::optional<Moment> before;
  std::optional<Moment> after;        // none: the new calendar has no answer, see `rejected`
  std::optional<Rejection> rejected;  // e.g. calendar_has_no_data
  std::vector<Date> because;          // the changed days from the receipt to the later due moment
  Text why;                           // their texts, joined
};

struct LateHoliday {
  std::vector<DayChange> days;      // by date
  std::vector<PromiseMoved> moved;  // in the order of `promises`; those that stay are left out
};

// Promises with an open stop have no due moment and do not move; nor do those the calendar had no
// answer for before.
LateHoliday late_holiday(const WorkingCalendar& before, const WorkingCalendar& after,
                         std::span<const OpenPromise> promises);

}  // namespace motcua::calendar
