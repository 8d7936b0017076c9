#include "commands/demo_appointments.hpp"

#include <algorithm>
#include <array>

#include "base/assertion.hpp"
#include "commands/demo_plan.hpp"

namespace motcua::commands {
namespace {

using appointment::Appointment;
using appointment::Purpose;
using appointment::Slot;

constexpr std::size_t days_with_bookings = 8;
constexpr std::string_view letters_of_a_code = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

constexpr std::array<std::string_view, 12> visitors{
    "Nguyễn Thu Hà", "Trần Quốc Việt", "Lê Hoàng Nam",   "Phạm Thị Mai",
    "Vũ Đình Khôi",  "Đặng Thùy Linh", "Bùi Minh Tuấn",  "Hoàng Ngọc Ánh",
    "Ngô Văn Phúc",  "Dương Bảo Châu", "Đỗ Xuân Trường", "Emma Lindqvist"};
constexpr std::array<std::string_view, 3> procedures{"consular-certification", "abtc",
                                                     "official-travel"};
constexpr std::array<Purpose, 6> visit_purposes{Purpose::Apply,  Purpose::Apply,
                                                Purpose::Apply,  Purpose::BringPapers,
                                                Purpose::Advice, Purpose::CollectResult};

std::string code_of(Dice& dice) {
  std::string code = "LH-";
  for (int i = 0; i < 8; ++i) code += letters_of_a_code[std::size_t(dice.between(0, 31))];
  return code;
}

Appointment made_up(const Slot& slot, Moment opens, std::size_t number, Dice& dice) {
  Appointment made;
  made.code = code_of(dice);
  made.at = slot.from;
  made.until = slot.until;
  made.purpose = visit_purposes[std::size_t(dice.between(0, int(visit_purposes.size()) - 1))];
  if (made.purpose == Purpose::Apply || made.purpose == Purpose::Advice) {
    made.procedure = procedures[std::size_t(dice.between(0, int(procedures.size()) - 1))];
  }
  made.contact.name = visitors[number % visitors.size()];
  // No such number is given out: bookings of one visitor must not count together.
  made.contact.phone = "0900" + std::to_string(100000 + number);
  made.booked_at = opens - hours{24 * dice.between(1, 6)};
  return made;
}

// Of a day's slots those that are booked: the first always, of the others one in three.
std::vector<Slot> booked_of(const std::vector<Slot>& slots, Dice& dice) {
  std::vector<Slot> booked;
  for (const auto& slot : slots) {
    if (booked.empty() || dice.chance(33)) booked.push_back(slot);
  }
  return booked;
}

}  // namespace

OrFailure<int> make_demo_appointments(const AppointmentDesk& desk, Moment opens,
                                      std::uint64_t seed) {
  if (!desk.settings.offered) return 0;
  Dice dice(seed);
  const auto calendar = desk.world.calendar();
  auto days = appointment::bookable_days(desk.settings, *calendar, opens);
  days.resize(std::min(days.size(), days_with_bookings));
  int made = 0;
  for (const Date day : days) {
    auto slots = appointment::slots_on(day, desk.settings, *calendar);
    std::erase_if(slots, [&](const Slot& slot) { return slot.from <= opens; });
    for (const auto& slot : booked_of(slots, dice)) {
      ports::NewBooking booking;
      booking.appointment = made_up(slot, opens, std::size_t(made), dice);
      booking.request = "demonstration-" + std::to_string(made);
      const auto kept =
          desk.book.book(booking, {desk.settings.places, desk.settings.most_per_contact, opens});
      if (!kept) return Unexpected{kept.error()};
      MOTCUA_ASSERT(*kept == ports::Booking::Kept);
      ++made;
    }
  }
  return made;
}

}  // namespace motcua::commands
