// How an office lets people book a time at its counter: [appointments] of its office file.
//
// Slots are derived from these settings and the working calendar each time they are asked for;
// none is kept. Without the table nothing is offered.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/failure.hpp"
#include "base/moment.hpp"
#include "calendar/working_calendar.hpp"

namespace motcua::appointment {

// Hours in which people are received but nobody can book.
struct Closed {
  std::optional<int> weekday;  // 1 is Monday, 7 Sunday; nothing: every day, or `date`
  std::optional<Date> date;
  calendar::Period hours;
};

struct Settings {
  bool offered = false;
  minutes slot{30};
  int places = 2;            // who can be received in one slot
  int days_ahead = 21;       // calendar days from today
  minutes last_booking{60};  // before the slot begins
  int most_per_contact = 2;  // open bookings of one e-mail address or telephone number
  int keep_days = 90;        // after that only counts are kept
  std::vector<Closed> closed;
};

// Malformed names the key that is wrong.
OrFailure<Settings> read_settings(std::string_view office_toml);

}  // namespace motcua::appointment
