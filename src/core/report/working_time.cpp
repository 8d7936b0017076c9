#include "report/working_time.hpp"

#include <algorithm>

namespace motcua::report {
namespace {

constexpr int days_known = 36'525;  // 2000 to 2099

}  // namespace

WorkingTime::WorkingTime(const calendar::WorkingCalendar& calendar) {
  const Date start = make_date(2000, 1, 1);
  DaySum sum;
  days_.reserve(days_known + 1);
  for (int i = 0; i < days_known; ++i) {
    sum.spans = static_cast<std::uint32_t>(spans_.size());
    days_.push_back(sum);
    const Date date = start + std::chrono::days{i};
    if (!calendar.covers(date)) continue;
    for (const auto& period : calendar.working_hours(date)) {
      const Span span{std::uint32_t(seconds{period.from}.count()),
                      std::uint32_t(seconds{period.to}.count())};
      spans_.push_back(span);
      sum.worked += span.to - span.from;
    }
    sum.days += calendar.is_working_day(date) ? 1 : 0;
  }
  sum.spans = static_cast<std::uint32_t>(spans_.size());
  days_.push_back(sum);
}

const WorkingTime::DaySum& WorkingTime::day_of(view::Stamp moment) const {
  return days_[std::min<std::size_t>(moment / view::day_length, days_.size() - 1)];
}

std::uint64_t WorkingTime::worked_until(view::Stamp moment) const {
  const auto& day = day_of(moment);
  std::uint64_t worked = day.worked;
  if (&day == &days_.back()) return worked;
  const auto time = moment % view::day_length;
  for (auto i = day.spans; i < (&day)[1].spans; ++i) {
    if (time <= spans_[i].from) break;
    worked += std::min(time, spans_[i].to) - spans_[i].from;
  }
  return worked;
}

seconds WorkingTime::between(view::Stamp from, view::Stamp to) const {
  if (to <= from) return seconds{0};
  return seconds{std::int64_t(worked_until(to) - worked_until(from))};
}

int WorkingTime::days_between(view::Stamp after, view::Stamp until) const {
  if (until <= after) return 0;
  // A day's sum holds the days before it, so the day after is asked.
  return int(day_of(until + std::min(view::day_length, UINT32_MAX - until)).days -
             day_of(after + std::min(view::day_length, UINT32_MAX - after)).days);
}

}  // namespace motcua::report
