#include "calendar/day_off_decree.hpp"

#include "calendar/reckoning.hpp"

namespace motcua::calendar {
namespace {

bool is_taken_in(const DayOffDecree& decree, const WorkingCalendar& calendar) {
  return calendar.describe(decree.date).kind == DayKind::SwappedDayOff &&
         calendar.describe(*decree.worked).kind == DayKind::SwappedWorkingDay;
}

Unexpected<Rejection> about(const RejectionKind& kind, Date date) {
  return reject(kind, {{"date", write_date(date)}});
}

}  // namespace

OrRejection<Nothing> check(const DayOffDecree& decree, const WorkingCalendar& calendar) {
  if (!calendar.covers(decree.date)) return about(calendar_has_no_data, decree.date);
  if (!decree.worked) return Nothing{};
  if (!calendar.covers(*decree.worked)) return about(calendar_has_no_data, *decree.worked);
  if (is_taken_in(decree, calendar)) return Nothing{};
  if (!calendar.is_working_day(decree.date)) return about(not_a_working_day, decree.date);
  if (calendar.describe(*decree.worked).kind != DayKind::Weekend) {
    return about(not_a_weekly_day_off, *decree.worked);
  }
  return Nothing{};
}

std::vector<DayEntry> entries_of(const DayOffDecree& decree) {
  DayEntry off{decree.date, {DayKind::Holiday, decree.name, decree.number, true}, {}};
  if (!decree.worked) return {off};
  off.day.kind = DayKind::SwappedDayOff;
  const Text in_its_place{"Làm bù cho ngày " + write_vietnamese(decree.date),
                          "Worked in place of " + write_date(decree.date)};
  return {off,
          {*decree.worked, {DayKind::SwappedWorkingDay, in_its_place, decree.number, true}, {}}};
}

Text name_of_swap(Date worked) {
  return {"Nghỉ hoán đổi, làm bù ngày " + write_vietnamese(worked),
          "Day off swapped for " + write_date(worked)};
}

}  // namespace motcua::calendar
