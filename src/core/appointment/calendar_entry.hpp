// An appointment as a file that calendar programs read (iCalendar, RFC 5545). Pure.
#pragma once

#include <string>

#include "appointment/appointment.hpp"

namespace motcua::appointment {

struct EntryWords {
  std::string summary;      // "Hẹn tại Sở Ngoại vụ Hà Nội: nộp hồ sơ"
  std::string place;        // address of the office
  std::string description;  // the code, what to bring; never the look-up code
  std::string address;      // https://…/dat-lich/?ma=LH-…
};

// One VCALENDAR with one VEVENT: lines end in CR LF and are folded at 75 bytes, never inside a
// letter; times are in UTC; a later revision replaces an earlier one by its UID and SEQUENCE.
std::string calendar_entry(const Appointment& appointment, const EntryWords& words, Moment now);

}  // namespace motcua::appointment
