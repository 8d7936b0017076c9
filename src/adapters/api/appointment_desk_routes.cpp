// The counter's list of appointments: who comes when, what became of it, and which have to be moved
// because their day is no working day any more.

#include "api/appointment_view.hpp"
#include "api/input.hpp"

namespace motcua::api {
namespace {

using appointment::Appointment;
using http::Request;
using http::Response;

constexpr std::string_view counter_roles[] = {"reception", "head", "director"};

bool keeps_the_counter(const SignedIn& who) {
  for (const auto& role : who.person->roles) {
    for (const auto known : counter_roles) {
      if (role == known) return true;
    }
  }
  return false;
}

class CounterAppointments {
 public:
  explicit CounterAppointments(Desk& desk) : parts_(desk.parts) {}

  Response list(const Request& request, const SignedIn&) const {
    const Language language = language_of(&request);
    const Moment now = parts_.clock.now();
    Query asked(request);
    const Date day =
        request.query_value("date") ? asked.needed_date("date").value_or(Date{}) : date_of(now);
    if (const auto errors = asked.finish(); !errors.empty()) return invalid_input(errors, language);
    const auto of_day =
        parts_.appointments->appointments_between(at(day, minutes{0}), at(day, hours{24}));
    if (!of_day) return problem_of(of_day.error(), language);
    const auto calendar = parts_.world.calendar();
    const auto counter = appointment_counter(parts_, *calendar);
    const auto ahead = parts_.appointments->appointments_between(now, now + std::chrono::days{366});
    if (!ahead) return problem_of(ahead.error(), language);
    const auto dropped = parts_.appointments->dropped_on(day);
    if (!dropped) return problem_of(dropped.error(), language);
    json::array items;
    for (const auto& one : *of_day) items.push_back(write_appointment(parts_, one));
    json::array to_move;
    for (const auto& one : *ahead) {
      if (appointment::has_to_move(one, counter)) to_move.push_back(write_appointment(parts_, one));
    }
    json::array counts;
    for (const auto& [state, count] : *dropped) {
      counts.push_back(json::object{{"state", appointment::write_state(state)}, {"count", count}});
    }
    return answer(json::object{{"date", write_date(day)},
                               {"today", write_date(date_of(now))},
                               {"items", std::move(items)},
                               {"to_move", std::move(to_move)},
                               {"dropped", std::move(counts)}});
  }

  Response mark(const Request& request, const SignedIn& who) const {
    commands::OfficerMark by{{}, who.person->username};
    return with_appointment(
        request,
        [&](Input& input) {
          const auto state = appointment::parse_state(
              input.choice("state", {"booked", "arrived", "missed", "cancelled-by-office"}));
          if (!state) input.need("state");
          by.mark.state = state.value_or(appointment::State::Booked);
          by.mark.reason = input.text("reason", 1000);
        },
        [&](const Appointment& found) {
          return commands::mark_appointment(appointment_desk(parts_), found, by,
                                            parts_.clock.now());
        });
  }

  Response move(const Request& request, const SignedIn& who) const {
    commands::Move move{{}, who.person->username, ""};
    return with_appointment(
        request,
        [&](Input& input) {
          const auto to = input.moment("at");
          if (!to) input.need("at");
          move.to = to.value_or(Moment{});
          move.reason = input.needed_text("reason", 1000);
        },
        [&](const Appointment& found) {
          return commands::move_appointment(appointment_desk(parts_), found, move,
                                            parts_.clock.now());
        });
  }

 private:
  template <class ReadMore, class Do>
  Response with_appointment(const Request& request, ReadMore read_more, Do act) const {
    const Language language = language_of(&request);
    Response refused;
    const auto body = read_body(request, refused);
    if (!body) return refused;
    Input input(*body);
    read_more(input);
    if (const auto errors = input.finish(); !errors.empty()) return invalid_input(errors, language);
    const auto found = parts_.appointments->find_appointment(request.param("appointment"));
    if (!found) return problem_of(found.error(), language);
    if (!*found) return problem(not_found, language);
    const auto done = act(**found);
    if (parts_.notices != nullptr) parts_.notices->wake_sender();
    return write_appointed(done, language, [&](const Appointment& after) {
      return answer(write_appointment(parts_, after));
    });
  }

  Parts& parts_;
};

}  // namespace

void add_appointment_desk_routes(http::Router& router, Desk& desk) {
  using http::Run;
  if (desk.parts.appointments == nullptr) return;
  const auto routes = std::make_shared<const CounterAppointments>(desk);
  using Act = Response (CounterAppointments::*)(const Request&, const SignedIn&) const;
  const auto to = [&](Act act) {
    return for_officers(desk, [routes, act](Request& request, const SignedIn& who) {
      if (!keeps_the_counter(who)) return problem(not_your_counter, language_of(&request));
      return ((*routes).*act)(request, who);
    });
  };
  const http::RouteLimits body{16 * 1024, {"application/json"}};
  router.add("GET", "/api/appointments", Run::Pool, to(&CounterAppointments::list));
  router.add("POST", "/api/appointments/{appointment}/mark", Run::Pool,
             to(&CounterAppointments::mark), body);
  router.add("POST", "/api/appointments/{appointment}/move", Run::Pool,
             to(&CounterAppointments::move), body);
}

}  // namespace motcua::api
