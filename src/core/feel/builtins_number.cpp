// Numeric functions (DMN 1.5, table 76).
#include <array>

#include "feel/builtin_families.hpp"

namespace motcua::feel {
namespace {

const Number& number(const Value& value) { return *value.as<Number>(); }

Value numeric(const std::optional<Number>& result, const Arguments& a) {
  return result ? Value(*result) : a.run.fail("the result is no number");
}

Value rounded(const Arguments& a, Rounding how) {
  std::int64_t scale = 0;
  if (a.size() > 1 && !a[1].is_null()) {
    const auto whole = round_to(number(a[1]), 0, Rounding::Down)->integer();
    if (!whole || *whole < -6111 || *whole > 6176) return a.run.fail("no such scale");
    scale = *whole;
  }
  return numeric(round_to(number(a[0]), scale, how), a);
}

Value decimal(const Arguments& a) { return rounded(a, Rounding::HalfEven); }
Value floor_of(const Arguments& a) { return rounded(a, Rounding::Floor); }
Value ceiling(const Arguments& a) { return rounded(a, Rounding::Ceiling); }
Value round_up(const Arguments& a) { return rounded(a, Rounding::Up); }
Value round_down(const Arguments& a) { return rounded(a, Rounding::Down); }
Value round_half_up(const Arguments& a) { return rounded(a, Rounding::HalfUp); }
Value round_half_down(const Arguments& a) { return rounded(a, Rounding::HalfDown); }

Value absolute(const Arguments& a) {
  return number(a[0]).negative() ? number(a[0]).negated() : number(a[0]);
}

Value absolute_days(const Arguments& a) {
  const Nanoseconds nanos = a[0].as<DaysDuration>()->nanos;
  return DaysDuration{nanos < 0 ? -nanos : nanos};
}

Value absolute_months(const Arguments& a) {
  const std::int64_t months = a[0].as<MonthsDuration>()->months;
  return MonthsDuration{months < 0 ? -months : months};
}

Value remainder(const Arguments& a) { return numeric(modulo(number(a[0]), number(a[1])), a); }
Value root(const Arguments& a) { return numeric(square_root(number(a[0])), a); }
Value logarithm(const Arguments& a) { return numeric(natural_logarithm(number(a[0])), a); }
Value exponent_of(const Arguments& a) { return numeric(exponential(number(a[0])), a); }

Value parity(const Arguments& a, std::int64_t wanted) {
  const auto rest = modulo(number(a[0]), 2);
  if (!rest) return a.run.fail("the result is no number");
  if (floor(number(a[0])) != number(a[0])) return false;
  return *rest == Number(wanted);
}

Value odd(const Arguments& a) { return parity(a, 1); }
Value even(const Arguments& a) { return parity(a, 0); }

constexpr std::array<Builtin, 18> numbers{{
    {"decimal", "n:n, scale:n", decimal},
    {"floor", "n:n", floor_of},
    {"floor", "n:n, scale:n", floor_of},
    {"ceiling", "n:n", ceiling},
    {"ceiling", "n:n, scale:n", ceiling},
    {"round up", "n:n, scale:n", round_up},
    {"round down", "n:n, scale:n", round_down},
    {"round half up", "n:n, scale:n", round_half_up},
    {"round half down", "n:n, scale:n", round_half_down},
    {"abs", "n:n", absolute},
    {"abs", "n:D", absolute_days},
    {"abs", "n:M", absolute_months},
    {"modulo", "dividend:n, divisor:n", remainder},
    {"sqrt", "number:n", root},
    {"log", "number:n", logarithm},
    {"exp", "number:n", exponent_of},
    {"odd", "number:n", odd},
    {"even", "number:n", even},
}};

}  // namespace

std::span<const Builtin> number_functions() { return numbers; }

}  // namespace motcua::feel
