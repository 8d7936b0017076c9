// The one deadline calculator of the product: pure, exact, explained day by day.
//
// Every promise, share of an agency and re-appointment is reckoned here and nowhere else. Nothing
// is ever rounded silently: what cannot be counted exactly is a rejection that says so.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/rejection.hpp"
#include "calendar/term.hpp"
#include "calendar/working_calendar.hpp"

namespace motcua::calendar {

// What a stop does to the clock. Data of each procedure version and reason, never chosen by hand.
enum class ClockPolicy {
  Pause,    // used days are kept; the rest runs on from the working day after the stop ends
  Restart,  // counted again from the start, the day the stop ends being the day of receipt
  Run,      // the clock does not stop
};

enum class MonthEnd {
  LastDay,
  Refuse
};  // 31/1 + 1 month: the last day of February, or a rejection

// How a receipt enters the count. Data of each procedure version and channel.
struct ReceiptRules {
  std::optional<minutes> cutoff;  // received later that day counts as received the next working day
  MonthEnd month_end = MonthEnd::Refuse;
};

// A stop of the clock. The day it begins and the day it ends are not counted (half-day terms: the
// halves; hour terms: the time itself).
struct Stop {
  Moment from;
  std::optional<Moment> to;  // none: still stopped
  ClockPolicy policy = ClockPolicy::Pause;
  Text reason;
  std::string document;  // number of the paper that stopped the clock
  // The stop holds the clock no longer than this (the version's cap), even while still open.
  std::optional<Moment> capped_at;
};

struct Reckoning {
  Term term;
  Moment received;
  ReceiptRules rules;
  std::vector<Stop> stops;  // in order, not overlapping
};

enum class DayReason {
  DayOfReceipt,        // the first day is not counted
  AfterCutoff,         // received after the cut-off: receipt moves to the next working day
  ReceivedOutOfHours,  // received on-line out of hours: receipt moves to the next opening
  Counted,
  CountedInPart,  // half-day and hour terms
  Weekend,
  Holiday,
  CompensatoryDayOff,
  SwappedDayOff,
  Stopped,          // the clock stands still (see text)
  DayOfResume,      // the day a stop ends is not counted, as the day of receipt is not
  MovedFromDayOff,  // the last calendar day is a day off: the limit ends on the next working day
  CountedBeforeRestart,  // counted once, void since the clock started again
};

// A stable code for programs: "day-of-receipt", "counted", "weekend", …
std::string_view write_day_reason(DayReason reason);

struct CountedDay {
  Date date;
  bool counted = false;
  int ordinal = 0;  // 1..term when counted, else 0; months: the day of the term, hours: rounded up
  DayReason reason = DayReason::Counted;
  Text text;  // "Ngày làm việc thứ 2 trên 6" / "Working day 2 of 6"; holidays with name and decree
};

struct Reckoned {
  std::optional<Moment> due;  // none while a stop is open
  Moment received_as;         // the receipt as it counts, after cut-off and opening hours
  int used = 0;  // whole units used when reckoning ended (at `due`, or at an open stop)
  int term = 0;  // units in all
  std::vector<CountedDay> days;  // every date from receipt to `due` (or the open stop), once each
};

inline constexpr RejectionKind calendar_has_no_data{
    "calendar_has_no_data",
    "Lịch làm việc của ngày {date} chưa được ban hành hoặc chưa nhập; chưa thể tính qua ngày này.",
    "The working calendar of {date} is not decreed yet, or not entered; nothing is counted over "
    "it."};
inline constexpr RejectionKind month_has_no_such_day{
    "month_has_no_such_day",
    "Tháng kết thúc không có ngày {day}; quy tắc của thủ tục không cho làm tròn.",
    "The last month has no day {day}, and the rules of the procedure do not allow rounding."};

// How a receipt counts: moved to the next opening when received out of hours, and to the opening of
// the working day after when that is later than the cut-off. [ND61-18] [QD2988]
OrRejection<Moment> receive_as(const WorkingCalendar& calendar, const ReceiptRules& rules,
                               Moment received);

// The due moment with its explanation. The day (half-day) of receipt is not counted [BLDS15-147]; a
// limit of days or months that ends on a day off ends on the next working day [BLDS15-148]; it ends
// with reception that day; hour terms end to the second. A stop that begins when the term has
// already run out changes nothing. Rejects with calendar_has_no_data or month_has_no_such_day;
// asserts that the stops are in order, do not overlap, and only the last is open.
OrRejection<Reckoned> reckon(const WorkingCalendar& calendar, const Reckoning& reckoning);

// The same answer from the same steps, with `days` left empty: for countdowns and batches.
OrRejection<Reckoned> reckon_due(const WorkingCalendar& calendar, const Reckoning& reckoning);

}  // namespace motcua::calendar
