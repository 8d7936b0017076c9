#include "procedure/toml_tree.hpp"

#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

#include <algorithm>

namespace motcua::procedure {
namespace {

TomlValue copy(const toml::node& node);

TomlValue::Table copy_table(const toml::table& table) {
  TomlValue::Table members;
  for (const auto& [key, value] : table) {
    members.emplace_back(std::string(key.str()), copy(value));
    // A table written over several places stands at its first key.
    members.back().second.line = static_cast<int>(key.source().begin.line);
  }
  std::ranges::stable_sort(members, {}, [](const auto& member) { return member.second.line; });
  return members;
}

TomlValue copy(const toml::node& node) {
  TomlValue value;
  value.line = static_cast<int>(node.source().begin.line);
  if (auto table = node.as_table()) {
    value.held = copy_table(*table);
  } else if (auto array = node.as_array()) {
    TomlValue::Array items;
    for (const toml::node& item : *array) items.push_back(copy(item));
    value.held = std::move(items);
  } else if (auto text = node.as_string()) {
    value.held = text->get();
  } else if (auto truth = node.as_boolean()) {
    value.held = truth->get();
  } else if (auto number = node.as_integer()) {
    value.held = std::int64_t{number->get()};
  } else if (auto date = node.as_date()) {
    const std::chrono::year_month_day day{std::chrono::year{date->get().year},
                                          std::chrono::month{date->get().month},
                                          std::chrono::day{date->get().day}};
    if (day.ok()) value.held = Date{day};
  }
  return value;
}

}  // namespace

const TomlValue* TomlValue::find(std::string_view key) const {
  auto table = as<Table>();
  if (table == nullptr) return nullptr;
  auto found = std::ranges::find(
      *table, key, [](const auto& member) -> std::string_view { return member.first; });
  return found == table->end() ? nullptr : &found->second;
}

Result<TomlValue, TomlError> read_toml(std::string_view text) {
  toml::parse_result parsed = toml::parse(text);
  if (!parsed) {
    const toml::parse_error& error = parsed.error();
    return Unexpected{
        TomlError{static_cast<int>(error.source().begin.line), std::string(error.description())}};
  }
  return copy(parsed.table());
}

}  // namespace motcua::procedure
