// Made-up applicants of the demonstration. Names of agencies are generic; persons are invented.
#pragma once

#include "commands/demo_plan.hpp"

namespace motcua::commands {

dossier::Applicant made_up_applicant(const std::string& procedure, const std::string& case_id,
                                     Dice& dice);
// Associations that apply once, for the dossiers that are withdrawn: nothing else of theirs may be
// taken for the same application entered again. `index` is below `associations`.
inline constexpr int associations = 6;
std::string made_up_association(int index);

std::string made_up_summary(const std::string& procedure, Dice& dice);

}  // namespace motcua::commands
