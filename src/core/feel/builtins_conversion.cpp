// Conversion functions (DMN 1.5, table 72) and not, is, range.
#include <algorithm>
#include <array>

#include "feel/builtin_families.hpp"
#include "feel/evaluation.hpp"
#include "feel/function.hpp"
#include "feel/operators.hpp"
#include "feel/parser.hpp"

namespace motcua::feel {
namespace {

Value no_such(const Arguments& a, std::string_view what) {
  return a.run.fail("no " + std::string(what) + ": " + write(a[0]).substr(0, 80));
}

std::optional<int> small(const Value& value) {
  const auto whole = value.as<Number>()->integer();
  if (!whole || *whole > 1'000'000'000 || *whole < -1'000'000'000) return std::nullopt;
  return static_cast<int>(*whole);
}

std::optional<Date> date_of_numbers(const Arguments& a) {
  const auto year = small(a[0]);
  const auto month = small(a[1]);
  const auto day = small(a[2]);
  if (!year || !month || !day) return std::nullopt;
  return date_from({*year, *month, *day});
}

std::optional<Time> time_of_numbers(std::span<const Value> parts, Zone zone) {
  const auto hour = small(parts[0]);
  const auto minute = small(parts[1]);
  const auto nanos = multiply(*parts[2].as<Number>(), nanos_per_second);
  const auto second = nanos ? nanos_of(*nanos) : std::nullopt;
  if (!hour || !minute || !second || *hour < 0 || *hour > 23 || *minute < 0 || *minute > 59 ||
      *second < 0 || *second >= Nanoseconds{60} * nanos_per_second) {
    return std::nullopt;
  }
  const std::int64_t whole = (*hour * 60 + *minute) * 60 * nanos_per_second;
  return Time{whole + static_cast<std::int64_t>(*second), zone};
}

std::optional<Zone> zone_of(const Value& offset) {
  Zone zone;
  if (offset.is_null()) return zone;
  const Nanoseconds nanos = offset.as<DaysDuration>()->nanos;
  const Nanoseconds most = Nanoseconds{18 * 3600} * nanos_per_second;
  if (nanos > most || nanos < -most) return std::nullopt;
  zone.kind = Zone::Kind::Offset;
  zone.seconds = static_cast<std::int32_t>(nanos / nanos_per_second);
  return zone;
}

Value date_from_text(const Arguments& a) {
  const auto date = read_date(*a[0].as<std::string>());
  return date ? Value(*date) : no_such(a, "date");
}

Value date_from_moment(const Arguments& a) { return a[0].as<DateTime>()->date; }
Value same_date(const Arguments& a) { return a[0]; }

Value date_from_numbers(const Arguments& a) {
  const auto date = date_of_numbers(a);
  return date ? Value(*date) : no_such(a, "date");
}

Value moment_from_text(const Arguments& a) {
  const auto moment = read_date_time(*a[0].as<std::string>());
  return moment ? Value(*moment) : no_such(a, "date and time");
}

Value same_moment(const Arguments& a) { return a[0]; }

Value moment_from_parts(const Arguments& a) {
  return DateTime{a[0].as<DateTime>()->date, *a[1].as<Time>()};
}

Value moment_from_date(const Arguments& a) { return DateTime{*a[0].as<Date>(), *a[1].as<Time>()}; }

Value moment_from_numbers(const Arguments& a) {
  const auto date = date_of_numbers(a);
  const auto zone = zone_of(a[6]);
  const auto time = zone ? time_of_numbers(a.values.subspan(3, 3), *zone) : std::nullopt;
  return date && time ? Value(DateTime{*date, *time}) : no_such(a, "date and time");
}

Value moment_in_zone(const Arguments& a) {
  const auto date = date_of_numbers(a);
  const auto zoned = read_time("00:00:00@" + *a[6].as<std::string>());
  const auto time = zoned ? time_of_numbers(a.values.subspan(3, 3), zoned->zone) : std::nullopt;
  return date && time ? Value(DateTime{*date, *time}) : no_such(a, "date and time");
}

Value time_from_text(const Arguments& a) {
  const auto time = read_time(*a[0].as<std::string>());
  return time ? Value(*time) : no_such(a, "time");
}

Value same_time(const Arguments& a) { return a[0]; }
Value time_from_moment(const Arguments& a) { return a[0].as<DateTime>()->time; }
Value time_from_date(const Arguments&) { return Time{0, {Zone::Kind::Offset, 0, 0}}; }

Value time_from_numbers(const Arguments& a) {
  const auto zone = zone_of(a[3]);
  const auto time = zone ? time_of_numbers(a.values.first(3), *zone) : std::nullopt;
  return time ? Value(*time) : no_such(a, "time");
}

Value number_from_text(const Arguments& a) {
  std::string text = *a[0].as<std::string>();
  const auto* grouping = a[1].as<std::string>();
  const auto* point = a[2].as<std::string>();
  const auto is_one_of = [](const std::string& mark, std::string_view marks) {
    return mark.size() == 1 && marks.find(mark) != std::string_view::npos;
  };
  if (grouping && !is_one_of(*grouping, " ,.")) return no_such(a, "grouping separator");
  if (point && !is_one_of(*point, ",.")) return no_such(a, "decimal separator");
  if (grouping && point && *grouping == *point) return no_such(a, "two separators");
  if (grouping) std::erase(text, grouping->front());
  if (point && *point != ".") {
    if (text.find('.') != std::string::npos) return no_such(a, "number");
    for (char& c : text) c = c == point->front() ? '.' : c;
  }
  if (text.starts_with('+')) text.erase(0, 1);
  if (text.starts_with('.')) text.insert(0, 1, '0');
  if (text.starts_with("-.")) text.insert(1, 1, '0');
  const auto number = Number::parse(text);
  return number ? Value(*number) : no_such(a, "number");
}

Value number_itself(const Arguments& a) { return a[0]; }

Value text_from_any(const Arguments& a) {
  if (a[0].is_null()) return {};
  if (!a.run.take_parts(a[0].extent().parts)) return {};
  return write_plain(a[0]);
}

Value duration_from_text(const Arguments& a) {
  const std::string& text = *a[0].as<std::string>();
  if (const auto days = read_days_duration(text)) return *days;
  if (const auto months = read_months_duration(text)) return *months;
  return no_such(a, "duration");
}

Value same_duration(const Arguments& a) { return a[0]; }

Value months_between_moments(const Arguments& a) {
  return MonthsDuration{
      months_between({a[0].as<DateTime>()->date, {}}, {a[1].as<DateTime>()->date, {}})};
}

Value negated(const Arguments& a) {
  const auto* truth = a[0].as<bool>();
  if (truth == nullptr && !a[0].is_null()) return a.run.fail("only a boolean can be negated");
  return truth ? Value(!*truth) : Value();
}

// The same value of the same type; times also with the same offset.
Value is_same(const Arguments& a) { return a[0] == a[1]; }

// Literals only, dates and durations also as date("...") and its like.
bool is_literal_range(const Tree& tree) {
  const Node& root = tree.nodes[static_cast<std::size_t>(tree.root)];
  if (root.kind != NodeKind::Range || !root.name.empty()) return false;
  return std::ranges::all_of(tree.nodes, [&](const Node& node) {
    if (node.kind == NodeKind::Name) {
      return node.name == "date" || node.name == "time" || node.name == "date and time" ||
             node.name == "duration";
    }
    if (node.kind != NodeKind::Call)
      return node.kind == NodeKind::Literal || &node == &root || node.kind == NodeKind::Negate;
    return std::all_of(node.children.begin() + 1, node.children.end(), [&](int child) {
      return tree.nodes[static_cast<std::size_t>(child)].kind == NodeKind::Literal;
    });
  });
}

Value range_from_text(const Arguments& a) {
  const std::string& text = *a[0].as<std::string>();
  const auto tree = parse_expression(text, {});
  if (!tree || !is_literal_range(**tree)) return no_such(a, "range");
  const Value value = Evaluation(*tree, a.run).value_of((*tree)->root, nullptr);
  const auto* range = value.as<Range>();
  if (range == nullptr || range->low.is_null() || range->high.is_null()) return no_such(a, "range");
  return value;
}

constexpr std::array<Builtin, 25> conversions{{
    {"date", "from:s", date_from_text},
    {"date", "from:d", same_date},
    {"date", "from:m", date_from_moment},
    {"date", "year:n, month:n, day:n", date_from_numbers},
    {"date and time", "from:s", moment_from_text},
    {"date and time", "from:m", same_moment},
    {"date and time", "date:d, time:t", moment_from_date},
    {"date and time", "date:m, time:t", moment_from_parts},
    {"date and time", "year:n, month:n, day:n, hour:n, minute:n, second:n, offset:D?",
     moment_from_numbers},
    {"date and time", "year:n, month:n, day:n, hour:n, minute:n, second:n, timezone:s",
     moment_in_zone},
    {"time", "from:s", time_from_text},
    {"time", "from:t", same_time},
    {"time", "from:d", time_from_date},
    {"time", "from:m", time_from_moment},
    {"time", "hour:n, minute:n, second:n, offset:D?", time_from_numbers},
    {"number", "from:s, grouping separator:s?, decimal separator:s?", number_from_text},
    {"number", "from:n", number_itself},
    {"string", "from:*", text_from_any},
    {"duration", "from:s", duration_from_text},
    {"duration", "from:D", same_duration},
    {"duration", "from:M", same_duration},
    {"years and months duration", "from:m, to:m", months_between_moments},
    {"not", "negand:*", negated},
    {"is", "value1:*?, value2:*?", is_same},
    {"range", "from:s", range_from_text},
}};

}  // namespace

std::span<const Builtin> conversion_functions() { return conversions; }

}  // namespace motcua::feel
