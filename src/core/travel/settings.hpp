// The limits an office keeps to when it sends people abroad: [[travel]] of its office file, each
// set from a day on, each value with where it was found.
//
// A value without a known source says "chưa kiểm chứng"; the pages show that. Without any table the
// defaults of Limits stand.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "base/failure.hpp"
#include "base/moment.hpp"

namespace motcua::travel {

struct Limit {
  int most = 0;
  std::string source = {};
  bool operator==(const Limit&) const = default;
};

// Who counts as something, by the rank groups of the form of official travel.
struct Ranks {
  std::vector<std::string> groups = {};
  std::string source = {};
  bool has(std::string_view group) const;
  bool operator==(const Ranks&) const = default;
};

// [facts-7.5] [QD58-2012]
struct Limits {
  Date from{};                                                  // first day they stand
  Ranks leaders{{"department-head", "department-deputy"}, {}};  // whose trips a year are limited
  Ranks key_leaders{};           // of whom no two of one unit travel together; none: nobody knows
  Limit trips{2, {}};            // of a leader in a calendar year
  Limit people{10, {}};          // of a delegation
  Limit days{10, {}};            // of a trip, first and last day counted
  Limit countries{3, {}};        // of a trip
  Limit report{10, {}};          // calendar days after the trip, for its report
  Limit hand_back{5, {}};        // working days after entry, for the passport
  Limit passport_months{6, {}};  // a passport valid for less is warned of
  Limit lost_cancelled{1, {}};   // working days after a loss, to have the passport cancelled
  Limit remind_before{2, {}};    // calendar days before a date that people are reminded
  Limit remind_again{7, {}};     // calendar days between reminders after it
};

struct NamedRanks {
  std::string_view name;
  Ranks Limits::*ranks = nullptr;
};
inline constexpr std::array<NamedRanks, 2> all_ranks{
    {{"leaders", &Limits::leaders}, {"key_leaders", &Limits::key_leaders}}};

struct NamedLimit {
  std::string_view name;
  Limit Limits::*limit = nullptr;
};
// Every limit by its name in the office file.
inline constexpr std::array<NamedLimit, 10> all_limits{
    {{"trips", &Limits::trips},
     {"people", &Limits::people},
     {"days", &Limits::days},
     {"countries", &Limits::countries},
     {"report", &Limits::report},
     {"hand_back", &Limits::hand_back},
     {"passport_months", &Limits::passport_months},
     {"lost_cancelled", &Limits::lost_cancelled},
     {"remind_before", &Limits::remind_before},
     {"remind_again", &Limits::remind_again}}};

class Settings {
 public:
  Settings() : sets_{Limits{}} {}
  // In the order of their days; at least one.
  explicit Settings(std::vector<Limits> sets);
  // Those that stand on the day; before the first of them, the first.
  const Limits& on(Date day) const;

 private:
  std::vector<Limits> sets_;
};

// Malformed names the key that is wrong.
OrFailure<Settings> read_settings(std::string_view office_toml);

}  // namespace motcua::travel
