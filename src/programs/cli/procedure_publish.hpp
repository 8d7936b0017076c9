// motcua procedure publish: turns one version's checked draft into a published version.
#pragma once

#include "cli/version_folder.hpp"

namespace motcua::cli {

// Writes published.digest into the version's folder and tells procedure, version, digest and the
// files under it; as JSON {procedure, version, digest, files}. A version that is published already
// or has problems stays as it is, and they are told as `procedure check` does. Exit codes: 0
// published, 1 problems, 2 the folder holds no version, or cannot be read or written.
int run_procedure_publish(const ProcedureRequest& request, std::ostream& out, std::ostream& err);

}  // namespace motcua::cli
