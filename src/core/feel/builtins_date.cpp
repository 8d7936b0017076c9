// Temporal functions (DMN 1.5, tables 77 and 80). Weeks as ISO 8601 counts them.
#include <array>

#include "feel/builtin_families.hpp"

namespace motcua::feel {
namespace {

Date date_in(const Value& value) {
  const auto* moment = value.as<DateTime>();
  return moment ? moment->date : *value.as<Date>();
}

std::int64_t day_number(Date date) {
  const Date first = date_from({civil_of(date).year, 1, 1}).value_or(date);
  return (date - first).count() + 1;
}

Value day_of_year(const Arguments& a) { return day_number(date_in(a[0])); }

Value day_of_week(const Arguments& a) {
  constexpr std::array<const char*, 7> names = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                "Friday", "Saturday", "Sunday"};
  return names[static_cast<std::size_t>(weekday_of(date_in(a[0])) - 1)];
}

Value month_of_year(const Arguments& a) {
  constexpr std::array<const char*, 12> names = {"January",   "February", "March",    "April",
                                                 "May",       "June",     "July",     "August",
                                                 "September", "October",  "November", "December"};
  return names[static_cast<std::size_t>(civil_of(date_in(a[0])).month - 1)];
}

Value week_of_year(const Arguments& a) {
  // The week belongs to the year its Thursday lies in.
  const Date date = date_in(a[0]);
  return (day_number(date + std::chrono::days{4 - weekday_of(date)}) + 6) / 7;
}

Value now(const Arguments& a) {
  return a.run.now ? Value(*a.run.now) : a.run.fail("the current moment was not given");
}

Value today(const Arguments& a) {
  return a.run.now ? Value(a.run.now->date) : a.run.fail("the current moment was not given");
}

constexpr std::array<Builtin, 10> dates{{
    {"day of year", "date:d", day_of_year},
    {"day of year", "date:m", day_of_year},
    {"day of week", "date:d", day_of_week},
    {"day of week", "date:m", day_of_week},
    {"month of year", "date:d", month_of_year},
    {"month of year", "date:m", month_of_year},
    {"week of year", "date:d", week_of_year},
    {"week of year", "date:m", week_of_year},
    {"now", "", now},
    {"today", "", today},
}};

}  // namespace

std::span<const Builtin> date_functions() { return dates; }

}  // namespace motcua::feel
