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

class Number {
 public:
  Number() : Number(0) {}
  Number(std::int64_t value);

  // "12", "-0.5", "1e3"; more than 34 digits, exponents beyond ±6000 or anything else: nothing.
  static std::optional<Number> parse(std::string_view text);
  std::string write() const;  // plain digits where they fit in 40 characters, else with an exponent

  std::optional<std::int64_t> integer() const;  // nothing when not whole or out of range

  Number negated() const;
  friend std::optional<Number> add(const Number& a, const Number& b);
  friend std::optional<Number> subtract(const Number& a, const Number& b);
  friend std::optional<Number> multiply(const Number& a, const Number& b);
  friend std::optional<Number> divide(const Number& a, const Number& b);
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

}  // namespace motcua::feel
