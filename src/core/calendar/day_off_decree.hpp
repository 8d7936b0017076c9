// A decree of a day off that comes when the year's calendar is already in use.
//
// Alone it makes a holiday; with a day `worked` for it, a swap: as calendars/*.toml have both.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/rejection.hpp"
#include "calendar/working_calendar.hpp"

namespace motcua::calendar {

struct DayOffDecree {
  Date date;
  std::string number;          // of the decision
  Text name;                   // of the day off
  std::optional<Date> worked;  // the weekly day off that is worked in its place
};

inline constexpr RejectionKind not_a_working_day{
    "not_a_working_day", "Ngày {date} vốn không phải ngày làm việc nên không hoán đổi được.",
    "{date} is no working day, so it cannot be swapped."};
inline constexpr RejectionKind not_a_weekly_day_off{
    "not_a_weekly_day_off", "Ngày {date} không phải ngày nghỉ hằng tuần nên không làm bù được.",
    "{date} is no weekly day off, so it cannot be worked in place of another day."};

// Whether the calendar can take it in: calendar_has_no_data before its year is decreed, and for a
// swap the two above. A decree taken in already passes, so that taking it in can be finished.
OrRejection<Nothing> check(const DayOffDecree& decree, const WorkingCalendar& calendar);

// What it adds to the calendar. The worked day has the hours of an ordinary one.
std::vector<DayEntry> entries_of(const DayOffDecree& decree);

// "Nghỉ hoán đổi, làm bù ngày 26/04/2025" / "Day off swapped for 2025-04-26"
Text name_of_swap(Date worked);

}  // namespace motcua::calendar
