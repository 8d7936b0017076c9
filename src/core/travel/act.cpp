#include "travel/act.hpp"

#include <algorithm>

namespace motcua::travel {
namespace {

bool fits(const Rule& rule, const Entry& entry, const Facts& facts) {
  const auto& passport = entry.passport;
  if (entry.kind == Kind::Persons || rule.of_passports != (entry.kind == Kind::Passport)) {
    return false;
  }
  if (rule.of_passports) {
    if (rule.name == "hand-over") return passport.is_held() && !passport.out;
    if (rule.name == "hand-back") return passport.out && !passport.cancelled && !passport.moved;
    if (rule.name == "cancel-passport") return !passport.cancelled && !passport.moved;
    return passport.is_held() && (rule.name != "move" || !passport.out);
  }
  if (entry.cancelled) return false;
  const bool begun = facts.scene.today >= entry.trip.from;
  if (rule.name == "carry-out") return begun && !entry.carried_out;
  if (rule.name == "cancel") return !entry.carried_out && !entry.report;
  if (rule.name == "receive-report") return entry.kind == Kind::Out && begun && !entry.report;
  if (rule.name == "remove-traveller") return entry.trip.travellers.size() > 1;
  return rule.name != "correct-traveller" || !entry.trip.travellers.empty();
}

OrRejection<Nothing> wrong_field(const Field& field, const char* why) {
  return reject(travel_field_invalid, {{"field", field.label.vi}, {"why", why}});
}

template <std::size_t N>
bool is_one_of(const std::array<Choice, N>& choices, std::string_view value) {
  return std::ranges::find(choices, value, &Choice::id) != choices.end();
}

bool is_listed(std::string_view kind, const std::string& value) {
  if (kind == "funding") return is_one_of(fundings, value);
  if (kind == "purpose-kind") return is_one_of(purpose_kinds, value);
  if (kind == "passport-kind") return is_one_of(passport_kinds, value);
  if (kind == "rank-group") return is_one_of(rank_groups, value);
  return true;
}

OrRejection<Nothing> check_fields(const Rule& rule, const Input& input) {
  for (const auto& field : rule.fields) {
    const auto& value = input.text(field.name);
    if (value.find_first_not_of(" \n") == std::string::npos) {
      if (field.required) return reject(travel_field_missing, {{"field", field.label.vi}});
      continue;
    }
    if (field.kind == "date" && !parse_date(value)) {
      return wrong_field(field, "Ngày không có thật.");
    }
    if (!is_listed(field.kind, value)) return wrong_field(field, "Không có trong danh sách.");
  }
  return Nothing{};
}

OrRejection<Nothing> check_who(const Rule& rule, const Facts& facts) {
  if (may_act(rule.of_passports, facts.officer, facts.office)) return Nothing{};
  const auto* unit = facts.office.find_unit(facts.office.division_of("official-travel"));
  std::string who = unit == nullptr ? std::string() : unit->name.vi;
  if (rule.of_passports) who = "Bộ phận một cửa, " + who;
  return reject(travel_act_not_yours, {{"who", who}});
}

}  // namespace

const std::string& Input::text(std::string_view name) const {
  static const std::string none;
  const auto found = values.find(name);
  return found == values.end() ? none : found->second;
}

std::optional<Date> Input::date(std::string_view name) const { return parse_date(text(name)); }

const Rule* find_rule(std::string_view name) {
  const auto found = std::ranges::find(rules(), name, &Rule::name);
  return found == rules().end() ? nullptr : &*found;
}

std::vector<std::string_view> all_fields() {
  std::vector<std::string_view> names;
  for (const auto table : {rules(), opening_rules()}) {
    for (const auto& rule : table) {
      for (const auto& field : rule.fields) names.push_back(field.name);
    }
  }
  std::ranges::sort(names);
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

bool may_act(bool on_passports, const dossier::Officer& officer, const authority::Office& office) {
  if (on_passports && officer.has_role("reception")) return true;
  const bool of_division = officer.actor.unit == office.division_of("official-travel");
  return of_division && (officer.has_role("specialist") || officer.has_role("head"));
}

bool may_read(const dossier::Officer& officer, const authority::Office& office) {
  return may_act(true, officer, office) || officer.has_role("leader") ||
         officer.has_role("director");
}

OrRejection<Event> decide(const Entry& entry, std::string_view act, const Input& input,
                          const Facts& facts) {
  const auto* rule = find_rule(act);
  if (rule == nullptr) return reject(travel_act_unknown, {{"act", std::string(act)}});
  if (auto checked = check_who(*rule, facts); !checked) return Unexpected{checked.error()};
  if (!fits(*rule, entry, facts)) return reject(travel_act_not_now);
  if (auto checked = check_fields(*rule, input); !checked) return Unexpected{checked.error()};
  return rule->decide(entry, input, facts);
}

OrRejection<Event> decide_opening(std::string_view what, const Input& input, const Facts& facts) {
  const auto found = std::ranges::find(opening_rules(), what, &Rule::name);
  if (found == opening_rules().end()) {
    return reject(travel_act_unknown, {{"act", std::string(what)}});
  }
  if (auto checked = check_who(*found, facts); !checked) return Unexpected{checked.error()};
  if (auto checked = check_fields(*found, input); !checked) return Unexpected{checked.error()};
  return found->decide(Entry{}, input, facts);
}

OrRejection<Event> decide_persons(const PersonsJudged& judged, const Facts& facts) {
  static const Rule of_delegations{};
  if (auto checked = check_who(of_delegations, facts); !checked) {
    return Unexpected{checked.error()};
  }
  const People people(facts.scene.entries, facts.scene.asked);
  const auto name = fold(people.name_of(judged.one));
  const bool one_name = !name.empty() && name == fold(people.name_of(judged.other));
  if (!one_name || judged.one == judged.other) return reject(persons_not_namesakes);
  return Event{judged};
}

std::vector<const Rule*> offers(const Entry& entry, const Facts& facts) {
  std::vector<const Rule*> offered;
  for (const auto& rule : rules()) {
    if (check_who(rule, facts) && fits(rule, entry, facts)) offered.push_back(&rule);
  }
  return offered;
}

std::string join_countries(const std::vector<std::string>& countries) {
  std::string joined;
  for (const auto& one : countries) joined += (joined.empty() ? "" : ", ") + one;
  return joined;
}

std::string value_now(const Entry& entry, std::string_view field) {
  if (!entry.is_delegation()) return {};
  const auto& trip = entry.trip;
  if (field == "unit") return trip.unit;
  if (field == "email") return trip.email;
  if (field == "purpose") return trip.purpose;
  if (field == "purpose_kind") return trip.purpose_kind;
  if (field == "countries") return join_countries(trip.countries);
  if (field == "inviting_body") return trip.inviting_body;
  if (field == "funding") return trip.funding;
  if (field == "funding_note") return trip.funding_note;
  if (field == "from") return write_date(trip.from);
  if (field == "to") return write_date(trip.to);
  if (field == "decision") return trip.decision;
  if (field == "decision_date" && trip.decision_date) return write_date(*trip.decision_date);
  return {};
}

}  // namespace motcua::travel
