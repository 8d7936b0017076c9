// What time itself does with appointments: a reminder on the working day before, and of those long
// over nothing but counts.
#pragma once

#include <optional>

#include "appointment/settings.hpp"
#include "commands/world.hpp"
#include "ports/appointment_book.hpp"

namespace motcua::duties {

class AppointmentDuty {
 public:
  // Reminders are made from this time of a working day on.
  static constexpr minutes remind_from = hours{8};

  AppointmentDuty(const commands::World& world, ports::AppointmentBook& book,
                  const appointment::Settings& settings)
      : world_(world), book_(book), settings_(settings) {}

  // One thread. What was made is noted with each appointment, so that a program started again
  // reminds nobody twice.
  OrFailure<Nothing> make_due(Moment now);

 private:
  OrFailure<Nothing> remind(Moment now);

  const commands::World& world_;
  ports::AppointmentBook& book_;
  const appointment::Settings& settings_;
  std::optional<Date> dropped_on_;
};

}  // namespace motcua::duties
