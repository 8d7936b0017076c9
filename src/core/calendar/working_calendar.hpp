// The office's calendar: which days are worked and when the doors are open.
//
// Built from dated data (calendars/*.toml), each entry with the key of its decree. Immutable after
// building; knows the years it has data for and says so (`covers`) when asked beyond them. Beyond
// them it answers with plain weekdays and weekends, good enough for a countdown on a screen; no
// promise is ever reckoned on such a day (reckoning.hpp rejects).
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/failure.hpp"
#include "base/moment.hpp"
#include "base/text.hpp"

namespace motcua::calendar {

enum class DayKind : std::uint8_t {
  Working,
  Weekend,
  Holiday,
  CompensatoryDayOff,  // a holiday fell on a weekly day off
  SwappedDayOff,       // a working day given up for a worked Saturday
  SwappedWorkingDay,   // the worked Saturday
  HalfDay,             // worked in part: its hours are in the data
};

// "holiday", "compensatory-day-off", "swapped-day-off", "swapped-working-day", "half-day", …
std::string_view write_day_kind(DayKind kind);
bool is_worked(DayKind kind);

Text name_of_weekday(Date date);  // "Thứ Bảy" / "Saturday"

struct Period {
  minutes from;  // since midnight, from < to
  minutes to;
  bool operator==(const Period&) const = default;
};

struct Day {
  DayKind kind = DayKind::Working;
  Text name;             // "Giỗ Tổ Hùng Vương" / "Hung Kings' Day"; empty on ordinary days
  std::string decree;    // key of the source, empty on ordinary days
  bool verified = true;  // false: "chưa kiểm chứng", the source was not seen
  bool operator==(const Day&) const = default;
};

// A special day of the data: everything that is not an ordinary working day or weekend.
struct DayEntry {
  Date date;
  Day day;
  std::vector<Period> hours;  // the periods worked: HalfDay; a worked Saturday with its own hours
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
  // late is appended). Hours must have an entry at or before 1 January of `first_year`.
  static OrFailure<WorkingCalendar> build(std::string name, int first_year, int last_year,
                                          std::vector<DayEntry> days,
                                          std::vector<HoursEntry> hours);

  const std::string& name() const { return name_; }
  int first_year() const { return first_year_; }
  int last_year() const { return last_year_; }
  const std::map<Date, DayEntry>& special_days() const { return days_; }
  const std::vector<HoursEntry>& hours() const { return hours_; }

  bool covers(Date date) const {
    return date >= first_ && std::size_t((date - first_).count()) < slots_.size();
  }

  Day describe(Date date) const;
  bool is_working_day(Date date) const { return is_worked(slot(date).kind); }

  // Periods of the day in order; empty on a day off.
  std::span<const Period> working_hours(Date date) const;
  std::span<const Period> reception_hours(Date date) const;

  // The end of reception that day; the end of work where nothing is received. Working days only.
  Moment end_of_reception(Date date) const;

  // `moment` when it is in working hours (opening included, closing not), else the next opening.
  Moment next_working_moment(Moment moment) const;
  Date next_working_day(Date after) const;  // strictly after

  // Whole minutes of work, rounded down; zero when to <= from.
  minutes working_time_between(Moment from, Moment to) const;
  // `amount` not negative. The end of a period rather than the opening of the next.
  Moment add_working_time(Moment from, minutes amount) const;
  int working_days_between(Date after, Date until) const;  // in (after, until]; 0 when none

  // The same calendar with more entries appended (a holiday decreed late). Asserts that the
  // calendar covers them and that their hours are in order.
  WorkingCalendar with(std::vector<DayEntry> more) const;

 private:
  struct Schedule {
    std::vector<Period> working;
    std::vector<Period> reception;
    minutes end_of_reception{0};
    minutes worked{0};
  };

  // What is known of one covered day, packed so that reckoning walks memory in order.
  struct Slot {
    DayKind kind = DayKind::Working;
    std::uint16_t schedule = 0;       // in schedules_; 0 is the empty schedule of days off
    std::int32_t days_before = 0;     // working days from the first covered day up to here
    std::int32_t minutes_before = 0;  // working time likewise
  };

  void lay_out();
  void sum_up();
  std::uint16_t schedule_for(const DayEntry& entry, std::uint16_t ordinary);
  Slot slot(Date date) const {
    return covers(date) ? slots_[std::size_t((date - first_).count())] : slot_beyond(date);
  }
  Slot slot_beyond(Date date) const;
  const Schedule& schedule(Date date) const { return schedules_[slot(date).schedule]; }
  seconds worked_until(Moment moment) const;  // that day, from midnight

  std::string name_;
  int first_year_ = 0;
  int last_year_ = 0;
  std::map<Date, DayEntry> days_;
  std::vector<HoursEntry> hours_;

  Date first_;
  std::vector<Schedule> schedules_;
  std::vector<Slot> slots_;
};

}  // namespace motcua::calendar
