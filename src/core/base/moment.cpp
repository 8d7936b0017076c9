#include "base/moment.hpp"

#include <array>

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

// `number` below 10^width, with leading noughts.
template <std::size_t width>
void append_digits(std::string& out, unsigned number) {
  std::array<char, width> digits{};
  for (std::size_t i = width; i-- > 0; number /= 10) digits[i] = char('0' + number % 10);
  out.append(digits.data(), width);
}

void append_date(std::string& out, Date date) {
  const year_month_day d{date};
  append_digits<4>(out, unsigned(int(d.year())));
  append_digits<2>(out += '-', unsigned(d.month()));
  append_digits<2>(out += '-', unsigned(d.day()));
}

void append_time(std::string& out, minutes since_midnight) {
  append_digits<2>(out, unsigned(since_midnight.count() / 60));
  append_digits<2>(out += ':', unsigned(since_midnight.count() % 60));
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
  std::string out;
  append_date(out, date);
  return out;
}

std::string write_time(minutes since_midnight) {
  std::string out;
  append_time(out, since_midnight);
  return out;
}

std::string write_moment(Moment moment) {
  std::string out;
  out.reserve(32);
  append_date(out, date_of(moment));
  out += 'T';
  append_time(out, time_of(moment));
  out += ':';
  append_digits<2>(out, unsigned((moment - date_of(moment)).count() % 60));
  return out += "+07:00";
}

std::string write_vietnamese(Date date) {
  const year_month_day d{date};
  std::string out;
  append_digits<2>(out, unsigned(d.day()));
  append_digits<2>(out += '/', unsigned(d.month()));
  append_digits<4>(out += '/', unsigned(int(d.year())));
  return out;
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
