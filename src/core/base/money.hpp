// Money: a whole number of Vietnamese đồng, which has no smaller unit in use. Never floating point.
//
// Sums that leave the range of 64 bits are bugs and assert: what people may enter is bounded far
// below (largest_amount).
#pragma once

#include <compare>
#include <cstdint>
#include <string>

#include "base/text.hpp"

namespace motcua {

struct Dong {
  std::int64_t amount = 0;
  auto operator<=>(const Dong&) const = default;
};

inline constexpr Dong largest_amount{1'000'000'000'000};  // of one fee, payment or refund

Dong operator+(Dong a, Dong b);
Dong operator-(Dong a, Dong b);
Dong operator*(Dong each, std::int64_t times);

std::string write_dong(Dong money, Language language);  // "1.200.000 đồng", "1,200,000 VND"
Text write_dong(Dong money);

}  // namespace motcua
