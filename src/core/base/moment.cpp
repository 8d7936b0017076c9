#include "base/moment.hpp"

#include <array>
#include <cstdio>

#include "base/assertion.hpp"

namespace motcua {
namespace {

using std::chrono::days;
using std::chrono::year_month_day;

// Reads exactly `width` digits at the front of `text` and moves past them.
std::optional<int> take_digits(std::string_view& text, std::size_t width) {
  if (text.size() < width) return std::nullopt;
  int value = 0;
  for (std::size_t i = 0; i < width; ++i) {
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    value = value * 10 + (text[i] - '0');
  }
  text.remove_prefix(width);
  return value;
}

bool take(std::string_view& text, char expected) {
  if (text.empty() || text.front() != expected) return false;
  text.remove_prefix(1);
  return true;
}

std::optional<Date> take_date(std::string_view& text) {
  const auto year = take_digits(text, 4);
  if (!year || *year < 1900 || *year > 2200 || !take(text, '-')) return std::nullopt;
  const auto month = take_digits(text, 2);
  if (!month || !take(text, '-')) return std::nullopt;
  const auto day = take_digits(text, 2);
  if (!day) return std::nullopt;
  const year_month_day date{std::chrono::year{*year}, std::chrono::month(unsigned(*month)),
                            std::chrono::day(unsigned(*day))};
  if (!date.ok()) return std::nullopt;
  return Date{date};
}

std::optional<seconds> take_time(std::string_view& text) {
  const auto hour = take_digits(text, 2);
  if (!hour || *hour > 23 || !take(text, ':')) return std::nullopt;
  const auto minute = take_digits(text, 2);
  if (!minute || *minute > 59) return std::nullopt;
  seconds time = hours{*hour} + minutes{*minute};
  if (take(text, ':')) {
    const auto second = take_digits(text, 2);
    if (!second || *second > 59) return std::nullopt;
    time += seconds{*second};
  }
  return time;
}

// The offset from UTC at the end of a moment; none written means the office's own.
std::optional<seconds> take_offset(std::string_view& text) {
  if (text.empty()) return office_utc_offset;
  if (take(text, 'Z')) return seconds{0};
  const bool east = text.front() == '+';
  if (!east && text.front() != '-') return std::nullopt;
  text.remove_prefix(1);
  const auto offset = take_time(text);
  if (!offset) return std::nullopt;
  return east ? *offset : -*offset;
}

}  // namespace

Date make_date(int year, unsigned month, unsigned day) {
  const year_month_day date{std::chrono::year{year}, std::chrono::month{month},
                            std::chrono::day{day}};
  MOTCUA_ASSERT(date.ok());
  return Date{date};
}

std::optional<Date> parse_date(std::string_view text) {
  const auto date = take_date(text);
  return text.empty() ? date : std::nullopt;
}

std::optional<Moment> parse_moment(std::string_view text) {
  const auto date = take_date(text);
  if (!date || !(take(text, 'T') || take(text, ' '))) return std::nullopt;
  const auto time = take_time(text);
  if (!time) return std::nullopt;
  const auto offset = take_offset(text);
  if (!offset || !text.empty()) return std::nullopt;
  return Moment{*date} + *time - *offset + seconds{office_utc_offset};
}

std::string write_date(Date date) {
  const year_month_day d{date};
  std::array<char, 16> out{};
  std::snprintf(out.data(), out.size(), "%04d-%02u-%02u", int(d.year()), unsigned(d.month()),
                unsigned(d.day()));
  return out.data();
}

std::string write_time(minutes since_midnight) {
  std::array<char, 16> out{};
  std::snprintf(out.data(), out.size(), "%02d:%02d", int(since_midnight.count() / 60),
                int(since_midnight.count() % 60));
  return out.data();
}

std::string write_moment(Moment moment) {
  const auto second = (moment - date_of(moment)).count() % 60;
  std::array<char, 16> tail{};
  std::snprintf(tail.data(), tail.size(), ":%02d+07:00", int(second));
  return write_date(date_of(moment)) + "T" + write_time(time_of(moment)) + tail.data();
}

std::string write_vietnamese(Date date) {
  const year_month_day d{date};
  std::array<char, 16> out{};
  std::snprintf(out.data(), out.size(), "%02u/%02u/%04d", unsigned(d.day()), unsigned(d.month()),
                int(d.year()));
  return out.data();
}

std::string write_vietnamese(Moment moment) {
  return write_time(time_of(moment)) + " " + write_vietnamese(date_of(moment));
}

std::int64_t to_unix(Moment moment) {
  return (moment.time_since_epoch() - seconds{office_utc_offset}).count();
}

Moment from_unix(std::int64_t seconds_since_epoch) {
  return Moment{seconds{seconds_since_epoch} + seconds{office_utc_offset}};
}

}  // namespace motcua
