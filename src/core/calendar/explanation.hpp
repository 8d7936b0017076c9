// Puts the steps of a reckoning into words, in both languages. Private to core/calendar.
#pragma once

#include <vector>

#include "calendar/walk.hpp"

namespace motcua::calendar {

std::vector<CountedDay> explain(const WorkingCalendar& calendar, const Reckoning& reckoning,
                                const std::vector<Step>& steps);

}  // namespace motcua::calendar
