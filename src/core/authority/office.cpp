#include "authority/office.hpp"

#include <algorithm>
#include <set>

#include "procedure/role.hpp"

namespace motcua::authority {

const Unit* Office::find_unit(std::string_view unit_id) const {
  const auto found =
      std::find_if(units.begin(), units.end(), [&](const Unit& u) { return u.id == unit_id; });
  return found == units.end() ? nullptr : &*found;
}

const ResultTemplate* Office::find_result(std::string_view procedure) const {
  const auto found = std::find_if(results.begin(), results.end(), [&](const ResultTemplate& r) {
    return r.procedure == procedure;
  });
  return found == results.end() ? nullptr : &*found;
}

const Person* Office::find_person(std::string_view username) const {
  const auto found = std::find_if(people.begin(), people.end(),
                                  [&](const Person& p) { return p.username == username; });
  return found == people.end() ? nullptr : &*found;
}

std::string Office::division_of(std::string_view procedure) const {
  const auto found = divisions.find(procedure);
  return found == divisions.end() ? "" : found->second;
}

const Succession* Office::succession_of(std::string_view unit, Date day) const {
  const auto found = std::find_if(successions.begin(), successions.end(), [&](const auto& one) {
    return one.from == unit && one.on <= day;
  });
  return found == successions.end() ? nullptr : &*found;
}

std::string Office::successor_of(std::string_view unit, Date day) const {
  std::string now(unit);
  for (std::size_t i = 0; i < successions.size(); ++i) {  // no circle runs for ever
    const auto* next = succession_of(now, day);
    if (next == nullptr) break;
    now = next->to;
  }
  return now;
}

std::vector<const Person*> Office::people_with(std::string_view role, std::string_view unit) const {
  std::vector<const Person*> found;
  for (const auto& person : people) {
    const bool here = unit.empty() || person.unit == unit;
    const bool has_role =
        std::find(person.roles.begin(), person.roles.end(), role) != person.roles.end();
    if (here && has_role) found.push_back(&person);
  }
  return found;
}

Text Office::role_name(std::string_view role) const {
  const auto found = role_names.find(role);
  return found == role_names.end() ? procedure::role_in_words(role) : found->second;
}

std::vector<std::string> Office::roles_held() const {
  std::set<std::string> roles;
  for (const auto& person : people) roles.insert(person.roles.begin(), person.roles.end());
  return {roles.begin(), roles.end()};
}

std::string post_id(const Text& name) {
  std::string id = fold(name.vi);
  std::replace(id.begin(), id.end(), ' ', '-');
  return id;
}

Tenure plain_tenure(const Person& person) {
  return {post_id(person.post), person.post, person.unit, person.roles, {}, {}};
}

}  // namespace motcua::authority
