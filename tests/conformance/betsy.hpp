// BPMN 2.0: the models of uniba-dsg/betsy. See shared/conformance/README.md for their meaning.
#pragma once

#include <filesystem>

#include "suite.hpp"

namespace motcua::conformance {

// cases.json in the folder. Each case runs straight, and again with the instance written to JSON
// and read back between any two steps: both must give the expected tokens, and the same trace.
void run_betsy(const std::filesystem::path& folder, Tally& tally);

// Every model must be refused, each error with a line, an element and words in both languages.
void run_constraints(const std::filesystem::path& folder, Tally& tally);

// Every .bpmn below the folder imports or is refused with a located error.
void run_import(const std::filesystem::path& folder, Tally& tally);

// … and reading, writing and reading again gives the same inventory.
void run_import_round_trip(const std::filesystem::path& folder, Tally& tally);

}  // namespace motcua::conformance
