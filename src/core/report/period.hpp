// The time a report is about: a calendar year, quarter or month, or a reporting quarter or year,
// whose cut-off is the 14th (quarter 1 is 15 December to 14 March). [ND09-12]
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/moment.hpp"
#include "base/text.hpp"

namespace motcua::report {

enum class PeriodKind { Calendar, Reporting };

struct Period {
  std::string id;  // 2016, 2017-Q1, 2017-04; 2017-R, 2017-R1
  PeriodKind kind = PeriodKind::Calendar;
  Date first{};
  Date last{};
  Text label;
  bool operator==(const Period&) const = default;
};

// Nothing when the id names no period of the years 1901..2199.
std::optional<Period> parse_period(std::string_view id);

// The last second of the period, or `now` when that is earlier: what the figures know.
Moment as_of(const Period& period, Moment now);

// What a reader may choose, newest first: the quarters and years, of both kinds, from the one that
// holds `today` back to the one that holds `earliest`; with the months of the current quarter.
std::vector<Period> periods_to_choose(Date today, Date earliest);

}  // namespace motcua::report
