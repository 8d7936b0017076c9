// The calendars of the repository, for tests.
#pragma once

#include <fstream>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>

#include "calendar/calendar_file.hpp"

namespace motcua::calendar {

inline FindCalendarText calendars_in(const std::string& source_dir) {
  return [source_dir](std::string_view name) -> std::optional<std::string> {
    std::ifstream file(source_dir + "/calendars/" + std::string(name) + ".toml");
    if (!file) return std::nullopt;
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
  };
}

// Asserts that the file is there and right: for tests only.
inline WorkingCalendar calendar_for_tests(const std::string& source_dir,
                                          const std::string& name = "so-ngoai-vu-ha-noi") {
  const auto find = calendars_in(source_dir);
  return read_calendar(find(name).value(), find).value();
}

inline Moment moment(std::string_view text) { return parse_moment(text).value(); }
inline Date date(std::string_view text) { return parse_date(text).value(); }

// The first office's, read once.
inline const WorkingCalendar& office() {
  static const auto calendar = calendar_for_tests(MOTCUA_SOURCE_DIR);
  return calendar;
}

}  // namespace motcua::calendar
