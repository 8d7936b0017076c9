#include "calendar/reckoning.hpp"

#include <gtest/gtest.h>

#include <array>

#include "calendar/calendar_test.hpp"

namespace motcua::calendar {
namespace {

constexpr minutes three_o_clock{15 * 60};

Reckoning reckoning_of(std::string_view term, std::string_view received,
                       std::vector<Stop> stops = {}) {
  Reckoning reckoning;
  reckoning.term = parse_term(term).value().value();
  reckoning.received = moment(received);
  reckoning.rules.cutoff = three_o_clock;
  reckoning.stops = std::move(stops);
  return reckoning;
}

Stop stop(ClockPolicy policy, std::string_view from, std::string_view to = {}) {
  Stop stop;
  stop.policy = policy;
  stop.from = moment(from);
  if (!to.empty()) stop.to = moment(to);
  stop.reason = {"bổ sung hồ sơ", "supplement"};
  stop.document = "12/SNgV";
  return stop;
}

std::string due_of(const Reckoning& reckoning) {
  const auto answer = reckon(office(), reckoning);
  if (!answer) return std::string(answer.error().code());
  const auto lean = reckon_due(office(), reckoning);
  EXPECT_EQ(lean->due, answer->due);
  EXPECT_EQ(lean->used, answer->used);
  return answer->due ? write_moment(*answer->due).substr(0, 16) : "none";
}

std::string due_of(std::string_view term, std::string_view received, std::vector<Stop> stops = {}) {
  return due_of(reckoning_of(term, received, std::move(stops)));
}

struct Vector {
  const char* received;
  int working_days;
  const char* due;
};

// [facts-9.2] and the first-day rule, worked out by hand for every awkward holiday of eleven years.
constexpr std::array<Vector, 20> vectors{{
    {"2016-02-04", 6, "2016-02-19"},  {"2016-04-14", 3, "2016-04-20"},
    {"2016-04-28", 6, "2016-05-10"},  {"2017-01-25", 6, "2017-02-09"},
    {"2017-04-05", 3, "2017-04-11"},  {"2017-04-12", 6, "2017-04-20"},
    {"2017-04-12", 11, "2017-04-27"}, {"2017-04-12", 22, "2017-05-16"},
    {"2018-12-27", 3, "2019-01-03"},  {"2019-04-25", 6, "2019-05-07"},
    {"2020-01-22", 7, "2020-02-07"},  {"2021-08-31", 3, "2021-09-07"},
    {"2022-04-08", 1, "2022-04-12"},  {"2023-04-27", 3, "2023-05-05"},
    {"2024-04-25", 6, "2024-05-07"},  {"2025-04-24", 6, "2025-05-06"},
    {"2025-12-30", 3, "2026-01-06"},  {"2026-01-08", 3, "2026-01-12"},
    {"2026-02-13", 7, "2026-03-03"},  {"2026-04-24", 3, "2026-05-04"},
}};

TEST(Reckoning, MeetsTheVectorsOfElevenYears) {
  for (const auto& [received, count, due] : vectors) {
    EXPECT_EQ(due_of(std::to_string(count) + " working-days", std::string(received) + "T09:10"),
              std::string(due) + "T16:30")
        << received;
  }
}

TEST(Reckoning, CountsALateReceiptFromTheNextWorkingDay) {
  EXPECT_EQ(due_of("6 working-days", "2017-04-12T15:00"), "2017-04-20T16:30");
  EXPECT_EQ(due_of("6 working-days", "2017-04-12T15:00:01"), "2017-04-21T16:30");
  EXPECT_EQ(due_of("6 working-days", "2017-04-14T15:30"), "2017-04-25T16:30");  // a Friday
  EXPECT_EQ(due_of("1 working-day", "2017-04-12T15:30"), "2017-04-14T16:30");
}

TEST(Reckoning, CountsAReceiptOutOfHoursFromTheNextOpening) {
  EXPECT_EQ(due_of("1 working-day", "2017-04-12T06:00"), "2017-04-13T16:30");
  EXPECT_EQ(due_of("1 working-day", "2017-04-12T12:30"), "2017-04-13T16:30");
  EXPECT_EQ(due_of("1 working-day", "2017-04-12T22:00"), "2017-04-14T16:30");
  EXPECT_EQ(due_of("1 working-day", "2017-04-15T10:00"), "2017-04-18T16:30");  // a Saturday
  EXPECT_EQ(due_of("1 working-day", "2017-04-06T10:00"), "2017-04-10T16:30");  // Giỗ Tổ
  auto no_cutoff = reckoning_of("1 working-day", "2017-04-12T16:50");
  no_cutoff.rules.cutoff.reset();
  EXPECT_EQ(due_of(no_cutoff), "2017-04-13T16:30");
  auto lunch = reckoning_of("1 working-day", "2017-04-12T11:30");
  lunch.rules.cutoff = minutes{11 * 60};
  EXPECT_EQ(due_of(lunch), "2017-04-14T16:30");
}

TEST(Reckoning, CountsHalfDays) {
  EXPECT_EQ(due_of("1 half-day", "2017-04-12T09:10"), "2017-04-12T16:30");
  EXPECT_EQ(due_of("1 half-day", "2017-04-12T13:10"), "2017-04-13T11:00");
  EXPECT_EQ(due_of("1 half-day", "2017-04-12T12:10"), "2017-04-13T11:00");
  EXPECT_EQ(due_of("3 half-days", "2017-04-12T09:10"), "2017-04-13T16:30");
  EXPECT_EQ(due_of("1 half-day", "2017-04-14T14:00"), "2017-04-17T11:00");  // over a weekend
  EXPECT_EQ(due_of("1 half-day", "2017-04-14T15:30"), "2017-04-17T16:30");  // as Monday 08:00
}

TEST(Reckoning, CountsWorkingHoursToTheSecond) {
  EXPECT_EQ(due_of("8 working-hours", "2017-04-12T09:10"), "2017-04-13T09:10");
  EXPECT_EQ(due_of("2 working-hours", "2017-04-12T11:10"), "2017-04-12T14:10");
  EXPECT_EQ(due_of("2 working-hours", "2017-04-12T15:00"), "2017-04-12T17:00");
  EXPECT_EQ(due_of("2 working-hours", "2017-04-12T15:01"), "2017-04-13T10:00");
  EXPECT_EQ(due_of("8 working-hours", "2017-04-14T20:00"), "2017-04-17T17:00");
  const auto exact = reckon(office(), reckoning_of("1 working-hour", "2017-04-12T09:10:07"));
  EXPECT_EQ(*exact->due, moment("2017-04-12T10:10:07"));
}

TEST(Reckoning, EndsCalendarDaysOnAWorkingDay) {
  EXPECT_EQ(due_of("5 calendar-days", "2017-04-12T09:10"), "2017-04-17T16:30");
  EXPECT_EQ(due_of("3 calendar-days", "2017-04-12T09:10"), "2017-04-17T16:30");   // a Saturday
  EXPECT_EQ(due_of("15 calendar-days", "2017-04-15T09:10"), "2017-05-03T16:30");  // 2 May: day off
}

TEST(Reckoning, EndsMonthsOnTheCorrespondingDayOrSaysThatThereIsNone) {
  EXPECT_EQ(due_of("1 month", "2017-04-12T09:10"), "2017-05-12T16:30");
  EXPECT_EQ(due_of("1 month", "2017-05-17T09:10"), "2017-06-19T16:30");  // a Saturday
  EXPECT_EQ(due_of("12 months", "2016-02-26T09:10"), "2017-02-27T16:30");
  auto end_of_january = reckoning_of("1 month", "2018-01-31T09:10");
  EXPECT_EQ(due_of(end_of_january), "month_has_no_such_day");
  end_of_january.rules.month_end = MonthEnd::LastDay;
  EXPECT_EQ(due_of(end_of_january), "2018-02-28T16:30");
  end_of_january.term.amount = 2;
  EXPECT_EQ(due_of(end_of_january), "2018-04-02T16:30");  // 31 March is a Saturday
}

TEST(Reckoning, HasNoAnswerWhereTheCalendarHasNoData) {
  EXPECT_EQ(due_of("6 working-days", "2026-12-28T09:10"), "calendar_has_no_data");
  EXPECT_EQ(due_of("3 working-days", "2026-12-28T09:10"), "2026-12-31T16:30");
  EXPECT_EQ(due_of("6 working-days", "2015-12-28T09:10"), "calendar_has_no_data");
  EXPECT_EQ(due_of("1 half-day", "2026-12-31T16:00"), "calendar_has_no_data");
  EXPECT_EQ(due_of("8 working-hours", "2026-12-31T14:00"), "calendar_has_no_data");
  EXPECT_EQ(due_of("10000 months", "2017-04-12T09:10"), "calendar_has_no_data");
}

TEST(Reckoning, PausesAndRunsOn) {
  const auto pause = stop(ClockPolicy::Pause, "2017-04-14T10:00", "2017-04-19T09:00");
  // 13 April counted; 14 to 19 April not; the other five from 20 April.
  EXPECT_EQ(due_of("6 working-days", "2017-04-12T09:10", {pause}), "2017-04-26T16:30");
  EXPECT_EQ(due_of("9 calendar-days", "2017-04-12T09:10", {pause}), "2017-04-27T16:30");
  EXPECT_EQ(due_of("8 working-hours", "2017-04-13T16:00",
                   {stop(ClockPolicy::Pause, "2017-04-14T10:00", "2017-04-19T09:00")}),
            "2017-04-19T16:00");  // as 14 April 08:00: two hours before, six after
  EXPECT_EQ(due_of("3 half-days", "2017-04-13T14:00", {pause}), "2017-04-20T16:30");
}

TEST(Reckoning, CountsNothingOnADayThatWasStoppedForAnHour) {
  EXPECT_EQ(due_of("6 working-days", "2017-04-12T09:10",
                   {stop(ClockPolicy::Pause, "2017-04-14T10:00", "2017-04-14T11:00")}),
            "2017-04-21T16:30");
}

TEST(Reckoning, RunsOnWhereTheRuleSaysSo) {
  EXPECT_EQ(due_of("6 working-days", "2017-04-12T09:10",
                   {stop(ClockPolicy::Run, "2017-04-14T10:00", "2017-04-19T09:00")}),
            "2017-04-20T16:30");
  EXPECT_EQ(
      due_of("6 working-days", "2017-04-12T09:10", {stop(ClockPolicy::Run, "2017-04-14T10:00")}),
      "2017-04-20T16:30");
}

TEST(Reckoning, CountsAgainFromTheStartAfterARestart) {
  const auto restart = [](std::string_view to) {
    return std::vector{stop(ClockPolicy::Restart, "2017-04-14T10:00", to)};
  };
  EXPECT_EQ(due_of("6 working-days", "2017-04-12T09:10", restart("2017-04-19T09:00")),
            "2017-04-27T16:30");
  EXPECT_EQ(due_of("6 working-days", "2017-04-12T09:10", restart("2017-04-19T15:30")),
            "2017-04-28T16:30");
  EXPECT_EQ(due_of("8 working-hours", "2017-04-13T16:00", restart("2017-04-19T09:00")),
            "2017-04-20T09:00");
}

TEST(Reckoning, HasNoDueWhileStopped) {
  for (const auto policy : {ClockPolicy::Pause, ClockPolicy::Restart}) {
    const auto answer = reckon(office(), reckoning_of("6 working-days", "2017-04-12T09:10",
                                                      {stop(policy, "2017-04-14T10:00")}));
    EXPECT_EQ(answer->due, std::nullopt);
    EXPECT_EQ(answer->used, 1);
    EXPECT_EQ(answer->term, 6);
    ASSERT_EQ(answer->days.size(), 3u);
    EXPECT_EQ(answer->days.back().reason, DayReason::Stopped);
  }
}

TEST(Reckoning, EndsAPauseAtItsCap) {
  auto pause = stop(ClockPolicy::Pause, "2017-04-14T10:00");
  pause.capped_at = moment("2017-04-19T09:00");
  EXPECT_EQ(due_of("6 working-days", "2017-04-12T09:10", {pause}), "2017-04-26T16:30");
  pause.to = moment("2017-06-01T09:00");
  EXPECT_EQ(due_of("6 working-days", "2017-04-12T09:10", {pause}), "2017-04-26T16:30");
  pause.to = moment("2017-04-17T09:00");
  EXPECT_EQ(due_of("6 working-days", "2017-04-12T09:10", {pause}), "2017-04-24T16:30");
}

TEST(Reckoning, DoesNotLetAStopUndoALateness) {
  for (const auto policy : {ClockPolicy::Pause, ClockPolicy::Restart}) {
    for (const auto* received : {"2017-04-12T09:10", "2017-04-12T14:00"}) {
      EXPECT_EQ(due_of("6 working-days", received, {stop(policy, "2017-04-20T16:30")}),
                "2017-04-20T16:30");
      EXPECT_EQ(due_of("6 working-days", received, {stop(policy, "2017-04-20T16:29")}), "none");
    }
    EXPECT_EQ(due_of("1 half-day", "2017-04-12T13:30", {stop(policy, "2017-04-13T11:30")}),
              "2017-04-13T11:00");
    EXPECT_EQ(due_of("2 working-hours", "2017-04-12T08:00", {stop(policy, "2017-04-12T10:00")}),
              "2017-04-12T10:00");
    EXPECT_EQ(due_of("2 working-hours", "2017-04-12T08:00", {stop(policy, "2017-04-12T09:59")}),
              "none");
  }
}

TEST(Reckoning, TakesManyStops) {
  EXPECT_EQ(due_of("6 working-days", "2017-04-12T09:10",
                   {stop(ClockPolicy::Pause, "2017-04-14T10:00", "2017-04-17T09:00"),
                    stop(ClockPolicy::Run, "2017-04-18T10:00", "2017-04-18T11:00"),
                    stop(ClockPolicy::Pause, "2017-04-19T10:00", "2017-04-20T09:00")}),
            "2017-04-26T16:30");
  EXPECT_EQ(due_of("2 working-days", "2017-04-12T09:10",
                   {stop(ClockPolicy::Restart, "2017-04-13T10:00", "2017-04-17T09:00"),
                    stop(ClockPolicy::Pause, "2017-04-18T10:00", "2017-04-18T11:00"),
                    stop(ClockPolicy::Restart, "2017-04-20T10:00", "2017-04-20T11:00")}),
            "2017-04-24T16:30");
}

TEST(Reckoning, RefusesStopsOutOfOrder) {
  const auto first = stop(ClockPolicy::Pause, "2017-04-14T10:00", "2017-04-17T09:00");
  const auto overlapping = stop(ClockPolicy::Pause, "2017-04-16T10:00", "2017-04-18T09:00");
  const auto open = stop(ClockPolicy::Pause, "2017-04-13T10:00");
  const auto backwards = stop(ClockPolicy::Pause, "2017-04-14T10:00", "2017-04-13T09:00");
  EXPECT_THROW(due_of("6 working-days", "2017-04-12T09:10", {first, overlapping}), Bug);
  EXPECT_THROW(due_of("6 working-days", "2017-04-12T09:10", {open, first}), Bug);
  EXPECT_THROW(due_of("6 working-days", "2017-04-12T09:10", {backwards}), Bug);
}

}  // namespace
}  // namespace motcua::calendar
