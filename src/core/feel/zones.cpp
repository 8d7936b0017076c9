#include "feel/zones.hpp"

#include <algorithm>
#include <span>

#include "base/assertion.hpp"
#include "feel/temporal.hpp"

namespace motcua::feel {
namespace {

constexpr std::int64_t day_seconds = 86'400;
constexpr std::int64_t last_seconds = 2'145'916'800;  // 2038-01-01T00:00Z

// A second of a year from 2010 to 2037 with the same weekdays and length as that of `seconds`.
std::int64_t before_2038(std::int64_t seconds) {
  const std::int64_t days =
      seconds >= 0 ? seconds / day_seconds : (seconds - day_seconds + 1) / day_seconds;
  const Date date{std::chrono::days{days}};
  const std::int64_t year = civil_of(date).year;
  const Date first = date_from({year, 1, 1}).value_or(date);
  for (std::int64_t other = 2037; other >= 2010; --other) {
    const Date start = date_from({other, 1, 1}).value_or(date);
    if (weekday_of(start) != weekday_of(first)) continue;
    if (days_in_month(other, 2) != days_in_month(year, 2)) continue;
    return seconds + (start - first).count() * day_seconds;
  }
  return seconds;
}

}  // namespace

std::optional<std::uint16_t> find_zone(std::string_view name) {
  const std::span rows(zone_rows, zone_row_count);
  const auto found = std::ranges::lower_bound(rows, name, {}, &ZoneRow::name);
  if (found == rows.end() || found->name != name) return std::nullopt;
  return static_cast<std::uint16_t>(found - rows.begin());
}

std::string_view zone_name(std::uint16_t zone) {
  MOTCUA_ASSERT(zone < zone_row_count);
  return zone_rows[zone].name;
}

std::int32_t zone_offset_at(std::uint16_t zone, std::int64_t utc_seconds) {
  MOTCUA_ASSERT(zone < zone_row_count);
  const ZoneRow& row = zone_rows[zone];
  if (utc_seconds >= last_seconds) utc_seconds = before_2038(utc_seconds);
  const std::span changes(zone_change_at + row.first, row.count);
  const auto after = std::ranges::upper_bound(changes, utc_seconds);
  if (after == changes.begin()) return row.initial;
  return zone_change_offset[row.first + static_cast<std::uint32_t>(after - changes.begin()) - 1];
}

}  // namespace motcua::feel
