#include "appointment/settings.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace motcua::appointment {
namespace {

TEST(AppointmentSettings, OfferNothingWithoutTheTable) {
  const auto settings = read_settings("name = \"x\"\n");
  ASSERT_TRUE(settings.ok());
  EXPECT_FALSE(settings->offered);
}

TEST(AppointmentSettings, AreReadWithTheirClosedHours) {
  const auto settings = read_settings(R"([appointments]
slot_minutes = 20
places = 3
days_ahead = 10
last_booking_minutes = 90
most_per_contact = 1
keep_days = 30
closed = [{ weekday = "friday", hours = "15:30-16:30" },
          { date = 2017-04-14, hours = "08:00-09:00" }]
)");
  ASSERT_TRUE(settings.ok()) << settings.error().what;
  EXPECT_TRUE(settings->offered);
  EXPECT_EQ(settings->slot, minutes{20});
  EXPECT_EQ(settings->places, 3);
  EXPECT_EQ(settings->days_ahead, 10);
  EXPECT_EQ(settings->last_booking, minutes{90});
  EXPECT_EQ(settings->most_per_contact, 1);
  EXPECT_EQ(settings->keep_days, 30);
  ASSERT_EQ(settings->closed.size(), 2u);
  EXPECT_EQ(settings->closed[0].weekday, 5);
  EXPECT_EQ(settings->closed[1].date, make_date(2017, 4, 14));
  EXPECT_EQ(settings->closed[1].hours, (calendar::Period{hours{8}, hours{9}}));
}

TEST(AppointmentSettings, ThatAreWrongAreRefused) {
  for (const char* text :
       {"appointments = 1", "[appointments]\nplaces = 0", "[appointments]\nplaces = \"two\"",
        "[appointments]\nslot_minutes = 241", "[appointments]\nplace = 1",
        "[appointments]\nclosed = 1", "[appointments]\nclosed = [{ hours = \"09:00-08:00\" }]",
        "[appointments]\nclosed = [{ weekday = \"friday\" }]",
        "[appointments]\nclosed = [{ weekday = \"thu-sau\", hours = \"08:00-09:00\" }]",
        "[appointments]\nclosed = [{ date = 5, hours = \"08:00-09:00\" }]", "[appointments"}) {
    EXPECT_FALSE(read_settings(text).ok()) << text;
  }
}

TEST(AppointmentSettings, OfTheFirstOfficeAreRead) {
  std::ifstream file(std::string(MOTCUA_SOURCE_DIR) + "/offices/so-ngoai-vu-ha-noi/office.toml");
  std::ostringstream text;
  text << file.rdbuf();
  const auto settings = read_settings(text.str());
  ASSERT_TRUE(settings.ok()) << settings.error().what;
  EXPECT_TRUE(settings->offered);
}

}  // namespace
}  // namespace motcua::appointment
