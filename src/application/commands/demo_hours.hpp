// Moments of work for the demonstration's history: inside the hours of the calendar.
#pragma once

#include "calendar/working_calendar.hpp"

namespace motcua::commands {

class WorkingHours {
 public:
  explicit WorkingHours(const calendar::WorkingCalendar& calendar) : calendar_(calendar) {}

  // `moment` when people work then, else the next opening; never the minute a period closes.
  Moment at_work(Moment moment) const;
  // The same by the hours in which the counter is open.
  Moment at_the_counter(Moment moment) const;

  // Working time after `from`.
  Moment after(Moment from, int working_minutes) const {
    return at_work(calendar_.add_working_time(from, minutes{working_minutes}));
  }
  int between(Moment from, Moment to) const {
    return int(calendar_.working_time_between(from, to).count());
  }

  Date working_day_before(Date date) const;
  Date working_days_after(Date date, int days) const;

 private:
  const calendar::WorkingCalendar& calendar_;
};

}  // namespace motcua::commands
