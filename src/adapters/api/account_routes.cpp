// Citizens' accounts: registering, signing in and out, what the account says of its holder, its
// password, second factor and open sessions; the dossiers and drafts that belong to it.

#include <algorithm>

#include "api/account.hpp"
#include "api/account_mail.hpp"
#include "api/address.hpp"
#include "api/input.hpp"
#include "api/passwords.hpp"
#include "api/second_factor.hpp"
#include "api/session_list.hpp"
#include "queries/dossier_view.hpp"

namespace motcua::api {
namespace {

using http::Request;
using http::Response;

class AccountRoutes {
 public:
  explicit AccountRoutes(Desk& desk) : desk_(desk), parts_(desk.parts) {}

  Response create(const Request& request) const;
  Response sign_in(const Request& request) const;
  Response sign_out(const Request& request, const SignedCitizen& who) const;
  Response save(const Request& request, SignedCitizen who) const;
  Response change_password(const Request& request, SignedCitizen who) const;
  Response set_up_factor(const Request& request, SignedCitizen who) const;
  Response drop_factor(const Request& request, SignedCitizen who) const;
  Response dossiers(const Request& request, const SignedCitizen& who) const;
  Response drafts(const Request& request, const SignedCitizen& who) const;

  Desk& desk() const { return desk_; }

 private:
  // Opens a session and answers with the account.
  Response welcome(const Request& request, ports::Citizen citizen, int status) const;
  // Why a wrong password is refused; what somebody may guess at is counted.
  std::optional<Response> refuse_password(const Request& request, const ports::Citizen& citizen,
                                          std::string_view password) const;
  Response keep(ports::Citizen citizen, const Request& request, Response kept) const;

  Desk& desk_;
  Parts& parts_;
};

Response AccountRoutes::welcome(const Request& request, ports::Citizen citizen, int status) const {
  auto opened = desk_.citizen_sessions.open(request, citizen.party.id);
  if (!opened) return problem_of(opened.error(), language_of(&request));
  auto response =
      answer(write_account(desk_, {std::move(citizen), std::move(opened->session)}), status);
  response.headers.emplace_back("Set-Cookie", opened->cookie);
  return response;
}

Response AccountRoutes::keep(ports::Citizen citizen, const Request& request, Response kept) const {
  const auto put = parts_.people.put_citizen(citizen);
  if (!put) return problem_of(put.error(), language_of(&request));
  return *put ? std::move(kept) : problem(email_taken, language_of(&request));
}

Response AccountRoutes::create(const Request& request) const {
  const Language language = language_of(&request);
  Response refused;
  const auto body = read_body(request, refused);
  if (!body) return refused;
  Input input(*body);
  ports::Citizen citizen;
  auto& details = citizen.party.details;
  details.kind = "person";
  details.name = input.needed_text("name", 200);
  details.email = input.needed_text("email", 200);
  details.phone = input.text("phone", 40);
  const std::string password = input.needed_secret("password", 200);
  citizen.language = input.choice("language", {"vi", "en"});
  if (citizen.language.empty()) citizen.language = "vi";
  check_email(input, "email", details.email);
  if (const auto errors = input.finish(); !errors.empty()) return invalid_input(errors, language);
  if (const auto sound = identity::check_password(password, details); !sound) {
    return problem_of(sound.error(), language);
  }
  const auto now = parts_.real_seconds();
  const Guess guess{request.peer, "register"};
  if (const auto wait = desk_.registrations.seconds_to_wait(guess, now); wait > 0) {
    return too_many_attempts(wait, language);
  }
  desk_.registrations.failed(guess, now);
  citizen.sign_in_name = identity::sign_in_name(details.email);
  auto hash = parts_.hasher.hash(password);
  if (!hash) return problem_of(hash.error(), language);
  citizen.password_hash = std::move(*hash);
  citizen.party.id = parts_.chance.token(12);
  citizen.party.made_at = parts_.clock.now();
  const auto put = parts_.people.put_citizen(citizen);
  if (!put) return problem_of(put.error(), language);
  if (!*put) return problem(email_taken, language);
  if (const auto sent = send_proof_of_address(desk_, citizen); !sent) {
    return problem_of(sent.error(), language);
  }
  return welcome(request, std::move(citizen), 201);
}

std::optional<Response> AccountRoutes::refuse_password(const Request& request,
                                                       const ports::Citizen& citizen,
                                                       std::string_view password) const {
  const Guess guess{request.peer, citizen.party.id};
  const auto now = parts_.real_seconds();
  if (const auto wait = desk_.citizen_sign_ins.seconds_to_wait(guess, now); wait > 0) {
    return too_many_attempts(wait, language_of(&request));
  }
  const auto& hash = citizen.password_hash;
  if (!hash.empty() && parts_.hasher.verify(hash, password)) return std::nullopt;
  desk_.citizen_sign_ins.failed(guess, now);
  return problem(password_wrong, language_of(&request));
}

Response AccountRoutes::sign_in(const Request& request) const {
  const Language language = language_of(&request);
  Response refused;
  const auto body = read_body(request, refused);
  if (!body) return refused;
  Input input(*body);
  const std::string name = identity::sign_in_name(input.needed_text("email", 200));
  const std::string password = input.needed_secret("password", 200);
  const std::string code = input.text("code", 20);
  if (const auto errors = input.finish(); !errors.empty()) return invalid_input(errors, language);
  const auto now = parts_.real_seconds();
  const Guess guess{request.peer, name};
  if (const auto wait = desk_.citizen_sign_ins.seconds_to_wait(guess, now); wait > 0) {
    return too_many_attempts(wait, language);
  }
  auto citizen = parts_.people.find_citizen_named(name);
  if (!citizen) return problem_of(citizen.error(), language);
  const bool known = *citizen && !(*citizen)->password_hash.empty();
  if (!is_password(parts_.hasher, known ? (*citizen)->password_hash : "", password)) {
    desk_.citizen_sign_ins.failed(guess, now);
    return problem(sign_in_failed, language);
  }
  if (auto no = refuse_citizens_code(desk_, request, **citizen, code)) return *no;
  return welcome(request, std::move(**citizen), 200);
}

// Where a provider of identities opened the session, the browser is told where to close it too.
Response AccountRoutes::sign_out(const Request& request, const SignedCitizen& who) const {
  if (const auto closed = desk_.citizen_sessions.close(who.session); !closed) {
    return problem_of(closed.error(), language_of(&request));
  }
  std::string further;
  for (auto* provider : parts_.identity_providers) {
    if (provider->id() == who.session.provider) {
      further = provider->sign_out_address(who.session.logout_hint);
    }
  }
  auto response = answer(json::object{{"further", further}});
  response.headers.emplace_back("Set-Cookie", desk_.citizen_sessions.expired_cookie());
  return response;
}

// What fills in his applications; the name he signs in with stays.
Response AccountRoutes::save(const Request& request, SignedCitizen who) const {
  const Language language = language_of(&request);
  Response refused;
  const auto body = read_body(request, refused);
  if (!body) return refused;
  Input input(*body);
  auto& details = who.citizen.party.details;
  details.name = input.needed_text("name", 200);
  details.identity = input.text("identity", 40);
  read_address(input, who.citizen.party);
  details.phone = input.text("phone", 40);
  const auto chosen = input.choice("language", {"vi", "en"});
  if (!chosen.empty()) who.citizen.language = chosen;
  const auto notify_by = input.choice("notify_by", {"form", "email", "sms", "zalo", "none"});
  if (!notify_by.empty()) who.citizen.notify_by = notify_by == "form" ? "" : notify_by;
  if ((notify_by == "sms" || notify_by == "zalo") && details.phone.empty()) input.need("phone");
  if (const auto errors = input.finish(); !errors.empty()) return invalid_input(errors, language);
  auto kept = keep(who.citizen, request, no_content());
  return kept.status == 204 ? answer(write_account(desk_, who)) : std::move(kept);
}

Response AccountRoutes::change_password(const Request& request, SignedCitizen who) const {
  const Language language = language_of(&request);
  Response refused;
  const auto body = read_body(request, refused);
  if (!body) return refused;
  Input input(*body);
  const std::string old = input.needed_secret("old", 200);
  const std::string password = input.needed_secret("new", 200);
  if (const auto errors = input.finish(); !errors.empty()) return invalid_input(errors, language);
  if (auto no = refuse_password(request, who.citizen, old)) return *no;
  if (const auto sound = identity::check_password(password, who.citizen.party.details); !sound) {
    return problem_of(sound.error(), language);
  }
  auto hash = parts_.hasher.hash(password);
  if (!hash) return problem_of(hash.error(), language);
  who.citizen.password_hash = std::move(*hash);
  if (const auto closed = desk_.citizen_sessions.close_others(who.session); !closed) {
    return problem_of(closed.error(), language);
  }
  auto kept = keep(who.citizen, request, no_content());
  if (kept.status != 204) return kept;
  const auto told = tell_password_changed(desk_, who.citizen);
  return told ? std::move(kept) : problem_of(told.error(), language);
}

// One that is set up is replaced by whoever still has it.
Response AccountRoutes::set_up_factor(const Request& request, SignedCitizen who) const {
  const Language language = language_of(&request);
  Response refused;
  const auto asked = read_factor_order(request, refused);
  if (!asked) return refused;
  auto made = confirmed(parts_, citizen_factor(who.citizen), asked->enrolment, asked->code);
  if (!made) return problem(second_factor_wrong, language);
  if (auto no = refuse_citizens_code(desk_, request, who.citizen, asked->present)) return *no;
  who.citizen.factor = std::move(made->factor);
  return keep(std::move(who.citizen), request, spare_codes_once(*made));
}

Response AccountRoutes::drop_factor(const Request& request, SignedCitizen who) const {
  Response refused;
  const auto body = read_body(request, refused);
  if (!body) return refused;
  Input input(*body);
  const std::string code = input.needed_text("code", 20);
  if (const auto errors = input.finish(); !errors.empty()) {
    return invalid_input(errors, language_of(&request));
  }
  if (auto no = refuse_citizens_code(desk_, request, who.citizen, code)) return *no;
  who.citizen.factor = {};
  return keep(std::move(who.citizen), request, no_content());
}

Response AccountRoutes::dossiers(const Request& request, const SignedCitizen& who) const {
  const Language language = language_of(&request);
  const auto parties = parties_of(desk_, who.id());
  if (!parties) return problem_of(parties.error(), language);
  json::array items;
  for (const auto& party : *parties) {
    const auto codes = parts_.lists.held_by(party);
    if (!codes) return problem_of(codes.error(), language);
    for (const auto& code : *codes) {
      const auto seen = see(parts_, code);
      if (!seen) return problem_of(seen.error(), language);
      const auto allowed = mandate_for(desk_, who.id(), party, seen->dossier->intake.procedure);
      if (!allowed || !*allowed) continue;
      items.push_back(queries::held_dossier(*seen->dossier, seen->scene(parts_)));
    }
  }
  return answer(json::object{{"items", std::move(items)}});
}

Response AccountRoutes::drafts(const Request& request, const SignedCitizen& who) const {
  const auto drafts = parts_.desk.drafts_of(who.id());
  if (!drafts) return problem_of(drafts.error(), language_of(&request));
  json::array items;
  for (const auto& draft : *drafts) {
    const auto* version = parts_.world.catalogue().find(draft.procedure, draft.procedure_version);
    if (version == nullptr) continue;
    items.push_back(json::object{{"id", draft.id},
                                 {"procedure", draft.procedure},
                                 {"name", queries::write(version->name)},
                                 {"party", draft.party},
                                 {"step", draft.step},
                                 {"saved_at", write_moment(draft.saved_at)}});
  }
  return answer(json::object{{"items", std::move(items)}});
}

}  // namespace

void add_account_routes(http::Router& router, Desk& desk) {
  using http::Run;
  const auto routes = std::make_shared<const AccountRoutes>(desk);
  const http::RouteLimits body{16 * 1024, {"application/json"}};
  const auto mine = [&](auto act) {
    return for_citizens(desk, [routes, act](Request& request, const SignedCitizen& who) {
      return ((*routes).*act)(request, who);
    });
  };
  router.add(
      "POST", "/api/accounts", Run::Pool,
      [routes](Request& request) { return routes->create(request); }, body);
  router.add(
      "POST", "/api/account/session", Run::Pool,
      [routes](Request& request) { return routes->sign_in(request); }, body);
  router.add("DELETE", "/api/account/session", Run::Pool, mine(&AccountRoutes::sign_out));
  router.add("GET", "/api/account", Run::Pool,
             for_citizens(desk, [routes](Request&, const SignedCitizen& who) {
               return answer(write_account(routes->desk(), who));
             }));
  router.add("PUT", "/api/account", Run::Pool, mine(&AccountRoutes::save), body);
  router.add("PUT", "/api/account/password", Run::Pool, mine(&AccountRoutes::change_password),
             body);
  router.add("POST", "/api/account/second-factor", Run::Pool,
             for_citizens(desk,
                          [routes](Request&, const SignedCitizen& who) {
                            return answer(
                                write_enrolment(routes->desk().parts, citizen_factor(who.citizen)));
                          }),
             body);
  router.add("PUT", "/api/account/second-factor", Run::Pool, mine(&AccountRoutes::set_up_factor),
             body);
  router.add("POST", "/api/account/second-factor/removal", Run::Pool,
             mine(&AccountRoutes::drop_factor), body);
  router.add("GET", "/api/account/sessions", Run::Pool,
             for_citizens(desk, [routes](Request& r, const SignedCitizen& who) {
               return list_sessions(routes->desk().citizen_sessions, who.session, language_of(&r));
             }));
  router.add("DELETE", "/api/account/sessions", Run::Pool,
             for_citizens(desk, [routes](Request& r, const SignedCitizen& who) {
               return close_other_sessions(routes->desk().citizen_sessions, who.session,
                                           language_of(&r));
             }));
  router.add("GET", "/api/account/dossiers", Run::Pool, mine(&AccountRoutes::dossiers));
  router.add("GET", "/api/account/drafts", Run::Pool, mine(&AccountRoutes::drafts));
}

}  // namespace motcua::api
