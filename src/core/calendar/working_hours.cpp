// Terms of working hours: counted from the moment of receipt, to the second.
#include <algorithm>

#include "base/assertion.hpp"
#include "calendar/walk.hpp"

namespace motcua::calendar {
namespace {

using std::chrono::days;

class HourWalk {
 public:
  HourWalk(Way& way, const Leg& leg)
      : way_(way),
        leg_(leg),
        pauses_(leg.stops),
        wanted_(hours{way.reckoning.term.amount}),
        left_(wanted_) {}

  OrRejection<LegEnd> run() {
    for (Date date = date_of(leg_.as);; date += days{1}) {
      if (!way_.calendar.covers(date)) return no_calendar_for(date);
      walk_date(date);
      if (broken_off_ || due_) {
        return LegEnd{due_, int(std::chrono::floor<hours>(wanted_ - left_).count())};
      }
    }
  }

 private:
  void walk_date(Date date) {
    const auto left_before = left_;
    for (const auto& period : way_.calendar.working_hours(date)) {
      walk_period(std::max(leg_.as, at(date, period.from)), at(date, period.to));
      if (broken_off_ || due_) break;
    }
    if (way_.trail.wanted()) note(date, left_before - left_);
  }

  void walk_period(Moment from, Moment to) {
    while (from < to && !due_ && !broken_off_) {
      const auto* stop = next_stop_after(from);
      const auto until = stop == nullptr ? to : std::clamp(stop->from, from, to);
      const auto taken = std::min(left_, until - from);
      left_ -= taken;
      if (left_ == seconds{0}) {
        due_ = from + taken;
      } else if (until == to) {
        return;
      } else if (stop == leg_.breaks) {
        broken_off_ = true;
      } else {
        from = *end_of(*stop);
      }
    }
  }

  // The first stop that holds the clock at `moment` or later.
  const Stop* next_stop_after(Moment moment) {
    const auto is_over = [moment](const Stop& stop) {
      return stop.policy == ClockPolicy::Run || *end_of(stop) <= moment;
    };
    while (!pauses_.empty() && is_over(pauses_.front())) pauses_ = pauses_.subspan(1);
    return pauses_.empty() ? leg_.breaks : &pauses_.front();
  }

  void note(Date date, seconds worked) {
    const bool first = date == date_of(leg_.as);
    Step step;
    step.date = date;
    if (worked > seconds{0}) {
      step.reason = DayReason::CountedInPart;
      step.counted = true;
      step.worked = worked;
      step.worked_in_all = wanted_ - left_;
      step.ordinal = int(std::chrono::ceil<hours>(step.worked_in_all).count());
      step.of = way_.reckoning.term.amount;
    } else if (first) {
      step = step_of_receipt(leg_);
    } else if (!way_.calendar.is_working_day(date)) {
      step = step_on_day_off(way_.calendar, date);
    } else if (broken_off_) {
      return;  // the stop that breaks off notes its own days
    } else {
      MOTCUA_ASSERT(!pauses_.empty());
      step = step_while_stopped(pauses_.front(), date);
    }
    way_.trail.note(step);
  }

  Way& way_;
  const Leg& leg_;
  std::span<const Stop> pauses_;
  seconds wanted_;
  seconds left_;
  std::optional<Moment> due_;
  bool broken_off_ = false;
};

}  // namespace

OrRejection<LegEnd> walk_working_hours(Way& way, const Leg& leg) {
  return HourWalk(way, leg).run();
}

}  // namespace motcua::calendar
