#include "appointment/settings.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "procedure/toml_tree.hpp"

namespace motcua::appointment {
namespace {

using procedure::TomlValue;

constexpr std::array<std::string_view, 7> weekdays{"monday", "tuesday",  "wednesday", "thursday",
                                                   "friday", "saturday", "sunday"};
constexpr std::array<std::string_view, 7> known_keys{
    "slot_minutes",     "places",    "days_ahead", "last_booking_minutes",
    "most_per_contact", "keep_days", "closed"};

Unexpected<Failure> wrong(std::string_view what) {
  return malformed("office file: [appointments] " + std::string(what));
}

struct Range {
  std::int64_t least;
  std::int64_t most;
};

// `otherwise` when the key is absent; nothing when it is no number of the range.
std::optional<int> number_of(const TomlValue& table, std::string_view key, int otherwise,
                             Range range) {
  const auto* value = table.find(key);
  if (value == nullptr) return otherwise;
  const auto* number = value->as<std::int64_t>();
  if (number == nullptr || *number < range.least || *number > range.most) return std::nullopt;
  return static_cast<int>(*number);
}

// "08:00-09:30"
std::optional<calendar::Period> period_of(std::string_view text) {
  if (text.size() != 11 || text[5] != '-') return std::nullopt;
  const auto from = parse_moment("2000-01-01T" + std::string(text.substr(0, 5)));
  const auto to = parse_moment("2000-01-01T" + std::string(text.substr(6)));
  if (!from || !to || *from >= *to) return std::nullopt;
  return calendar::Period{time_of(*from), time_of(*to)};
}

std::optional<Closed> closed_of(const TomlValue& entry) {
  const auto* hours = entry.find("hours");
  const auto* text = hours == nullptr ? nullptr : hours->as<std::string>();
  const auto period = text == nullptr ? std::nullopt : period_of(*text);
  if (!period) return std::nullopt;
  Closed closed{{}, {}, *period};
  if (const auto* value = entry.find("weekday")) {
    const auto* name = value->as<std::string>();
    if (name == nullptr) return std::nullopt;
    const auto found = std::find(weekdays.begin(), weekdays.end(), *name);
    if (found == weekdays.end()) return std::nullopt;
    closed.weekday = static_cast<int>(found - weekdays.begin()) + 1;
  }
  if (const auto* value = entry.find("date")) {
    const auto* date = value->as<Date>();
    if (date == nullptr) return std::nullopt;
    closed.date = *date;
  }
  return closed;
}

}  // namespace

OrFailure<Settings> read_settings(std::string_view office_toml) {
  const auto tree = procedure::read_toml(office_toml);
  if (!tree) {
    return malformed("office file, line " + std::to_string(tree.error().line) + ": " +
                     tree.error().what);
  }
  Settings settings;
  const auto* table = tree->find("appointments");
  if (table == nullptr) return settings;
  const auto* members = table->as<TomlValue::Table>();
  if (members == nullptr) return wrong("is a table");
  for (const auto& [key, value] : *members) {
    const bool known = std::find(known_keys.begin(), known_keys.end(), key) != known_keys.end();
    if (!known) return wrong("has no key " + key);
  }
  const auto slot = number_of(*table, "slot_minutes", 30, {5, 240});
  const auto places = number_of(*table, "places", 2, {1, 100});
  const auto ahead = number_of(*table, "days_ahead", 21, {1, 120});
  const auto last = number_of(*table, "last_booking_minutes", 60, {0, 10'080});
  const auto most = number_of(*table, "most_per_contact", 2, {1, 20});
  const auto keep = number_of(*table, "keep_days", 90, {1, 3650});
  if (!slot || !places || !ahead || !last || !most || !keep) {
    return wrong(
        "slot_minutes is 5 to 240, places 1 to 100, days_ahead 1 to 120, last_booking_minutes up "
        "to 10080, most_per_contact 1 to 20, keep_days 1 to 3650");
  }
  settings = {true, minutes{*slot}, *places, *ahead, minutes{*last}, *most, *keep, {}};
  const auto* closed = table->find("closed");
  const auto* list = closed == nullptr ? nullptr : closed->as<TomlValue::Array>();
  if (closed != nullptr && list == nullptr) return wrong("closed is a list");
  for (const auto& entry : list == nullptr ? TomlValue::Array{} : *list) {
    auto read = closed_of(entry);
    if (!read) return wrong("closed has hours (\"08:00-09:30\") and a weekday or a date");
    settings.closed.push_back(*read);
  }
  return settings;
}

}  // namespace motcua::appointment
