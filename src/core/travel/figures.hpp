// Statistics of delegations by person, unit, purpose, funding or country, with the delegations
// behind every number.
//
// Counted anew from the entries each time. A delegation counts where its first day lies in the
// period, unless it was cancelled. One of several countries, or of travellers of several units,
// counts in each of them, so that groups may add up to more than the whole.
#pragma once

#include "travel/person.hpp"

namespace motcua::travel {

struct Period {
  std::string id;  // "2017", "2017-H1", "2017-04"
  Date first{};
  Date last{};
  Text label;
};
std::optional<Period> parse_period(std::string_view id);
// Newest first: months of this year, half-years and years back to `earliest`.
std::vector<Period> periods_to_choose(Date today, Date earliest);

enum class By { Person, Unit, Purpose, Funding, Country };
inline constexpr std::array all_groupings{By::Person, By::Unit, By::Purpose, By::Funding,
                                          By::Country};
std::string_view write_by(By by);  // "person", …
std::optional<By> parse_by(std::string_view name);
Text describe(By by);

struct Group {
  std::string id;  // of the group in addresses: it tells nobody's number
  Text label;
  std::vector<std::string> delegations;  // codes
  std::vector<std::string> codes_late;   // of those whose report is or was late
  int trips = 0;                         // of persons
  int days = 0;                          // of persons
};
struct Figures {
  std::vector<Group> groups;  // most trips first
  Group whole;
};
Figures count_by(By by, Kind kind, const Period& period, const Scene& scene);

}  // namespace motcua::travel
