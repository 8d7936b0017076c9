// What time itself does with the book of travel: finished dossiers come into it, and units are
// reminded of reports and passports on working mornings.
#pragma once

#include "commands/travel_desk.hpp"

namespace motcua::duties {

class TravelDuty {
 public:
  // Reminders are made from this time of a working day on.
  static constexpr minutes remind_from = hours{8};

  explicit TravelDuty(commands::TravelDesk& desk) : desk_(desk) {}

  // One thread. What was sent is in the book, so that a program started again reminds nobody twice.
  OrFailure<Nothing> make_due(Moment now);

 private:
  commands::TravelDesk& desk_;
  std::optional<Date> reminded_on_;
};

}  // namespace motcua::duties
