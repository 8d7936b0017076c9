#include "calendar/calendar_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "calendar/calendar_test.hpp"

namespace motcua::calendar {
namespace {

using testing::HasSubstr;

const auto no_base = [](std::string_view) -> std::optional<std::string> { return std::nullopt; };

constexpr std::string_view smallest = R"(name = "small"
first_year = 2020
last_year = 2020
[[hours]]
from = 2020-01-01
working = ["08:00-12:00", "13:00-17:00"]
)";

std::string failure_of(const std::string& more) {
  const auto calendar = read_calendar(std::string(smallest) + more, no_base);
  return calendar ? "read" : calendar.error().what;
}

TEST(CalendarFile, GivesTheWorkingDaysOfEveryYear) {  // [facts-9.2], last column
  const auto calendar = calendar_for_tests(MOTCUA_SOURCE_DIR);
  const std::map<int, int> working_days{{2016, 251}, {2017, 250}, {2018, 250}, {2019, 252},
                                        {2020, 252}, {2021, 250}, {2022, 249}, {2023, 249},
                                        {2024, 251}, {2025, 250}, {2026, 250}};
  for (const auto& [year, expected] : working_days) {
    EXPECT_EQ(calendar.working_days_between(make_date(year - 1, 12, 31), make_date(year, 12, 31)),
              expected)
        << year;
  }
  EXPECT_TRUE(calendar.covers(make_date(2016, 1, 1)));
  EXPECT_TRUE(calendar.covers(make_date(2026, 12, 31)));
  EXPECT_FALSE(calendar.covers(make_date(2015, 12, 31)));
  EXPECT_FALSE(calendar.covers(make_date(2027, 1, 1)));
}

TEST(CalendarFile, KeepsTheOfficesOwnHoursAndTheBasesDays) {
  const auto calendar = calendar_for_tests(MOTCUA_SOURCE_DIR);
  const auto wednesday = make_date(2017, 4, 12);
  EXPECT_EQ(calendar.name(), "so-ngoai-vu-ha-noi");
  EXPECT_EQ(calendar.end_of_reception(wednesday), at(wednesday, minutes{16 * 60 + 30}));
  EXPECT_EQ(calendar.working_hours(wednesday).back().to, hours{17});
  const auto day = calendar.describe(make_date(2026, 1, 2));
  EXPECT_EQ(day.kind, DayKind::SwappedDayOff);
  EXPECT_EQ(day.decree, "CV12729-VPCP-KGVX");
  EXPECT_TRUE(day.verified);
}

TEST(CalendarFile, MarksWhatIsNotVerified) {
  const auto calendar = calendar_for_tests(MOTCUA_SOURCE_DIR);
  EXPECT_FALSE(calendar.describe(make_date(2026, 8, 31)).verified);
  EXPECT_FALSE(calendar.describe(make_date(2026, 8, 22)).verified);
}

TEST(CalendarFile, SaysWhereItIsWrong) {
  EXPECT_EQ(failure_of(""), "read");
  EXPECT_THAT(failure_of("[[day]]\ndate = 2020-02-30\n"), HasSubstr("line 8"));
  EXPECT_THAT(failure_of("[[day]]\ndate = \"x\"\nkind = \"holiday\"\n"),
              HasSubstr("line 8: date is no date"));
  EXPECT_THAT(failure_of("[[day]]\ndate = 2020-02-03\nkind = \"feast\"\n"),
              HasSubstr("line 9: there is no kind of day feast"));
  EXPECT_THAT(failure_of("[[day]]\ndate = 2020-02-03\nkind = \"holiday\"\n"),
              HasSubstr("line 7: the day needs a name"));
  EXPECT_THAT(failure_of("[[day]]\ndate = 2020-02-03\nkindd = \"holiday\"\n"),
              HasSubstr("line 9: unknown key kindd"));
  EXPECT_THAT(failure_of("[[hours]]\nfrom = 2020-02-03\nworking = [\"8-12\"]\n"),
              HasSubstr("line 9: hours are written"));
  EXPECT_THAT(failure_of("day = 3\n"), HasSubstr("line 7"));
  EXPECT_THAT(failure_of("[[day]\n"), HasSubstr("line 7"));
}

TEST(CalendarFile, ChecksTheCalendarAsAWhole) {
  const std::string day = "[[day]]\nname = { vi = \"a\", en = \"b\" }\ndecree = \"c\"\n";
  EXPECT_THAT(failure_of(day + "date = 2021-02-03\nkind = \"holiday\"\n"),
              HasSubstr("2021-02-03 lies outside its years"));
  EXPECT_THAT(failure_of(day + "date = 2020-02-03\nkind = \"half-day\"\n"),
              HasSubstr("does not say which hours"));
  EXPECT_THAT(
      failure_of(day + "date = 2020-02-03\nkind = \"holiday\"\nhours = [\"08:00-09:00\"]\n"),
      HasSubstr("has working hours"));
  EXPECT_THAT(failure_of("[[hours]]\nfrom = 2020-02-03\nworking = [\"12:00-08:00\"]\n"),
              HasSubstr("not in order"));
  EXPECT_THAT(failure_of("[[hours]]\nfrom = 2020-02-03\n"), HasSubstr("no working hours"));
}

TEST(CalendarFile, RefusesABaseThatIsMissingOrGoesInCircles) {
  const auto missing = read_calendar("name = \"a\"\nextends = \"b\"\n", no_base);
  ASSERT_FALSE(missing.ok());
  EXPECT_EQ(missing.error().kind, FailureKind::NotFound);
  const auto circle = read_calendar("name = \"a\"\nextends = \"a\"\n", [](std::string_view) {
    return std::optional<std::string>("name = \"a\"\nextends = \"a\"\n");
  });
  ASSERT_FALSE(circle.ok());
  EXPECT_THAT(circle.error().what, HasSubstr("circle"));
}

TEST(CalendarFile, ReadsAHolidayDecreedLate) {
  const auto days = read_day_entries(R"([[day]]
date = 2017-04-14
until = 2017-04-18
kind = "holiday"
name = { vi = "Quốc tang", en = "State mourning" }
decree = "test"
)");
  ASSERT_TRUE(days.ok());
  ASSERT_EQ(days->size(), 3u);  // Friday, Monday, Tuesday
  const auto before = calendar_for_tests(MOTCUA_SOURCE_DIR);
  const auto after = before.with(*days);
  EXPECT_TRUE(before.is_working_day(make_date(2017, 4, 14)));
  EXPECT_FALSE(after.is_working_day(make_date(2017, 4, 14)));
  EXPECT_EQ(after.describe(make_date(2017, 4, 17)).name.en, "State mourning");
  EXPECT_EQ(after.working_days_between(make_date(2016, 12, 31), make_date(2017, 12, 31)), 247);
}

}  // namespace
}  // namespace motcua::calendar
