#include "calendar/working_calendar.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <array>

#include "calendar/calendar_test.hpp"

namespace motcua::calendar {
namespace {

TEST(WorkingCalendar, FindsTheNextWorkingMoment) {
  const auto next = [](std::string_view text) {
    return write_moment(office().next_working_moment(moment(text))).substr(0, 16);
  };
  EXPECT_EQ(next("2017-04-12T09:10"), "2017-04-12T09:10");
  EXPECT_EQ(next("2017-04-12T07:10"), "2017-04-12T08:00");
  EXPECT_EQ(next("2017-04-12T12:00"), "2017-04-12T13:00");
  EXPECT_EQ(next("2017-04-12T17:00"), "2017-04-13T08:00");
  EXPECT_EQ(next("2017-04-14T20:00"), "2017-04-17T08:00");
  EXPECT_EQ(next("2017-01-25T17:30"), "2017-02-02T08:00");  // Tết
  EXPECT_EQ(next("2019-05-04T10:00"), "2019-05-04T10:00");  // a worked Saturday
}

TEST(WorkingCalendar, MeasuresWorkingTime) {
  const auto between = [](std::string_view from, std::string_view to) {
    return office().working_time_between(moment(from), moment(to)).count();
  };
  EXPECT_EQ(between("2017-04-12T09:10", "2017-04-12T10:00"), 50);
  EXPECT_EQ(between("2017-04-12T09:10", "2017-04-12T14:00"), 230);
  EXPECT_EQ(between("2017-04-12T16:00", "2017-04-13T09:00"), 120);
  EXPECT_EQ(between("2017-04-14T16:00", "2017-04-17T09:00"), 120);
  EXPECT_EQ(between("2017-04-13T09:00", "2017-04-12T09:00"), 0);
  EXPECT_EQ(between("2016-12-31T00:00", "2018-01-01T00:00"), 250 * 480);
}

TEST(WorkingCalendar, AddsWorkingTime) {
  const auto add = [](std::string_view from, int amount) {
    return write_moment(office().add_working_time(moment(from), minutes{amount})).substr(0, 16);
  };
  EXPECT_EQ(add("2017-04-12T09:10", 480), "2017-04-13T09:10");
  EXPECT_EQ(add("2017-04-12T09:00", 180), "2017-04-12T12:00");
  EXPECT_EQ(add("2017-04-12T09:00", 181), "2017-04-12T13:01");
  EXPECT_EQ(add("2017-04-14T16:00", 61), "2017-04-17T08:01");
}

TEST(WorkingCalendar, KnowsHalfDays) {
  DayEntry entry;
  entry.date = date("2017-04-13");
  entry.day.kind = DayKind::HalfDay;
  entry.day.name = {"Nghỉ buổi chiều", "Afternoon off"};
  entry.hours = {{hours{8}, hours{12}}};
  const auto calendar = office().with({entry});
  EXPECT_TRUE(calendar.is_working_day(entry.date));
  EXPECT_EQ(calendar.end_of_reception(entry.date), moment("2017-04-13T11:00"));
  EXPECT_EQ(calendar.next_working_moment(moment("2017-04-13T13:00")), moment("2017-04-14T08:00"));
  EXPECT_EQ(calendar.working_time_between(moment("2017-04-13T00:00"), moment("2017-04-15T00:00")),
            hours{12});
}

TEST(WorkingCalendar, AnswersWithPlainWeeksBeyondItsYears) {
  EXPECT_TRUE(office().is_working_day(date("2027-01-01")));
  EXPECT_FALSE(office().is_working_day(date("2027-01-02")));
  EXPECT_TRUE(office().is_working_day(date("2015-12-31")));
  EXPECT_EQ(office().working_days_between(date("2026-12-31"), date("2027-01-08")), 6);
  EXPECT_EQ(office().end_of_reception(date("2027-01-01")), moment("2027-01-01T16:30"));
}

TEST(WorkingCalendar, ReadsHoursThatChange) {
  const std::vector<Period> summer{{hours{7}, hours{15}}};
  const std::vector<Period> winter{{hours{8}, hours{16}}};
  const auto calendar =
      WorkingCalendar::build("two", 2020, 2020, {},
                             {{date("2020-07-01"), winter, {}}, {date("2019-01-01"), summer, {}}})
          .value();
  EXPECT_EQ(calendar.end_of_reception(date("2020-06-30")), moment("2020-06-30T15:00"));
  EXPECT_EQ(calendar.end_of_reception(date("2020-07-01")), moment("2020-07-01T16:00"));
  EXPECT_FALSE(WorkingCalendar::build("late", 2020, 2020, {}, {{date("2020-07-01"), winter, {}}}));
}

rc::Gen<Moment> any_time_of_the_years() {
  return rc::gen::map(rc::gen::inRange(0, 10 * 365 * 24 * 60),
                      [](int minute) { return Moment{date("2016-01-02")} + minutes{minute}; });
}

RC_GTEST_PROP(WorkingCalendarProperty, WorkingTimeAddedIsWorkingTimeBetween, ()) {
  const auto from = *any_time_of_the_years();
  const minutes amount{*rc::gen::inRange(0, 20000)};
  const auto to = office().add_working_time(from, amount);
  RC_ASSERT(office().working_time_between(from, to) == amount);
}

RC_GTEST_PROP(WorkingCalendarProperty, WorkingTimeAddsUp, ()) {
  std::array<Moment, 3> m{*any_time_of_the_years(), *any_time_of_the_years(),
                          *any_time_of_the_years()};
  std::sort(m.begin(), m.end());
  RC_ASSERT(office().working_time_between(m[0], m[1]) + office().working_time_between(m[1], m[2]) ==
            office().working_time_between(m[0], m[2]));
}

RC_GTEST_PROP(WorkingCalendarProperty, WorkingDaysBetweenCountsThem, ()) {
  const auto after = date_of(*any_time_of_the_years());
  const auto until = after + std::chrono::days{*rc::gen::inRange(-5, 400)};
  int counted = 0;
  for (auto day = after + std::chrono::days{1}; day <= until; day += std::chrono::days{1}) {
    counted += office().is_working_day(day);
  }
  RC_ASSERT(office().working_days_between(after, until) == counted);
}

}  // namespace
}  // namespace motcua::calendar
