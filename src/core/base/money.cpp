#include "base/money.hpp"

#include "base/assertion.hpp"

namespace motcua {

Dong operator+(Dong a, Dong b) {
  Dong sum;
  const bool left_the_range = __builtin_add_overflow(a.amount, b.amount, &sum.amount);
  MOTCUA_ASSERT(!left_the_range);
  return sum;
}

Dong operator-(Dong a, Dong b) {
  Dong rest;
  const bool left_the_range = __builtin_sub_overflow(a.amount, b.amount, &rest.amount);
  MOTCUA_ASSERT(!left_the_range);
  return rest;
}

Dong operator*(Dong each, std::int64_t times) {
  Dong all;
  const bool left_the_range = __builtin_mul_overflow(each.amount, times, &all.amount);
  MOTCUA_ASSERT(!left_the_range);
  return all;
}

std::string write_dong(Dong money, Language language) {
  const bool vietnamese = language == Language::Vietnamese;
  std::string digits = std::to_string(money.amount);
  const std::size_t first = money.amount < 0 ? 1 : 0;
  for (std::size_t at = digits.size(); at > first + 3;) {
    at -= 3;
    digits.insert(at, 1, vietnamese ? '.' : ',');
  }
  return digits + (vietnamese ? " đồng" : " VND");
}

Text write_dong(Dong money) {
  return {write_dong(money, Language::Vietnamese), write_dong(money, Language::English)};
}

}  // namespace motcua
