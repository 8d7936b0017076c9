// When the timers of a dossier's process come. Internal to the dossier module.
#pragma once

#include "dossier/act.hpp"
#include "procedure/progress.hpp"

namespace motcua::dossier::acts {

// The timers that run after a step taken at `now`: those of `had` that still do, and those it set.
// Rejects with bpmn::expression_gives_no_value where a timer's text is no date, duration or cycle,
// and as the calendar does where it has no data.
OrRejection<std::vector<PendingTimer>> timers_after(const std::vector<PendingTimer>& had,
                                                    const procedure::ProgressStep& step, Moment now,
                                                    const Facts& facts);

OrRejection<Event> let_timer_come(const Dossier& dossier, const PendingTimer& timer, Moment due,
                                  const Facts& facts);

}  // namespace motcua::dossier::acts
