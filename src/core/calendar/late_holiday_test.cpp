#include "calendar/late_holiday.hpp"

#include <gtest/gtest.h>

#include "calendar/calendar_test.hpp"

namespace motcua::calendar {
namespace {

DayEntry mourning(Date date) {
  DayEntry entry;
  entry.date = date;
  entry.day.kind = DayKind::Holiday;
  entry.day.name = {"Quốc tang", "State mourning"};
  entry.day.decree = "TB1";
  return entry;
}

OpenPromise promise(std::string dossier, std::string_view received, int working_days) {
  OpenPromise promise{std::move(dossier), {}};
  promise.reckoning.term = {TermUnit::WorkingDays, working_days};
  promise.reckoning.received = parse_moment(received).value();
  return promise;
}

TEST(LateHoliday, MovesThePromisesThatCountedTheDay) {
  const auto after = office().with({mourning(make_date(2017, 4, 18))});
  const std::vector promises{
      promise("D1", "2017-04-12T09:10", 6),   // until 20 April: moves
      promise("D2", "2017-04-12T09:10", 3),   // until 17 April: stays
      promise("D3", "2017-04-18T09:10", 1),   // received on what is now a day off
      promise("D4", "2017-04-19T09:10", 6)};  // later
  const auto answer = late_holiday(office(), after, promises);
  ASSERT_EQ(answer.days.size(), 1u);
  EXPECT_EQ(answer.days[0].text.vi, "18/04/2017 trở thành ngày nghỉ: Quốc tang [TB1]");
  EXPECT_EQ(answer.days[0].text.en, "2017-04-18 becomes a day off: State mourning [TB1]");
  ASSERT_EQ(answer.moved.size(), 2u);
  EXPECT_EQ(answer.moved[0].dossier, "D1");
  EXPECT_EQ(write_moment(*answer.moved[0].before), "2017-04-20T16:30:00+07:00");
  EXPECT_EQ(write_moment(*answer.moved[0].after), "2017-04-21T16:30:00+07:00");
  EXPECT_EQ(answer.moved[0].because, std::vector{make_date(2017, 4, 18)});
  EXPECT_EQ(answer.moved[0].why, answer.days[0].text);
  EXPECT_EQ(answer.moved[1].dossier, "D3");
  EXPECT_EQ(write_moment(*answer.moved[1].after), "2017-04-20T16:30:00+07:00");
}

TEST(LateHoliday, BringsPromisesForwardWhenASaturdayIsWorked) {
  auto saturday = mourning(make_date(2017, 4, 15));
  saturday.day.kind = DayKind::SwappedWorkingDay;
  const std::vector promises{promise("D1", "2017-04-12T09:10", 6)};
  const auto answer = late_holiday(office(), office().with({saturday}), promises);
  ASSERT_EQ(answer.moved.size(), 1u);
  EXPECT_LT(*answer.moved[0].after, *answer.moved[0].before);
  EXPECT_EQ(answer.moved[0].why.en, "2017-04-15 becomes a working day: State mourning [TB1]");
}

TEST(LateHoliday, SaysWhenTheNewCalendarHasNoAnswer) {
  const std::vector promises{promise("D1", "2026-12-28T09:10", 3)};
  const auto answer =
      late_holiday(office(), office().with({mourning(make_date(2026, 12, 30))}), promises);
  ASSERT_EQ(answer.moved.size(), 1u);
  EXPECT_EQ(answer.moved[0].after, std::nullopt);
  EXPECT_EQ(answer.moved[0].rejected->code(), "calendar_has_no_data");
}

TEST(LateHoliday, LeavesStoppedPromisesAndRenamedDaysAlone) {
  auto stopped = promise("D1", "2017-04-12T09:10", 6);
  stopped.reckoning.stops.resize(1);
  stopped.reckoning.stops[0].from = parse_moment("2017-04-13T09:10").value();
  const std::vector promises{stopped, promise("D2", "2017-04-26T09:10", 6)};
  const auto renamed = office().with({mourning(make_date(2017, 5, 1))});
  EXPECT_TRUE(late_holiday(office(), renamed, promises).days.empty());
  EXPECT_TRUE(late_holiday(office(), renamed, promises).moved.empty());
  const auto mourned = office().with({mourning(make_date(2017, 4, 18))});
  EXPECT_TRUE(late_holiday(office(), mourned, promises).moved.empty());
}

}  // namespace
}  // namespace motcua::calendar
