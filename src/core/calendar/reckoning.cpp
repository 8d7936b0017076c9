#include "calendar/reckoning.hpp"

#include "base/assertion.hpp"
#include "calendar/explanation.hpp"
#include "calendar/walk.hpp"

namespace motcua::calendar {
namespace {

using std::chrono::days;

Moment opening_after(const WorkingCalendar& calendar, Date date) {
  return calendar.next_working_moment(at(calendar.next_working_day(date), minutes{0}));
}

bool is_after_cutoff(const ReceiptRules& rules, Moment moment) {
  return rules.cutoff && moment - date_of(moment) > *rules.cutoff;
}

// The dates before the one a moved receipt counts on.
void note_moved_receipt(Way& way, const Leg& leg) {
  if (!way.trail.wanted()) return;
  const auto opened = way.calendar.next_working_moment(leg.received);
  const bool late = is_after_cutoff(way.reckoning.rules, opened);
  for (Date date = date_of(leg.received); date < date_of(leg.as); date += days{1}) {
    Step step = step_of_receipt(leg);
    step.date = date;
    if (late && date == date_of(opened)) {
      step.reason = DayReason::AfterCutoff;
    } else if (date == date_of(leg.received)) {
      step.reason = DayReason::ReceivedOutOfHours;
    } else {
      step = step_on_day_off(way.calendar, date);
    }
    way.trail.note(step);
  }
}

OrRejection<LegEnd> walk(Way& way, const Leg& leg) {
  switch (way.reckoning.term.unit) {
    case TermUnit::WorkingDays:
    case TermUnit::CalendarDays:
    case TermUnit::Months:
      return walk_whole_days(way, leg);
    case TermUnit::HalfDays:
      return walk_half_days(way, leg);
    case TermUnit::WorkingHours:
      return walk_working_hours(way, leg);
  }
  report_bug("a term has a known unit", __FILE__, __LINE__);
}

// A restart, and a stop without an end, break the leg off.
bool breaks_off(const Stop& stop) {
  if (stop.policy == ClockPolicy::Run) return false;
  return stop.policy == ClockPolicy::Restart || !end_of(stop);
}

Leg next_leg(std::span<const Stop> stops, Moment received, Moment as) {
  Leg leg;
  leg.received = received;
  leg.as = as;
  std::size_t pauses = 0;
  while (pauses < stops.size() && !breaks_off(stops[pauses])) ++pauses;
  leg.stops = stops.first(pauses);
  if (pauses < stops.size()) leg.breaks = &stops[pauses];
  return leg;
}

// The first day of an open stop; of a stop with an end, every day before it ends.
void note_standstill(Way& way, const Stop& stop) {
  if (!way.trail.wanted()) return;
  const auto end = end_of(stop);
  const Date first = date_of(stop.from);
  const Date after = end ? date_of(*end) : first + days{1};
  for (Date date = first; date < after; date += days{1}) {
    way.trail.note(step_while_stopped(stop, date));
  }
}

void check_order(const std::vector<Stop>& stops) {
  const Stop* before = nullptr;
  for (const auto& stop : stops) {
    MOTCUA_ASSERT(!stop.to || *stop.to >= stop.from);
    MOTCUA_ASSERT(!stop.capped_at || *stop.capped_at >= stop.from);
    MOTCUA_ASSERT(before == nullptr || (before->to && *before->to <= stop.from));
    before = &stop;
  }
}

OrRejection<Reckoned> follow(const WorkingCalendar& calendar, const Reckoning& reckoning,
                             std::vector<Step>* steps) {
  MOTCUA_ASSERT(reckoning.term.amount > 0);
  check_order(reckoning.stops);
  Way way{calendar, reckoning, Trail(steps)};
  Reckoned answer;
  answer.term = reckoning.term.amount;
  std::span<const Stop> stops(reckoning.stops);
  Moment received = reckoning.received;
  for (bool resumed = false;; resumed = true) {
    const auto as = receive_as(calendar, reckoning.rules, received);
    if (!as) return Unexpected{as.error()};
    if (!resumed) answer.received_as = *as;
    Leg leg = next_leg(stops, received, *as);
    leg.resumed = resumed;
    note_moved_receipt(way, leg);
    const auto end = walk(way, leg);
    if (!end) return Unexpected{end.error()};
    answer.due = end->due;
    answer.used = end->used;
    if (end->due) return answer;
    MOTCUA_ASSERT(leg.breaks != nullptr);
    note_standstill(way, *leg.breaks);
    const auto resumes = end_of(*leg.breaks);
    if (!resumes) return answer;
    way.trail.void_counted_steps();
    stops = stops.subspan(leg.stops.size() + 1);
    received = *resumes;
  }
}

}  // namespace

OrRejection<Moment> receive_as(const WorkingCalendar& calendar, const ReceiptRules& rules,
                               Moment received) {
  const Date date = date_of(received);
  if (!calendar.covers(date)) return no_calendar_for(date);
  Moment as = calendar.next_working_moment(received);                         // [QD2988]
  if (is_after_cutoff(rules, as)) as = opening_after(calendar, date_of(as));  // [ND61-18]
  if (!calendar.covers(date_of(as))) return no_calendar_for(date_of(as));
  return as;
}

OrRejection<Reckoned> reckon(const WorkingCalendar& calendar, const Reckoning& reckoning) {
  std::vector<Step> steps;
  auto answer = follow(calendar, reckoning, &steps);
  if (answer) answer->days = explain(calendar, reckoning, steps);
  return answer;
}

OrRejection<Reckoned> reckon_due(const WorkingCalendar& calendar, const Reckoning& reckoning) {
  return follow(calendar, reckoning, nullptr);
}

}  // namespace motcua::calendar
