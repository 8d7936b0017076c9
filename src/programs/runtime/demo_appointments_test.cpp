// The demonstration's bookings: the same from the same seed, in real slots, with places left.

#include "commands/demo_appointments.hpp"

#include <gtest/gtest.h>

#include <set>

#include "commands/demo_history.hpp"
#include "runtime/empty_office_test.hpp"

namespace motcua::runtime {
namespace {

const Moment day_begins = parse_moment("2017-04-12T08:00").value();

class BookedOffice : public EmptyOffice {
 public:
  BookedOffice() {
    settings = appointment::read_settings(*read_text(data() / "office.toml")).value();
    const commands::AppointmentDesk desk{runtime().world(), runtime().store(), settings,
                                         runtime().chance()};
    const auto made = commands::make_demo_appointments(desk, day_begins, commands::demo_seed);
    EXPECT_TRUE(made.ok());
    booked = runtime()
                 .store()
                 .appointments_between(day_begins, day_begins + std::chrono::days{60})
                 .value();
    EXPECT_EQ(int(booked.size()), made.value());
  }

  const calendar::WorkingCalendar& calendar() { return *runtime().world().calendar(); }

  appointment::Settings settings;
  std::vector<appointment::Appointment> booked;
};

TEST(DemoAppointments, FillTheCountersDayAndLeavePlaces) {
  BookedOffice office;
  std::set<Moment> times;
  int today = 0;
  for (const auto& one : office.booked) {
    EXPECT_TRUE(appointment::is_slot(one.at, office.settings, office.calendar())) << one.code;
    EXPECT_TRUE(times.insert(one.at).second) << "one place of each slot at most";
    EXPECT_LT(one.booked_at, day_begins);
    EXPECT_TRUE(one.contact.email.empty()) << "nobody is told";
    today += date_of(one.at) == date_of(day_begins) ? 1 : 0;
  }
  EXPECT_GE(today, 2);
  EXPECT_GE(office.booked.size(), 20U);
}

TEST(DemoAppointments, AreTheSameFromTheSameSeed) {
  const BookedOffice one;
  const BookedOffice other;
  ASSERT_EQ(one.booked.size(), other.booked.size());
  for (std::size_t i = 0; i < one.booked.size(); ++i) {
    EXPECT_EQ(one.booked[i].code, other.booked[i].code);
    EXPECT_EQ(one.booked[i].at, other.booked[i].at);
    EXPECT_EQ(one.booked[i].contact.name, other.booked[i].contact.name);
  }
}

}  // namespace
}  // namespace motcua::runtime
