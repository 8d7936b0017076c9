// A new subject to begin from: the least that is sound, for the designer to fill in.
#pragma once

#include "design/event.hpp"

namespace motcua::design {

// A procedure of one case with four steps and one question, closed for applications; a matrix of
// one rule.
procedure::Files blank_files(const Subject& subject, std::string_view title, Date in_force_from);

}  // namespace motcua::design
