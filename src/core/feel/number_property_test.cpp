// Numbers held against exact whole numbers of any length: every operation gives what is exact,
// rounded half even to 34 digits.
#include "feel/number.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <boost/multiprecision/cpp_int.hpp>

namespace motcua::feel {
namespace {

using Whole = boost::multiprecision::cpp_int;

// coefficient * 10^exponent, exactly.
struct Exact {
  Whole coefficient;
  int exponent = 0;
};

Whole ten_to(int exponent) { return boost::multiprecision::pow(Whole(10), unsigned(exponent)); }

Whole aligned(const Exact& value, int exponent) {
  return value.coefficient * ten_to(value.exponent - exponent);
}

// `tail`: whether something, not 0, follows the digits of `value`.
Whole drop_digits(const Whole& value, int digits, Rounding how, bool tail = false) {
  const bool negative = value < 0;
  const Whole unit = ten_to(digits);
  const Whole absolute = negative ? Whole(-value) : value;
  Whole kept = absolute / unit;
  const Whole twice = (absolute % unit) * 2;
  const bool rest = tail || twice != 0;
  const bool over_half = twice > unit || (twice == unit && tail);
  const bool half = twice == unit && !tail;
  bool up = false;
  if (how == Rounding::Up) up = rest;
  if (how == Rounding::HalfUp) up = over_half || half;
  if (how == Rounding::HalfDown) up = over_half;
  if (how == Rounding::HalfEven) up = over_half || (half && kept % 2 == 1);
  if (how == Rounding::Floor) up = rest && negative;
  if (how == Rounding::Ceiling) up = rest && !negative;
  if (up) ++kept;
  return negative ? Whole(-kept) : kept;
}

int digits_of(const Whole& value) {
  return static_cast<int>((value < 0 ? Whole(-value) : value).str().size());
}

Number number_of(const Exact& value) {
  return Number::parse(value.coefficient.str() + "e" + std::to_string(value.exponent)).value();
}

// To 34 digits, half even.
Number rounded(const Exact& value, bool tail = false) {
  const int too_many = digits_of(value.coefficient) - 34;
  if (too_many <= 0) return number_of(value);
  Whole kept = drop_digits(value.coefficient, too_many, Rounding::HalfEven, tail);
  int exponent = value.exponent + too_many;
  for (; digits_of(kept) > 34; ++exponent) kept /= 10;  // 999…9 became 1000…0
  return number_of({kept, exponent});
}

Exact any_exact(int most_digits, int most_exponent) {
  const int length = *rc::gen::inRange(1, most_digits + 1);
  std::string text;
  for (int i = 0; i < length; ++i) {
    text += static_cast<char>('0' + *rc::gen::weightedOneOf<int>({{3, rc::gen::inRange(0, 10)},
                                                                  {1, rc::gen::element(0, 5, 9)}}));
  }
  text.erase(0, std::min(text.find_first_not_of('0'), text.size() - 1));  // else it is octal
  Whole coefficient(text);
  if (*rc::gen::arbitrary<bool>()) coefficient = -coefficient;
  return {coefficient, *rc::gen::inRange(-most_exponent, most_exponent + 1)};
}

RC_GTEST_PROP(NumberLaws, SumsAndDifferencesAreExactThenRounded, ()) {
  const Exact a = any_exact(34, 40);
  const Exact b = any_exact(34, 40);
  const int low = std::min(a.exponent, b.exponent);
  RC_ASSERT(add(number_of(a), number_of(b)) == rounded({aligned(a, low) + aligned(b, low), low}));
  RC_ASSERT(subtract(number_of(a), number_of(b)) ==
            rounded({aligned(a, low) - aligned(b, low), low}));
}

RC_GTEST_PROP(NumberLaws, ProductsAreExactThenRounded, ()) {
  const Exact a = any_exact(34, 100);
  const Exact b = any_exact(34, 100);
  RC_ASSERT(multiply(number_of(a), number_of(b)) ==
            rounded({a.coefficient * b.coefficient, a.exponent + b.exponent}));
}

RC_GTEST_PROP(NumberLaws, QuotientsAreExactThenRounded, ()) {
  const Exact a = any_exact(34, 40);
  const Exact b = any_exact(34, 40);
  RC_PRE(b.coefficient != 0);
  const int more = 70;  // digits, so that at least 36 are there to be rounded
  const Whole scaled = a.coefficient * ten_to(more);
  const Whole quotient = scaled / b.coefficient;
  const bool tail = quotient * b.coefficient != scaled;
  RC_ASSERT(divide(number_of(a), number_of(b)) ==
            rounded({quotient, a.exponent - b.exponent - more}, tail));
}

RC_GTEST_PROP(NumberLaws, OrderIsThatOfTheExactValues, ()) {
  const Exact a = any_exact(34, 40);
  Exact b = any_exact(34, 40);
  if (*rc::gen::arbitrary<bool>()) b = {a.coefficient * 10, a.exponent - 1};
  const int low = std::min(a.exponent, b.exponent);
  const Whole left = aligned(a, low);
  const Whole right = aligned(b, low);
  RC_ASSERT((number_of(a) < number_of(b)) == (left < right));
  RC_ASSERT((number_of(a) == number_of(b)) == (left == right));
  RC_ASSERT((number_of(a) > number_of(b)) == (left > right));
}

RC_GTEST_PROP(NumberLaws, RoundingKeepsItsDirection, ()) {
  const Exact a = any_exact(20, 10);
  const int scale = *rc::gen::inRange(-8, 12);
  for (const Rounding how : {Rounding::Up, Rounding::Down, Rounding::HalfUp, Rounding::HalfDown,
                             Rounding::HalfEven, Rounding::Floor, Rounding::Ceiling}) {
    const int dropped = -scale - a.exponent;
    const Exact expected =
        dropped > 0 ? Exact{drop_digits(a.coefficient, dropped, how), -scale} : a;
    RC_ASSERT(round_to(number_of(a), scale, how) == number_of(expected));
  }
}

RC_GTEST_PROP(NumberLaws, ModuloHasTheSignOfTheDivisor, ()) {
  const Exact a = any_exact(15, 6);
  const Exact b = any_exact(15, 6);
  RC_PRE(b.coefficient != 0);
  const int low = std::min(a.exponent, b.exponent);
  const Whole divisor = aligned(b, low);
  Whole rest = aligned(a, low) % divisor;
  if (rest != 0 && (rest < 0) != (divisor < 0)) rest += divisor;
  RC_ASSERT(modulo(number_of(a), number_of(b)) == number_of({rest, low}));
}

RC_GTEST_PROP(NumberLaws, WhatIsWrittenIsReadAgain, ()) {
  const Number number = number_of(any_exact(34, 200));
  RC_ASSERT(Number::parse(number.write()) == number);
}

// At most so many units of the 34th digit away.
bool is_near(const Number& number, const Number& exact, int units) {
  const auto distance = subtract(number, exact);
  const Number away = distance->negative() ? distance->negated() : *distance;
  return away <= shifted(units, std::max<std::int64_t>(magnitude(exact) - 33, -6000));
}

RC_GTEST_PROP(NumberLaws, RootsSquareBackAndPowersMultiply, ()) {
  const Exact a = any_exact(16, 20);
  RC_PRE(a.coefficient > 0);
  const Number number = number_of(a);
  // The whole root of a with 80 digits more.
  const int even = (a.exponent % 2 != 0) ? a.exponent - 1 : a.exponent;
  const Whole radicand = aligned(a, even) * ten_to(80);
  const Exact root{boost::multiprecision::sqrt(radicand), even / 2 - 40};
  RC_ASSERT(is_near(square_root(number).value(), rounded(root, true), 5));
  const int times = *rc::gen::inRange(0, 20);
  Exact product{1, 0};
  for (int i = 0; i < times; ++i) {
    product = {product.coefficient * a.coefficient, product.exponent + a.exponent};
  }
  RC_ASSERT(is_near(power(number, times).value(), rounded(product), 1 + times));
}

RC_GTEST_PROP(NumberLaws, LogarithmsAndExponentialsAreInverse, ()) {
  const Number number = number_of(any_exact(6, 3));
  RC_PRE(number > Number(0));
  const Number logarithm = natural_logarithm(number).value();
  const Number back = exponential(logarithm).value();
  // An error of a unit in the logarithm's last digit is one of its size in the number.
  const auto factor = divide(back, number).value();
  const auto off = subtract(factor, 1).value();
  RC_ASSERT((off.negative() ? off.negated() : off) <= Number::parse("1e-31").value());
}

}  // namespace
}  // namespace motcua::feel
