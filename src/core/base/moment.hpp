// Dates and moments of the office.
//
// A Moment is the office's wall-clock time, to the second, always UTC+07:00 (Vietnam has no summer
// time); a Date is a day of that clock. Core code never asks what time it is: it is told.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace motcua {

using Moment = std::chrono::local_seconds;
using Date = std::chrono::local_days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

inline constexpr hours office_utc_offset{7};

inline Date date_of(Moment moment) { return std::chrono::floor<std::chrono::days>(moment); }
inline minutes time_of(Moment moment) {
  return std::chrono::duration_cast<minutes>(moment - date_of(moment));
}
inline Moment at(Date date, minutes since_midnight) { return Moment{date} + since_midnight; }

Date make_date(int year, unsigned month, unsigned day);  // asserts that the date exists

// "2017-04-12". Dates that do not exist (2017-02-29) and years outside 1900..2200 give nothing.
std::optional<Date> parse_date(std::string_view text);

// "2017-04-12T09:10", with optional ":ss" and an optional offset ("Z", "+07:00", any other offset
// is converted to the office's clock); a blank may stand for the T. Years outside 1900..2200 give
// nothing.
std::optional<Moment> parse_moment(std::string_view text);

std::string write_date(Date date);               // 2017-04-12
std::string write_moment(Moment moment);         // 2017-04-12T09:10:00+07:00 (RFC 3339)
std::string write_vietnamese(Date date);         // 12/04/2017
std::string write_vietnamese(Moment moment);     // 09:10 12/04/2017
std::string write_time(minutes since_midnight);  // 09:10

std::int64_t to_unix(Moment moment);  // seconds since 1970-01-01T00:00Z
Moment from_unix(std::int64_t seconds_since_epoch);

}  // namespace motcua
