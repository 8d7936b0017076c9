// FEEL's number: an exact decimal of 34 digits (IEEE 754 decimal128), never a binary double.
//
// Invariant: always finite. What cannot be represented (overflow, division by zero) is no Number.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace motcua::feel {

enum class Rounding { Up, Down, HalfUp, HalfDown, HalfEven, Floor, Ceiling };

class Number {
 public:
  Number() : Number(0) {}
  Number(std::int64_t value);

  // "12", "-0.5", "1e3"; more than 34 digits (zeros at the end apart), exponents beyond ±6000 or
  // anything else: nothing.
  static std::optional<Number> parse(std::string_view text);
  std::string write() const;  // plain digits where they fit in 40 characters, else with an exponent

  std::optional<std::int64_t> integer() const;  // nothing when not whole or out of range
  bool negative() const;                        // below zero
  bool zero() const;

  Number negated() const;
  friend std::optional<Number> add(const Number& a, const Number& b);
  friend std::optional<Number> subtract(const Number& a, const Number& b);
  friend std::optional<Number> multiply(const Number& a, const Number& b);
  friend std::optional<Number> divide(const Number& a, const Number& b);
  friend std::optional<Number> round_to(const Number& value, std::int64_t scale, Rounding how);
  friend std::int64_t magnitude(const Number& value);
  friend Number shifted(const Number& value, std::int64_t places);
  friend bool operator==(const Number& a, const Number& b);
  friend std::strong_ordering operator<=>(const Number& a, const Number& b);

 private:
  std::array<std::uint64_t, 2> bits_{};  // decimal128 in its binary-integer encoding
};

// Nothing on overflow and on division by zero.
std::optional<Number> add(const Number& a, const Number& b);
std::optional<Number> subtract(const Number& a, const Number& b);
std::optional<Number> multiply(const Number& a, const Number& b);
std::optional<Number> divide(const Number& a, const Number& b);

// `scale` digits after the point, before it when negative: round_to(1.25, 1, HalfEven) = 1.2.
// Nothing when digits were dropped and the scale is beyond ±6000.
std::optional<Number> round_to(const Number& value, std::int64_t scale, Rounding how);
Number floor(const Number& value);
// value - divisor * floor(value / divisor): the sign of the divisor; nothing when that is 0.
std::optional<Number> modulo(const Number& value, const Number& divisor);
// Within a few units of the 34th digit; nothing outside the domain and on overflow.
std::optional<Number> square_root(const Number& value);
std::optional<Number> exponential(const Number& value);
std::optional<Number> natural_logarithm(const Number& value);
// With a whole exponent n at most n units of the 34th digit away, else as exponential().
std::optional<Number> power(const Number& base, const Number& exponent);

std::int64_t magnitude(const Number& value);  // the exponent of its first digit; 0 for zero
// value * 10^places, where that is in range (the result is asserted to be).
Number shifted(const Number& value, std::int64_t places);

}  // namespace motcua::feel
