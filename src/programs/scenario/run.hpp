// Runs scenario files and says which passed: the product's main test.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <vector>

#include "scenario/office.hpp"

namespace motcua::scenario {

struct RunOptions {
  std::vector<std::filesystem::path> files;  // scenario files, or folders of them
  std::vector<Configuration> configurations{Configuration::Memory};
  bool accept = false;          // write what happened into the files, for review
  bool json = false;            // one JSON object instead of lines
  bool check_coverage = false;  // every act, event, rejection and slip must occur
};

// Prints each difference with file and line, then "N passed, N failed"; as JSON {passed, failed,
// differences: [{file, line, configuration, act, expected, happened} or {configuration, what}],
// missing}. 0 when nothing failed, 1 when something did, 2 when there was nothing to run or a file
// cannot be read.
int run_scenarios(const RunOptions& options, const files::Assets& assets, std::ostream& out);

}  // namespace motcua::scenario
