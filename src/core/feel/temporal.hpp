// Dates, times, date-times and durations of FEEL (DMN 1.5, 10.3.2.3), to the nanosecond.
//
// Years are -999,999,999 to 999,999,999. A time may have an offset from UTC or a zone of the IANA
// database; the zones are data compiled in, so nothing depends on the machine. What leaves the
// range is nothing, never wrapped.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/moment.hpp"

namespace motcua::feel {

__extension__ using Nanoseconds = __int128;  // 10^9 years do not fit in 64 bits

inline constexpr std::int64_t nanos_per_second = 1'000'000'000;
inline constexpr std::int64_t nanos_per_day = 86'400 * nanos_per_second;

struct Zone {
  enum class Kind : std::uint8_t { None, Offset, Named };
  Kind kind = Kind::None;
  std::int32_t seconds = 0;  // Offset: east of UTC
  std::uint16_t index = 0;   // Named: its place in the table of zones
  bool operator==(const Zone&) const = default;
};

struct Time {
  std::int64_t nanos = 0;  // of the day, 0 <= nanos < nanos_per_day
  Zone zone;
  bool operator==(const Time&) const = default;
};

struct DateTime {
  Date date;
  Time time;
  bool operator==(const DateTime&) const = default;
};

// Durations beyond these, either way, are none: they could not be written and read again.
inline constexpr Nanoseconds longest_nanos =
    Nanoseconds{nanos_per_day} * 999'999'999'999'999'999;  // days
inline constexpr std::int64_t longest_months = 999'999'999'999'999'999;

struct DaysDuration {
  Nanoseconds nanos = 0;
  bool operator==(const DaysDuration&) const = default;
};

struct MonthsDuration {
  std::int64_t months = 0;
  bool operator==(const MonthsDuration&) const = default;
};

struct Civil {
  std::int64_t year = 1970;
  int month = 1;
  int day = 1;
};

Civil civil_of(Date date);
std::optional<Date> date_from(const Civil& civil);  // nothing when there is no such day
int days_in_month(std::int64_t year, int month);
int weekday_of(Date date);  // 1 Monday to 7 Sunday (ISO 8601)

// As the functions date, time, "date and time" and duration read them.
std::optional<Date> read_date(std::string_view text);  // "2017-04-12"
std::optional<Time> read_time(std::string_view text);  // "09:10:00.5+07:00", "…@Asia/Bangkok"
std::optional<DateTime> read_date_time(std::string_view text);  // a date alone is its midnight
std::optional<DaysDuration> read_days_duration(std::string_view text);      // "-P1DT2H3M4.5S"
std::optional<MonthsDuration> read_months_duration(std::string_view text);  // "P1Y2M"

std::string write_feel_date(Date date);
std::string write_feel_time(const Time& time);
std::string write_feel(const DateTime& moment);
std::string write_feel(const DaysDuration& duration);
std::string write_feel(const MonthsDuration& duration);

// Seconds east of UTC at that local time; nothing for a time without offset and zone. In the hour
// that summer time skips or repeats, what held before it.
std::optional<std::int32_t> offset_of(const DateTime& moment);
std::optional<std::int32_t> offset_of(const Time& time);  // of a zone: that of 1970

Nanoseconds local_nanos(const DateTime& moment);  // since 1970-01-01T00:00:00 of its own clock
// Since 1970-01-01T00:00Z, or as local_nanos() without offset.
Nanoseconds instant_nanos(const DateTime& moment);
std::optional<DateTime> date_time_from(Nanoseconds local, const Zone& zone);

std::optional<Date> plus_months(Date date, std::int64_t months);  // the day cut to the month's last
// On the time line: a zoned time keeps its zone, its clock may jump.
std::optional<DateTime> plus(const DateTime& moment, const DaysDuration& duration);
Time plus(const Time& time, const DaysDuration& duration);  // round the clock

// Whole months from one to the other, cut toward zero.
std::int64_t months_between(const DateTime& from, const DateTime& to);

}  // namespace motcua::feel
