// Booking, moving and cancelling a time at the counter, and what the person is told of it.
//
// The rules are core/appointment's; the store takes the place and the notice in one commit.
#pragma once

#include <variant>

#include "commands/world.hpp"
#include "ports/appointment_book.hpp"
#include "ports/chance.hpp"

namespace motcua::commands {

struct AppointmentDesk {
  const World& world;
  ports::AppointmentBook& book;
  const appointment::Settings& settings;
  ports::Chance& chance;
};

using Appointed = std::variant<appointment::Appointment, Rejection, Failure>;

// What somebody wants to book; its code, end and moment of booking are given here.
struct WantedAppointment {
  appointment::Appointment appointment;
  std::string request;  // the same for a request that is repeated: it gets the first one's answer
};
Appointed book_appointment(const AppointmentDesk& desk, const WantedAppointment& wanted,
                           Moment now);

struct Move {
  Moment to{};
  std::string officer;  // user name; empty: the person himself
  std::string reason;
};
Appointed move_appointment(const AppointmentDesk& desk, const appointment::Appointment& seen,
                           const Move& move, Moment now);

// By the person himself.
Appointed cancel_appointment(const AppointmentDesk& desk, const appointment::Appointment& seen,
                             Moment now);

struct OfficerMark {
  appointment::Mark mark;
  std::string officer;
};
Appointed mark_appointment(const AppointmentDesk& desk, const appointment::Appointment& seen,
                           const OfficerMark& by, Moment now);

// "Nộp hồ sơ: Cử đoàn đi công tác nước ngoài".
Text purpose_of(const World& world, const appointment::Appointment& appointment, Date today);

// Nothing where the person gave no address, or no notices are laid out.
std::optional<ports::MadeNotice> appointment_notice(const World& world, notice::Kind kind,
                                                    const appointment::Appointment& appointment,
                                                    Moment now);

}  // namespace motcua::commands
