// What anybody may ask: the office, its procedures, what would be promised.

#include <charconv>

#include "api/desk.hpp"
#include "api/input.hpp"
#include "passkey/ceremony.hpp"
#include "queries/procedures.hpp"

namespace motcua::api {
namespace {

json::array units_of(const authority::Office& office) {
  json::array units;
  for (const auto& unit : office.units) {
    units.push_back(json::object{
        {"id", unit.id}, {"name", queries::write(unit.name)}, {"outside", unit.outside}});
  }
  return units;
}

json::array demo_officers(const authority::Office& office) {
  json::array officers;
  for (const auto& person : office.people) {
    officers.push_back(json::object{{"username", person.username},
                                    {"name", person.name},
                                    {"post", queries::write(person.post)},
                                    {"password", person.demo_password}});
  }
  return officers;
}

json::array notify_by(const Parts& parts) {
  json::array channels;
  if (parts.notices == nullptr) return channels;
  for (const auto channel : parts.notices->channels) {
    channels.push_back(json::value(notice::write_channel(channel)));
  }
  return channels;
}

// The pages that may ask for a passkey; empty: none may.
std::string passkey_origin(const Parts& parts) {
  const auto party = passkey::relying_party(parts.public_address);
  return party ? party->origin : std::string();
}

json::array identity_providers(const Parts& parts) {
  json::array providers;
  for (const auto* provider : parts.identity_providers) {
    providers.push_back(
        json::object{{"id", provider->id()}, {"name", queries::write(provider->name())}});
  }
  return providers;
}

http::Response get_office(Desk& desk, const http::Request& request) {
  const auto& office = desk.parts.world.office();
  const bool demo = desk.parts.demo_clock != nullptr;
  const Moment now = desk.parts.clock.now();
  json::object out{{"name", queries::write(office.name)},
                   {"parent", queries::write(office.parent)},
                   {"address", queries::write(office.address)},
                   {"hours", queries::write(office.hours)},
                   {"phone", office.phone},
                   {"demo", demo},
                   {"now", write_moment(now)},
                   {"notify_by", notify_by(desk.parts)},
                   {"passkey_origin", passkey_origin(desk.parts)},
                   {"identity_providers", identity_providers(desk.parts)},
                   {"appointments", desk.parts.face.appointments.offered},
                   {"units", units_of(office)},
                   {"officers", demo ? demo_officers(office) : json::array{}}};
  if (auto kept = desk.parts.figures.kept_last_quarter(now, desk.parts.face.open_figures.minimum))
    out["kept"] = std::move(*kept);
  return answer_public(request, out);
}

http::Response get_health(Desk& desk, Language language) {
  auto& parts = desk.parts;
  const auto end = parts.journal.end();
  if (!end) return problem_of(end.error(), language);
  const auto failure = parts.registrar.commit_failure();
  // Want of space may be over by now: the trial says so, and acts need not wait for one that does.
  if (failure && !failure->retry) return problem_of(*failure, language);
  const auto written = desk.write_trial.run(parts.desk, parts.real_seconds());
  if (!written) return problem_of(written.error(), language);
  return answer(json::object{{"status", "ok"}, {"records", end->sequence}});
}

// The version asked for, whatever its date; the one in force when none was named.
const procedure::Version* version_of(Desk& desk, const http::Request& request) {
  if (const auto asked = request.query_value("version")) {
    int number = 0;
    const auto* end = asked->data() + asked->size();
    if (std::from_chars(asked->data(), end, number).ptr != end) return nullptr;
    return desk.parts.world.catalogue().find(request.param("procedure"), number);
  }
  return desk.parts.world.catalogue().in_force(request.param("procedure"),
                                               date_of(desk.parts.clock.now()));
}

// The case asked for; the first one when none was named.
const procedure::Case* case_of(const procedure::Version& version, const http::Request& request) {
  const auto asked = request.query_value("case");
  if (asked && !asked->empty()) return version.find_case(*asked);
  return version.cases.empty() ? nullptr : &version.cases.front();
}

http::Response preview_promise(Desk& desk, const http::Request& request) {
  const Language language = language_of(&request);
  const auto* version = version_of(desk, request);
  const auto* chosen = version == nullptr ? nullptr : case_of(*version, request);
  if (chosen == nullptr) return problem(not_found, language);
  Query asked(request);
  const auto channel =
      procedure::parse_channel(asked.choice("channel", {"online", "counter", "post"}));
  const Moment received = asked.moment("received").value_or(desk.parts.clock.now());
  if (const auto errors = asked.finish(); !errors.empty()) return invalid_input(errors, language);
  if (!chosen->terms.contains(*channel)) {
    return problem_of(Rejection{&dossier::case_not_offered, {}}, language);
  }
  const auto preview =
      queries::promise_preview(*version, *chosen, *channel, received, *desk.parts.world.calendar());
  return preview ? answer_public(request, *preview) : problem_of(preview.error(), language);
}

}  // namespace

void add_public_routes(http::Router& router, Desk& desk) {
  using http::Run;
  router.add("GET", "/api/office", Run::Pool,
             [&](http::Request& request) { return get_office(desk, request); });
  router.add("GET", "/api/health", Run::Pool,
             [&](http::Request& request) { return get_health(desk, language_of(&request)); });
  router.add("GET", "/api/procedures", Run::Inline, [&](http::Request& request) {
    Query asked(request);
    const std::string words = asked.text("q", 200);
    if (const auto errors = asked.finish(); !errors.empty()) {
      return invalid_input(errors, language_of(&request));
    }
    return answer_public(request, queries::procedure_list(desk.parts.world.catalogue(),
                                                          date_of(desk.parts.clock.now()), words));
  });
  router.add("GET", "/api/guide", Run::Inline, [&](http::Request& request) {
    return answer_public(request,
                         queries::guide_view(desk.parts.face.guide, desk.parts.world.catalogue(),
                                             date_of(desk.parts.clock.now())));
  });
  router.add("GET", "/api/procedures/{procedure}", Run::Inline, [&](http::Request& request) {
    const auto* version = version_of(desk, request);
    if (version == nullptr) return problem(not_found, language_of(&request));
    return answer_public(request, queries::procedure_view(*version, desk.parts.world.office(),
                                                          date_of(desk.parts.clock.now())));
  });
  router.add("GET", "/api/procedures/{procedure}/promise", Run::Inline,
             [&](http::Request& request) { return preview_promise(desk, request); });
}

}  // namespace motcua::api
