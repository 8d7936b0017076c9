#include "commands/appointments.hpp"

#include "appointment/rejections.hpp"
#include "base/assertion.hpp"
#include "notice/visit_notice.hpp"

namespace motcua::commands {
namespace {

using appointment::Appointment;
using ports::Booking;

constexpr std::string_view code_alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t code_letters = 8;  // 40 bits: nobody counts the office's appointments by it
constexpr int most_tries = 5;            // codes, before something else is wrong

std::string new_code(ports::Chance& chance) {
  const Digest digest = sha256(chance.token(16));
  std::string code = "LH-";
  for (std::size_t i = 0; i < code_letters; ++i) code += code_alphabet[digest[i] & 31];
  return code;
}

appointment::Counter counter_of(const AppointmentDesk& desk,
                                const calendar::WorkingCalendar& calendar, Moment now) {
  return {desk.settings, calendar, now};
}

ports::BookingLimits limits_of(const AppointmentDesk& desk, Moment now) {
  return {desk.settings.places, desk.settings.most_per_contact, now};
}

Rejection refusal(const AppointmentDesk& desk, Booking booking) {
  switch (booking) {
    case Booking::SlotFull:
      return {&appointment::slot_full, {}};
    case Booking::TooMany:
      return {&appointment::too_many_appointments,
              {{"most", std::to_string(desk.settings.most_per_contact)}}};
    case Booking::SameTime:
      return {&appointment::already_booked_then, {}};
    default:
      return {&appointment::appointment_closed, {}};  // changed meanwhile
  }
}

Appointed outcome(const AppointmentDesk& desk, const OrFailure<Booking>& kept,
                  const Appointment& after) {
  if (!kept) return kept.error();
  if (*kept != Booking::Kept) return refusal(desk, *kept);
  return after;
}

Appointed first_answer(const AppointmentDesk& desk, std::string_view request) {
  auto found = desk.book.find_booking(request);
  if (!found) return found.error();
  if (!*found) return Rejection{&appointment::appointment_closed, {}};
  return std::move(**found);
}

struct Told {
  const Appointment& appointment;
  std::optional<Moment> before;  // its time, when it was moved
};

std::optional<ports::MadeNotice> notice_of_change(const World& world, notice::Kind kind,
                                                  const Told& told, Moment now) {
  const auto stationery = world.stationery();
  const auto& contact = told.appointment.contact;
  if (!stationery || contact.email.empty()) return std::nullopt;
  const notice::AppointmentScene scene{told.appointment.code,
                                       contact.name,
                                       contact.email,
                                       contact.language,
                                       told.appointment.at,
                                       told.before,
                                       purpose_of(world, told.appointment, date_of(now)),
                                       told.appointment.dossier,
                                       told.appointment.reason};
  return ports::MadeNotice{"", 0, now,
                           notice::appointment_notice(kind, scene, world.office(), *stationery)};
}

}  // namespace

Text purpose_of(const World& world, const Appointment& appointment, Date today) {
  Text told = appointment::name_of(appointment.purpose);
  const auto* version = world.catalogue().in_force(appointment.procedure, today);
  if (version == nullptr) return told;
  return {told.vi + ": " + version->name.vi, told.en + ": " + version->name.in(Language::English)};
}

std::optional<ports::MadeNotice> appointment_notice(const World& world, notice::Kind kind,
                                                    const Appointment& appointment, Moment now) {
  return notice_of_change(world, kind, {appointment, std::nullopt}, now);
}

Appointed book_appointment(const AppointmentDesk& desk, const WantedAppointment& wanted,
                           Moment now) {
  const auto calendar = desk.world.calendar();
  const auto until =
      appointment::check_time(wanted.appointment.at, counter_of(desk, *calendar, now));
  if (!until) {
    // the answer to the first sending got lost, and its time has come near since
    auto found = desk.book.find_booking(wanted.request);
    if (found && *found) return std::move(**found);
    return until.error();
  }
  Appointment made = wanted.appointment;
  made.until = *until;
  made.booked_at = now;
  for (int tries = 0; tries < most_tries; ++tries) {
    made.code = new_code(desk.chance);
    const auto kept =
        desk.book.book({made, wanted.request,
                        appointment_notice(desk.world, notice::Kind::AppointmentBooked, made, now)},
                       limits_of(desk, now));
    if (kept && *kept == Booking::SentAlready) return first_answer(desk, wanted.request);
    if (!kept || *kept != Booking::CodeTaken) return outcome(desk, kept, made);
  }
  return Failure{FailureKind::Busy, "no free code for an appointment", true};
}

Appointed move_appointment(const AppointmentDesk& desk, const Appointment& seen, const Move& move,
                           Moment now) {
  const auto calendar = desk.world.calendar();
  const auto counter = counter_of(desk, *calendar, now);
  if (const auto open = appointment::check_changeable(seen, now); !open) return open.error();
  const auto until = move.officer.empty() ? appointment::check_time(move.to, counter)
                                          : appointment::check_time_by_officer(move.to, counter);
  if (!until) return until.error();
  if (move.to == seen.at) return Rejection{&appointment::already_booked_then, {}};
  Appointment after = seen;
  after.at = move.to;
  after.until = *until;
  after.reason = move.reason;
  after.changed_by = move.officer;
  ++after.revision;
  const ports::AppointmentChange change{
      after, notice_of_change(desk.world, notice::Kind::AppointmentMoved, {after, seen.at}, now)};
  return outcome(desk, desk.book.move_appointment(change, limits_of(desk, now)), after);
}

Appointed cancel_appointment(const AppointmentDesk& desk, const Appointment& seen, Moment now) {
  if (const auto open = appointment::check_changeable(seen, now); !open) return open.error();
  Appointment after = seen;
  after.state = appointment::State::CancelledByPerson;
  after.changed_by.clear();
  after.reason.clear();
  ++after.revision;
  return outcome(
      desk,
      desk.book.change_appointment(
          {after, appointment_notice(desk.world, notice::Kind::AppointmentCancelled, after, now)}),
      after);
}

Appointed mark_appointment(const AppointmentDesk& desk, const Appointment& seen,
                           const OfficerMark& by, Moment now) {
  if (const auto may = appointment::check_mark(seen, by.mark, now); !may) return may.error();
  Appointment after = seen;
  after.state = by.mark.state;
  after.changed_by = by.officer;
  ++after.revision;
  ports::AppointmentChange change{after, std::nullopt};
  if (after.state == appointment::State::CancelledByOffice) {
    change.after.reason = by.mark.reason;
    change.notice =
        appointment_notice(desk.world, notice::Kind::AppointmentCancelled, change.after, now);
  }
  return outcome(desk, desk.book.change_appointment(change), change.after);
}

}  // namespace motcua::commands
