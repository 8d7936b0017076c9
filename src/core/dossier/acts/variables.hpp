// What a process may ask about a dossier in its conditions: the form's answers, the case, the
// outcome of the step just done.
#pragma once

#include <string_view>

#include "dossier/state.hpp"
#include "feel/value.hpp"

namespace motcua::dossier {

feel::Context process_variables(const Intake& intake, std::string_view outcome);

// What was filled in with a task's form, JSON.
feel::Context found_variables(std::string_view answers);
// With every task of the dossier that has a form, the last time it was done.
feel::Context found_variables(const Dossier& dossier);

feel::Context answer_variables(const json::value& answers);

}  // namespace motcua::dossier
