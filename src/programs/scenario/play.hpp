// Plays one scenario under one configuration: performs its deeds in order and says what happened.
#pragma once

#include "scenario/coverage.hpp"
#include "scenario/office.hpp"

namespace motcua::scenario {

// The lines that stand for what happened after each act, in the order of the script's steps: the
// outcome, then an answer to each question its expectation asks. Failures name file and line.
OrFailure<std::vector<std::vector<std::string>>> play(const Script& script,
                                                      const files::Assets& assets,
                                                      Configuration configuration,
                                                      Coverage& coverage);

}  // namespace motcua::scenario
