// Checks that go into lists and groups.
#include <algorithm>

#include "schema/equality.hpp"
#include "schema/evaluation.hpp"
#include "schema/faults.hpp"

namespace motcua::schema {
namespace {

using Member = json::object::const_iterator;

Spot spot_of(const json::object& object, Member member, const Spot& outer) {
  return {member->value(), &outer, member->key(),
          static_cast<std::size_t>(member - object.begin())};
}

Spot spot_of(const json::array& array, std::size_t index, const Spot& outer) {
  return {array[index], &outer, {}, index};
}

}  // namespace

// --- lists ---

bool Evaluation::check(const ItemsCheck& items, const Here& here) {
  const auto* list = here.spot.value.if_array();
  bool holds = true;
  for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
    const bool is_first = i < items.first.size();
    if (!is_first && !items.rest) break;
    holds &=
        apply_inside(is_first ? items.first[i] : *items.rest, here, spot_of(*list, i, here.spot));
    if (!holds && (here.manner.silent || stopped_)) return false;
  }
  return holds;
}

bool Evaluation::check(const ContainsCheck& contains, const Here& here) {
  const auto* list = here.spot.value.if_array();
  if (list == nullptr) return true;
  std::size_t count = 0;
  for (std::size_t i = 0; i < list->size() && !stopped_; ++i) {
    if (!apply(contains.item, spot_of(*list, i, here.spot), {true, nullptr})) continue;
    ++count;
    if (here.manner.looked != nullptr) (*here.manner.looked)[i] = true;
  }
  const auto told = [&](std::size_t limit) {
    return RejectionDetails{{"limit", std::to_string(limit)}, {"count", std::to_string(count)}};
  };
  if (count < contains.least) {
    const auto* keyword = contains.least == 1 ? "contains" : "minContains";
    return fault(here, keyword, too_few_matches, told(contains.least));
  }
  if (contains.most && count > *contains.most) {
    return fault(here, "maxContains", too_many_matches, told(*contains.most));
  }
  return true;
}

bool Evaluation::check(const UniqueCheck&, const Here& here) {
  const auto* list = here.spot.value.if_array();
  if (list == nullptr || list->size() < 2) return true;
  std::vector<std::pair<std::string, std::size_t>> texts;
  for (const auto& item : *list) texts.emplace_back(canonical_text(item), texts.size());
  std::ranges::sort(texts);
  const auto same = std::ranges::adjacent_find(
      texts, [](const auto& a, const auto& b) { return a.first == b.first; });
  if (same == texts.end()) return true;
  return fault(here, "uniqueItems", items_repeat,
               {{"first", std::to_string(same->second + 1)},
                {"second", std::to_string(std::next(same)->second + 1)}});
}

bool Evaluation::check(const UnevaluatedItemsCheck& unevaluated, const Here& here) {
  const auto* list = here.spot.value.if_array();
  bool holds = true;
  for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
    if ((*here.manner.looked)[i]) continue;
    holds &= apply_inside(unevaluated.item, here, spot_of(*list, i, here.spot));
  }
  return holds;
}

// --- groups ---

bool Evaluation::check(const RequiredCheck& required, const Here& here) {
  const auto* group = here.spot.value.if_object();
  bool holds = true;
  for (const auto& name : required.names) {
    if (group == nullptr || group->contains(name)) continue;
    holds = fault(here, "required", answer_missing, {{"name", name}});
    if (here.manner.silent) return false;
  }
  return holds;
}

bool Evaluation::check(const DependentRequiredCheck& dependent, const Here& here) {
  const auto* group = here.spot.value.if_object();
  bool holds = true;
  for (const auto& [because, names] : dependent.rules) {
    if (group == nullptr || !group->contains(because)) continue;
    for (const auto& name : names) {
      if (group->contains(name)) continue;
      holds = fault(here, "dependentRequired", answer_missing_beside,
                    {{"because", because}, {"name", name}});
    }
  }
  return holds;
}

bool Evaluation::check(const MembersCheck& members, const Here& here) {
  const auto* group = here.spot.value.if_object();
  if (group == nullptr) return true;
  bool holds = true;
  for (auto member = group->begin(); member != group->end(); ++member) {
    holds &= check_member(members, here, spot_of(*group, member, here.spot));
    if (!holds && (here.manner.silent || stopped_)) return false;
  }
  return holds;
}

bool Evaluation::check_member(const MembersCheck& members, const Here& here, const Spot& spot) {
  bool holds = true;
  bool known = false;
  if (const auto own = members.named.find(spot.name); own != members.named.end()) {
    known = true;
    holds &= apply_inside(own->second, here, spot);
  }
  for (const auto& [pattern, node] : members.matching) {
    if (!search(pattern, spot.name, here)) continue;
    known = true;
    holds &= apply_inside(node, here, spot);
  }
  if (known || !members.others || stopped_) return holds && !stopped_;
  return check_other_member(*members.others, "additionalProperties", here, spot);
}

// Refusing every other member is said in the words of names, not of values.
bool Evaluation::check_other_member(NodeId id, std::string_view keyword, const Here& here,
                                    const Spot& spot) {
  if (!program_.nodes[id].refuses_all) return apply_inside(id, here, spot);
  if (here.manner.looked != nullptr) (*here.manner.looked)[spot.index] = true;
  if (here.manner.silent) return false;
  return fault({here.node, spot, here.manner}, keyword, answer_unknown,
               {{"name", std::string(spot.name)}});
}

bool Evaluation::check(const NamesCheck& names, const Here& here) {
  const auto* group = here.spot.value.if_object();
  if (group == nullptr) return true;
  bool holds = true;
  for (auto member = group->begin(); member != group->end() && !stopped_; ++member) {
    const json::value name(json::string(member->key()));
    if (apply(names.name, Spot{name}, {true, nullptr})) continue;
    holds = fault(here, "propertyNames", name_refused, {{"name", std::string(member->key())}});
    if (here.manner.silent) return false;
  }
  return holds && !stopped_;
}

bool Evaluation::check(const UnevaluatedMembersCheck& unevaluated, const Here& here) {
  const auto* group = here.spot.value.if_object();
  if (group == nullptr) return true;
  bool holds = true;
  for (auto member = group->begin(); member != group->end(); ++member) {
    const Spot spot = spot_of(*group, member, here.spot);
    if ((*here.manner.looked)[spot.index]) continue;
    holds &= check_other_member(unevaluated.member, "unevaluatedProperties", here, spot);
  }
  return holds;
}

}  // namespace motcua::schema
