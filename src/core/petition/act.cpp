#include "petition/act.hpp"

#include <algorithm>

namespace motcua::petition {
namespace {

bool is_of_publication(std::string_view act) {
  return act == "publish" || act == "refuse-publication" || act == "unpublish";
}

OrRejection<Nothing> check_publication(std::string_view act, const Petition& petition) {
  if (petition.status != Status::Answered) return reject(petition_not_answered);
  if (act == "unpublish") {
    if (petition.publication != Publication::Published) return reject(petition_not_published);
    return Nothing{};
  }
  if (!petition.may_publish) return reject(petition_has_no_consent);
  if (petition.publication == Publication::Published) return reject(petition_published_already);
  return Nothing{};
}

OrRejection<Nothing> check_status(std::string_view act, const Petition& petition) {
  if (is_of_publication(act)) return check_publication(act, petition);
  if (act == "judge") {
    if (petition.status != Status::Answered) return reject(petition_not_answered);
    return petition.liked ? reject(petition_judged_already) : OrRejection<Nothing>(Nothing{});
  }
  if (act == "change-consent") {
    const bool over = petition.status == Status::Refused || petition.status == Status::Withdrawn;
    return over ? reject(petition_is_over) : OrRejection<Nothing>(Nothing{});
  }
  if (!petition.is_open()) return reject(petition_is_over);
  const bool waits = petition.open_ask() != nullptr;
  if (act == "supplement") {
    return waits ? OrRejection<Nothing>(Nothing{}) : reject(petition_awaits_nothing);
  }
  if (waits && (act == "answer" || act == "ask-supplement")) return reject(petition_waits);
  return Nothing{};
}

std::string listed(const Rule& rule) {
  std::string list;
  for (const auto role : rule.roles) {
    if (!list.empty()) list += ", ";
    list += role;
  }
  return list;
}

bool sits_in_answering_unit(const Petition& petition, const Facts& facts) {
  return !petition.unit.empty() && facts.officer.actor.unit == petition.unit;
}

OrRejection<Nothing> check_person(const Rule& rule, const Petition& petition, const Facts& facts) {
  const bool by_role = std::ranges::any_of(
      rule.roles, [&](std::string_view role) { return facts.officer.has_role(role); });
  const bool by_unit = rule.by_unit && sits_in_answering_unit(petition, facts);
  if (!by_role && !by_unit) return reject(petition_act_not_yours, {{"who", listed(rule)}});
  if (facts.officer.has_role(sender_role)) return Nothing{};
  if (rule.name != "assign" && has_conflict(petition, facts)) return reject(conflict_of_interest);
  if (rule.name == "answer" && petition.unit.empty()) return reject(petition_not_assigned);
  return Nothing{};
}

OrRejection<Nothing> check_input(const Rule& rule, const Input& input) {
  const auto value_of = [&](std::string_view name) -> const std::string& {
    if (name == "unit") return input.unit;
    if (name == "answer") return input.answer;
    if (name == "reason") return input.reason;
    return name == "note" ? input.note : input.text;
  };
  for (const auto& field : rule.fields) {
    if (field.required && value_of(field.name).find_first_not_of(" \n") == std::string::npos) {
      return reject(petition_field_missing, {{"field", field.label.vi}});
    }
  }
  return Nothing{};
}

bool is_worth_offering(const Rule& rule, const Petition& petition, const Facts& facts) {
  if (rule.name == "refuse" && petition.open_ask() != nullptr) {
    return facts.now >= petition.open_ask()->sender_until;
  }
  if (rule.name == "refuse-publication") return petition.publication == Publication::Awaited;
  return true;
}

}  // namespace

const Rule* find_rule(std::string_view name) {
  const auto found = std::ranges::find(rules(), name, &Rule::name);
  return found == rules().end() ? nullptr : &*found;
}

bool has_conflict(const Petition& petition, const Facts& facts) {
  const auto& officer = facts.officer;
  if (officer.has_role("director")) return false;
  if (officer.has_role("head") && petition.received.kind != Kind::Conduct) return false;
  return std::ranges::find(facts.involved, officer.actor.id) != facts.involved.end();
}

OrRejection<Event> decide(const Petition& petition, std::string_view act, const Input& input,
                          const Facts& facts) {
  const auto* rule = find_rule(act);
  if (rule == nullptr) return reject(petition_act_unknown, {{"act", std::string(act)}});
  if (auto checked = check_person(*rule, petition, facts); !checked) {
    return Unexpected{checked.error()};
  }
  if (auto checked = check_status(act, petition); !checked) return Unexpected{checked.error()};
  if (auto checked = check_input(*rule, input); !checked) return Unexpected{checked.error()};
  return rule->decide(petition, input, facts);
}

std::vector<const Rule*> offers(const Petition& petition, const Facts& facts) {
  std::vector<const Rule*> offered;
  for (const auto& rule : rules()) {
    if (!check_person(rule, petition, facts) || !check_status(rule.name, petition)) continue;
    if (is_worth_offering(rule, petition, facts)) offered.push_back(&rule);
  }
  return offered;
}

}  // namespace motcua::petition
