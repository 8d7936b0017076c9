// The check of a draft against the office it is for.
#pragma once

#include "commands/design_library.hpp"
#include "commands/world.hpp"
#include "procedure/check.hpp"

namespace motcua::commands {

inline constexpr std::string_view abolition_file = "abolished.toml";
std::string abolition_text(const design::Abolition& abolition);  // of that file

struct CheckedAgainst {
  const Library& library;
  const World& world;
  Moment now{};
};

// In the order of file and line, then the warnings on who has the authority: the posts a matrix
// names must be held and the process must have a step for each. A matrix must import.
procedure::Problems check_design(const CheckedAgainst& against, const design::Subject& subject,
                                 const procedure::Files& files);

}  // namespace motcua::commands
