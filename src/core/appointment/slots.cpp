#include "appointment/slots.hpp"

#include <algorithm>

namespace motcua::appointment {
namespace {

bool touches(const Closed& closed, Date day, const calendar::Period& slot) {
  const auto weekday = static_cast<int>(std::chrono::weekday{day}.iso_encoding());
  if (closed.date && *closed.date != day) return false;
  if (closed.weekday && *closed.weekday != weekday) return false;
  return slot.from < closed.hours.to && closed.hours.from < slot.to;
}

}  // namespace

std::vector<Slot> slots_on(Date day, const Settings& settings,
                           const calendar::WorkingCalendar& calendar) {
  std::vector<Slot> slots;
  if (!settings.offered || !calendar.covers(day)) return slots;
  for (const auto& period : calendar.reception_hours(day)) {
    for (auto from = period.from; from + settings.slot <= period.to; from += settings.slot) {
      const calendar::Period slot{from, from + settings.slot};
      const bool closed =
          std::any_of(settings.closed.begin(), settings.closed.end(),
                      [&](const Closed& hours) { return touches(hours, day, slot); });
      if (!closed) slots.push_back({at(day, slot.from), at(day, slot.to)});
    }
  }
  return slots;
}

bool is_slot(Moment from, const Settings& settings, const calendar::WorkingCalendar& calendar) {
  const auto slots = slots_on(date_of(from), settings, calendar);
  return std::any_of(slots.begin(), slots.end(),
                     [&](const Slot& slot) { return slot.from == from; });
}

int places_taken(const Slot& slot, const std::vector<Slot>& taken) {
  return static_cast<int>(std::count_if(taken.begin(), taken.end(), [&](const Slot& other) {
    return other.from < slot.until && slot.from < other.until;
  }));
}

bool is_in_reach(Moment from, const Settings& settings, Moment now) {
  return from - now >= settings.last_booking && from > now &&
         date_of(from) <= date_of(now) + std::chrono::days{settings.days_ahead};
}

std::vector<Date> bookable_days(const Settings& settings, const calendar::WorkingCalendar& calendar,
                                Moment now) {
  std::vector<Date> days;
  if (!settings.offered) return days;
  const Date last = date_of(now) + std::chrono::days{settings.days_ahead};
  for (Date day = date_of(now); day <= last; day += std::chrono::days{1}) {
    const auto slots = slots_on(day, settings, calendar);
    const bool any = std::any_of(slots.begin(), slots.end(), [&](const Slot& slot) {
      return is_in_reach(slot.from, settings, now);
    });
    if (any) days.push_back(day);
  }
  return days;
}

}  // namespace motcua::appointment
