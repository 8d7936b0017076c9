// Roots, powers, exponentials and logarithms by series and Newton's method, in decimals throughout.
#include "feel/number.hpp"

namespace motcua::feel {
namespace {

const Number& ln_two() {
  static const Number value = Number::parse("0.6931471805599453094172321214581766").value();
  return value;
}

const Number& ln_ten() {
  static const Number value = Number::parse("2.302585092994045684017991454684364").value();
  return value;
}

// Operations on values known to be far from the limits of a Number.
Number plus(const Number& a, const Number& b) { return add(a, b).value(); }
Number minus(const Number& a, const Number& b) { return subtract(a, b).value(); }
Number times(const Number& a, const Number& b) { return multiply(a, b).value(); }
Number over(const Number& a, const Number& b) { return divide(a, b).value(); }

// e^value for |value| < 2: the series until its terms no longer count.
Number small_exponential(const Number& value) {
  Number sum = 1;
  Number term = 1;
  for (int i = 1; i < 80 && !term.zero() && magnitude(term) > -40; ++i) {
    term = over(times(term, value), i);
    sum = plus(sum, term);
  }
  return sum;
}

std::optional<Number> power_by_squaring(Number base, std::int64_t exponent) {
  const bool inverse = exponent < 0;
  std::uint64_t left = inverse ? -static_cast<std::uint64_t>(exponent) : exponent;
  Number result = 1;
  while (left != 0) {
    if ((left & 1) != 0) {
      auto product = multiply(result, base);
      if (!product) return std::nullopt;
      result = *product;
    }
    left >>= 1;
    if (left == 0) break;
    auto square = multiply(base, base);
    if (!square) return std::nullopt;
    base = *square;
  }
  return inverse ? divide(1, result) : result;
}

}  // namespace

Number floor(const Number& value) { return round_to(value, 0, Rounding::Floor).value(); }

std::optional<Number> modulo(const Number& value, const Number& divisor) {
  const auto quotient = divide(value, divisor);
  if (!quotient) return std::nullopt;
  const auto whole = multiply(divisor, floor(*quotient));
  return whole ? subtract(value, *whole) : std::nullopt;
}

std::optional<Number> square_root(const Number& value) {
  if (value.negative()) return std::nullopt;
  if (value.zero()) return Number(0);
  std::int64_t places = magnitude(value);
  if (places % 2 != 0) --places;
  const Number target = shifted(value, -places);  // in [1, 100)
  Number root = target < Number(10) ? 2 : 6;
  for (int i = 0; i < 12; ++i) root = over(plus(root, over(target, root)), 2);
  const Number shorter = round_to(root, 32, Rounding::HalfEven).value();
  if (times(shorter, shorter) == target) root = shorter;
  return shifted(root, places / 2);
}

std::optional<Number> exponential(const Number& value) {
  if (value > Number(14'000)) return std::nullopt;
  if (value < Number(-13'500)) return Number(0);
  const Number tens = round_to(over(value, ln_ten()), 0, Rounding::HalfEven).value();
  const Number rest = minus(value, times(tens, ln_ten()));
  const Number factor = small_exponential(rest);
  const std::int64_t places = tens.integer().value();
  if (places > 6050) return std::nullopt;
  if (places < -6050) return Number(0);
  return shifted(factor, places);
}

std::optional<Number> natural_logarithm(const Number& value) {
  if (value.negative() || value.zero()) return std::nullopt;
  const std::int64_t tens = magnitude(value);
  Number rest = shifted(value, -tens);  // in [1, 10)
  int twos = 0;
  for (; rest > Number(1) && rest > Number::parse("1.4").value(); ++twos) rest = over(rest, 2);
  // ln x = 2 artanh((x - 1) / (x + 1))
  const Number ratio = over(minus(rest, 1), plus(rest, 1));
  const Number square = times(ratio, ratio);
  Number term = ratio;
  Number sum = ratio;
  for (int i = 3; i < 120 && !term.zero() && magnitude(term) > -40; i += 2) {
    term = times(term, square);
    sum = plus(sum, over(term, i));
  }
  const Number scale = plus(times(tens, ln_ten()), times(twos, ln_two()));
  return plus(times(2, sum), scale);
}

std::optional<Number> power(const Number& base, const Number& exponent) {
  if (auto whole = exponent.integer()) {
    if (base.zero() && *whole < 0) return std::nullopt;
    if (*whole < 1'000'000'000 && *whole > -1'000'000'000) return power_by_squaring(base, *whole);
  }
  if (base.zero()) return exponent.negative() ? std::nullopt : std::optional(Number(0));
  if (exponent == Number::parse("0.5").value()) return square_root(base);
  const auto logarithm = natural_logarithm(base);
  const auto product = logarithm ? multiply(*logarithm, exponent) : std::nullopt;
  return product ? exponential(*product) : std::nullopt;
}

}  // namespace motcua::feel
