// The office's calendar: which days are worked and when the doors are open.
//
// Built from dated data (calendars/*.toml), each entry with the key of its decree. Immutable after
// building; knows the years it has data for and says so when asked beyond them.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/failure.hpp"
#include "base/moment.hpp"
#include "base/text.hpp"

namespace motcua::calendar {

enum class DayKind {
  Working,
  Weekend,
  Holiday,
  CompensatoryDayOff,  // a holiday fell on a weekly day off
  SwappedDayOff,       // a working day given up for a worked Saturday
  SwappedWorkingDay,   // the worked Saturday
  HalfDay,             // worked in part: its hours are in the data
};

struct Period {
  minutes from;  // since midnight, from < to
  minutes to;
  bool operator==(const Period&) const = default;
};

struct Day {
  DayKind kind = DayKind::Working;
  Text name;           // "Giỗ Tổ Hùng Vương" / "Hung Kings' Day"; empty on ordinary days
  std::string decree;  // key of the source, empty on ordinary days
};

// A special day of the data: everything that is not an ordinary working day or weekend.
struct DayEntry {
  Date date;
  Day day;
  std::vector<Period> hours;  // HalfDay only: the periods worked
};

// Working and reception hours from a date on, until the next entry.
struct HoursEntry {
  Date from;
  std::vector<Period> working;
  std::vector<Period> reception;
};

class WorkingCalendar {
 public:
  // Entries in any order. Two entries for one date: the later in the list stands (a holiday decreed
  // late is appended). Hours must have an entry at or before `first_year`.
  static OrFailure<WorkingCalendar> build(std::string name, int first_year, int last_year,
                                          std::vector<DayEntry> days, std::vector<HoursEntry> hours);

  const std::string& name() const { return name_; }
  bool covers(Date date) const;

  Day describe(Date date) const;
  bool is_working_day(Date date) const;

  // Periods of the day in order; empty on a day off.
  std::span<const Period> working_hours(Date date) const;
  std::span<const Period> reception_hours(Date date) const;

  // The end of reception that day; the end of work where nothing is received. Working days only.
  Moment end_of_reception(Date date) const;

  // `moment` when it is in working hours, else the next opening.
  Moment next_working_moment(Moment moment) const;
  Date next_working_day(Date after) const;  // strictly after

  minutes working_time_between(Moment from, Moment to) const;  // zero when to <= from
  Moment add_working_time(Moment from, minutes amount) const;
  int working_days_between(Date after, Date until) const;  // in (after, until]

  // The same calendar with more entries appended (a holiday decreed late).
  WorkingCalendar with(std::vector<DayEntry> more) const;

 private:
  std::string name_;
  int first_year_ = 0;
  int last_year_ = 0;
  std::map<Date, DayEntry> days_;
  std::vector<HoursEntry> hours_;
};

}  // namespace motcua::calendar
