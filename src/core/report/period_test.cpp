#include "report/period.hpp"

#include <gtest/gtest.h>

namespace motcua::report {
namespace {

TEST(Period, reads_every_kind) {
  const auto check = [](const char* id, const char* first, const char* last, const char* label) {
    const auto period = parse_period(id);
    ASSERT_TRUE(period.has_value()) << id;
    EXPECT_EQ(period->id, id);
    EXPECT_EQ(write_date(period->first), first) << id;
    EXPECT_EQ(write_date(period->last), last) << id;
    EXPECT_EQ(period->label.vi, label);
  };
  check("2016", "2016-01-01", "2016-12-31", "Năm 2016");
  check("2017-Q1", "2017-01-01", "2017-03-31", "Quý I năm 2017");
  check("2016-02", "2016-02-01", "2016-02-29", "Tháng 2 năm 2016");
  check("2017-R1", "2016-12-15", "2017-03-14", "Kỳ báo cáo quý I năm 2017 (15/12/2016–14/03/2017)");
  check("2017-R4", "2017-09-15", "2017-12-14",
        "Kỳ báo cáo quý IV năm 2017 (15/09/2017–14/12/2017)");
  check("2017-R", "2016-12-15", "2017-12-14", "Kỳ báo cáo năm 2017 (15/12/2016–14/12/2017)");
}

TEST(Period, refuses_what_is_no_period) {
  for (const auto* id :
       {"", "17", "2017-", "2017-Q5", "2017-Q0", "2017-13", "2017-00", "2017-1", "2017-R5",
        "2017-RR", "1900", "2200", "2017Q1", "2017-Q1x", "+017", "201a"}) {
    EXPECT_FALSE(parse_period(id).has_value()) << id;
  }
}

TEST(Period, reporting_quarters_follow_each_other_without_a_gap) {
  Date expected = make_date(2015, 12, 15);
  for (const auto* id : {"2016-R1", "2016-R2", "2016-R3", "2016-R4", "2017-R1"}) {
    const auto period = parse_period(id);
    EXPECT_EQ(period->first, expected) << id;
    expected = period->last + std::chrono::days{1};
  }
}

TEST(Period, knows_no_more_than_now) {
  const auto quarter = *parse_period("2017-Q1");
  EXPECT_EQ(write_moment(as_of(quarter, *parse_moment("2017-04-12T08:00"))),
            "2017-03-31T23:59:59+07:00");
  EXPECT_EQ(write_moment(as_of(quarter, *parse_moment("2017-02-12T08:00"))),
            "2017-02-12T08:00:00+07:00");
}

TEST(Period, offers_what_can_hold_something) {
  const auto periods = periods_to_choose(make_date(2017, 4, 12), make_date(2016, 1, 4));
  ASSERT_FALSE(periods.empty());
  EXPECT_EQ(periods.front().id, "2017-04");
  std::string ids;
  for (const auto& period : periods) {
    ids += period.id + " ";
    EXPECT_EQ(parse_period(period.id), period);
  }
  EXPECT_EQ(ids,
            "2017-04 2017-Q2 2017-Q1 2017 2016-Q4 2016-Q3 2016-Q2 2016-Q1 2016 2017-R2 2017-R1 "
            "2017-R 2016-R4 2016-R3 2016-R2 2016-R1 2016-R ");
}

}  // namespace
}  // namespace motcua::report
