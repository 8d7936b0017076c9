// Terms of half-days: the working time of a day before noon, and from noon on.
#include <algorithm>
#include <array>

#include "calendar/walk.hpp"

namespace motcua::calendar {
namespace {

using std::chrono::days;

constexpr minutes noon{12 * 60};

enum class Half { Morning, Afternoon };

// Where the last of `periods` in that half of the day ends; none when nothing lies in it.
std::optional<minutes> end_within(std::span<const Period> periods, Half half) {
  std::optional<minutes> end;
  for (const auto& period : periods) {
    if (half == Half::Morning && period.from < noon) end = std::min(period.to, noon);
    if (half == Half::Afternoon && period.to > noon) end = period.to;
  }
  return end;
}

std::optional<Moment> end_of_half(const WorkingCalendar& calendar, Date date, Half half) {
  const auto work = end_within(calendar.working_hours(date), half);
  if (!work) return std::nullopt;
  return at(date, end_within(calendar.reception_hours(date), half).value_or(*work));
}

// Halves of days in one row: two per date.
std::int64_t place_of(Date date, Half half) {
  return std::int64_t{date.time_since_epoch().count()} * 2 + (half == Half::Afternoon ? 1 : 0);
}
std::int64_t place_of(Moment moment) {
  return place_of(date_of(moment), time_of(moment) < noon ? Half::Morning : Half::Afternoon);
}

using PlaceOf = std::int64_t (*)(Moment);

class HalfDayWalk {
 public:
  HalfDayWalk(Way& way, const Leg& leg) : way_(way), leg_(leg), stops_(leg, &place_of) {}

  OrRejection<LegEnd> run() {
    for (Date date = date_of(leg_.as);; date += days{1}) {
      if (!way_.calendar.covers(date)) return no_calendar_for(date);
      walk_date(date);
      if (broken_off_ || due_) return LegEnd{due_, counted_};
    }
  }

 private:
  void walk_date(Date date) {
    Step step = opening_step(date);
    for (const Half half : {Half::Morning, Half::Afternoon}) {
      walk_half(date, half, step);
      if (broken_off_ || due_) break;
    }
    if (step.counted) {
      const bool whole = step.morning && step.afternoon;
      step.reason = whole ? DayReason::Counted : DayReason::CountedInPart;
      step.ordinal = counted_;
      step.of = way_.reckoning.term.amount;
    }
    if (!broken_off_ || step.counted || date == date_of(leg_.as)) way_.trail.note(step);
  }

  Step opening_step(Date date) const {
    if (date == date_of(leg_.as)) return step_of_receipt(leg_);
    if (!way_.calendar.is_working_day(date)) return step_on_day_off(way_.calendar, date);
    Step step;
    step.date = date;
    step.reason = DayReason::CountedInPart;
    return step;
  }

  void walk_half(Date date, Half half, Step& step) {
    const auto place = place_of(date, half);
    if (place <= place_of(leg_.as)) return;  // [BLDS15-147] the half of receipt is not counted
    const auto end = end_of_half(way_.calendar, date, half);
    const bool ends = end && counted_ + 1 == way_.reckoning.term.amount;
    const auto* stop = stops_.holding(place);
    if (stop != nullptr && !(ends && *end <= stop->from)) {
      broken_off_ = stop == leg_.breaks;
      if (!broken_off_ && !step.counted && date != date_of(leg_.as)) {
        step = step_while_stopped(*stop, date);
      }
      return;
    }
    if (!end) return;
    ++counted_;
    step.counted = true;
    (half == Half::Morning ? step.morning : step.afternoon) = true;
    if (ends) due_ = end;
  }

  Way& way_;
  const Leg& leg_;
  StopsInOrder<PlaceOf> stops_;
  int counted_ = 0;
  std::optional<Moment> due_;
  bool broken_off_ = false;
};

}  // namespace

OrRejection<LegEnd> walk_half_days(Way& way, const Leg& leg) { return HalfDayWalk(way, leg).run(); }

}  // namespace motcua::calendar
