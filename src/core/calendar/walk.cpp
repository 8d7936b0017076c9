#include "calendar/walk.hpp"

#include <algorithm>

#include "base/assertion.hpp"

namespace motcua::calendar {

void Trail::note(const Step& step) {
  if (steps_ == nullptr) return;
  if (steps_->empty() || steps_->back().date < step.date) {
    steps_->push_back(step);
  } else if (steps_->back().date == step.date && step.counted && !steps_->back().counted) {
    steps_->back() = step;
  }
}

void Trail::void_counted_steps() {
  if (steps_ == nullptr) return;
  for (auto& step : *steps_) {
    if (!step.counted) continue;
    step.counted = false;
    step.ordinal = 0;
    step.reason = DayReason::CountedBeforeRestart;
  }
}

std::optional<Moment> end_of(const Stop& stop) {
  if (!stop.to) return stop.capped_at;
  return stop.capped_at ? std::min(*stop.to, *stop.capped_at) : *stop.to;
}

Step step_of_receipt(const Leg& leg) {
  Step step;
  step.date = date_of(leg.as);
  step.reason = leg.resumed ? DayReason::DayOfResume : DayReason::DayOfReceipt;
  step.received = leg.received;
  step.received_as = leg.as;
  step.resumed = leg.resumed;
  return step;
}

Step step_while_stopped(const Stop& stop, Date date) {
  Step step;
  step.date = date;
  const auto end = end_of(stop);
  step.reason = end && date_of(*end) == date ? DayReason::DayOfResume : DayReason::Stopped;
  step.stop = &stop;
  return step;
}

Step step_on_day_off(const WorkingCalendar& calendar, Date date) {
  Step step;
  step.date = date;
  switch (calendar.describe(date).kind) {
    case DayKind::Weekend:
      step.reason = DayReason::Weekend;
      break;
    case DayKind::Holiday:
      step.reason = DayReason::Holiday;
      break;
    case DayKind::CompensatoryDayOff:
      step.reason = DayReason::CompensatoryDayOff;
      break;
    case DayKind::SwappedDayOff:
      step.reason = DayReason::SwappedDayOff;
      break;
    case DayKind::Working:
    case DayKind::SwappedWorkingDay:
    case DayKind::HalfDay:
      report_bug("the date is a day off", __FILE__, __LINE__);
  }
  return step;
}

Unexpected<Rejection> no_calendar_for(Date date) {
  return reject(calendar_has_no_data, {{"date", write_date(date)}});
}

}  // namespace motcua::calendar
