// Made-up applicants of the demonstration. Names of agencies are generic; persons are invented.
#pragma once

#include "commands/demo_plan.hpp"

namespace motcua::commands {

dossier::Applicant made_up_applicant(const std::string& procedure, const std::string& case_id,
                                     Dice& dice);
std::string made_up_summary(const std::string& procedure, Dice& dice);

}  // namespace motcua::commands
