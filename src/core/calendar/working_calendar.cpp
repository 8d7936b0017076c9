#include "calendar/working_calendar.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/assertion.hpp"

namespace motcua::calendar {
namespace {

using std::chrono::days;
using std::chrono::weekday;

constexpr minutes end_of_day{24 * 60};

bool is_weekend(Date date) {
  const weekday day{date};
  return day == std::chrono::Saturday || day == std::chrono::Sunday;
}

bool in_order(const std::vector<Period>& periods) {
  minutes earliest{0};
  for (const auto& period : periods) {
    if (period.from < earliest || period.to <= period.from) return false;
    earliest = period.to;
  }
  return earliest <= end_of_day;
}

std::optional<std::string> what_is_wrong(const HoursEntry& entry) {
  const auto from = " of the hours from " + write_date(entry.from);
  if (entry.working.empty()) return "no working hours in the entry" + from;
  if (!in_order(entry.working)) return "the working hours are not in order:" + from;
  if (!in_order(entry.reception)) return "the reception hours are not in order:" + from;
  return std::nullopt;
}

std::optional<std::string> what_is_wrong(const DayEntry& entry) {
  const auto date = write_date(entry.date);
  if (!in_order(entry.hours)) return "the hours of " + date + " are not in order";
  if (entry.day.kind == DayKind::HalfDay && entry.hours.empty()) {
    return "the half-day " + date + " does not say which hours are worked";
  }
  if (!is_worked(entry.day.kind) && !entry.hours.empty()) {
    return "the day off " + date + " has working hours";
  }
  return std::nullopt;
}

int year_of(Date date) { return int(std::chrono::year_month_day{date}.year()); }

// The parts of `periods` that lie inside `limits`.
std::vector<Period> within(const std::vector<Period>& periods, const std::vector<Period>& limits) {
  std::vector<Period> parts;
  for (const auto& period : periods) {
    for (const auto& limit : limits) {
      const Period part{std::max(period.from, limit.from), std::min(period.to, limit.to)};
      if (part.from < part.to) parts.push_back(part);
    }
  }
  return parts;
}

}  // namespace

std::string_view write_day_kind(DayKind kind) {
  switch (kind) {
    case DayKind::Working:
      return "working";
    case DayKind::Weekend:
      return "weekend";
    case DayKind::Holiday:
      return "holiday";
    case DayKind::CompensatoryDayOff:
      return "compensatory-day-off";
    case DayKind::SwappedDayOff:
      return "swapped-day-off";
    case DayKind::SwappedWorkingDay:
      return "swapped-working-day";
    case DayKind::HalfDay:
      return "half-day";
  }
  report_bug("a day has a known kind", __FILE__, __LINE__);
}

bool is_worked(DayKind kind) {
  return kind == DayKind::Working || kind == DayKind::SwappedWorkingDay || kind == DayKind::HalfDay;
}

Text name_of_weekday(Date date) {
  static constexpr std::array<std::pair<const char*, const char*>, 7> names{{
      {"Chủ nhật", "Sunday"},
      {"Thứ Hai", "Monday"},
      {"Thứ Ba", "Tuesday"},
      {"Thứ Tư", "Wednesday"},
      {"Thứ Năm", "Thursday"},
      {"Thứ Sáu", "Friday"},
      {"Thứ Bảy", "Saturday"},
  }};
  const auto& [vi, en] = names[std::chrono::weekday{date}.c_encoding()];
  return {vi, en};
}

OrFailure<WorkingCalendar> WorkingCalendar::build(std::string name, int first_year, int last_year,
                                                  std::vector<DayEntry> days,
                                                  std::vector<HoursEntry> hours) {
  const auto wrong = [&name](const std::string& what) {
    return malformed("calendar " + name + ": " + what);
  };
  if (first_year < 1900 || last_year > 2200 || last_year < first_year) {
    return wrong("the years must lie in 1900..2200, the first not after the last");
  }
  for (const auto& entry : hours) {
    if (const auto what = what_is_wrong(entry)) return wrong(*what);
  }
  std::stable_sort(hours.begin(), hours.end(),
                   [](const auto& a, const auto& b) { return a.from < b.from; });
  if (hours.empty() || hours.front().from > make_date(first_year, 1, 1)) {
    return wrong("no hours are given for the first of its days");
  }
  WorkingCalendar calendar;
  for (auto& entry : days) {
    if (const auto what = what_is_wrong(entry)) return wrong(*what);
    if (year_of(entry.date) < first_year || year_of(entry.date) > last_year) {
      return wrong(write_date(entry.date) + " lies outside its years");
    }
    const auto date = entry.date;
    calendar.days_.insert_or_assign(date, std::move(entry));
  }
  calendar.name_ = std::move(name);
  calendar.first_year_ = first_year;
  calendar.last_year_ = last_year;
  calendar.hours_ = std::move(hours);
  calendar.lay_out();
  return calendar;
}

WorkingCalendar WorkingCalendar::with(std::vector<DayEntry> more) const {
  auto calendar = *this;
  for (auto& entry : more) {
    MOTCUA_ASSERT(covers(entry.date) && !what_is_wrong(entry));
    const auto date = entry.date;
    calendar.days_.insert_or_assign(date, std::move(entry));
  }
  calendar.lay_out();
  return calendar;
}

// The slots of all covered days, and schedules 1..n for the n entries of hours (0: days off).
void WorkingCalendar::lay_out() {
  schedules_.assign(1, {});
  for (const auto& entry : hours_) {
    schedules_.push_back({entry.working, entry.reception});
  }
  first_ = make_date(first_year_, 1, 1);
  const auto count = (make_date(last_year_, 12, 31) - first_).count() + 1;
  slots_.assign(std::size_t(count), {});
  std::size_t i = 0;
  for (auto& slot : slots_) {
    const Date date = first_ + days{i++};
    const auto later = [](Date d, const HoursEntry& entry) { return d < entry.from; };
    const auto hours = std::upper_bound(hours_.begin(), hours_.end(), date, later);
    const auto ordinary = std::uint16_t(hours - hours_.begin());
    const auto special = days_.find(date);
    slot.kind = is_weekend(date) ? DayKind::Weekend : DayKind::Working;
    if (special != days_.end()) slot.kind = special->second.day.kind;
    if (!is_worked(slot.kind)) continue;
    slot.schedule = special == days_.end() ? ordinary : schedule_for(special->second, ordinary);
  }
  sum_up();
}

// The closing of each schedule, and what was worked before each slot.
void WorkingCalendar::sum_up() {
  for (auto& schedule : schedules_) {
    const auto& last = schedule.reception.empty() ? schedule.working : schedule.reception;
    if (!last.empty()) schedule.end_of_reception = last.back().to;
    for (const auto& period : schedule.working) schedule.worked += period.to - period.from;
  }
  std::int32_t days_before = 0;
  std::int32_t minutes_before = 0;
  for (auto& slot : slots_) {
    slot.days_before = days_before;
    slot.minutes_before = minutes_before;
    if (is_worked(slot.kind)) ++days_before;
    minutes_before += std::int32_t(schedules_[slot.schedule].worked.count());
  }
}

std::uint16_t WorkingCalendar::schedule_for(const DayEntry& entry, std::uint16_t ordinary) {
  if (entry.hours.empty()) return ordinary;
  schedules_.push_back({entry.hours, within(schedules_[ordinary].reception, entry.hours)});
  return std::uint16_t(schedules_.size() - 1);
}

WorkingCalendar::Slot WorkingCalendar::slot_beyond(Date date) const {
  Slot slot;
  slot.kind = is_weekend(date) ? DayKind::Weekend : DayKind::Working;
  if (slot.kind == DayKind::Working) {
    slot.schedule = date < first_ ? std::uint16_t{1} : std::uint16_t(hours_.size());
  }
  return slot;
}

Day WorkingCalendar::describe(Date date) const {
  const auto special = days_.find(date);
  if (special != days_.end()) return special->second.day;
  Day day;
  day.kind = is_weekend(date) ? DayKind::Weekend : DayKind::Working;
  return day;
}

std::span<const Period> WorkingCalendar::working_hours(Date date) const {
  return schedule(date).working;
}

std::span<const Period> WorkingCalendar::reception_hours(Date date) const {
  return schedule(date).reception;
}

Moment WorkingCalendar::end_of_reception(Date date) const {
  const auto day = slot(date);
  MOTCUA_ASSERT(is_worked(day.kind));
  return at(date, schedules_[day.schedule].end_of_reception);
}

Moment WorkingCalendar::next_working_moment(Moment moment) const {
  for (Date date = date_of(moment);; date += days{1}) {
    for (const auto& period : schedule(date).working) {
      if (moment < at(date, period.to)) return std::max(moment, at(date, period.from));
    }
  }
}

Date WorkingCalendar::next_working_day(Date after) const {
  Date date = after + days{1};
  while (!is_working_day(date)) date += days{1};
  return date;
}

seconds WorkingCalendar::worked_until(Moment moment) const {
  const Date date = date_of(moment);
  seconds worked{0};
  for (const auto& period : schedule(date).working) {
    const auto until = std::min(moment, at(date, period.to));
    if (until > at(date, period.from)) worked += until - at(date, period.from);
  }
  return worked;
}

minutes WorkingCalendar::working_time_between(Moment from, Moment to) const {
  if (to <= from) return minutes{0};
  const Date first = date_of(from);
  const Date last = date_of(to);
  seconds whole_days{0};  // of the days in [first, last)
  if (covers(first) && covers(last)) {
    whole_days = minutes{slot(last).minutes_before - slot(first).minutes_before};
  } else {
    for (Date date = first; date < last; date += days{1}) whole_days += schedule(date).worked;
  }
  return std::chrono::floor<minutes>(whole_days + worked_until(to) - worked_until(from));
}

Moment WorkingCalendar::add_working_time(Moment from, minutes amount) const {
  MOTCUA_ASSERT(amount >= minutes{0});
  seconds left = amount;
  for (Date date = date_of(from);; date += days{1}) {
    for (const auto& period : schedule(date).working) {
      const auto start = std::max(from, at(date, period.from));
      const auto open = at(date, period.to) - start;
      if (open < seconds{0}) continue;
      if (left <= open) return start + left;
      left -= open;
    }
  }
}

int WorkingCalendar::working_days_between(Date after, Date until) const {
  if (until <= after) return 0;
  const Date end = until + days{1};
  if (covers(after) && covers(end)) {
    return slot(end).days_before - slot(after + days{1}).days_before;
  }
  int count = 0;
  for (Date date = after + days{1}; date < end; date += days{1}) count += is_working_day(date);
  return count;
}

}  // namespace motcua::calendar
