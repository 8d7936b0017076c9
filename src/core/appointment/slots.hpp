// The times one can book, derived from reception hours. Pure.
#pragma once

#include <vector>

#include "appointment/settings.hpp"

namespace motcua::appointment {

struct Slot {
  Moment from{};
  Moment until{};
  bool operator==(const Slot&) const = default;
};

// Of one day, in order: whole slots inside the hours people are received, without those that touch
// closed hours. None on a day off, or where the calendar has no year.
std::vector<Slot> slots_on(Date day, const Settings& settings,
                           const calendar::WorkingCalendar& calendar);

bool is_slot(Moment from, const Settings& settings, const calendar::WorkingCalendar& calendar);

// How many of the places taken lie in the slot, also in part: the length of slots may change.
int places_taken(const Slot& slot, const std::vector<Slot>& taken);

// Whether a slot that is offered may still be booked now.
bool is_in_reach(Moment from, const Settings& settings, Moment now);

// The days from today on that have slots, as far as one may book ahead.
std::vector<Date> bookable_days(const Settings& settings, const calendar::WorkingCalendar& calendar,
                                Moment now);

}  // namespace motcua::appointment
