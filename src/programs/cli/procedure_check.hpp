// motcua procedure check: reads procedure folders and says what is wrong, with file and line.
#pragma once

#include "cli/version_folder.hpp"

namespace motcua::cli {

// The folder: a version's, a procedure's, or one of many procedures: every folder below with a
// procedure.toml is checked. Exit codes: 0 nothing wrong, 1 problems, 2 the folder cannot be read
// or has no procedure.
int run_procedure_check(const ProcedureRequest& request, std::ostream& out, std::ostream& err);

}  // namespace motcua::cli
