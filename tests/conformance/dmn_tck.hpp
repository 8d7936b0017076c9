// DMN Technology Compatibility Kit: folders with one model or several and files of test cases, each
// a set of inputs and what decisions or decision services must give for them.
//
// Numbers are compared at 8 decimals, dates and durations by value. A case passes when each of its
// results does. Models that another imports are found in the same folder by their namespace.
#pragma once

#include <filesystem>

#include "suite.hpp"

namespace motcua::conformance {

void run_dmn_tck(const std::filesystem::path& folder, Tally& tally);

}  // namespace motcua::conformance
