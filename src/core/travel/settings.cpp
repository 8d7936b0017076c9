#include "travel/settings.hpp"

#include <algorithm>

#include "base/assertion.hpp"
#include "procedure/toml_tree.hpp"

namespace motcua::travel {
namespace {

using procedure::TomlValue;

Unexpected<Failure> wrong_limit(const std::string& what) {
  return malformed("office file: [[travel]] " + what);
}

// { most = 10, source = "facts-7.5" }
OrFailure<Nothing> read_limit(const std::string& name, const TomlValue& value, Limits& limits) {
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
