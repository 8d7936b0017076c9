// `motcua authority check` and `motcua authority publish`: matrices that say who decides.
#pragma once

#include <iosfwd>

#include "cli/version_folder.hpp"

namespace motcua::cli {

// Every matrix at or below the folder. 0 nothing wrong, 1 problems, 2 unreadable or none there.
int run_authority_check(const ProcedureRequest& request, std::ostream& out, std::ostream& err);
// Writes published.digest of one matrix whose check is clean; nothing in it changes after that.
int run_authority_publish(const ProcedureRequest& request, std::ostream& out, std::ostream& err);

}  // namespace motcua::cli
