// Working time between two moments, answered from sums per day: what a report over a million
// dossiers asks millions of times. Equals WorkingCalendar::working_time_between to the second.
//
// Built once from a calendar and immutable. Time outside the years the calendar covers is no
// working time.
#pragma once

#include <vector>

#include "calendar/working_calendar.hpp"
#include "view/figure_table.hpp"

namespace motcua::report {

class WorkingTime {
 public:
  explicit WorkingTime(const calendar::WorkingCalendar& calendar);

  // Zero when `to` is not after `from`. Neither is 0.
  seconds between(view::Stamp from, view::Stamp to) const;

  // Working days in (day of `after`, day of `until`].
  int days_between(view::Stamp after, view::Stamp until) const;

 private:
  struct Span {
    std::uint32_t from = 0;  // seconds since midnight
    std::uint32_t to = 0;
  };
  struct DaySum {
    std::uint32_t worked = 0;  // seconds worked before this day
    std::uint32_t days = 0;    // working days before this day
    std::uint32_t spans = 0;   // place of the day's first span
  };
  std::uint64_t worked_until(view::Stamp moment) const;
  const DaySum& day_of(view::Stamp moment) const;

  std::vector<DaySum> days_;  // from 2000-01-01; one more than there are days
  std::vector<Span> spans_;
};

}  // namespace motcua::report
