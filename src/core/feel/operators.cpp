#include "feel/operators.hpp"

#include <utility>

#include "feel/function.hpp"

namespace motcua::feel {
namespace {

Value wrong_kinds(std::string_view sign, const Value& a, const Value& b, Run& run) {
  if (run.errors == nullptr) return {};
  return run.fail("“" + std::string(sign) + "” does not take " + std::string(kind_name(a)) +
                  " and " + std::string(kind_name(b)));
}

Value number_or_fail(const std::optional<Number>& number, Run& run) {
  return number ? Value(*number) : run.fail("no number: division by zero or out of range");
}

template <class T>
Value or_fail(const std::optional<T>& value, Run& run) {
  return value ? Value(*value) : run.fail("outside the range of dates");
}

Value duration_or_fail(Nanoseconds nanos, Run& run) {
  if (nanos > longest_nanos || nanos < -longest_nanos) return run.fail("the duration is too long");
  return DaysDuration{nanos};
}

Value months_or_fail(std::int64_t months, Run& run) {
  if (months > longest_months || months < -longest_months) {
    return run.fail("the duration is too long");
  }
  return MonthsDuration{months};
}

// A date counts as its midnight UTC beside a zoned date and time (10.3.2.3.2).
std::optional<DateTime> as_date_time(const Value& value, bool zoned, bool beside_local = false) {
  if (const auto* moment = value.as<DateTime>()) return *moment;
  const auto* date = value.as<Date>();
  if (date == nullptr || (beside_local && !zoned)) return std::nullopt;
  DateTime midnight{*date, {}};
  if (zoned) midnight.time.zone.kind = Zone::Kind::Offset;
  return midnight;
}

bool is_zoned(const Value& value) {
  const auto* moment = value.as<DateTime>();
  return moment != nullptr && moment->time.zone.kind != Zone::Kind::None;
}

Value moved(const Value& value, const DaysDuration& duration, Run& run) {
  if (const auto* moment = value.as<DateTime>()) return or_fail(plus(*moment, duration), run);
  if (const auto* time = value.as<Time>()) return plus(*time, duration);
  const auto result = plus(DateTime{*value.as<Date>(), {}}, duration);
  return result ? Value(result->date) : run.fail("outside the range of dates");
}

Value moved(const Value& value, const MonthsDuration& duration, Run& run) {
  if (const auto* date = value.as<Date>()) return or_fail(plus_months(*date, duration.months), run);
  DateTime moment = *value.as<DateTime>();
  const auto date = plus_months(moment.date, duration.months);
  if (!date) return run.fail("outside the range of dates");
  moment.date = *date;
  return moment;
}

bool is_temporal(const Value& value) {
  return value.as<Date>() || value.as<Time>() || value.as<DateTime>();
}

// Date, time or date and time with a duration; nothing when the kinds are others.
std::optional<Value> move(const Value& a, const Value& b, int sign, Run& run) {
  if (!is_temporal(a)) return std::nullopt;
  if (const auto* days = b.as<DaysDuration>()) {
    return moved(a, DaysDuration{days->nanos * sign}, run);
  }
  const auto* months = b.as<MonthsDuration>();
  if (months == nullptr || a.as<Time>()) return std::nullopt;
  return moved(a, MonthsDuration{months->months * sign}, run);
}

std::optional<Value> distance(const Value& a, const Value& b, Run& run) {
  const auto* from = b.as<Time>();
  const auto* to = a.as<Time>();
  if (from != nullptr && to != nullptr) {
    const auto first = offset_of(*to);
    const auto second = offset_of(*from);
    if (first.has_value() != second.has_value()) return std::nullopt;
    const std::int64_t shift = std::int64_t{second.value_or(0)} - first.value_or(0);
    return DaysDuration{Nanoseconds{to->nanos} - from->nanos + shift * nanos_per_second};
  }
  const bool zoned = is_zoned(a) || is_zoned(b);
  const bool beside_local = !a.same_kind(b);
  const auto end = as_date_time(a, zoned, beside_local);
  const auto start = as_date_time(b, zoned, beside_local);
  if (!end || !start) return std::nullopt;
  if (offset_of(*end).has_value() != offset_of(*start).has_value()) return std::nullopt;
  return duration_or_fail(instant_nanos(*end) - instant_nanos(*start), run);
}

}  // namespace

Number number_of(Nanoseconds nanos) {
  constexpr std::int64_t part = 1'000'000'000'000'000'000;
  const Number high(static_cast<std::int64_t>(nanos / part));
  const Number low(static_cast<std::int64_t>(nanos % part));
  return add(multiply(high, part).value(), low).value();
}

std::optional<Nanoseconds> nanos_of(const Number& number) {
  constexpr std::int64_t part = 1'000'000'000'000'000'000;
  const auto whole = round_to(number, 0, Rounding::Down);
  if (!whole || magnitude(*whole) > 35) return std::nullopt;
  const auto high = round_to(divide(*whole, part).value(), 0, Rounding::Down);
  const auto low = subtract(*whole, multiply(*high, part).value())->integer();
  const auto high_part = high->integer();
  if (!low || !high_part) return std::nullopt;
  return Nanoseconds{*high_part} * part + *low;
}

Value add_values(const Value& a, const Value& b, Run& run) {
  if (a.as<Number>() && b.as<Number>()) {
    return number_or_fail(add(*a.as<Number>(), *b.as<Number>()), run);
  }
  if (const auto* left = a.as<std::string>(), *right = b.as<std::string>(); left && right) {
    if (!run.take_parts((left->size() + right->size()) / 16)) return {};
    return *left + *right;
  }
  if (const auto* left = a.as<DaysDuration>(), *right = b.as<DaysDuration>(); left && right) {
    return duration_or_fail(left->nanos + right->nanos, run);
  }
  if (const auto* left = a.as<MonthsDuration>(), *right = b.as<MonthsDuration>(); left && right) {
    return months_or_fail(left->months + right->months, run);
  }
  if (auto result = move(a, b, 1, run)) return *result;
  if (auto result = move(b, a, 1, run)) return *result;
  return wrong_kinds("+", a, b, run);
}

Value subtract_values(const Value& a, const Value& b, Run& run) {
  if (a.as<Number>() && b.as<Number>()) {
    return number_or_fail(subtract(*a.as<Number>(), *b.as<Number>()), run);
  }
  if (const auto* left = a.as<DaysDuration>(), *right = b.as<DaysDuration>(); left && right) {
    return duration_or_fail(left->nanos - right->nanos, run);
  }
  if (const auto* left = a.as<MonthsDuration>(), *right = b.as<MonthsDuration>(); left && right) {
    return months_or_fail(left->months - right->months, run);
  }
  if (auto result = move(a, b, -1, run)) return *result;
  if (auto result = distance(a, b, run)) return *result;
  return wrong_kinds("-", a, b, run);
}

namespace {

std::optional<Value> scaled(const Value& duration, const Number& factor, bool divides, Run& run) {
  const auto apply = [&](const Number& n) {
    return divides ? divide(n, factor) : multiply(n, factor);
  };
  if (const auto* days = duration.as<DaysDuration>()) {
    const auto number = apply(number_of(days->nanos));
    const auto nanos = number ? nanos_of(*number) : std::nullopt;
    return nanos ? duration_or_fail(*nanos, run) : run.fail("no duration");
  }
  const auto* months = duration.as<MonthsDuration>();
  if (months == nullptr) return std::nullopt;
  const auto number = apply(months->months);
  const auto whole = number ? round_to(*number, 0, Rounding::Down)->integer() : std::nullopt;
  return whole ? months_or_fail(*whole, run) : run.fail("no duration");
}

}  // namespace

Value multiply_values(const Value& a, const Value& b, Run& run) {
  const auto* left = a.as<Number>();
  const auto* right = b.as<Number>();
  if (left && right) return number_or_fail(multiply(*left, *right), run);
  if (right) {
    if (auto result = scaled(a, *right, false, run)) return *result;
  }
  if (left) {
    if (auto result = scaled(b, *left, false, run)) return *result;
  }
  return wrong_kinds("*", a, b, run);
}

Value divide_values(const Value& a, const Value& b, Run& run) {
  if (const auto* divisor = b.as<Number>()) {
    if (a.as<Number>()) return number_or_fail(divide(*a.as<Number>(), *divisor), run);
    if (auto result = scaled(a, *divisor, true, run)) return *result;
  }
  if (const auto* left = a.as<DaysDuration>(), *right = b.as<DaysDuration>(); left && right) {
    return number_or_fail(divide(number_of(left->nanos), number_of(right->nanos)), run);
  }
  if (const auto* left = a.as<MonthsDuration>(), *right = b.as<MonthsDuration>(); left && right) {
    return number_or_fail(divide(left->months, right->months), run);
  }
  return wrong_kinds("/", a, b, run);
}

Value raise_value(const Value& base, const Value& exponent, Run& run) {
  if (!base.as<Number>() || !exponent.as<Number>()) return wrong_kinds("**", base, exponent, run);
  return number_or_fail(power(*base.as<Number>(), *exponent.as<Number>()), run);
}

Value negate_value(const Value& value, Run& run) {
  if (const auto* number = value.as<Number>()) return number->negated();
  if (const auto* days = value.as<DaysDuration>()) return DaysDuration{-days->nanos};
  if (const auto* months = value.as<MonthsDuration>()) {
    return MonthsDuration{-months->months};
  }
  return run.fail("no minus sign before a " + std::string(kind_name(value)));
}

namespace {

// The resolution of a time's value is the second (DMN TCK 0068, time_005): fractions are kept,
// written and counted with, but two times within one second are equal.
Nanoseconds whole_seconds(Nanoseconds nanos) {
  return nanos / nanos_per_second - (nanos % nanos_per_second < 0 ? 1 : 0);
}

std::strong_ordering order_moments(const DateTime& a, const DateTime& b) {
  return whole_seconds(instant_nanos(a)) <=> whole_seconds(instant_nanos(b));
}

}  // namespace

std::optional<std::strong_ordering> order(const Value& a, const Value& b) {
  if (!a.same_kind(b)) {
    // A date beside a date and time is its midnight.
    if ((a.as<Date>() && b.as<DateTime>()) || (a.as<DateTime>() && b.as<Date>())) {
      const bool zoned = is_zoned(a) || is_zoned(b);
      return order_moments(*as_date_time(a, zoned), *as_date_time(b, zoned));
    }
    return std::nullopt;
  }
  if (const auto* number = a.as<Number>()) return *number <=> *b.as<Number>();
  if (const auto* text = a.as<std::string>()) return *text <=> *b.as<std::string>();
  if (const auto* date = a.as<Date>()) return *date <=> *b.as<Date>();
  if (const auto* time = a.as<Time>()) {
    const Time& other = *b.as<Time>();
    const auto first = offset_of(*time);
    const auto second = offset_of(other);
    if (first.has_value() != second.has_value()) return std::nullopt;
    return whole_seconds(time->nanos) - first.value_or(0) <=>
           whole_seconds(other.nanos) - second.value_or(0);
  }
  if (const auto* moment = a.as<DateTime>()) {
    if (is_zoned(a) != is_zoned(b)) return std::nullopt;
    return order_moments(*moment, *b.as<DateTime>());
  }
  if (const auto* days = a.as<DaysDuration>()) return days->nanos <=> b.as<DaysDuration>()->nanos;
  if (const auto* months = a.as<MonthsDuration>()) {
    return months->months <=> b.as<MonthsDuration>()->months;
  }
  return std::nullopt;
}

namespace {

// All pairs equal: true; some pair different: false; else null.
class Agreement {
 public:
  void take(const Value& pair) {
    if (pair == Value(false)) differs_ = true;
    if (pair.is_null()) unknown_ = true;
  }
  Value result() const { return differs_ ? Value(false) : unknown_ ? Value() : Value(true); }

 private:
  bool differs_ = false;
  bool unknown_ = false;
};

Value equal_lists(const List& a, const List& b) {
  if (a.size() != b.size()) return false;
  Agreement agreement;
  for (std::size_t i = 0; i < a.size(); ++i) agreement.take(equal(a[i], b[i]));
  return agreement.result();
}

Value equal_contexts(const Context& a, const Context& b) {
  if (a.size() != b.size()) return false;
  Agreement agreement;
  for (const auto& [name, value] : a) {
    const Value* other = b.get(name);
    if (other == nullptr) return false;
    agreement.take(equal(value, *other));
  }
  return agreement.result();
}

}  // namespace

Value equal(const Value& a, const Value& b) {
  if (a.is_null() || b.is_null()) return a.is_null() && b.is_null();
  if (!a.same_kind(b)) return {};
  if (const auto* list = a.as<List>()) return equal_lists(*list, *b.as<List>());
  if (const auto* context = a.as<Context>()) return equal_contexts(*context, *b.as<Context>());
  if (const auto* range = a.as<Range>()) {
    const Range& other = *b.as<Range>();
    if (range->low_included != other.low_included || range->high_included != other.high_included ||
        range->form != other.form) {
      return false;
    }
    return equal_lists({range->low, range->high}, {other.low, other.high});
  }
  if (const auto* truth = a.as<bool>()) return *truth == *b.as<bool>();
  if (a.as<Function>()) return a == b ? Value(true) : Value();
  if (const auto ordering = order(a, b)) return *ordering == std::strong_ordering::equal;
  return a.as<Time>() || a.as<DateTime>() ? Value(false) : Value();
}

Value compare_values(std::string_view sign, const Value& a, const Value& b) {
  if (sign == "=") return equal(a, b);
  if (sign == "!=") {
    const Value same = equal(a, b);
    return same.is_null() ? Value() : Value(same == Value(false));
  }
  const auto ordering = order(a, b);
  if (!ordering) return {};
  if (sign == "<") return *ordering < 0;
  if (sign == "<=") return *ordering <= 0;
  if (sign == ">") return *ordering > 0;
  return *ordering >= 0;
}

Value within(const Value& value, const Range& range) {
  Value above = true;
  Value below = true;
  if (range.form == Range::Form::Unequal) return compare_values("!=", value, range.low);
  const bool one_ended = range.form == Range::Form::OneEnded;
  const bool open_low = one_ended && range.low.is_null();
  const bool open_high = one_ended && range.high.is_null();
  if (!open_low) above = compare_values(range.low_included ? ">=" : ">", value, range.low);
  if (!open_high) below = compare_values(range.high_included ? "<=" : "<", value, range.high);
  if (above.is_null() || below.is_null()) return {};
  return above == Value(true) && below == Value(true);
}

}  // namespace motcua::feel
