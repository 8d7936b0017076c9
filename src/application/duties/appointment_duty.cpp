#include "duties/appointment_duty.hpp"

#include "commands/appointments.hpp"

namespace motcua::duties {

OrFailure<Nothing> AppointmentDuty::make_due(Moment now) {
  const Date today = date_of(now);
  if (dropped_on_ != today) {
    const Date first_kept = today - std::chrono::days{settings_.keep_days};
    if (auto dropped = book_.drop_appointments_before(Moment{first_kept}); !dropped) return dropped;
    dropped_on_ = today;
  }
  return settings_.offered && time_of(now) >= remind_from ? remind(now) : Nothing{};
}

// Who booked today for tomorrow has just been told.
OrFailure<Nothing> AppointmentDuty::remind(Moment now) {
  const auto calendar = world_.calendar();
  const Date today = date_of(now);
  if (!calendar->covers(today) || !calendar->is_working_day(today)) return Nothing{};
  const Date next = calendar->next_working_day(today);
  const auto due = book_.not_reminded(Moment{next}, Moment{next + std::chrono::days{1}});
  if (!due) return Unexpected{due.error()};
  for (const auto& appointment : *due) {
    if (date_of(appointment.booked_at) == today) continue;
    const auto notice =
        commands::appointment_notice(world_, notice::Kind::AppointmentReminder, appointment, now);
    if (!notice) return Nothing{};
    if (auto reminded = book_.remind(appointment, *notice); !reminded) return reminded;
  }
  return Nothing{};
}

}  // namespace motcua::duties
