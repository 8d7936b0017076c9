// Booking a time at the counter: which times are free, booking one, moving or cancelling it by its
// code and look-up code or from the account. Of other people's bookings only counts are shown.

#include <algorithm>

#include "api/account.hpp"
#include "api/appointment_view.hpp"
#include "api/input.hpp"
#include "appointment/calendar_entry.hpp"
#include "queries/json_parts.hpp"

namespace motcua::api {
namespace {

using appointment::Appointment;
using http::Request;
using http::Response;

class AppointmentRoutes {
 public:
  explicit AppointmentRoutes(Desk& desk) : desk_(desk), parts_(desk.parts) {}

  Response days(const Request& request) const {
    const auto& settings = parts_.face.appointments;
    const auto calendar = parts_.world.calendar();
    const Moment now = parts_.clock.now();
    const auto open = appointment::bookable_days(settings, *calendar, now);
    json::array list;
    if (!open.empty()) {
      const auto taken = parts_.appointments->taken_between(
          Moment{open.front()}, Moment{open.back() + std::chrono::days{1}});
      if (!taken) return problem_of(taken.error(), language_of(&request));
      for (const Date day : open) {
        int free = 0;
        for (const auto& slot : appointment::slots_on(day, settings, *calendar)) {
          free += free_in(slot, *taken, now);
        }
        list.push_back(json::object{{"date", write_date(day)}, {"free", free}});
      }
    }
    return answer(json::object{{"offered", settings.offered},
                               {"slot_minutes", settings.slot.count()},
                               {"last_booking_minutes", settings.last_booking.count()},
                               {"most_per_contact", settings.most_per_contact},
                               {"days", std::move(list)}});
  }

  Response slots(const Request& request) const {
    const Language language = language_of(&request);
    const auto day = parse_date(request.param("day"));
    const auto& settings = parts_.face.appointments;
    const auto calendar = parts_.world.calendar();
    const auto slots =
        day ? appointment::slots_on(*day, settings, *calendar) : std::vector<appointment::Slot>{};
    if (slots.empty()) return problem(not_found, language);
    const auto taken = parts_.appointments->taken_between(slots.front().from, slots.back().until);
    if (!taken) return problem_of(taken.error(), language);
    json::array list;
    for (const auto& slot : slots) {
      list.push_back(json::object{{"at", write_moment(slot.from)},
                                  {"until", write_moment(slot.until)},
                                  {"free", free_in(slot, *taken, parts_.clock.now())},
                                  {"taken", appointment::places_taken(slot, *taken)}});
    }
    return answer(json::object{{"date", write_date(*day)}, {"slots", std::move(list)}});
  }

  Response book(const Request& request) const {
    const Language language = language_of(&request);
    Response refused;
    const auto body = read_body(request, refused);
    if (!body) return refused;
    commands::Request key;
    if (auto missing = make_repeatable(request, "appointment", key)) return *missing;
    commands::WantedAppointment wanted{{}, key.key + key.contents_digest};
    Input input(*body);
    read_wanted(input, wanted.appointment);
    if (const auto errors = input.finish(); !errors.empty()) return invalid_input(errors, language);
    const Guess guess{request.peer, "appointment"};
    const auto now = parts_.real_seconds();
    if (const auto wait = desk_.appointments_booked.seconds_to_wait(guess, now); wait > 0) {
      return too_many_attempts(wait, language);
    }
    const auto who = citizen_of(desk_, request);
    if (who && has_csrf_token(request, who->session)) wanted.appointment.citizen = who->id();
    const auto made =
        commands::book_appointment(appointment_desk(parts_), wanted, parts_.clock.now());
    if (std::holds_alternative<Appointment>(made)) desk_.appointments_booked.failed(guess, now);
    wake();
    return write_appointed(made, language, [&](const Appointment& kept) {
      auto out = write_appointment(parts_, kept);
      out["secret"] = parts_.world.lookup_secret(kept.code);
      return answer(out, 201);
    });
  }

  Response open(const Request& request) const {
    return with_appointment(
        request, [](Input&) {},
        [&](const Appointment& found) { return answer(write_appointment(parts_, found)); });
  }

  Response move(const Request& request) const {
    commands::Move move;
    return with_appointment(
        request,
        [&](Input& input) {
          const auto to = input.moment("at");
          if (!to) input.need("at");
          move.to = to.value_or(Moment{});
        },
        [&](const Appointment& found) {
          return done(request, commands::move_appointment(appointment_desk(parts_), found, move,
                                                          parts_.clock.now()));
        });
  }

  Response cancel(const Request& request) const {
    return with_appointment(
        request, [](Input&) {},
        [&](const Appointment& found) {
          return done(request, commands::cancel_appointment(appointment_desk(parts_), found,
                                                            parts_.clock.now()));
        });
  }

  Response calendar_file(const Request& request) const {
    return with_appointment(
        request, [](Input&) {},
        [&](const Appointment& found) {
          const Language language = language_of(&request);
          const auto& office = parts_.world.office();
          const Moment now = parts_.clock.now();
          const auto purpose = commands::purpose_of(parts_.world, found, date_of(now));
          const std::string prefix = language == Language::English ? "/en" : "";
          Response file;
          file.content_type = "text/calendar; charset=utf-8";
          file.headers = {
              {"Cache-Control", "no-store"},
              {"Content-Disposition",
               http::content_disposition(http::Disposition::Attachment, found.code + ".ics")}};
          file.body = appointment::calendar_entry(
              found,
              {office.name.in(language) + ": " + purpose.in(language), office.address.in(language),
               Text{"Mã lịch hẹn: ", "Code of the appointment: "}.in(language) + found.code +
                   (found.dossier.empty()
                        ? ""
                        : Text{"\nHồ sơ: ", "\nDossier: "}.in(language) + found.dossier),
               parts_.public_address + prefix + "/dat-lich/?ma=" + found.code},
              now);
          return file;
        });
  }

  Response of_account(const Request& request, const SignedCitizen& who) const {
    const auto mine = parts_.appointments->appointments_of(who.id());
    if (!mine) return problem_of(mine.error(), language_of(&request));
    json::array list;
    for (const auto& one : *mine) list.push_back(write_appointment(parts_, one));
    return answer(json::object{{"items", std::move(list)}});
  }

 private:
  int free_in(const appointment::Slot& slot, const std::vector<appointment::Slot>& taken,
              Moment now) const {
    const auto& settings = parts_.face.appointments;
    if (!appointment::is_in_reach(slot.from, settings, now)) return 0;
    return std::max(0, settings.places - appointment::places_taken(slot, taken));
  }

  void read_wanted(Input& input, Appointment& wanted) const {
    const auto from = input.moment("at");
    if (!from) input.need("at");
    wanted.at = from.value_or(Moment{});
    const auto purpose = appointment::parse_purpose(
        input.choice("purpose", {"apply", "bring-papers", "collect-result", "advice"}));
    if (!purpose) input.need("purpose");
    wanted.purpose = purpose.value_or(appointment::Purpose::Advice);
    wanted.procedure = input.text("procedure", 100);
    wanted.dossier = input.text("dossier", 60);
    wanted.contact.name = input.needed_text("name", 200);
    wanted.contact.email = input.text("email", 200);
    wanted.contact.phone = input.text("phone", 40);
    const bool english = input.choice("language", {"vi", "en"}) == "en";
    wanted.contact.language = english ? Language::English : Language::Vietnamese;
    check_email(input, "email", wanted.contact.email);
    if (wanted.contact.email.empty() && appointment::phone_key(wanted.contact.phone).size() < 8) {
      input.wrong("email", "required",
                  {"Cần thư điện tử, hoặc số điện thoại có ít nhất 8 chữ số",
                   "An e-mail address or a telephone number of 8 digits or more is needed"});
    }
    const Date today = date_of(parts_.clock.now());
    const bool unknown = !wanted.procedure.empty() &&
                         parts_.world.catalogue().in_force(wanted.procedure, today) == nullptr;
    if (unknown) input.wrong("procedure", "choose", {"Không có thủ tục này", "No such procedure"});
    if (purpose == appointment::Purpose::Apply && wanted.procedure.empty()) input.need("procedure");
  }

  template <class ReadMore, class Use>
  Response with_appointment(const Request& request, ReadMore read_more, Use use) const {
    Response refused;
    const auto body = read_body(request, refused);
    if (!body) return refused;
    LookUp asked{"", "", language_of(&request)};
    Input input(*body);
    asked.code = input.needed_text("code", 40);
    asked.secret = input.text("secret", 40);
    read_more(input);
    if (const auto errors = input.finish(); !errors.empty()) {
      return invalid_input(errors, asked.language);
    }
    const auto found = open_appointment(desk_, request, asked, refused);
    return found ? use(*found) : std::move(refused);
  }

  Response done(const Request& request, const commands::Appointed& appointed) const {
    wake();
    return write_appointed(appointed, language_of(&request), [&](const Appointment& after) {
      return answer(write_appointment(parts_, after));
    });
  }

  void wake() const {
    if (parts_.notices != nullptr) parts_.notices->wake_sender();
  }

  Desk& desk_;
  Parts& parts_;
};

}  // namespace

void add_appointment_routes(http::Router& router, Desk& desk) {
  using http::Run;
  if (desk.parts.appointments == nullptr) return;  // an office without a store of them
  const auto routes = std::make_shared<const AppointmentRoutes>(desk);  // shared by its endpoints
  const auto to = [&](Response (AppointmentRoutes::*act)(const Request&) const) {
    return [routes, act](Request& request) { return ((*routes).*act)(request); };
  };
  const http::RouteLimits body{16 * 1024, {"application/json"}};
  router.add("GET", "/api/appointment-days", Run::Pool, to(&AppointmentRoutes::days));
  router.add("GET", "/api/appointment-days/{day}", Run::Pool, to(&AppointmentRoutes::slots));
  router.add("POST", "/api/appointments", Run::Pool, to(&AppointmentRoutes::book), body);
  router.add("POST", "/api/appointment", Run::Pool, to(&AppointmentRoutes::open), body);
  router.add("POST", "/api/appointment/move", Run::Pool, to(&AppointmentRoutes::move), body);
  router.add("POST", "/api/appointment/cancellation", Run::Pool, to(&AppointmentRoutes::cancel),
             body);
  router.add("POST", "/api/appointment/calendar-file", Run::Pool,
             to(&AppointmentRoutes::calendar_file), body);
  router.add("GET", "/api/account/appointments", Run::Pool,
             for_citizens(desk, [routes](Request& request, const SignedCitizen& who) {
               return routes->of_account(request, who);
             }));
}

}  // namespace motcua::api
