#include "calendar/late_holiday.hpp"

#include <algorithm>
#include <set>

namespace motcua::calendar {
namespace {

Text text_of(const DayChange& change) {
  const auto& day = change.after;
  const bool was_worked = is_worked(change.before.kind);
  const bool is_now_worked = is_worked(day.kind);
  Text what{" đổi giờ làm việc", " has other hours"};
  if (was_worked && !is_now_worked) what = {" trở thành ngày nghỉ", " becomes a day off"};
  if (!was_worked && is_now_worked) what = {" trở thành ngày làm việc", " becomes a working day"};
  const auto decree = day.decree.empty() ? std::string{} : " [" + day.decree + "]";
  const auto named = [&decree](const std::string& name) {
    return name.empty() ? decree : ": " + name + decree;
  };
  return {write_vietnamese(change.date) + what.vi + named(day.name.vi),
          write_date(change.date) + what.en + named(day.name.in(Language::English))};
}

bool same_hours(const WorkingCalendar& a, const WorkingCalendar& b, Date date) {
  return std::ranges::equal(a.working_hours(date), b.working_hours(date)) &&
         std::ranges::equal(a.reception_hours(date), b.reception_hours(date));
}

std::vector<DayChange> changed_days(const WorkingCalendar& before, const WorkingCalendar& after) {
  std::set<Date> dates;
  for (const auto& [date, entry] : before.special_days()) dates.insert(date);
  for (const auto& [date, entry] : after.special_days()) dates.insert(date);
  std::vector<DayChange> changes;
  for (const auto date : dates) {
    if (same_hours(before, after, date)) continue;  // a new name alone moves nothing
    DayChange change{date, before.describe(date), after.describe(date), {}};
    change.text = text_of(change);
    changes.push_back(std::move(change));
  }
  return changes;
}

// The changed days between the receipt and the later of the two due moments.
void give_reasons(PromiseMoved& moved, Date received, std::span<const DayChange> changes) {
  const auto last = date_of(moved.after ? std::max(*moved.before, *moved.after) : *moved.before);
  for (const auto& change : changes) {
    if (change.date < received || change.date > last) continue;
    if (!moved.because.empty()) {
      moved.why.vi += "; ";
      moved.why.en += "; ";
    }
    moved.because.push_back(change.date);
    moved.why.vi += change.text.vi;
    moved.why.en += change.text.en;
  }
  if (moved.because.empty()) moved.why = {"Giờ làm việc thay đổi", "The hours of work change"};
}

}  // namespace

LateHoliday late_holiday(const WorkingCalendar& before, const WorkingCalendar& after,
                         std::span<const OpenPromise> promises) {
  LateHoliday answer;
  answer.days = changed_days(before, after);
  for (const auto& [dossier, reckoning] : promises) {
    const auto was = reckon_due(before, reckoning);
    if (!was || !was->due) continue;
    const auto is = reckon_due(after, reckoning);
    if (is && is->due == was->due) continue;
    PromiseMoved moved;
    moved.dossier = dossier;
    moved.before = was->due;
    if (is) {
      moved.after = is->due;
    } else {
      moved.rejected = is.error();
    }
    give_reasons(moved, date_of(reckoning.received), answer.days);
    answer.moved.push_back(std::move(moved));
  }
  return answer;
}

}  // namespace motcua::calendar
