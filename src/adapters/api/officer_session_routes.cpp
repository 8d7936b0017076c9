// Officers sign in and out, see where they are signed in, and set up their second factor.

#include "api/desk.hpp"
#include "api/input.hpp"
#include "api/officer_session.hpp"
#include "api/passwords.hpp"
#include "api/second_factor.hpp"
#include "api/session_list.hpp"
#include "queries/dossier_view.hpp"

namespace motcua::api {
namespace {

using http::Request;
using http::Response;

FactorHolder factor_holder(const authority::Person& person) {
  return {ports::Realm::Officer, person.username, person.username};
}

struct Credentials {
  std::string username;
  std::string password;
  std::string code;
};

// The account whose password it is, or nothing.
OrFailure<std::optional<ports::Account>> account_of(Desk& desk, const Credentials& given) {
  auto account = desk.parts.people.find_account(given.username);
  if (!account) return account;
  const bool known = *account && desk.parts.world.office().find_person(given.username) != nullptr;
  if (!is_password(desk.parts.hasher, known ? (*account)->password_hash : "", given.password)) {
    return std::optional<ports::Account>{};
  }
  return account;
}

std::optional<Response> refuse_code(Desk& desk, const Request& request, const Credentials& given,
                                    const ports::Account& account) {
  const Language language = language_of(&request);
  if (account.factor.enrolment.empty()) return std::nullopt;
  if (given.code.empty()) return problem(second_factor_needed, language);
  const auto now = desk.parts.real_seconds();
  const Guess guess{request.peer, given.username};
  if (const auto wait = desk.sign_ins.seconds_to_wait(guess, now); wait > 0) {
    return too_many_attempts(wait, language);
  }
  const auto& person = *desk.parts.world.office().find_person(given.username);
  const auto right = use_code(desk.parts, factor_holder(person), account.factor, given.code);
  if (!right) return problem_of(right.error(), language);
  if (*right) return std::nullopt;
  desk.sign_ins.failed(guess, now);
  return problem(second_factor_wrong, language);
}

// Why he may not come in, or nothing when he may.
std::optional<Response> refuse(Desk& desk, const Request& request, const Credentials& given,
                               std::optional<ports::Account>& account) {
  const Language language = language_of(&request);
  const auto now = desk.parts.real_seconds();
  const Guess guess{request.peer, given.username};
  if (const auto wait = desk.sign_ins.seconds_to_wait(guess, now); wait > 0) {
    return too_many_attempts(wait, language);
  }
  auto found = account_of(desk, given);
  if (!found) return problem_of(found.error(), language);
  if (!*found) {
    desk.sign_ins.failed(guess, now);
    return problem(sign_in_failed, language);
  }
  account = std::move(*found);
  return refuse_code(desk, request, given, *account);
}

Response sign_in(Desk& desk, const Request& request) {
  const Language language = language_of(&request);
  Response refused;
  const auto body = read_body(request, refused);
  if (!body) return refused;
  Input input(*body);
  const Credentials given{input.needed_text("username", 80), input.needed_secret("password", 200),
                          input.text("code", 20)};
  if (const auto errors = input.finish(); !errors.empty()) return invalid_input(errors, language);
  std::optional<ports::Account> account;
  if (auto no = refuse(desk, request, given, account)) return *no;
  ports::Session like;
  like.lacks_factor = desk.parts.second_factor_needed && account->factor.enrolment.empty();
  auto opened = desk.sessions.open(request, given.username, std::move(like));
  if (!opened) return problem_of(opened.error(), language);
  const auto* person = desk.parts.world.office().find_person(given.username);
  auto response = answer(write_session(desk, {person, opened->session}));
  response.headers.emplace_back("Set-Cookie", opened->cookie);
  return response;
}

Response sign_out(Desk& desk, const Request& request, const SignedIn& who) {
  if (const auto closed = desk.sessions.close(who.session); !closed) {
    return problem_of(closed.error(), language_of(&request));
  }
  auto response = no_content();
  response.headers.emplace_back("Set-Cookie", desk.sessions.expired_cookie());
  return response;
}

Response set_up_factor(Desk& desk, const Request& request, const SignedIn& who) {
  const Language language = language_of(&request);
  Response refused;
  const auto asked = read_factor_order(request, refused);
  if (!asked) return refused;
  auto account = desk.parts.people.find_account(who.person->username);
  if (!account || !*account) return problem(store_failed, language);
  auto made = confirmed(desk.parts, factor_holder(*who.person), asked->enrolment, asked->code);
  if (!made) return problem(second_factor_wrong, language);
  const Credentials given{who.person->username, "", asked->present};
  if (auto no = refuse_code(desk, request, given, **account)) return *no;
  (*account)->factor = made->factor;
  if (const auto kept = desk.parts.people.put_account(**account); !kept) {
    return problem_of(kept.error(), language);
  }
  auto session = who.session;
  session.lacks_factor = false;
  const auto kept = desk.sessions.keep(session);
  return kept ? spare_codes_once(*made) : problem_of(kept.error(), language);
}

}  // namespace

json::value write_session(const Desk& desk, const SignedIn& who) {
  const auto& office = desk.parts.world.office();
  const auto account = desk.parts.people.find_account(who.person->username);
  const auto factor = account && *account ? (*account)->factor : ports::SecondFactor{};
  const auto& person = *who.person;
  json::array roles;
  for (const auto& role : person.roles) roles.push_back(json::value(role));
  return json::object{
      {"officer",
       json::object{{"username", person.username},
                    {"name", person.name},
                    {"post", queries::write(person.post)},
                    {"unit", person.unit},
                    {"unit_name", queries::write(queries::unit_name(office, person.unit))},
                    {"roles", std::move(roles)}}},
      {"csrf", who.session.csrf},
      {"second_factor", !factor.enrolment.empty()},
      {"spare_codes", factor.spare_digests.size()},
      {"second_factor_to_set_up", who.session.lacks_factor}};
}

void add_officer_session_routes(http::Router& router, Desk& desk) {
  using http::Run;
  const http::RouteLimits body{16 * 1024, {"application/json"}};
  const auto half = [&](OfficerEndpoint endpoint) {
    return for_half_signed_in(desk, std::move(endpoint));
  };
  router.add(
      "POST", "/api/session", Run::Pool, [&](Request& request) { return sign_in(desk, request); },
      body);
  router.add("GET", "/api/session", Run::Pool,
             half([&](Request&, const SignedIn& who) { return answer(write_session(desk, who)); }));
  router.add("DELETE", "/api/session", Run::Pool,
             half([&](Request& r, const SignedIn& who) { return sign_out(desk, r, who); }));
  router.add("POST", "/api/session/second-factor", Run::Pool,
             half([&](Request&, const SignedIn& who) {
               return answer(write_enrolment(desk.parts, factor_holder(*who.person)));
             }),
             body);
  router.add("PUT", "/api/session/second-factor", Run::Pool,
             half([&](Request& r, const SignedIn& who) { return set_up_factor(desk, r, who); }),
             body);
  router.add("GET", "/api/sessions", Run::Pool, half([&](Request& r, const SignedIn& who) {
               return list_sessions(desk.sessions, who.session, language_of(&r));
             }));
  router.add("DELETE", "/api/sessions", Run::Pool, half([&](Request& r, const SignedIn& who) {
               return close_other_sessions(desk.sessions, who.session, language_of(&r));
             }));
}

}  // namespace motcua::api
