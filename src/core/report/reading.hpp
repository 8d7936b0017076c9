// What one dossier is to the figures of one period: every number of the report counts readings, and
// the list behind a number is found by the same reading, so the two cannot differ.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "report/period.hpp"
#include "report/reentry.hpp"
#include "report/satisfaction.hpp"
#include "report/working_time.hpp"

namespace motcua::report {

// Columns 4, 5, 6 of form II.06a. [II06a]
enum class Origin : std::uint8_t { None, Online, InPerson, Carried };
// Columns 8, 9, 10, 12, 13.
enum class Progress : std::uint8_t { None, Before, OnTime, Late, Within, Overdue };

// What became of a promise that fell due.
enum class Verdict : std::uint8_t {
  None,  // did not fall due in the period
  Kept,
  SettledLate,
  EndedLate,     // refused or stopped after the date
  Open,          // still open past the date
  Waiting,       // past the date while the clock stands still
  Withdrawn,     // withdrawn when already overdue
  EnteredAgain,  // withdrawn and entered again, and not answered by the date
  LeftOut,       // withdrawn before the date: in no rate, but listed
  Continues,     // counted with the withdrawn dossier it continues: in no rate, but listed
};
inline constexpr std::size_t verdicts = 10;
bool is_broken(Verdict verdict);
bool is_counted(Verdict verdict);  // kept or broken

// Of the dossiers received in the period: what they were at its end.
enum class Published : std::uint8_t {
  None,
  OnTime,  // settled by the current promise
  SettledLate,
  Within,  // still running, within the promise
  Waiting,
  Overdue,
  Withdrawn,
  Refused,
  Stopped,
  NoTerm,
};
inline constexpr std::size_t published_kinds = 10;

// What alone lets a promise count as kept whose first date had passed.
enum class Rescue : std::uint8_t {
  None,
  Stop,     // the clock stood still by rule, or another lawful change moved the date
  Apology,  // the office apologised in time and promised a later date
};
inline constexpr std::size_t rescues = 3;

enum class Memo : std::uint8_t {
  NotYetAccepted,
  WaitingSupplement,
  WaitingPayment,
  WaitingOther,
  Refused,
  Withdrawn,
  Stopped,
  DueChanged,
  Apologised,
  NoTerm,
  EnteredAgain,
  SecondSupplement,
  ActualTime,
  RegisteredLate,
  NothingReceived,
  WithdrawnOverdue,
};
inline constexpr std::size_t memos = 16;

inline constexpr std::size_t age_bands = 5;
inline constexpr std::size_t chart_months = 12;

struct Reading {
  Origin origin = Origin::None;
  Progress progress = Progress::None;
  Verdict by_first = Verdict::None;
  Verdict by_current = Verdict::None;
  Published published = Published::None;
  std::uint8_t month = chart_months;  // of the first promise's date, in the chart; none: 12
  Verdict month_verdict = Verdict::None;
  std::uint8_t age_band = age_bands;  // of an open dossier; none: 5
  Rescue rescue = Rescue::None;       // of by_current and published, when they count as kept
  bool promised_longer = false;       // received in the period, and put off by an apology
  std::uint8_t level = 0;             // measured, of a result handed over in the period; none: 0
  bool whole_way = false;             // of those
  bool finished = false;              // ended in the period, so that its applicant could rate it
  bool rated = false;                 // of those, whenever he did
  bool satisfied = false;
  std::uint16_t memo = 0;             // a bit for each Memo
  std::uint16_t due_changes = 0;      // made in the period

  bool has(Memo kind) const { return (memo >> int(kind) & 1) != 0; }
  // Is in some number of the report.
  bool counts() const {
    return origin != Origin::None || by_first != Verdict::None || by_current != Verdict::None ||
           memo != 0;
  }
};

// A period as the figures see it, in Stamps.
struct Window {
  Stamp from = 0;
  Stamp as_of = 0;
  std::array<Stamp, chart_months + 1> months{};  // borders of the chart's months, ascending
  std::array<Date, chart_months> month_starts{};
  RatingRules ratings;
};
Window window_of(const Period& period, Moment now);

// The same knowledge, one moment before the period begins: for column 6 against column 11.
Window window_before(const Window& window);

class Reader {
 public:
  // Keeps references: table and working time outlive the reader, and the table does not change.
  Reader(const FigureTable& table, const Window& window, const WorkingTime& working_time);

  Reading read(std::uint32_t index) const;
  const Window& window() const { return window_; }
  const FigureTable& table() const { return table_; }

 private:
  bool in_window(Stamp moment) const {
    return moment != 0 && moment >= window_.from && moment <= window_.as_of;
  }
  void read_official(Reading& reading, const PackedRow& row, const Standing& standing) const;
  void read_published(Reading& reading, const PackedRow& row, const Standing& standing) const;
  void read_rescue(Reading& reading, const PackedRow& row, const Standing& standing) const;
  void read_chart(Reading& reading, std::uint32_t index, const PackedRow& row,
                  const Standing& standing) const;
  void read_memo(Reading& reading, std::uint32_t index, const PackedRow& row,
                 const Standing& standing) const;
  void read_waiting(Reading& reading, const PackedRow& row) const;
  void read_changes(Reading& reading, const PackedRow& row) const;
  Verdict judge(std::uint32_t index, const PackedRow& row, const Standing& standing) const;

  const FigureTable& table_;
  const WorkingTime& working_time_;
  Window window_;
  Reentries reentries_;
};

}  // namespace motcua::report
