// Terms of working days, calendar days and months.
#include "calendar/walk.hpp"

namespace motcua::calendar {
namespace {

using std::chrono::days;
using std::chrono::year_month_day;
using std::chrono::year_month_day_last;

// The day `months` after `from` that bears the same number.
OrRejection<Date> corresponding_day(Date from, int months, MonthEnd rule) {
  const year_month_day start{from};
  const year_month_day target = start + std::chrono::months{months};
  if (target.ok()) return Date{target};
  if (rule == MonthEnd::LastDay) {
    return Date{year_month_day_last{target.year(), std::chrono::month_day_last{target.month()}}};
  }
  return reject(month_has_no_such_day, {{"day", std::to_string(unsigned(start.day()))}});
}

// How many days the term has when it begins on `from`.
OrRejection<int> days_of_term(const Reckoning& reckoning, Date from) {
  if (reckoning.term.unit != TermUnit::Months) return reckoning.term.amount;
  const auto last = corresponding_day(from, reckoning.term.amount, reckoning.rules.month_end);
  if (!last) return Unexpected{last.error()};
  return int((*last - from).count());
}

int whole_months_in(Date from, int day_count, int at_most) {
  int months = 0;
  while (months < at_most) {
    const auto end = corresponding_day(from, months + 1, MonthEnd::LastDay);
    if ((*end - from).count() > day_count) break;
    ++months;
  }
  return months;
}

Step step_of_count(Date date, int ordinal, int of) {
  Step step;
  step.date = date;
  step.counted = true;
  step.ordinal = ordinal;
  step.of = of;
  return step;
}

Step step_of_moved_end(Date date) {
  Step step;
  step.date = date;
  step.reason = DayReason::MovedFromDayOff;
  return step;
}

}  // namespace

OrRejection<LegEnd> walk_whole_days(Way& way, const Leg& leg) {
  const auto& calendar = way.calendar;
  const auto& reckoning = way.reckoning;
  auto& trail = way.trail;
  const Date first = date_of(leg.as);
  const auto total = days_of_term(reckoning, first);
  if (!total) return Unexpected{total.error()};
  const bool only_working = reckoning.term.unit == TermUnit::WorkingDays;
  StopsInOrder stops(leg, [](Moment moment) { return date_of(moment); });
  if (trail.wanted()) trail.note(step_of_receipt(leg));

  int counted = 0;
  for (Date date = first + days{1};;
       date += days{1}) {  // [BLDS15-147] the first day is not counted
    if (!calendar.covers(date)) return no_calendar_for(date);
    const bool off = !calendar.is_working_day(date);
    const bool ends = !off && counted + 1 >= *total;  // [BLDS15-148] never on a day off
    const auto* stop = stops.holding(date);
    // A stop after the term has run out at the end of reception does not stop it.
    if (stop != nullptr && !(ends && calendar.end_of_reception(date) <= stop->from)) {
      if (stop == leg.breaks) break;
      if (trail.wanted()) trail.note(step_while_stopped(*stop, date));
      continue;
    }
    const bool counts = counted < *total && (!off || !only_working);
    if (counts) ++counted;
    if (trail.wanted()) {
      trail.note(counts ? step_of_count(date, counted, *total)
                 : off  ? step_on_day_off(calendar, date)
                        : step_of_moved_end(date));
    }
    if (ends) return LegEnd{calendar.end_of_reception(date), reckoning.term.amount};
  }
  const bool months = reckoning.term.unit == TermUnit::Months;
  return LegEnd{{}, months ? whole_months_in(first, counted, reckoning.term.amount) : counted};
}

}  // namespace motcua::calendar
