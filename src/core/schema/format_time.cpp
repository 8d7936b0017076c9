#include <algorithm>
#include <chrono>
#include <optional>

#include "schema/format_texts.hpp"
#include "schema/letters.hpp"

namespace motcua::schema {
namespace {

std::optional<int> take_digits(std::string_view& text, std::size_t count) {
  if (text.size() < count || !std::ranges::all_of(text.substr(0, count), is_digit)) {
    return std::nullopt;
  }
  int number = 0;
  for (const char c : text.substr(0, count)) number = number * 10 + (c - '0');
  text.remove_prefix(count);
  return number;
}

bool take(std::string_view& text, char c) {
  if (!text.starts_with(c)) return false;
  text.remove_prefix(1);
  return true;
}

bool take_either(std::string_view& text, char lower) {
  return take(text, lower) || take(text, static_cast<char>(lower - 'a' + 'A'));
}

// Minutes east of UTC.
std::optional<int> take_offset(std::string_view& text) {
  if (take_either(text, 'z')) return 0;
  const bool east = take(text, '+');
  if (!east && !take(text, '-')) return std::nullopt;
  const auto hours = take_digits(text, 2);
  if (!hours || *hours > 23 || !take(text, ':')) return std::nullopt;
  const auto minutes = take_digits(text, 2);
  if (!minutes || *minutes > 59) return std::nullopt;
  return (*hours * 60 + *minutes) * (east ? 1 : -1);
}

// Digits and a unit of `units`, at or after `from`; the place of the unit, or nothing.
std::optional<std::size_t> take_part(std::string_view& text, std::string_view units,
                                     std::size_t from) {
  const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
  if (digits == 0 || digits == text.size()) return std::nullopt;
  const auto unit = units.find(text[digits], from);
  if (unit == std::string_view::npos) return std::nullopt;
  text.remove_prefix(digits + 1);
  return unit;
}

// Parts in the order of `units`, none left out between the first and the last (RFC 3339, A).
bool take_run(std::string_view& text, std::string_view units) {
  auto last = take_part(text, units, 0);
  if (!last) return false;
  while (!text.empty() && text.front() != 'T') {
    const auto next = take_part(text, units, 0);
    if (next != *last + 1) return false;
    last = next;
  }
  return true;
}

}  // namespace

bool is_date(std::string_view text) {
  const auto year = take_digits(text, 4);
  if (!year || !take(text, '-')) return false;
  const auto month = take_digits(text, 2);
  if (!month || !take(text, '-')) return false;
  const auto day = take_digits(text, 2);
  return day && text.empty() &&
         std::chrono::year_month_day{std::chrono::year(*year), std::chrono::month(unsigned(*month)),
                                     std::chrono::day(unsigned(*day))}
             .ok();
}

bool is_time(std::string_view text) {
  const auto hour = take_digits(text, 2);
  if (!hour || *hour > 23 || !take(text, ':')) return false;
  const auto minute = take_digits(text, 2);
  if (!minute || *minute > 59 || !take(text, ':')) return false;
  const auto second = take_digits(text, 2);
  if (!second || *second > 60) return false;
  if (take(text, '.')) {
    const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
    if (digits == 0) return false;
    text.remove_prefix(digits);
  }
  const auto offset = take_offset(text);
  if (!offset || !text.empty()) return false;
  static constexpr int day = 24 * 60;
  const int in_utc = ((*hour * 60 + *minute - *offset) % day + day) % day;
  return *second < 60 || in_utc == day - 1;
}

bool is_date_time(std::string_view text) {
  static constexpr std::size_t date_length = 10;
  if (text.size() <= date_length || (text[date_length] | 0x20) != 't') return false;
  return is_date(text.substr(0, date_length)) && is_time(text.substr(date_length + 1));
}

bool is_duration(std::string_view text) {
  if (!take(text, 'P')) return false;
  std::string_view weeks = text;
  if (take_part(weeks, "W", 0)) return weeks.empty();
  if (!text.starts_with('T') && !take_run(text, "YMD")) return false;
  if (text.empty()) return true;
  return take(text, 'T') && take_run(text, "HMS") && text.empty();
}

}  // namespace motcua::schema
