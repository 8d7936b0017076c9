// The zones of the IANA database (package tzdata), compiled into the program by
// tools/pack_zones.py: their names and when each changed its offset, to 2037. Later years take the
// rules of a year before 2038 with the same calendar.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace motcua::feel {

// What the generated table holds, in the order of names.
struct ZoneRow {
  std::string_view name;
  std::uint32_t first;  // of its changes in zone_change_at, zone_change_offset
  std::uint32_t count;
  std::int32_t initial;  // seconds east of UTC before the first change
};
extern const ZoneRow zone_rows[];
extern const std::uint32_t zone_row_count;
extern const std::int64_t zone_change_at[];  // seconds since 1970-01-01T00:00Z
extern const std::int32_t zone_change_offset[];

std::optional<std::uint16_t> find_zone(std::string_view name);
std::string_view zone_name(std::uint16_t zone);
std::int32_t zone_offset_at(std::uint16_t zone, std::int64_t utc_seconds);

}  // namespace motcua::feel
