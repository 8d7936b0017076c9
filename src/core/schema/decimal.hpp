// A JSON number as the exact decimal it stands for, for comparison and divisibility.
//
// A double means the shortest decimal that reads back as it ("0.1" is one tenth), which is what was
// written for up to 15 significant digits. Whole numbers beyond 64 bits are what the reader kept.
#pragma once

#include <compare>
#include <cstdint>
#include <string>

#include "base/json.hpp"

namespace motcua::schema {

class Decimal {
 public:
  explicit Decimal(const json::value& number);  // a finite JSON number

  bool is_whole() const { return exponent_ >= 0; }
  bool is_positive() const { return !negative_ && digits_ != 0; }
  bool is_multiple_of(const Decimal& divisor) const;  // divisor: positive
  std::string write() const;  // equal numbers give equal texts: "12", "-0.5", "1e+300"

  friend bool operator==(const Decimal&, const Decimal&) = default;
  friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);

 private:
  void take_double(double value);
  void normalize();
  std::strong_ordering compare_magnitude(const Decimal& other) const;

  bool negative_ = false;
  std::uint64_t digits_ = 0;  // without trailing zeros; 0 has exponent 0 and no sign
  int exponent_ = 0;          // the number is digits_ * 10^exponent_
};

}  // namespace motcua::schema
