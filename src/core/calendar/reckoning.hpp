// The one deadline calculator of the product: pure, exact, explained day by day.
//
// Every promise, share of an agency and re-appointment is reckoned here and nowhere else. Nothing is
// ever rounded silently: what cannot be counted exactly is a rejection that says so.
#pragma once

#include <optional>
#include <string>
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

enum class MonthEnd { LastDay, Refuse };  // 31/1 + 1 month: the last day of February, or a rejection

// How a receipt enters the count. Data of each procedure version and channel.
struct ReceiptRules {
  std::optional<minutes> cutoff;  // received later that day counts as received the next working day
  MonthEnd month_end = MonthEnd::Refuse;
};

struct Stop {
  Moment from;
  std::optional<Moment> to;  // none: still stopped
  ClockPolicy policy = ClockPolicy::Pause;
  Text reason;
  std::string document;                // number of the paper that stopped the clock
  std::optional<Moment> capped_at;     // a pause runs no further than this (the version's cap)
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
  Stopped,      // the clock stands still (see text)
  DayOfResume,  // the day a stop ends is not counted, as the day of receipt is not
  MovedFromDayOff,  // the last calendar day is a day off: the limit ends on the next working day
};

struct CountedDay {
  Date date;
  bool counted = false;
  int ordinal = 0;  // 1..term when counted, else 0
  DayReason reason = DayReason::Counted;
  Text text;  // "Ngày làm việc thứ 2 trên 6" / "Working day 2 of 6"; holidays with name and decree
};

struct Reckoned {
  std::optional<Moment> due;  // none while a stop is open
  Moment received_as;         // the receipt as it counts, after cut-off and opening hours
  int used = 0;               // whole units used when reckoning ended (at `due`, or at an open stop)
  int term = 0;               // units in all
  std::vector<CountedDay> days;
};

inline constexpr RejectionKind calendar_has_no_data{
    "calendar_has_no_data", "Lịch làm việc chưa có dữ liệu cho ngày {date}.",
    "The working calendar has no data for {date}."};
inline constexpr RejectionKind month_has_no_such_day{
    "month_has_no_such_day", "Tháng kết thúc không có ngày {day}; quy tắc của thủ tục không cho làm tròn.",
    "The last month has no day {day}, and the rules of the procedure do not allow rounding."};

OrRejection<Reckoned> reckon(const WorkingCalendar& calendar, const Reckoning& reckoning);

}  // namespace motcua::calendar
