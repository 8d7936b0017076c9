#include "commands/demo_hours.hpp"

namespace motcua::commands {
namespace {

// The first moment from `moment` on that lies in one of the day's periods, days after it included.
template <class PeriodsOf>
Moment next_inside(const calendar::WorkingCalendar& calendar, Moment moment, PeriodsOf periods_of) {
  Date date = date_of(moment);
  for (minutes time = std::chrono::ceil<minutes>(time_of(moment));; time = minutes{0}) {
    for (const auto& period : periods_of(date)) {
      if (time < period.to) return at(date, std::max(time, period.from));
    }
    date = calendar.next_working_day(date);
  }
}

}  // namespace

Moment WorkingHours::at_work(Moment moment) const {
  return next_inside(calendar_, moment, [&](Date d) { return calendar_.working_hours(d); });
}

Moment WorkingHours::at_the_counter(Moment moment) const {
  return next_inside(calendar_, moment, [&](Date d) { return calendar_.reception_hours(d); });
}

Date WorkingHours::working_day_before(Date date) const {
  do {
    date -= std::chrono::days{1};
  } while (!calendar_.is_working_day(date));
  return date;
}

Date WorkingHours::working_days_after(Date date, int days) const {
  for (int i = 0; i < days; ++i) date = calendar_.next_working_day(date);
  return date;
}

}  // namespace motcua::commands
