// How dates, times and durations are written: the lexical forms of XML Schema that FEEL takes.
#include <algorithm>

#include "base/text.hpp"
#include "feel/temporal.hpp"
#include "feel/zones.hpp"

namespace motcua::feel {
namespace {

struct TimeReader {
  std::string_view text;

  bool take(char c) {
    if (text.empty() || text.front() != c) return false;
    text.remove_prefix(1);
    return true;
  }
  std::size_t digits() const {
    const auto end = std::ranges::find_if_not(text, is_ascii_digit);
    return static_cast<std::size_t>(end - text.begin());
  }
  std::int64_t take_number(std::size_t length) {
    std::int64_t number = 0;
    for (char c : text.substr(0, length)) number = number * 10 + (c - '0');
    text.remove_prefix(length);
    return number;
  }
  std::optional<int> two() {
    if (digits() < 2) return std::nullopt;
    return static_cast<int>(take_number(2));
  }
  // ".5" as 500,000,000; digits beyond the ninth are cut.
  std::optional<std::int64_t> fraction() {
    if (!take('.')) return 0;
    const std::size_t length = digits();
    if (length == 0) return std::nullopt;
    std::int64_t nanos = 0;
    for (std::size_t i = 0; i < 9; ++i) nanos = nanos * 10 + (i < length ? text[i] - '0' : 0);
    text.remove_prefix(length);
    return nanos;
  }
};

std::optional<Date> take_date(TimeReader& in) {
  const bool negative = in.take('-');
  const std::size_t length = in.digits();
  if (length < 4 || length > 9 || (length > 4 && in.text.front() == '0')) return std::nullopt;
  Civil civil;
  civil.year = in.take_number(length) * (negative ? -1 : 1);
  if (!in.take('-')) return std::nullopt;
  const auto month = in.two();
  if (!month || !in.take('-')) return std::nullopt;
  const auto day = in.two();
  if (!day) return std::nullopt;
  civil.month = *month;
  civil.day = *day;
  return date_from(civil);
}

std::optional<Zone> take_zone(TimeReader& in) {
  Zone zone;
  if (in.text.empty()) return zone;
  if (in.take('@')) {
    const auto index = find_zone(in.text);
    if (!index) return std::nullopt;
    in.text = {};
    zone.kind = Zone::Kind::Named;
    zone.index = *index;
    return zone;
  }
  zone.kind = Zone::Kind::Offset;
  if (in.take('Z') || in.take('z')) return zone;
  const bool west = in.take('-');
  if (!west && !in.take('+')) return std::nullopt;
  const auto hour = in.two();
  if (!hour || !in.take(':')) return std::nullopt;
  const auto minute = in.two();
  int second = 0;
  if (in.take(':')) {
    const auto seconds_read = in.two();
    if (!seconds_read) return std::nullopt;
    second = *seconds_read;
  }
  if (!minute || *hour > 18 || *minute > 59 || second > 59) return std::nullopt;
  zone.seconds = (*hour * 3600 + *minute * 60 + second) * (west ? -1 : 1);
  if (zone.seconds > 18 * 3600 || zone.seconds < -18 * 3600) return std::nullopt;
  return zone;
}

std::optional<Time> take_time(TimeReader& in) {
  const auto hour = in.two();
  if (!hour || !in.take(':')) return std::nullopt;
  const auto minute = in.two();
  if (!minute || !in.take(':')) return std::nullopt;
  const auto second = in.two();
  if (!second || *hour > 23 || *minute > 59 || *second > 59) return std::nullopt;
  const auto fraction = in.fraction();
  const auto zone = fraction ? take_zone(in) : std::nullopt;
  if (!zone || !in.text.empty()) return std::nullopt;
  const std::int64_t whole = *hour * 3600 + *minute * 60 + *second;
  return Time{whole * nanos_per_second + *fraction, *zone};
}

// A whole number of at most 18 digits before the letter; 0 and no move when it is not there.
std::optional<std::int64_t> take_part(TimeReader& in, char letter, int& parts) {
  const std::size_t length = in.digits();
  if (length == 0 || length == in.text.size() || in.text[length] != letter) return 0;
  if (length > 18) return std::nullopt;
  const std::int64_t number = in.take_number(length);
  in.take(letter);
  ++parts;
  return number;
}

std::string two_digits(std::int64_t number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

std::string write_fraction(std::int64_t nanos) {
  if (nanos == 0) return {};
  std::string digits = std::to_string(nanos);
  digits.insert(0, 9 - digits.size(), '0');
  digits.erase(digits.find_last_not_of('0') + 1);
  return "." + digits;
}

std::string write_zone(const Zone& zone) {
  if (zone.kind == Zone::Kind::None) return {};
  if (zone.kind == Zone::Kind::Named) return "@" + std::string(zone_name(zone.index));
  if (zone.seconds == 0) return "Z";
  const std::int32_t absolute = std::abs(zone.seconds);
  std::string text = zone.seconds < 0 ? "-" : "+";
  text += two_digits(absolute / 3600) + ":" + two_digits(absolute / 60 % 60);
  return absolute % 60 == 0 ? text : text + ":" + two_digits(absolute % 60);
}

}  // namespace

std::optional<Date> read_date(std::string_view text) {
  TimeReader in{text};
  const auto date = take_date(in);
  return in.text.empty() ? date : std::nullopt;
}

std::optional<Time> read_time(std::string_view text) {
  TimeReader in{text};
  return take_time(in);
}

std::optional<DateTime> read_date_time(std::string_view text) {
  TimeReader in{text};
  const auto date = take_date(in);
  if (!date) return std::nullopt;
  if (in.text.empty()) return DateTime{*date, {}};
  if (!in.take('T')) return std::nullopt;
  const bool ends_day = in.text.starts_with("24:00:00");  // the midnight that ends the day
  std::string next_day(in.text);
  if (ends_day) next_day.replace(0, 2, "00");
  TimeReader rest{ends_day ? std::string_view(next_day) : in.text};
  const auto time = take_time(rest);
  if (!time || (ends_day && time->nanos != 0)) return std::nullopt;
  return DateTime{ends_day ? *date + std::chrono::days{1} : *date, *time};
}

std::optional<DaysDuration> read_days_duration(std::string_view text) {
  TimeReader in{text};
  const bool negative = in.take('-');
  if (!in.take('P')) return std::nullopt;
  int parts = 0;
  const auto days = take_part(in, 'D', parts);
  if (!days) return std::nullopt;
  Nanoseconds nanos = Nanoseconds{*days} * nanos_per_day;
  if (in.take('T')) {
    int within = 0;
    const auto hour = take_part(in, 'H', within);
    const auto minute = take_part(in, 'M', within);
    if (!hour || !minute) return std::nullopt;
    nanos += (Nanoseconds{*hour} * 3600 + Nanoseconds{*minute} * 60) * nanos_per_second;
    if (const std::size_t length = in.digits(); length > 0) {
      if (length > 18) return std::nullopt;
      nanos += Nanoseconds{in.take_number(length)} * nanos_per_second;
      const auto fraction = in.fraction();
      if (!fraction || !in.take('S')) return std::nullopt;
      nanos += *fraction;
      ++within;
    }
    if (within == 0) return std::nullopt;
    parts += within;
  }
  if (parts == 0 || !in.text.empty() || nanos > longest_nanos) return std::nullopt;
  return DaysDuration{negative ? -nanos : nanos};
}

std::optional<MonthsDuration> read_months_duration(std::string_view text) {
  TimeReader in{text};
  const bool negative = in.take('-');
  if (!in.take('P')) return std::nullopt;
  int parts = 0;
  const auto years = take_part(in, 'Y', parts);
  const auto months = take_part(in, 'M', parts);
  if (!years || !months || parts == 0 || !in.text.empty()) return std::nullopt;
  if (*years > longest_months / 12) return std::nullopt;
  const std::int64_t all = *years * 12 + *months;
  if (all > longest_months) return std::nullopt;
  return MonthsDuration{negative ? -all : all};
}

std::string write_feel_date(Date date) {
  const Civil civil = civil_of(date);
  std::string year = std::to_string(civil.year < 0 ? -civil.year : civil.year);
  if (year.size() < 4) year.insert(0, 4 - year.size(), '0');
  return (civil.year < 0 ? "-" : "") + year + "-" + two_digits(civil.month) + "-" +
         two_digits(civil.day);
}

std::string write_feel_time(const Time& time) {
  const std::int64_t whole = time.nanos / nanos_per_second;
  return two_digits(whole / 3600) + ":" + two_digits(whole / 60 % 60) + ":" +
         two_digits(whole % 60) + write_fraction(time.nanos % nanos_per_second) +
         write_zone(time.zone);
}

std::string write_feel(const DateTime& moment) {
  return write_feel_date(moment.date) + "T" + write_feel_time(moment.time);
}

std::string write_feel(const DaysDuration& duration) {
  const bool negative = duration.nanos < 0;
  const Nanoseconds absolute = negative ? -duration.nanos : duration.nanos;
  if (absolute == 0) return "PT0S";
  const auto days = static_cast<std::int64_t>(absolute / nanos_per_day);
  const auto rest = static_cast<std::int64_t>(absolute % nanos_per_day);
  const std::int64_t whole = rest / nanos_per_second;
  std::string text = negative ? "-P" : "P";
  if (days > 0) text += std::to_string(days) + "D";
  if (rest > 0) text += "T";
  if (whole / 3600 > 0) text += std::to_string(whole / 3600) + "H";
  if (whole / 60 % 60 > 0) text += std::to_string(whole / 60 % 60) + "M";
  const std::string fraction = write_fraction(rest % nanos_per_second);
  if (whole % 60 > 0 || !fraction.empty()) text += std::to_string(whole % 60) + fraction + "S";
  return text;
}

std::string write_feel(const MonthsDuration& duration) {
  if (duration.months == 0) return "P0M";
  const std::int64_t absolute = duration.months < 0 ? -duration.months : duration.months;
  std::string text = duration.months < 0 ? "-P" : "P";
  if (absolute / 12 > 0) text += std::to_string(absolute / 12) + "Y";
  if (absolute % 12 > 0) text += std::to_string(absolute % 12) + "M";
  return text;
}

}  // namespace motcua::feel
