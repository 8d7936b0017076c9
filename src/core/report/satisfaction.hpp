// What applicants said of the dossiers that ended in a period: how many of them said anything, how
// many of those were satisfied, and how sure one may be of it.
//
// Never a rate without its response rate and its interval. Groups with few ratings are not broken
// down, nor one group that could be found by subtracting the others from the whole.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace motcua::report {

struct RatingRules {  // of the office; chưa kiểm chứng
  int satisfied_from = 80;  // percent of the points that the marks given could have had
  int fewest_shown = 5;     // ratings of a group
};

inline constexpr int rated_indicators = 9;
inline constexpr int best_points = 2;
using Points = std::array<std::int8_t, rated_indicators>;  // -1 where nothing was said

bool is_satisfied(const Points& points, const RatingRules& rules);

// Hundredths of a percent, drawn outward.
struct Interval {
  std::int64_t from = 0;
  std::int64_t to = 10'000;
};
// Wilson's score interval at 95 % for a share of `some` in `all`, which is not 0.
Interval wilson_interval(std::int64_t some, std::int64_t all);

struct RatedCount {
  std::string procedure;
  std::int64_t finished = 0;
  std::int64_t rated = 0;
  std::int64_t satisfied = 0;
  bool shown = true;  // else nothing but `finished` and `rated` may be told
};

struct IndicatorCount {
  std::array<std::int64_t, best_points + 1> by_points{};
  std::int64_t answers() const { return by_points[0] + by_points[1] + by_points[2]; }
};

struct Satisfaction {
  RatingRules rules;
  RatedCount all;
  std::vector<RatedCount> by_procedure;  // in order of appearance
  std::array<IndicatorCount, rated_indicators> indicators{};
};

// Marks what may not be told.
void protect_small_groups(Satisfaction& satisfaction);

}  // namespace motcua::report
