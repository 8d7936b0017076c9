// The demonstration's petitions: made up, sent, answered, refused and published by the real desk
// over the months of its history; some late, some open when it opens.
//
// Texts and persons are invented. Nobody is told of them.
#pragma once

#include "commands/petition_desk.hpp"

namespace motcua::commands {

// `late_dossiers`: codes some of them are about, oldest first; may be empty.
OrFailure<Nothing> make_demo_petitions(const World& world, PetitionDesk& desk, Moment until,
                                       std::vector<std::string> late_dossiers);

}  // namespace motcua::commands
