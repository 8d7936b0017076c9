// The properties of dates, times, durations and ranges (DMN 1.5, table 61).
#include <array>

#include "feel/operators.hpp"
#include "feel/zones.hpp"

namespace motcua::feel {
namespace {

std::optional<Value> date_part(Date date, std::string_view name) {
  const Civil civil = civil_of(date);
  if (name == "year") return civil.year;
  if (name == "month") return civil.month;
  if (name == "day") return civil.day;
  if (name == "weekday") return weekday_of(date);
  return std::nullopt;
}

std::optional<Value> time_part(const DateTime& moment, std::string_view name) {
  const std::int64_t whole = moment.time.nanos / nanos_per_second;
  if (name == "hour") return whole / 3600;
  if (name == "minute") return whole / 60 % 60;
  if (name == "second") {
    const Number nanos(moment.time.nanos % nanos_per_second);
    return Value(*add(whole % 60, *divide(nanos, nanos_per_second)));
  }
  if (name == "time offset") {
    const auto offset = offset_of(moment);
    return offset ? Value(DaysDuration{Nanoseconds{*offset} * nanos_per_second}) : Value();
  }
  if (name == "timezone") {
    const Zone& zone = moment.time.zone;
    return zone.kind == Zone::Kind::Named ? Value(zone_name(zone.index)) : Value();
  }
  return std::nullopt;
}

std::optional<Value> duration_part(const DaysDuration& duration, std::string_view name) {
  const auto part = [&](Nanoseconds unit, Nanoseconds most) {
    const Nanoseconds whole = duration.nanos / unit;
    return Value(number_of(most == 0 ? whole : whole % most));
  };
  if (name == "days") return part(nanos_per_day, 0);
  if (name == "hours") return part(Nanoseconds{nanos_per_second} * 3600, 24);
  if (name == "minutes") return part(Nanoseconds{nanos_per_second} * 60, 60);
  if (name == "seconds") {
    const Nanoseconds minute = Nanoseconds{nanos_per_second} * 60;
    return Value(*divide(number_of(duration.nanos % minute), nanos_per_second));
  }
  return std::nullopt;
}

std::optional<Value> range_part(const Range& range, std::string_view name) {
  const bool has_ends = range.form != Range::Form::Unequal;
  if (name == "start") return has_ends ? range.low : Value();
  if (name == "end") return has_ends ? range.high : Value();
  if (name == "start included") return has_ends && range.low_included;
  if (name == "end included") return has_ends && range.high_included;
  return std::nullopt;
}

}  // namespace

std::optional<Value> property(const Value& value, std::string_view name) {
  if (const auto* date = value.as<Date>()) {
    if (auto part = date_part(*date, name)) return part;
    if (name == "time offset" || name == "timezone") return Value();
    return time_part({*date, {}}, name);
  }
  if (const auto* moment = value.as<DateTime>()) {
    if (auto part = date_part(moment->date, name)) return part;
    return time_part(*moment, name);
  }
  if (const auto* time = value.as<Time>()) return time_part({Date{}, *time}, name);
  if (const auto* days = value.as<DaysDuration>()) return duration_part(*days, name);
  if (const auto* months = value.as<MonthsDuration>()) {
    if (name == "years") return months->months / 12;
    if (name == "months") return months->months % 12;
  }
  if (const auto* range = value.as<Range>()) return range_part(*range, name);
  return std::nullopt;
}

}  // namespace motcua::feel
