#include "api/account.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "api/tracking_cookie.hpp"

namespace motcua::api {

http::Endpoint for_citizens(Desk& desk, CitizenEndpoint endpoint) {
  return [&desk, endpoint = std::move(endpoint)](http::Request& request) {
    const Language language = language_of(&request);
    const auto who = citizen_of(desk, request);
    if (!who) return problem(sign_in_needed, language);
    if (!has_csrf_token(request, who->session)) return problem(csrf_mismatch, language);
    return endpoint(request, *who);
  };
}

std::optional<SignedCitizen> citizen_of(Desk& desk, const http::Request& request) {
  auto session = desk.citizen_sessions.find(request);
  if (!session) return std::nullopt;
  auto citizen = desk.parts.people.find_citizen(session->holder);
  if (!citizen || !*citizen) return std::nullopt;
  return SignedCitizen{std::move(**citizen), std::move(*session)};
}

OrFailure<std::vector<std::string>> parties_of(Desk& desk, std::string_view citizen) {
  const auto mandates = desk.parts.people.mandates_with(citizen);
  if (!mandates) return Unexpected{mandates.error()};
  return identity::parties_of(citizen, *mandates, date_of(desk.parts.clock.now()));
}

OrFailure<std::optional<std::string>> mandate_for(Desk& desk, std::string_view citizen,
                                                  std::string_view party,
                                                  std::string_view procedure) {
  if (party == citizen) return std::optional<std::string>{""};
  const auto mandates = desk.parts.people.mandates_with(citizen);
  if (!mandates) return Unexpected{mandates.error()};
  const Date today = date_of(desk.parts.clock.now());
  for (const auto& mandate : *mandates) {
    const bool his = mandate.representative == citizen && mandate.principal == party;
    if (his && identity::allows(mandate, procedure, today)) return std::optional{mandate.id};
  }
  return std::optional<std::string>{};
}

bool is_party_to(Desk& desk, const http::Request& request, const dossier::Dossier& dossier) {
  const auto& filer = dossier.intake.filer;
  if (filer.party.empty()) return false;
  const auto session = desk.citizen_sessions.find(request);
  if (!session) return false;
  const auto allowed = mandate_for(desk, session->holder, filer.party, dossier.intake.procedure);
  return allowed && allowed->has_value();
}

bool may_follow(Desk& desk, const http::Request& request, std::string_view code) {
  if (may_track(desk.parts, request, code)) return true;
  const auto dossier = desk.parts.cache.find(code);
  return dossier && is_party_to(desk, request, **dossier);
}

OrFailure<std::optional<identity::Party>> find_party(Desk& desk, std::string_view id) {
  auto citizen = desk.parts.people.find_citizen(id);
  if (!citizen) return Unexpected{citizen.error()};
  if (*citizen) return std::optional{std::move((*citizen)->party)};
  return desk.parts.people.find_organisation(id);
}

void read_address(Input& input, identity::Party& party) {
  party.address = {};
  party.details.address = input.text("address", 400);
  const auto* parts = input.object("address_parts");
  if (parts == nullptr) return;
  Input inner(*parts, "/address_parts");
  party.address.street = inner.text("street", 200);
  party.address.commune = inner.text("commune", 100);
  party.address.district = inner.text("district", 100);
  party.address.province = inner.text("province", 100);
  input.take_errors(inner);
  if (party.address.is_empty()) return;
  party.details.address = procedure::written_address(procedure::write_parts(party.address));
}

json::object write_party(const identity::Party& party) {
  const auto& details = party.details;
  json::object out{{"id", party.id},
                   {"kind", details.kind},
                   {"name", details.name},
                   {"identity", details.identity},
                   {"address", details.address},
                   {"phone", details.phone},
                   {"email", details.email}};
  if (!party.address.is_empty()) out["address_parts"] = procedure::write_parts(party.address);
  return out;
}

json::value write_account(Desk& desk, const SignedCitizen& who) {
  json::array parties;
  const auto mandates = desk.parts.people.mandates_with(who.id());
  const auto ids = parties_of(desk, who.id());
  for (const auto& id : ids ? *ids : std::vector<std::string>{}) {
    const auto party = find_party(desk, id);
    if (!party || !*party) continue;
    auto written = write_party(**party);
    written["may_appoint"] =
        mandates && identity::may_appoint(who.id(), id, *mandates, date_of(desk.parts.clock.now()));
    parties.push_back(std::move(written));
  }
  return json::object{{"id", who.id()},
                      {"name", who.citizen.party.details.name},
                      {"language", who.citizen.language},
                      {"notify_by", who.citizen.notify_by.empty() ? "form" : who.citizen.notify_by},
                      {"address_confirmed", who.citizen.has_confirmed_address()},
                      {"has_password", !who.citizen.password_hash.empty()},
                      {"second_factor", !who.citizen.factor.enrolment.empty()},
                      {"spare_codes", who.citizen.factor.spare_digests.size()},
                      {"provider", who.session.provider},
                      {"parties", std::move(parties)},
                      {"csrf", who.session.csrf}};
}

}  // namespace motcua::api
