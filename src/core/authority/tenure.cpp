#include "authority/tenure.hpp"

#include <algorithm>

#include "authority/office.hpp"

namespace motcua::authority {
namespace {

constexpr int longest_absence = 366;  // days; a longer one is a change of tenure

bool holds(const std::vector<std::string>& list, std::string_view wanted) {
  return std::find(list.begin(), list.end(), wanted) != list.end();
}

// What of a tenure a substitution gives.
std::optional<Tenure> given(const Tenure& tenure, const Substitution& substitution) {
  if (substitution.roles.empty()) return tenure;
  Tenure part = tenure;
  std::erase_if(part.roles,
                [&](const std::string& role) { return !holds(substitution.roles, role); });
  if (part.roles.empty()) return std::nullopt;
  return part;
}

std::vector<Tenure> tenures_on(const Person& person, Date day) {
  if (person.tenures.empty()) return {plain_tenure(person)};  // made up elsewhere than in a file
  std::vector<Tenure> found;
  for (const auto& tenure : person.tenures) {
    if (tenure.period.covers(day)) found.push_back(tenure);
  }
  return found;
}

bool leads(const Office& office, std::string_view username, const Person& absent, Date day) {
  const auto* person = office.find_person(username);
  if (person == nullptr) return false;
  const auto own = tenures_on(*person, day);
  const auto his = tenures_on(absent, day);
  return std::any_of(own.begin(), own.end(), [&](const Tenure& tenure) {
    if (holds(tenure.roles, "director")) return true;
    return holds(tenure.roles, "head") &&
           std::any_of(his.begin(), his.end(),
                       [&](const Tenure& held) { return held.unit == tenure.unit; });
  });
}

OrRejection<Nothing> wrong(std::string what) {
  return reject(substitution_wrong, {{"what", std::move(what)}});
}

}  // namespace

bool Period::covers(Date day) const { return (!from || *from <= day) && (!until || day <= *until); }

bool Substitution::in_force(Date day) const {
  return period.covers(day) && (!ended_at || day < date_of(*ended_at));
}

bool Capacity::has_role(std::string_view role) const { return holds(tenure.roles, role); }

std::vector<Capacity> capacities_of(const Office& office, const Substitutions& substitutions,
                                    std::string_view username, Date day) {
  std::vector<Capacity> found;
  const auto* person = office.find_person(username);
  if (person == nullptr) return found;
  for (auto& tenure : tenures_on(*person, day)) found.push_back({std::move(tenure), {}});
  for (const auto& one : substitutions) {
    if (one.substitute != username || !one.in_force(day)) continue;
    const auto* absent = office.find_person(one.absent);
    if (absent == nullptr) continue;
    for (const auto& tenure : tenures_on(*absent, day)) {
      auto part = given(tenure, one);
      if (!part) continue;
      ActingFor acting{absent->username, absent->name, tenure.name.vi, one.paper};
      found.push_back({std::move(*part), std::move(acting)});
    }
  }
  return found;
}

std::vector<Holder> holders_of(const Office& office, const Substitutions& substitutions,
                               std::string_view post, Date day) {
  std::vector<Holder> holders;
  for (const auto& person : office.people) {
    for (const auto& capacity : capacities_of(office, substitutions, person.username, day)) {
      if (capacity.tenure.post != post) continue;
      holders.push_back({person.username, person.name, capacity.acting_for});
    }
  }
  return holders;
}

OrRejection<Nothing> check_substitution(const Office& office, const Substitution& wanted,
                                        Date today) {
  const auto* absent = office.find_person(wanted.absent);
  if (absent == nullptr || office.find_person(wanted.substitute) == nullptr) {
    return wrong("absent, substitute");
  }
  if (wanted.absent == wanted.substitute || wanted.set_by == wanted.substitute) {
    return reject(substitutes_himself);
  }
  if (wanted.set_by != wanted.absent && !leads(office, wanted.set_by, *absent, today)) {
    return reject(substitution_not_yours);
  }
  const auto& [from, until] = wanted.period;
  if (!from || !until || *until < *from || *until < today ||
      (*until - *from).count() > longest_absence) {
    return wrong("from, until");
  }
  if (*from < today) return wrong("from");
  if (wanted.paper.empty()) return wrong("paper");
  const auto his = tenures_on(*absent, *from);
  for (const auto& role : wanted.roles) {
    const bool held =
        std::any_of(his.begin(), his.end(), [&](const Tenure& t) { return holds(t.roles, role); });
    if (!held) return wrong(role);
  }
  return Nothing{};
}

OrRejection<Nothing> check_ending(const Office& office, const Substitution& running,
                                  std::string_view by, Date today) {
  const auto* absent = office.find_person(running.absent);
  const bool own = by == running.absent || by == running.substitute;
  if (!own && (absent == nullptr || !leads(office, by, *absent, today))) {
    return reject(substitution_not_yours);
  }
  if (running.ended_at) return wrong("ended");
  return Nothing{};
}

}  // namespace motcua::authority
