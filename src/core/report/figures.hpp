// The figures of a period, counted in one walk over all dossiers, and the list behind each of them.
//
// Pure: nothing is typed in, nothing is remembered from an earlier count. Every number has a cell
// (cell.hpp), and dossiers_of() finds exactly the dossiers the number counts.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "report/cell.hpp"

namespace motcua::report {

// Form II.06a: count of column c at [c - 3]. [II06a]
using Columns = std::array<std::int64_t, last_column - first_column + 1>;

struct FieldCounts {
  std::string name;
  std::vector<std::pair<std::string, Columns>> procedures;
};

struct OfficialCounts {
  std::vector<FieldCounts> by_field;  // in order of appearance
  Columns total{};
};

struct HonestCounts {
  std::array<std::int64_t, verdicts> by_verdict{};
  std::int64_t of(Verdict verdict) const { return by_verdict[std::size_t(verdict)]; }
  std::array<std::int64_t, rescues> kept_by{};  // kept ones by what alone rescued them
  std::int64_t kept() const { return of(Verdict::Kept); }
  std::int64_t fell_due() const;  // kept or broken
  std::int64_t listed() const;    // those left out of the rate too
};

// What became of promises: all that the rates are made of.
struct PromiseCounts {
  HonestCounts by_first;
  HonestCounts by_current;
  std::array<std::int64_t, published_kinds> published{};
  std::array<std::int64_t, rescues> on_time_by{};  // of the published numerator

  std::int64_t received_in_period() const;  // the denominator of the published rate
  PromiseCounts& operator+=(const PromiseCounts& more);
};

struct ProcedureCounts {
  std::string procedure;
  Columns columns{};
  PromiseCounts promises;
};

struct MonthCount {
  Date month{};
  std::int64_t due = 0;
  std::int64_t kept = 0;
};

// How long was promised, in working days from the day of receipt: the first promise is the legal
// term (nobody chooses it at intake), the last one what it became.
struct TermCount {
  std::string procedure;
  std::int64_t promised = 0;  // received in the period, with a date
  std::int64_t first_days = 0;
  std::int64_t last_days = 0;
  std::int64_t longer = 0;           // put off by an apology
  std::int64_t longest_delay = 0;    // days the last promise is after the first, at most
  std::int64_t promised_before = 0;  // everything received before the period
  std::int64_t first_days_before = 0;
};

// Results handed over in the period, by the measured level of the service they were. [facts-4]
inline constexpr int lowest_level = 2;
inline constexpr int highest_level = 4;
struct LevelCount {
  std::string procedure;
  std::int64_t handed_over = 0;
  std::int64_t whole_way = 0;  // through the network
  std::array<std::int64_t, highest_level - lowest_level + 1> by_level{};
  std::int64_t of(int level) const { return by_level[std::size_t(level - lowest_level)]; }
};

// An equation the form must satisfy, with both sides counted apart.
struct Identity {
  std::int64_t left = 0;
  std::int64_t right = 0;
  bool holds() const { return left == right; }
};

struct Figures {
  Period period;
  Moment as_of{};
  std::int64_t generated = 0;
  OfficialCounts official;
  Identity received_is_settled_and_open;  // (3) = (7) + (11)
  Identity carried_is_what_was_open;      // (6) = (11) of the period before
  std::array<std::int64_t, memos> memo{};
  std::int64_t due_changes = 0;  // changes, not dossiers
  HonestCounts by_first;
  HonestCounts by_current;
  std::array<std::int64_t, published_kinds> published{};
  std::array<std::int64_t, rescues> on_time_by{};  // of the published numerator
  std::vector<ProcedureCounts> by_procedure;       // in order of appearance; add up to the above
  std::vector<TermCount> terms;                    // by procedure, in order of appearance
  std::vector<LevelCount> levels;    // by procedure, in order of appearance
  Satisfaction satisfaction;
  std::int64_t carried_on_time = 0;  // settled on time, but received before the period
  std::vector<std::pair<std::string, HeldCount>> held;  // by unit, in order of appearance
  std::array<MonthCount, chart_months> months{};
  std::array<std::int64_t, age_bands> ages{};

  PromiseCounts promises() const { return {by_first, by_current, published, on_time_by}; }
  std::int64_t received_in_period() const { return promises().received_in_period(); }
};

Figures figures_of(const FigureTable& table, const Period& period, Moment now,
                   const WorkingTime& working_time, const RatingRules& ratings = {});

struct Slice {
  std::size_t offset = 0;
  std::size_t limit = SIZE_MAX;
};

struct CellDossiers {
  std::size_t total = 0;
  std::vector<std::string> codes;  // of the slice; oldest receipt first, then by code
};

// Nothing when `cell` names no number of the report, or one that too few ratings stand behind.
std::optional<CellDossiers> dossiers_of(const FigureTable& table, std::string_view cell,
                                        const Window& window, const WorkingTime& working_time,
                                        Slice slice = {});

}  // namespace motcua::report
