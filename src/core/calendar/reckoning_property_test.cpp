#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "calendar/calendar_test.hpp"
#include "calendar/reckoning.hpp"

namespace motcua::calendar {
namespace {

// Nine years of moments, so that every term below ends inside the calendar.
rc::Gen<Moment> any_receipt() {
  return rc::gen::map(rc::gen::inRange(0, 9 * 365 * 24 * 60 * 60), [](int second) {
    return at(make_date(2016, 1, 1), minutes{0}) + seconds{second};
  });
}

rc::Gen<TermUnit> any_unit() {
  return rc::gen::element(TermUnit::WorkingDays, TermUnit::HalfDays, TermUnit::WorkingHours,
                          TermUnit::CalendarDays, TermUnit::Months);
}

int largest(TermUnit unit) { return unit == TermUnit::Months ? 12 : 60; }

Reckoning any_reckoning_in(TermUnit unit) {
  Reckoning reckoning;
  reckoning.term = {unit, *rc::gen::inRange(1, largest(unit))};
  reckoning.received = *any_receipt();
  reckoning.rules.month_end = MonthEnd::LastDay;
  if (*rc::gen::arbitrary<bool>()) reckoning.rules.cutoff = hours{15};
  return reckoning;
}

Stop any_stop(ClockPolicy policy, Moment after) {
  Stop stop;
  stop.policy = policy;
  stop.from = after + minutes{*rc::gen::inRange(0, 15 * 24 * 60)};
  stop.to = stop.from + minutes{*rc::gen::inRange(0, 20 * 24 * 60)};
  return stop;
}

Moment due_moment_of(const Reckoning& reckoning) {
  return reckon_due(office(), reckoning).value().due.value();
}

RC_GTEST_PROP(ReckoningProperty, IsNeverEarlierForALaterReceipt, ()) {
  auto reckoning = any_reckoning_in(*any_unit());
  const auto due = due_moment_of(reckoning);
  reckoning.received += seconds{*rc::gen::inRange(0, 3 * 24 * 60 * 60)};
  RC_ASSERT(due_moment_of(reckoning) >= due);
}

RC_GTEST_PROP(ReckoningProperty, IsNeverEarlierForALongerTerm, ()) {
  auto reckoning = any_reckoning_in(*any_unit());
  const auto due = due_moment_of(reckoning);
  ++reckoning.term.amount;
  RC_ASSERT(due_moment_of(reckoning) >= due);
}

RC_GTEST_PROP(ReckoningProperty, FallsDueOnAWorkingDayWhileTheDoorsAreOpen, ()) {
  const auto unit = *any_unit();
  const auto due = due_moment_of(any_reckoning_in(unit));
  const auto date = date_of(due);
  RC_ASSERT(office().is_working_day(date));
  const auto open = unit == TermUnit::WorkingHours ? office().working_hours(date)
                                                   : office().reception_hours(date);
  RC_ASSERT(std::any_of(open.begin(), open.end(), [&](const Period& period) {
    return at(date, period.from) <= due && due <= at(date, period.to);
  }));
  if (unit != TermUnit::WorkingHours && unit != TermUnit::HalfDays) {
    RC_ASSERT(due == office().end_of_reception(date));
  }
}

RC_GTEST_PROP(ReckoningProperty, ExplainsEveryDateOnce, ()) {
  auto reckoning = any_reckoning_in(*any_unit());
  const auto policy = *rc::gen::element(ClockPolicy::Pause, ClockPolicy::Restart, ClockPolicy::Run);
  reckoning.stops = {any_stop(policy, reckoning.received)};
  const auto answer = reckon(office(), reckoning).value();
  Date expected = date_of(reckoning.received);
  for (const auto& day : answer.days) {
    RC_ASSERT(day.date == expected);
    RC_ASSERT(!day.text.vi.empty() && !day.text.en.empty());
    expected += std::chrono::days{1};
  }
  RC_ASSERT(expected == date_of(*answer.due) + std::chrono::days{1});
  RC_ASSERT(answer.used == reckoning.term.amount);
}

RC_GTEST_PROP(ReckoningProperty, CountsExactlyTheTerm, ()) {
  auto reckoning =
      any_reckoning_in(*rc::gen::element(TermUnit::WorkingDays, TermUnit::CalendarDays));
  const auto policy = *rc::gen::element(ClockPolicy::Pause, ClockPolicy::Restart, ClockPolicy::Run);
  reckoning.stops = {any_stop(policy, reckoning.received)};
  int counted = 0;
  const auto answer = reckon(office(), reckoning).value();
  for (const auto& day : answer.days) {
    if (!day.counted) continue;
    RC_ASSERT(day.ordinal == ++counted);
    RC_ASSERT(office().is_working_day(day.date) || reckoning.term.unit == TermUnit::CalendarDays);
  }
  RC_ASSERT(counted == reckoning.term.amount);
}

RC_GTEST_PROP(ReckoningProperty, IsTheSameWithoutItsExplanation, ()) {
  auto reckoning = any_reckoning_in(*any_unit());
  reckoning.stops = {
      any_stop(*rc::gen::element(ClockPolicy::Pause, ClockPolicy::Restart), reckoning.received)};
  if (*rc::gen::arbitrary<bool>()) reckoning.stops.back().to.reset();
  const auto full = reckon(office(), reckoning).value();
  const auto lean = reckon_due(office(), reckoning).value();
  RC_ASSERT(full.due == lean.due);
  RC_ASSERT(full.received_as == lean.received_as);
  RC_ASSERT(full.used == lean.used);
  RC_ASSERT(lean.days.empty());
}

RC_GTEST_PROP(ReckoningProperty, MovesByTheWorkingDaysPaused, ()) {
  auto reckoning = any_reckoning_in(TermUnit::WorkingDays);
  const auto unpaused = reckon(office(), reckoning).value();
  const auto pause = any_stop(ClockPolicy::Pause, unpaused.received_as);
  reckoning.stops = {pause};
  const auto due = due_moment_of(reckoning);
  if (pause.from >= *unpaused.due) {
    RC_ASSERT(due == *unpaused.due);
    return;
  }
  const auto before =
      std::max(date_of(pause.from) - std::chrono::days{1}, date_of(unpaused.received_as));
  const auto paused = office().working_days_between(before, date_of(*pause.to));
  RC_ASSERT(office().working_days_between(date_of(*unpaused.due), date_of(due)) == paused);
}

RC_GTEST_PROP(ReckoningProperty, IsNeverEarlierForAPause, ()) {
  auto reckoning = any_reckoning_in(*any_unit());
  const auto unpaused = due_moment_of(reckoning);
  reckoning.stops = {any_stop(ClockPolicy::Pause, reckoning.received)};
  RC_ASSERT(due_moment_of(reckoning) >= unpaused);
}

RC_GTEST_PROP(ReckoningProperty, GivesWorkingHoursInFull, ()) {
  auto reckoning = any_reckoning_in(TermUnit::WorkingHours);
  reckoning.received = std::chrono::floor<minutes>(reckoning.received);
  const auto as = reckon_due(office(), reckoning)->received_as;
  const auto pause = any_stop(ClockPolicy::Pause, as);
  reckoning.stops = {pause};
  const auto due = due_moment_of(reckoning);
  const auto standing = pause.from >= due
                            ? minutes{0}
                            : office().working_time_between(pause.from, std::min(due, *pause.to));
  RC_ASSERT(office().working_time_between(as, due) - standing == hours{reckoning.term.amount});
}

RC_GTEST_PROP(ReckoningProperty, StartsAfreshAfterARestart, ()) {
  auto reckoning = any_reckoning_in(*any_unit());
  const auto unstopped = due_moment_of(reckoning);
  const auto restart = any_stop(ClockPolicy::Restart, reckoning.received);
  reckoning.stops = {restart};
  auto fresh = reckoning;
  fresh.stops.clear();
  fresh.received = *restart.to;
  RC_ASSERT(due_moment_of(reckoning) ==
            (restart.from >= unstopped ? unstopped : due_moment_of(fresh)));
}

RC_GTEST_PROP(ReckoningProperty, IsNotTouchedByAStopThatDoesNotStopTheClock, ()) {
  auto reckoning = any_reckoning_in(*any_unit());
  const auto due = due_moment_of(reckoning);
  reckoning.stops = {any_stop(ClockPolicy::Run, reckoning.received)};
  RC_ASSERT(due_moment_of(reckoning) == due);
}

}  // namespace
}  // namespace motcua::calendar
