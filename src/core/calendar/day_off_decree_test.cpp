#include "calendar/day_off_decree.hpp"

#include <gtest/gtest.h>

#include "calendar/calendar_test.hpp"

namespace motcua::calendar {
namespace {

const Date day_off = make_date(2017, 4, 28);
const Date working_saturday = make_date(2017, 5, 6);

DayOffDecree swap(Date off, Date worked) {
  return {off, "01/TB-VPCP", name_of_swap(worked), worked};
}

std::string_view refusal(const DayOffDecree& decree, const WorkingCalendar& calendar = office()) {
  const auto sound = check(decree, calendar);
  return sound ? "" : sound.error().code();
}

TEST(DayOffDecree, AloneMakesAHoliday) {
  const DayOffDecree mourning{day_off, "01/QĐ-TTg", {"Quốc tang", "State mourning"}, {}};
  EXPECT_EQ(refusal(mourning), "");
  const auto after = office().with(entries_of(mourning));
  EXPECT_EQ(after.describe(day_off).kind, DayKind::Holiday);
  EXPECT_EQ(after.describe(day_off).decree, "01/QĐ-TTg");
}

TEST(DayOffDecree, SwapsAWorkingDayForASaturdayAsTheCalendarsDataDo) {
  const auto decree = swap(day_off, working_saturday);
  EXPECT_EQ(refusal(decree), "");
  const auto after = office().with(entries_of(decree));
  EXPECT_EQ(after.describe(day_off).kind, DayKind::SwappedDayOff);
  EXPECT_EQ(after.describe(day_off).name.vi, "Nghỉ hoán đổi, làm bù ngày 06/05/2017");
  EXPECT_EQ(after.describe(working_saturday).kind, DayKind::SwappedWorkingDay);
  EXPECT_EQ(after.describe(working_saturday).name.en, "Worked in place of 2017-04-28");
  EXPECT_FALSE(after.working_hours(working_saturday).empty());
  EXPECT_EQ(after.working_days_between(day_off - std::chrono::days{1}, working_saturday),
            office().working_days_between(day_off - std::chrono::days{1}, working_saturday));
}

TEST(DayOffDecree, OnceTakenInPassesAgain) {
  const auto decree = swap(day_off, working_saturday);
  const auto after = office().with(entries_of(decree));
  EXPECT_EQ(refusal(decree, after), "");
  EXPECT_EQ(refusal(swap(make_date(2017, 4, 27), working_saturday), after), "not_a_weekly_day_off");
}

TEST(DayOffDecree, SwapsNoDayOffAndWorksOnNoOtherDay) {
  EXPECT_EQ(refusal(swap(make_date(2017, 5, 1), working_saturday)), "not_a_working_day");
  EXPECT_EQ(refusal(swap(working_saturday, working_saturday)), "not_a_working_day");
  EXPECT_EQ(refusal(swap(day_off, make_date(2017, 5, 3))), "not_a_weekly_day_off");
  EXPECT_EQ(refusal(swap(day_off, make_date(2017, 5, 1))), "not_a_weekly_day_off");
}

TEST(DayOffDecree, WaitsForItsYear) {
  const Date beyond = make_date(office().last_year() + 1, 2, 1);
  EXPECT_EQ(refusal(swap(beyond, working_saturday)), "calendar_has_no_data");
  EXPECT_EQ(refusal(swap(day_off, beyond)), "calendar_has_no_data");
}

}  // namespace
}  // namespace motcua::calendar
