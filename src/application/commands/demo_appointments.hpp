// Times at the counter that people booked before a demonstration opens. From the seed alone: the
// same seed gives the same bookings. Nobody is told of them.
#pragma once

#include <cstdint>

#include "commands/appointments.hpp"

namespace motcua::commands {

// Some of each of the next working days, at most one of a slot, so that visitors find places too.
// Nothing where the office takes no bookings. How many.
OrFailure<int> make_demo_appointments(const AppointmentDesk& desk, Moment opens,
                                      std::uint64_t seed);

}  // namespace motcua::commands
