#include "report/satisfaction.hpp"

#include <algorithm>

#include "base/assertion.hpp"

namespace motcua::report {
namespace {

// 1.96 squared, in parts of ten thousand: the 95 % quantile of the normal distribution.
constexpr std::int64_t z_squared = 38'416;
constexpr std::int64_t ten_thousand = 10'000;  // hundredths of a percent: all

std::int64_t root_cut(std::int64_t square) {
  std::int64_t root = 0;
  for (std::int64_t bit = std::int64_t{1} << 31; bit != 0; bit >>= 1) {
    const auto higher = root + bit;
    if (higher <= square / higher) root = higher;
  }
  return root;
}

bool tells_too_much(const RatedCount& count, const RatingRules& rules) {
  return count.rated > 0 && count.rated < rules.fewest_shown;
}

}  // namespace

bool is_satisfied(const Points& points, const RatingRules& rules) {
  int given = 0;
  int possible = 0;
  for (const auto mark : points) {
    if (mark < 0) continue;
    given += mark;
    possible += best_points;
  }
  return possible > 0 && given * 100 >= rules.satisfied_from * possible;
}

// (2k + z² ∓ z·√(z² + 4k(n-k)/n)) / 2(n + z²), over and under the line times ten thousand.
Interval wilson_interval(std::int64_t some, std::int64_t all) {
  MOTCUA_ASSERT(all > 0 && some >= 0 && some <= all);
  const std::int64_t spread = 4 * some * (all - some);
  const std::int64_t scale = z_squared * ten_thousand;
  const std::int64_t under_root =
      z_squared * z_squared + spread / all * scale + spread % all * scale / all;
  const std::int64_t middle = 2 * some * ten_thousand + z_squared;
  const std::int64_t root = root_cut(under_root) + 1;
  const std::int64_t below = 2 * (all * ten_thousand + z_squared);
  const std::int64_t from = (middle - root) * ten_thousand / below;
  const std::int64_t to = ((middle + root) * ten_thousand + below - 1) / below;
  return {std::max<std::int64_t>(0, from), std::min(ten_thousand, to)};
}

void protect_small_groups(Satisfaction& satisfaction) {
  const auto& rules = satisfaction.rules;
  auto& all = satisfaction.all;
  all.shown = all.rated >= rules.fewest_shown;
  std::int64_t hidden = 0;
  for (auto& count : satisfaction.by_procedure) {
    count.shown = all.shown && count.rated > 0 && !tells_too_much(count, rules);
    if (!count.shown) hidden += count.rated;
  }
  while (hidden > 0 && hidden < rules.fewest_shown) {
    auto smallest = satisfaction.by_procedure.end();
    for (auto one = satisfaction.by_procedure.begin(); one != satisfaction.by_procedure.end();
         ++one) {
      const bool smaller =
          smallest == satisfaction.by_procedure.end() || one->rated < smallest->rated;
      if (one->shown && smaller) smallest = one;
    }
    if (smallest == satisfaction.by_procedure.end()) return;
    smallest->shown = false;
    hidden += smallest->rated;
  }
}

}  // namespace motcua::report
