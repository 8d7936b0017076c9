#include "feel/temporal.hpp"

#include <algorithm>

#include "feel/zones.hpp"

namespace motcua::feel {
namespace {

constexpr std::int64_t most_years = 999'999'999;

std::int64_t floor_divide(std::int64_t a, std::int64_t b) {
  return a / b - (a % b != 0 && (a % b < 0) != (b < 0) ? 1 : 0);
}

bool is_leap(std::int64_t year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

Date midnight_of_1970() { return Date{std::chrono::days{0}}; }

}  // namespace

int days_in_month(std::int64_t year, int month) {
  constexpr int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : lengths[month - 1];
}

// Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", in 64 bits.
Civil civil_of(Date date) {
  const std::int64_t days = date.time_since_epoch().count() + 719'468;
  const std::int64_t era = floor_divide(days, 146'097);
  const std::int64_t of_era = days - era * 146'097;
  const std::int64_t year = (of_era - of_era / 1460 + of_era / 36'524 - of_era / 146'096) / 365;
  const std::int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
  const std::int64_t shifted_month = (5 * of_year + 2) / 153;
  const int month = static_cast<int>(shifted_month < 10 ? shifted_month + 3 : shifted_month - 9);
  const int day = static_cast<int>(of_year - (153 * shifted_month + 2) / 5 + 1);
  return {year + era * 400 + (month <= 2 ? 1 : 0), month, day};
}

std::optional<Date> date_from(const Civil& civil) {
  if (civil.year > most_years || civil.year < -most_years) return std::nullopt;
  if (civil.month < 1 || civil.month > 12 || civil.day < 1) return std::nullopt;
  if (civil.day > days_in_month(civil.year, civil.month)) return std::nullopt;
  const std::int64_t year = civil.year - (civil.month <= 2 ? 1 : 0);
  const std::int64_t era = floor_divide(year, 400);
  const std::int64_t of_era_year = year - era * 400;
  const int shifted_month = civil.month > 2 ? civil.month - 3 : civil.month + 9;
  const std::int64_t of_year = (153 * shifted_month + 2) / 5 + civil.day - 1;
  const std::int64_t of_era = of_era_year * 365 + of_era_year / 4 - of_era_year / 100 + of_year;
  return Date{std::chrono::days{era * 146'097 + of_era - 719'468}};
}

int weekday_of(Date date) {
  const std::int64_t days = date.time_since_epoch().count() + 3;  // 1970-01-01 was a Thursday
  return static_cast<int>(days - floor_divide(days, 7) * 7) + 1;
}

std::optional<std::int32_t> offset_of(const DateTime& moment) {
  const Zone& zone = moment.time.zone;
  if (zone.kind == Zone::Kind::None) return std::nullopt;
  if (zone.kind == Zone::Kind::Offset) return zone.seconds;
  const std::int64_t local =
      moment.date.time_since_epoch().count() * 86'400 + moment.time.nanos / nanos_per_second;
  const std::int32_t before = zone_offset_at(zone.index, local - 86'400);
  if (zone_offset_at(zone.index, local - before) == before) return before;
  const std::int32_t after = zone_offset_at(zone.index, local + 86'400);
  return zone_offset_at(zone.index, local - after) == after ? after : before;
}

std::optional<std::int32_t> offset_of(const Time& time) {
  return offset_of(DateTime{midnight_of_1970(), time});
}

Nanoseconds local_nanos(const DateTime& moment) {
  return Nanoseconds{moment.date.time_since_epoch().count()} * nanos_per_day + moment.time.nanos;
}

Nanoseconds instant_nanos(const DateTime& moment) {
  return local_nanos(moment) - Nanoseconds{offset_of(moment).value_or(0)} * nanos_per_second;
}

std::optional<DateTime> date_time_from(Nanoseconds local, const Zone& zone) {
  Nanoseconds days = local / nanos_per_day;
  Nanoseconds rest = local % nanos_per_day;
  if (rest < 0) rest += nanos_per_day, --days;
  constexpr Nanoseconds most_days = Nanoseconds{366} * (most_years + 1);
  if (days > most_days || days < -most_days) return std::nullopt;
  const Date date{std::chrono::days{static_cast<std::int64_t>(days)}};
  const std::int64_t year = civil_of(date).year;
  if (year > most_years || year < -most_years) return std::nullopt;
  return DateTime{date, {static_cast<std::int64_t>(rest), zone}};
}

std::optional<Date> plus_months(Date date, std::int64_t months) {
  Civil civil = civil_of(date);
  constexpr std::int64_t most_months = 12 * 2 * (most_years + 1);
  if (months > most_months || months < -most_months) return std::nullopt;
  const std::int64_t all = civil.year * 12 + civil.month - 1 + months;
  civil.year = floor_divide(all, 12);
  civil.month = static_cast<int>(all - civil.year * 12) + 1;
  civil.day = std::min(civil.day, days_in_month(civil.year, civil.month));
  return date_from(civil);
}

std::optional<DateTime> plus(const DateTime& moment, const DaysDuration& duration) {
  constexpr Nanoseconds most = Nanoseconds{nanos_per_day} * 366 * 2 * (most_years + 1);
  if (duration.nanos > most || duration.nanos < -most) return std::nullopt;
  if (moment.time.zone.kind != Zone::Kind::Named) {
    return date_time_from(local_nanos(moment) + duration.nanos, moment.time.zone);
  }
  const Nanoseconds instant = instant_nanos(moment) + duration.nanos;
  const Nanoseconds seconds = instant / nanos_per_second;
  if (seconds > INT64_MAX / 2 || seconds < INT64_MIN / 2) return std::nullopt;
  const auto offset = zone_offset_at(moment.time.zone.index, static_cast<std::int64_t>(seconds));
  return date_time_from(instant + Nanoseconds{offset} * nanos_per_second, moment.time.zone);
}

Time plus(const Time& time, const DaysDuration& duration) {
  Nanoseconds nanos = (time.nanos + duration.nanos % nanos_per_day) % nanos_per_day;
  if (nanos < 0) nanos += nanos_per_day;
  return {static_cast<std::int64_t>(nanos), time.zone};
}

std::int64_t months_between(const DateTime& from, const DateTime& to) {
  const Civil a = civil_of(from.date);
  const Civil b = civil_of(to.date);
  std::int64_t months = (b.year - a.year) * 12 + (b.month - a.month);
  const auto within = [](const Civil& civil, const DateTime& moment) {
    return Nanoseconds{civil.day} * nanos_per_day + moment.time.nanos;
  };
  const Nanoseconds rest = within(b, to) - within(a, from);
  if (months > 0 && rest < 0) --months;
  if (months < 0 && rest > 0) ++months;
  return months;
}

}  // namespace motcua::feel
