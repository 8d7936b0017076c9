// JSON-Schema-Test-Suite, draft 2020-12: files of groups, each a schema with values and whether
// they are valid.
//
// Formats are asserted below optional/; elsewhere they are annotations. The suite serves some
// documents on localhost: those that its required files name are known from documents/, and a
// folder `remotes` in the suite's folder, beside it or two above (as in the suite's own repository)
// adds the rest. Without that folder refRemote.json is skipped.
#pragma once

#include <filesystem>

#include "suite.hpp"

namespace motcua::conformance {

void run_json_schema(const std::filesystem::path& folder, Tally& tally);

}  // namespace motcua::conformance
