#include "travel/intake.hpp"

#include <initializer_list>

#include "base/json.hpp"
#include "base/json_pointer.hpp"

namespace motcua::travel {
namespace {

const json::value* value_at(const json::value& answers, std::string_view path) {
  const auto* at = &answers;
  while (at != nullptr && !path.empty()) {
    path.remove_prefix(1);
    const auto end = path.find('/');
    at = pointer_step(*at, path.substr(0, end));
    path = end == std::string_view::npos ? std::string_view{} : path.substr(end);
  }
  return at;
}

using Paths = std::initializer_list<std::string_view>;

// The first of the paths that leads to a text.
std::string text_at(const json::value& answers, Paths paths) {
  for (const auto path : paths) {
    const auto* found = value_at(answers, path);
    if (found != nullptr && found->is_string() && !found->get_string().empty()) {
      return std::string(found->get_string());
    }
  }
  return {};
}

bool flag_at(const json::value& answers, Paths paths) {
  for (const auto path : paths) {
    const auto* found = value_at(answers, path);
    if (found != nullptr && found->is_bool()) return found->get_bool();
  }
  return false;
}

const json::array* list_at(const json::value& answers, Paths paths) {
  for (const auto path : paths) {
    const auto* found = value_at(answers, path);
    if (found != nullptr && found->is_array()) return &found->get_array();
  }
  return nullptr;
}

Traveller traveller_of(const json::value& said, bool head) {
  Traveller one;
  one.name = text_at(said, {"/name"});
  one.post = text_at(said, {"/post"});
  one.unit = text_at(said, {"/unit", "/unit/name"});
  one.rank_group = text_at(said, {"/rank_group", "/rank"});
  one.identity = text_at(said, {"/identity", "/identity_number"});
  one.passport = text_at(said, {"/passport", "/passport/number", "/passport_number"});
  one.key_leader = flag_at(said, {"/key_leader"});
  one.head = head;
  return one;
}

// [{"name": "Nhật Bản"}] of the first version; codes or names of a list in a later one.
std::vector<std::string> countries_of(const json::value& answers) {
  std::vector<std::string> countries;
  const auto* list = list_at(answers, {"/trip/countries", "/countries"});
  if (list == nullptr) return countries;
  for (const auto& one : *list) {
    auto name = one.is_string() ? std::string(one.get_string())
                                : text_at(one, {"/name", "/country", "/code"});
    if (!name.empty()) countries.push_back(std::move(name));
  }
  return countries;
}

std::vector<Traveller> travellers_of(const json::value& answers) {
  std::vector<Traveller> travellers;
  if (const auto* leader = value_at(answers, "/leader"); leader != nullptr) {
    travellers.push_back(traveller_of(*leader, true));
  }
  if (const auto* members = list_at(answers, {"/members", "/guests"}); members != nullptr) {
    for (const auto& one : *members) travellers.push_back(traveller_of(one, false));
  }
  return travellers;
}

}  // namespace

Trip trip_asked(const json::value& answers, std::string_view applicant, Date received) {
  Trip trip;
  trip.unit = text_at(answers, {"/unit/name", "/host/name"});
  if (trip.unit.empty()) trip.unit = applicant;
  trip.purpose = text_at(answers, {"/trip/purpose"});
  trip.purpose_kind = text_at(answers, {"/trip/purpose_kind"});
  trip.countries = countries_of(answers);
  trip.inviting_body = text_at(answers, {"/trip/inviting_body"});
  trip.funding = text_at(answers, {"/trip/funding"});
  trip.funding_note = text_at(answers, {"/trip/funding_note"});
  trip.from = parse_date(text_at(answers, {"/trip/from"})).value_or(received);
  trip.to = parse_date(text_at(answers, {"/trip/to"})).value_or(trip.from);
  trip.to = std::max(trip.from, trip.to);
  trip.travellers = travellers_of(answers);
  return trip;
}

Trip trip_of(const dossier::Dossier& dossier) {
  const auto& intake = dossier.intake;
  const auto parsed = read_json(intake.answers);
  const json::value answers = parsed ? *parsed : json::value(json::object{});
  auto trip = trip_asked(answers, intake.applicant.name, date_of(intake.received_at));
  trip.email = intake.applicant.email;
  trip.language = intake.language;
  if (trip.purpose.empty()) trip.purpose = intake.summary;
  if (dossier.result) {
    trip.decision = dossier.result->document;
    trip.decision_date = dossier.result->document_date;
  }
  return trip;
}

namespace {

std::optional<Taken> taken_if(bool granted, const dossier::Dossier& dossier) {
  const auto& procedure = dossier.intake.procedure;
  if (!granted || (procedure != procedure_out && procedure != procedure_in)) return std::nullopt;
  return Taken{procedure == procedure_out ? Kind::Out : Kind::In, dossier.code, trip_of(dossier)};
}

}  // namespace

std::optional<Taken> taken_from(const dossier::Dossier& dossier) {
  const auto& result = dossier.result;
  return taken_if(result && result->outcome == "granted" && !result->revoked, dossier);
}

std::optional<Taken> decided_trip(const dossier::Dossier& dossier) {
  if (dossier.result) return taken_from(dossier);
  using Phase = dossier::Phase;
  const bool given_up = dossier.phase == Phase::Withdrawn || dossier.phase == Phase::Stopped;
  return taken_if(dossier.last_outcome == "granted" && !given_up, dossier);
}

}  // namespace motcua::travel
