// How a reckoning walks from a receipt to its due moment. Private to core/calendar.
//
// A reckoning is one leg, or several when stops start the clock again. Each kind of term has its
// own way to walk a leg (whole_days.cpp, half_days.cpp, working_hours.cpp); each leaves one step
// per date on the trail, which explanation.cpp puts into words. Without a trail nothing is
// allocated.
#pragma once

#include <span>
#include <utility>
#include <vector>

#include "calendar/reckoning.hpp"

namespace motcua::calendar {

struct Step {
  Date date;
  DayReason reason = DayReason::Counted;
  bool counted = false;
  int ordinal = 0;       // units counted by the end of the date
  int of = 0;            // units to count (days, for months)
  bool morning = false;  // half-day terms: which halves were counted
  bool afternoon = false;
  seconds worked{0};         // hour terms: time counted on the date,
  seconds worked_in_all{0};  // and by its end
  const Stop* stop = nullptr;
  Moment received;       // receipts that move: what was received when,
  Moment received_as;    // and how it counts
  bool resumed = false;  // that receipt is the end of a stop
};

class Trail {
 public:
  explicit Trail(std::vector<Step>* steps) : steps_(steps) {}

  bool wanted() const { return steps_ != nullptr; }
  // Dates arrive in order. A date noted twice keeps its first step, unless the second counts.
  void note(const Step& step);
  void void_counted_steps();  // the clock starts again: nothing counted so far counts

 private:
  std::vector<Step>* steps_;
};

// From one receipt to the due moment, or to the stop that breaks the leg off.
struct Leg {
  Moment received;
  Moment as;
  bool resumed = false;
  std::span<const Stop> stops;   // pauses with an end, and stops that do not stop the clock
  const Stop* breaks = nullptr;  // the stop after which nothing of this leg counts
};

struct LegEnd {
  std::optional<Moment> due;  // none: the leg was broken off
  int used = 0;               // whole units
};

struct Way {
  const WorkingCalendar& calendar;
  const Reckoning& reckoning;
  Trail trail;
};

OrRejection<LegEnd> walk_whole_days(Way& way, const Leg& leg);
OrRejection<LegEnd> walk_half_days(Way& way, const Leg& leg);
OrRejection<LegEnd> walk_working_hours(Way& way, const Leg& leg);

// Where a stop stops holding the clock: at its end or its cap, whichever is earlier.
std::optional<Moment> end_of(const Stop& stop);

// Finds the stop that holds the clock, for keys (dates, halves of days) asked in ascending order.
template <class KeyOf>
class StopsInOrder {
 public:
  StopsInOrder(const Leg& leg, KeyOf key_of) : leg_(leg), rest_(leg.stops), key_of_(key_of) {}

  using Key = decltype(std::declval<KeyOf>()(Moment{}));

  const Stop* holding(Key key) {
    while (!rest_.empty() && !reaches(rest_.front(), key)) rest_ = rest_.subspan(1);
    if (!rest_.empty() && key_of_(rest_.front().from) <= key) return &rest_.front();
    return leg_.breaks != nullptr && key_of_(leg_.breaks->from) <= key ? leg_.breaks : nullptr;
  }

 private:
  bool reaches(const Stop& stop, Key key) const {
    return stop.policy != ClockPolicy::Run && key_of_(*end_of(stop)) >= key;
  }

  const Leg& leg_;
  std::span<const Stop> rest_;
  KeyOf key_of_;
};

// Steps all ways have in common.
Step step_of_receipt(const Leg& leg);  // the date it counts from
Step step_while_stopped(const Stop& stop, Date date);
Step step_on_day_off(const WorkingCalendar& calendar, Date date);

Unexpected<Rejection> no_calendar_for(Date date);

}  // namespace motcua::calendar
