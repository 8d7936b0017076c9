// Timers of a dossier's process: what time itself does with a dossier.
#pragma once

#include "dossier/act.hpp"

namespace motcua::dossier {

struct Clockwork {
  const procedure::Version& version;
  const calendar::WorkingCalendar& calendar;
};

// When it comes. One in working time stands still with the dossier's clock, and follows a holiday
// decreed since: it is reckoned anew. Where the calendar has no data, as it was reckoned first.
Moment timer_due(const Dossier& dossier, const PendingTimer& timer, const Clockwork& clockwork);

struct NextTimer {
  const PendingTimer* timer = nullptr;
  Moment due{};
};

// The first to come; nothing when none runs, or while the clock stands still.
std::optional<NextTimer> next_timer(const Dossier& dossier, const Clockwork& clockwork);

// What the first timer that is due by now does; nothing when none is.
OrRejection<std::optional<Event>> timer_comes(const Dossier& dossier, const Facts& facts);

}  // namespace motcua::dossier
