// Reads a calendar from the text of calendars/<name>.toml.
//
// Pure: the caller brings the texts, also of the calendar a file `extends`. Entries of the
// extending file come after those of its base, so they stand. Everything unknown or misspelt is a
// failure that names its line; nothing is skipped silently.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/failure.hpp"
#include "calendar/working_calendar.hpp"

namespace motcua::calendar {

// The text of the calendar with that name, or nothing.
using FindCalendarText = std::function<std::optional<std::string>(std::string_view name)>;

// Fails with Malformed ("calendar text, line 12: …") or NotFound (the base is not there).
OrFailure<WorkingCalendar> read_calendar(std::string_view toml_text,
                                         const FindCalendarText& find_base);

// The entries of a file that holds nothing but [[day]] tables: a holiday decreed late.
OrFailure<std::vector<DayEntry>> read_day_entries(std::string_view toml_text);

}  // namespace motcua::calendar
