// Which of the made-up dossiers their holders rate once they have ended, when, and what they say.
// The same plan and dice give the same ratings.
//
// Who applied through the network rates more often than who came to the counter. What can be told
// from the dossier itself (was it in time, had he to come back) he says as it was.
#pragma once

#include "commands/demo_plan.hpp"

namespace motcua::commands {

// Adds them to the plan: none at or after `until`.
void plan_ratings(std::vector<PlannedDossier>& plan, const World& world, Moment until, Dice dice);

// The marks of one who was treated as this dossier says, given his planned ones.
std::vector<dossier::Mark> marks_as_it_was(const dossier::Dossier& dossier,
                                           std::vector<dossier::Mark> planned);

}  // namespace motcua::commands
