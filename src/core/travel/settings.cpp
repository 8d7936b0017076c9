#include "travel/settings.hpp"

#include <algorithm>

#include "base/assertion.hpp"
#include "procedure/toml_tree.hpp"
#include "travel/event.hpp"

namespace motcua::travel {
namespace {

using procedure::TomlValue;

Unexpected<Failure> wrong_limit(const std::string& what) {
  return malformed("office file: [[travel]] " + what);
}

bool is_rank_group(std::string_view id) {
  return std::ranges::find(rank_groups, id, &Choice::id) != rank_groups.end();
}

// { ranks = ["department-head"], source = "chưa kiểm chứng" }
OrFailure<Nothing> read_ranks(const NamedRanks& named, const TomlValue& value, Limits& limits) {
  const auto* given = value.find("ranks");
  const auto* list = given == nullptr ? nullptr : given->as<TomlValue::Array>();
  const auto* source = value.find("source");
  const auto* words = source == nullptr ? nullptr : source->as<std::string>();
  const auto wrong = [&] {
    return wrong_limit(std::string(named.name) + " has ranks (groups of the form) and source");
  };
  if (list == nullptr || words == nullptr || words->empty()) return wrong();
  Ranks ranks{{}, *words};
  for (const auto& one : *list) {
    const auto* group = one.as<std::string>();
    if (group == nullptr || !is_rank_group(*group)) return wrong();
    ranks.groups.push_back(*group);
  }
  limits.*(named.ranks) = std::move(ranks);
  return Nothing{};
}

// { most = 10, source = "facts-7.5" }
OrFailure<Nothing> read_limit(const std::string& name, const TomlValue& value, Limits& limits) {
  const auto* ranks = std::ranges::find(all_ranks, name, &NamedRanks::name);
  if (ranks != all_ranks.end()) return read_ranks(*ranks, value, limits);
  const auto found = std::ranges::find(all_limits, name, &NamedLimit::name);
  if (found == all_limits.end()) return wrong_limit("has no key " + name);
  const auto* most = value.find("most");
  const auto* number = most == nullptr ? nullptr : most->as<std::int64_t>();
  const auto* source = value.find("source");
  const auto* words = source == nullptr ? nullptr : source->as<std::string>();
  if (number == nullptr || *number < 0 || *number > 1000 || words == nullptr || words->empty()) {
    return wrong_limit(name + " has most (0 to 1000) and source");
  }
  limits.*(found->limit) = {static_cast<int>(*number), *words};
  return Nothing{};
}

OrFailure<Limits> read_limits(const TomlValue& entry, Limits before) {
  const auto* members = entry.as<TomlValue::Table>();
  if (members == nullptr) return wrong_limit("is a list of tables");
  const auto* from = entry.find("from");
  const auto* day = from == nullptr ? nullptr : from->as<Date>();
  if (day == nullptr) return wrong_limit("has a first day, from");
  before.from = *day;
  for (const auto& [name, value] : *members) {
    if (name == "from") continue;
    if (auto read = read_limit(name, value, before); !read) return Unexpected{read.error()};
  }
  return before;
}

}  // namespace

bool Ranks::has(std::string_view group) const {
  return std::ranges::find(groups, group) != groups.end();
}

Settings::Settings(std::vector<Limits> sets) : sets_(std::move(sets)) {
  MOTCUA_ASSERT(!sets_.empty());
}

const Limits& Settings::on(Date day) const {
  const auto* found = &sets_.front();
  for (const auto& set : sets_) {
    if (set.from <= day) found = &set;
  }
  return *found;
}

OrFailure<Settings> read_settings(std::string_view office_toml) {
  const auto tree = procedure::read_toml(office_toml);
  if (!tree) {
    return malformed("office file, line " + std::to_string(tree.error().line) + ": " +
                     tree.error().what);
  }
  const auto* list = tree->find("travel");
  if (list == nullptr) return Settings{};
  const auto* entries = list->as<TomlValue::Array>();
  if (entries == nullptr || entries->empty()) return wrong_limit("is a list of tables");
  std::vector<Limits> sets;
  for (const auto& entry : *entries) {
    auto read = read_limits(entry, sets.empty() ? Limits{} : sets.back());
    if (!read) return Unexpected{read.error()};
    if (!sets.empty() && read->from <= sets.back().from) return wrong_limit("stand in order");
    sets.push_back(std::move(*read));
  }
  return Settings{std::move(sets)};
}

}  // namespace motcua::travel
