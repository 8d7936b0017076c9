#include "notice/schedule.hpp"

#include <gtest/gtest.h>

namespace motcua::notice {
namespace {

Moment moment(std::string_view text) { return *parse_moment(text); }

TEST(QuietHours, LetNoTelephoneRingOverNight) {
  const QuietHours quiet;
  const auto may = [&](std::string_view now) {
    return write_moment(may_go_at(quiet, Channel::Sms, moment(now))).substr(0, 19);
  };
  EXPECT_EQ(may("2017-04-12T20:59:59"), "2017-04-12T20:59:59");
  EXPECT_EQ(may("2017-04-12T21:00:00"), "2017-04-13T07:00:00");
  EXPECT_EQ(may("2017-04-13T06:59:59"), "2017-04-13T07:00:00");
  EXPECT_EQ(may("2017-04-13T07:00:00"), "2017-04-13T07:00:00");
}

TEST(QuietHours, MayLieWithinADayOrBeNone) {
  const auto noon = moment("2017-04-12T12:00");
  EXPECT_EQ(may_go_at({hours{11}, hours{13}}, Channel::Zalo, noon), moment("2017-04-12T13:00"));
  EXPECT_EQ(may_go_at({hours{7}, hours{7}}, Channel::Zalo, noon), noon);
}

TEST(QuietHours, HoldNoMailBack) {
  const auto night = moment("2017-04-12T23:00");
  EXPECT_EQ(may_go_at({}, Channel::Email, night), night);
}

TEST(Schedule, WaitsLongerAfterEachTryAndGivesUpAfterTheLast) {
  const Schedule schedule;
  const auto now = moment("2017-04-12T09:00");
  EXPECT_EQ(next_try(schedule, 1, now), moment("2017-04-12T09:01"));
  EXPECT_EQ(next_try(schedule, 2, now), moment("2017-04-12T09:05"));
  EXPECT_EQ(next_try(schedule, 5, now), moment("2017-04-12T21:00"));
  EXPECT_EQ(next_try(schedule, 6, now), std::nullopt);
}

}  // namespace
}  // namespace motcua::notice
