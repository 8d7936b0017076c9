// Organisations and mandates: who applies for whom, given and revoked by those who may.

#include <algorithm>

#include "api/account.hpp"
#include "api/input.hpp"

namespace motcua::api {
namespace {

using http::Request;
using http::Response;
using identity::Mandate;

constexpr std::size_t most_organisations = 20;  // one person acts for
constexpr std::size_t most_mandates = 200;      // of one party

std::string_view write_state(identity::MandateState state) {
  switch (state) {
    case identity::MandateState::InForce:
      return "in-force";
    case identity::MandateState::NotBegun:
      return "not-begun";
    case identity::MandateState::Over:
      return "over";
    case identity::MandateState::Revoked:
      return "revoked";
  }
  return "";
}

json::value write_mandate(Desk& desk, const Mandate& mandate) {
  const auto name_of = [&](const std::string& id) {
    const auto party = find_party(desk, id);
    return party && *party ? (*party)->details.name : std::string();
  };
  json::object out{
      {"id", mandate.id},
      {"principal", json::object{{"id", mandate.principal}, {"name", name_of(mandate.principal)}}},
      {"representative",
       json::object{{"id", mandate.representative}, {"name", name_of(mandate.representative)}}},
      {"procedures", json::array(mandate.procedures.begin(), mandate.procedures.end())},
      {"may_appoint", mandate.may_appoint},
      {"from", write_date(mandate.from)},
      {"given_at", write_moment(mandate.given_at)},
      {"given_by", name_of(mandate.given_by)},
      {"state", write_state(identity::state_of(mandate, date_of(desk.parts.clock.now())))},
      {"in_force", identity::is_in_force(mandate, date_of(desk.parts.clock.now()))}};
  if (mandate.until) out["until"] = write_date(*mandate.until);
  if (mandate.revoked_at) {
    out["revoked_at"] = write_moment(*mandate.revoked_at);
    out["revoked_by"] = name_of(mandate.revoked_by);
  }
  return out;
}

class MandateRoutes {
 public:
  explicit MandateRoutes(Desk& desk) : desk_(desk), parts_(desk.parts) {}

  // Mandates somebody has or gave, and those of the parties he may appoint for.
  Response list(const Request& request, const SignedCitizen& who) const {
    const auto mandates = visible_to(who);
    if (!mandates) return problem_of(mandates.error(), language_of(&request));
    json::array items;
    for (const auto& mandate : *mandates) items.push_back(write_mandate(desk_, mandate));
    return answer(json::object{{"items", std::move(items)}});
  }

  Response add_organisation(const Request& request, const SignedCitizen& who) const;
  Response save_organisation(const Request& request, const SignedCitizen& who) const;
  Response give(const Request& request, const SignedCitizen& who) const;
  Response revoke(const Request& request, const SignedCitizen& who) const;

 private:
  OrFailure<std::vector<Mandate>> visible_to(const SignedCitizen& who) const;
  OrFailure<bool> would_orphan(const Mandate& mandate) const;
  OrFailure<bool> appoints(const SignedCitizen& who, std::string_view principal) const;
  static std::optional<identity::Party> read_organisation(const Request& request,
                                                          Response& refused);
  std::optional<Mandate> read_mandate(const Request& request, Response& refused) const;
  std::optional<Response> name_representative(const Request& request, const SignedCitizen& who,
                                              Mandate& mandate) const;

  Date today() const { return date_of(parts_.clock.now()); }

  Desk& desk_;
  Parts& parts_;
};

OrFailure<std::vector<Mandate>> MandateRoutes::visible_to(const SignedCitizen& who) const {
  auto mandates = parts_.people.mandates_with(who.id());
  if (!mandates) return mandates;
  const auto mine = *mandates;
  for (const auto& party : identity::parties_of(who.id(), mine, today())) {
    if (party == who.id() || !identity::may_appoint(who.id(), party, mine, today())) continue;
    const auto of_party = parts_.people.mandates_with(party);
    if (!of_party) return of_party;
    for (const auto& mandate : *of_party) {
      const bool known = std::ranges::any_of(
          *mandates, [&](const Mandate& other) { return other.id == mandate.id; });
      if (!known) mandates->push_back(mandate);
    }
  }
  return mandates;
}

OrFailure<bool> MandateRoutes::appoints(const SignedCitizen& who,
                                        std::string_view principal) const {
  const auto mandates = parts_.people.mandates_with(who.id());
  if (!mandates) return Unexpected{mandates.error()};
  return identity::may_appoint(who.id(), principal, *mandates, today());
}

// Who it is, without its id.
std::optional<identity::Party> MandateRoutes::read_organisation(const Request& request,
                                                                Response& refused) {
  const auto body = read_body(request, refused);
  if (!body) return std::nullopt;
  Input input(*body);
  identity::Party party;
  auto& details = party.details;
  details.kind = "organisation";
  details.name = input.needed_text("name", 200);
  details.identity = input.text("identity", 40);
  read_address(input, party);
  details.phone = input.text("phone", 40);
  details.email = input.text("email", 200);
  const auto errors = input.finish();
  if (errors.empty()) return party;
  refused = invalid_input(errors, language_of(&request));
  return std::nullopt;
}

// Whoever enters an organisation is its first representative and appoints the others.
Response MandateRoutes::add_organisation(const Request& request, const SignedCitizen& who) const {
  const Language language = language_of(&request);
  Response refused;
  auto read = read_organisation(request, refused);
  if (!read) return refused;
  const auto parties = parties_of(desk_, who.id());
  if (!parties) return problem_of(parties.error(), language);
  if (parties->size() > most_organisations) {
    return problem(too_many_parties, language, {{"most", std::to_string(most_organisations)}});
  }
  identity::Party made = std::move(*read);
  made.id = parts_.chance.token(12);
  made.made_at = parts_.clock.now();
  if (const auto put = parts_.people.put_organisation(made); !put) {
    return problem_of(put.error(), language);
  }
  Mandate first;
  first.id = parts_.chance.token(12);
  first.principal = made.id;
  first.representative = who.id();
  first.may_appoint = true;
  first.from = today();
  first.given_at = made.made_at;
  first.given_by = who.id();
  if (const auto put = parts_.people.put_mandate(first); !put) {
    return problem_of(put.error(), language);
  }
  return answer(write_party(made), 201);
}

Response MandateRoutes::save_organisation(const Request& request, const SignedCitizen& who) const {
  const Language language = language_of(&request);
  Response refused;
  auto read = read_organisation(request, refused);
  if (!read) return refused;
  auto party = parts_.people.find_organisation(request.param("party"));
  if (!party) return problem_of(party.error(), language);
  const auto may = appoints(who, request.param("party"));
  if (!may) return problem_of(may.error(), language);
  if (!*party || !*may) return problem(not_your_party, language);
  (*party)->details = std::move(read->details);
  (*party)->address = std::move(read->address);
  const auto put = parts_.people.put_organisation(**party);
  return put ? answer(write_party(**party)) : problem_of(put.error(), language);
}

// The account of whom the mandate is given to, by the address he signs in with. Asking for many
// that do not exist is counted, as it tells who has an account.
std::optional<Response> MandateRoutes::name_representative(const Request& request,
                                                           const SignedCitizen& who,
                                                           Mandate& mandate) const {
  const Language language = language_of(&request);
  const Guess guess{request.peer, who.id()};
  const auto now = parts_.real_seconds();
  if (const auto wait = desk_.citizen_sign_ins.seconds_to_wait(guess, now); wait > 0) {
    return too_many_attempts(wait, language);
  }
  const auto name = identity::sign_in_name(mandate.representative);
  const auto found = parts_.people.find_citizen_named(name);
  if (!found) return problem_of(found.error(), language);
  if (*found) {
    mandate.representative = (*found)->party.id;
    return std::nullopt;
  }
  desk_.citizen_sign_ins.failed(guess, now);
  return invalid_input(
      {{"/representative",
        "unknown",
        {"Chưa có tài khoản nào dùng địa chỉ thư này", "No account has this address"}}},
      language);
}

std::optional<Mandate> MandateRoutes::read_mandate(const Request& request,
                                                   Response& refused) const {
  const auto body = read_body(request, refused);
  if (!body) return std::nullopt;
  Input input(*body);
  Mandate mandate;
  mandate.principal = input.needed_text("principal", 40);
  mandate.representative = input.needed_text("representative", 200);  // his address
  mandate.from = input.date("from").value_or(today());
  mandate.until = input.date("until");
  mandate.may_appoint = input.flag("may_appoint");
  if (const auto* named = input.array("procedures", 50)) {
    for (const auto& procedure : *named) {
      const bool known = procedure.is_string() &&
                         parts_.world.catalogue().in_force(procedure.get_string(), today());
      if (known) {
        mandate.procedures.emplace_back(procedure.get_string());
      } else {
        input.wrong("procedures", "unknown", {"Không có thủ tục này", "No such procedure"});
      }
    }
  }
  const auto errors = input.finish();
  if (errors.empty()) return mandate;
  refused = invalid_input(errors, language_of(&request));
  return std::nullopt;
}

Response MandateRoutes::give(const Request& request, const SignedCitizen& who) const {
  const Language language = language_of(&request);
  Response refused;
  auto mandate = read_mandate(request, refused);
  if (!mandate) return refused;
  const auto may = appoints(who, mandate->principal);
  if (!may) return problem_of(may.error(), language);
  if (!*may) return problem(not_your_party, language);
  if (auto no = name_representative(request, who, *mandate)) return *no;
  if (const auto sound = identity::check_mandate(*mandate, today()); !sound) {
    return problem_of(sound.error(), language);
  }
  const auto given = parts_.people.mandates_with(mandate->principal);
  if (!given) return problem_of(given.error(), language);
  if (given->size() >= most_mandates) {
    return problem(too_many_mandates, language, {{"most", std::to_string(most_mandates)}});
  }
  mandate->id = parts_.chance.token(12);
  mandate->given_at = parts_.clock.now();
  mandate->given_by = who.id();
  const auto put = parts_.people.put_mandate(*mandate);
  return put ? answer(write_mandate(desk_, *mandate), 201) : problem_of(put.error(), language);
}

// Whether nobody could appoint for an organisation without this mandate.
OrFailure<bool> MandateRoutes::would_orphan(const Mandate& mandate) const {
  if (!mandate.may_appoint || !identity::is_in_force(mandate, today())) return false;
  const auto person = parts_.people.find_citizen(mandate.principal);
  if (!person) return Unexpected{person.error()};
  if (*person) return false;  // appoints for himself
  const auto all = parts_.people.mandates_with(mandate.principal);
  if (!all) return Unexpected{all.error()};
  return std::ranges::none_of(*all, [&](const Mandate& other) {
    return other.id != mandate.id && other.may_appoint && identity::is_in_force(other, today());
  });
}

// By whoever may appoint, or by the representative himself, who no longer wants it.
Response MandateRoutes::revoke(const Request& request, const SignedCitizen& who) const {
  const Language language = language_of(&request);
  const auto mandates = visible_to(who);
  if (!mandates) return problem_of(mandates.error(), language);
  for (auto mandate : *mandates) {
    if (mandate.id != request.param("mandate")) continue;
    const auto may = appoints(who, mandate.principal);
    if (!may) return problem_of(may.error(), language);
    if (!*may && mandate.representative != who.id()) return problem(not_your_party, language);
    if (mandate.revoked_at) return answer(write_mandate(desk_, mandate));
    const auto orphans = would_orphan(mandate);
    if (!orphans) return problem_of(orphans.error(), language);
    if (*orphans) return problem(last_representative, language);
    mandate.revoked_at = parts_.clock.now();
    mandate.revoked_by = who.id();
    const auto put = parts_.people.put_mandate(mandate);
    return put ? answer(write_mandate(desk_, mandate)) : problem_of(put.error(), language);
  }
  return problem(not_found, language);
}

}  // namespace

void add_mandate_routes(http::Router& router, Desk& desk) {
  using http::Run;
  const auto routes = std::make_shared<const MandateRoutes>(desk);
  const http::RouteLimits body{16 * 1024, {"application/json"}};
  const auto mine = [&](auto act) {
    return for_citizens(desk, [routes, act](Request& request, const SignedCitizen& who) {
      return ((*routes).*act)(request, who);
    });
  };
  router.add("POST", "/api/account/organisations", Run::Pool,
             mine(&MandateRoutes::add_organisation), body);
  router.add("PUT", "/api/account/organisations/{party}", Run::Pool,
             mine(&MandateRoutes::save_organisation), body);
  router.add("GET", "/api/account/mandates", Run::Pool, mine(&MandateRoutes::list));
  router.add("POST", "/api/account/mandates", Run::Pool, mine(&MandateRoutes::give), body);
  router.add("DELETE", "/api/account/mandates/{mandate}", Run::Pool, mine(&MandateRoutes::revoke));
}

}  // namespace motcua::api
