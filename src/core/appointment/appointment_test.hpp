// The first office's calendar and hours, and settings to book by.
#pragma once

#include "appointment/appointment.hpp"
#include "calendar/calendar_test.hpp"

namespace motcua::appointment::test {

inline Settings half_hours() {
  Settings settings;
  settings.offered = true;
  return settings;
}

// Wednesday 12 April 2017, nine in the morning.
inline Moment opening() { return calendar::moment("2017-04-12T09:00"); }

inline Appointment booked(std::string_view at) {
  Appointment appointment;
  appointment.code = "LH-7K2M9QXT";
  appointment.at = calendar::moment(at);
  appointment.until = appointment.at + minutes{30};
  appointment.contact = {"Nguyễn Văn An", "an@example.org", "0912345678", Language::Vietnamese};
  return appointment;
}

}  // namespace motcua::appointment::test
