#include "appointment/slots.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "appointment/appointment_test.hpp"

namespace motcua::appointment {
namespace {

using calendar::date;
using calendar::moment;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Slots, FillReceptionHours) {
  const auto slots = slots_on(date("2017-04-13"), test::half_hours(), calendar::office());
  ASSERT_EQ(slots.size(), 12u);  // 8:00-11:00 and 13:30-16:30
  EXPECT_EQ(slots.front(), (Slot{moment("2017-04-13T08:00"), moment("2017-04-13T08:30")}));
  EXPECT_EQ(slots[5].until, moment("2017-04-13T11:00"));
  EXPECT_EQ(slots[6].from, moment("2017-04-13T13:30"));
  EXPECT_EQ(slots.back().until, moment("2017-04-13T16:30"));
}

TEST(Slots, AreWholeOnes) {
  auto settings = test::half_hours();
  settings.slot = minutes{50};
  const auto slots = slots_on(date("2017-04-13"), settings, calendar::office());
  ASSERT_EQ(slots.size(), 6u);
  EXPECT_EQ(slots[2].until, moment("2017-04-13T10:30"));  // not 11:20
}

TEST(Slots, StandOnNoDayOffAndOnAWorkedSaturdayOnly) {
  const auto& calendar = calendar::office();
  const auto settings = test::half_hours();
  EXPECT_THAT(slots_on(date("2017-04-15"), settings, calendar), IsEmpty());  // Saturday
  EXPECT_THAT(slots_on(date("2017-04-06"), settings, calendar), IsEmpty());  // Hung Kings
  EXPECT_THAT(slots_on(date("2017-05-01"), settings, calendar), IsEmpty());
  EXPECT_THAT(slots_on(date("2040-05-02"), settings, calendar), IsEmpty());  // no year
}

TEST(Slots, LeaveOutClosedHours) {
  auto settings = test::half_hours();
  settings.closed = {{5, {}, {hours{15}, hours{16}}},
                     {{}, date("2017-04-13"), {hours{8}, minutes{485}}}};
  const auto friday = slots_on(date("2017-04-14"), settings, calendar::office());
  EXPECT_EQ(friday.size(), 10u);
  EXPECT_FALSE(is_slot(moment("2017-04-14T15:30"), settings, calendar::office()));
  EXPECT_TRUE(is_slot(moment("2017-04-14T16:00"), settings, calendar::office()));
  EXPECT_TRUE(is_slot(moment("2017-04-13T15:30"), settings, calendar::office()));
  EXPECT_FALSE(is_slot(moment("2017-04-13T08:00"), settings, calendar::office()))
      << "closed in part is closed";
}

TEST(Slots, AreNotOfferedWithoutTheOfficesWord) {
  EXPECT_THAT(slots_on(date("2017-04-13"), Settings{}, calendar::office()), IsEmpty());
  EXPECT_THAT(bookable_days(Settings{}, calendar::office(), test::opening()), IsEmpty());
}

TEST(Slots, AreListedByDayAsFarAsOneMayBook) {
  auto settings = test::half_hours();
  settings.days_ahead = 6;
  EXPECT_THAT(bookable_days(settings, calendar::office(), test::opening()),
              ElementsAre(date("2017-04-12"), date("2017-04-13"), date("2017-04-14"),
                          date("2017-04-17"), date("2017-04-18")));
  EXPECT_THAT(
      bookable_days(settings, calendar::office(), moment("2017-04-12T15:31")),
      ElementsAre(date("2017-04-13"), date("2017-04-14"), date("2017-04-17"), date("2017-04-18")))
      << "today's last slot begins in less than an hour";
}

TEST(Slots, CountWhatTouchesThem) {
  const Slot slot{moment("2017-04-13T08:30"), moment("2017-04-13T09:00")};
  EXPECT_EQ(places_taken(slot, {{moment("2017-04-13T08:00"), moment("2017-04-13T08:30")},
                                {moment("2017-04-13T08:30"), moment("2017-04-13T09:00")},
                                {moment("2017-04-13T08:20"), moment("2017-04-13T08:40")},
                                {moment("2017-04-13T09:00"), moment("2017-04-13T09:30")}}),
            2);
}

TEST(Slots, AreGoneWhenADayOffIsDecreedLate) {
  const auto calendar = calendar::office().with(
      {{date("2017-04-13"), {calendar::DayKind::Holiday, {"Quốc tang", "Mourning"}, "x"}, {}}});
  EXPECT_THAT(slots_on(date("2017-04-13"), test::half_hours(), calendar), IsEmpty());
}

}  // namespace
}  // namespace motcua::appointment
