// What an applicant says of the service once his dossier has ended: marks of the nine indicators of
// the evaluation, 2, 1 or 0 points each; those he has nothing to say of he leaves out. [facts-3.7]
//
// The point rules of indicators 4 to 9 were not found: good, fair or poor stands there, chưa kiểm
// chứng.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/moment.hpp"
#include "base/rejection.hpp"
#include "base/text.hpp"

namespace motcua::dossier {

inline constexpr int indicators = 9;
inline constexpr int most_points = 2;

struct Mark {
  int indicator = 0;  // 1 to 9
  int points = 0;     // 2, 1, 0
  bool operator==(const Mark&) const = default;
};

struct Rating {
  std::vector<Mark> marks;  // by indicator, each once; never empty
  std::string comment;
  Moment at{};
};

struct Indicator {
  Text label;
  std::array<Text, most_points + 1> answers;  // at [2] the best
};
std::span<const Indicator> all_indicators();  // that of number n at [n - 1]

// The marks by indicator; field_invalid where one is named twice or is not among the nine.
OrRejection<std::vector<Mark>> sorted_marks(std::vector<Mark> marks);

}  // namespace motcua::dossier
