#include "api/appointment_view.hpp"

#include "api/account.hpp"
#include "queries/json_parts.hpp"

namespace motcua::api {
namespace {

std::string upper(std::string_view code) {
  std::string out;
  for (const char letter : code) {
    if (letter == ' ') continue;
    out += letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
  }
  return out;
}

bool is_holder(Desk& desk, const http::Request& request, const appointment::Appointment& found) {
  if (found.citizen.empty()) return false;
  const auto who = citizen_of(desk, request);
  return who && who->id() == found.citizen && has_csrf_token(request, who->session);
}

}  // namespace

commands::AppointmentDesk appointment_desk(const Parts& parts) {
  return {parts.world, *parts.appointments, parts.face.appointments, parts.chance};
}

appointment::Counter appointment_counter(const Parts& parts,
                                         const calendar::WorkingCalendar& calendar) {
  return {parts.face.appointments, calendar, parts.clock.now()};
}

json::object write_appointment(const Parts& parts, const appointment::Appointment& made) {
  const auto calendar = parts.world.calendar();
  const auto counter = appointment_counter(parts, *calendar);
  const bool open = appointment::check_changeable(made, counter.now).ok();
  return json::object{
      {"code", made.code},
      {"state", appointment::write_state(made.state)},
      {"at", write_moment(made.at)},
      {"until", write_moment(made.until)},
      {"purpose", appointment::write_purpose(made.purpose)},
      {"what_for", queries::write(commands::purpose_of(parts.world, made, date_of(counter.now)))},
      {"procedure", made.procedure},
      {"dossier", made.dossier},
      {"name", made.contact.name},
      {"email", made.contact.email},
      {"phone", made.contact.phone},
      {"reason", made.reason},
      {"revision", made.revision},
      {"may_change", open},
      {"has_to_move", appointment::has_to_move(made, counter)}};
}

http::Response write_appointed(const commands::Appointed& appointed, Language language,
                               const WriteAppointed& write) {
  if (const auto* no = std::get_if<Rejection>(&appointed)) return problem_of(*no, language);
  if (const auto* failure = std::get_if<Failure>(&appointed)) {
    return problem_of(*failure, language);
  }
  return write(std::get<appointment::Appointment>(appointed));
}

std::optional<appointment::Appointment> open_appointment(Desk& desk, const http::Request& request,
                                                         const LookUp& asked,
                                                         http::Response& refused) {
  const std::string code = upper(asked.code);
  const auto now = desk.parts.real_seconds();
  const Guess guess{request.peer, code};
  if (const auto wait = desk.appointment_look_ups.seconds_to_wait(guess, now); wait > 0) {
    refused = too_many_attempts(wait, asked.language);
    return std::nullopt;
  }
  const bool right = code.starts_with("LH-") && !asked.secret.empty() &&
                     desk.parts.world.is_lookup_secret(code, asked.secret);
  auto found = right || asked.secret.empty()
                   ? desk.parts.appointments->find_appointment(code)
                   : OrFailure<std::optional<appointment::Appointment>>(std::nullopt);
  if (!found) {
    refused = problem_of(found.error(), asked.language);
    return std::nullopt;
  }
  if (*found && (right || is_holder(desk, request, **found))) return std::move(**found);
  desk.appointment_look_ups.failed(guess, now);
  refused = problem(appointment_not_found, asked.language);
  return std::nullopt;
}

}  // namespace motcua::api
