// Appointments as the API shows them, and who may open one.
#pragma once

#include <optional>
#include <string>

#include "api/desk.hpp"
#include "commands/appointments.hpp"

namespace motcua::api {

commands::AppointmentDesk appointment_desk(const Parts& parts);
appointment::Counter appointment_counter(const Parts& parts,
                                         const calendar::WorkingCalendar& calendar);

// Schema Appointment: all there is of it, for its holder and for officers.
json::object write_appointment(const Parts& parts, const appointment::Appointment& appointment);

// Writes what was done, or why not.
using WriteAppointed = std::function<http::Response(const appointment::Appointment&)>;
http::Response write_appointed(const commands::Appointed& appointed, Language language,
                               const WriteAppointed& write);

// The appointment of this code for who knows its look-up code, or booked it from his account (an
// empty secret). Guesses are counted; one that does not exist is refused like a wrong look-up code.
std::optional<appointment::Appointment> open_appointment(Desk& desk, const http::Request& request,
                                                         const LookUp& asked,
                                                         http::Response& refused);

inline constexpr ProblemKind appointment_not_found{
    404,
    {"appointment_not_found",
     "Không có lịch hẹn nào với mã lịch hẹn và mã tra cứu này. Hãy kiểm tra lại.",
     "No appointment has this code and look-up code. Please check them."}};
inline constexpr ProblemKind not_your_counter{
    403,
    {"not_your_counter", "Chỉ cán bộ một cửa, trưởng phòng và lãnh đạo được xem lịch hẹn.",
     "Only counter officers, heads and directors may see appointments."}};

}  // namespace motcua::api
