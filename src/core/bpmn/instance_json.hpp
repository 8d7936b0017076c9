// An instance as JSON and back: what has to survive a restart, and nothing else.
//
// Equal instances give equal bytes. Numbers of nodes are those of one text of the definitions: an
// instance is read back with the definitions it was written with. Variables keep their FEEL types.
#pragma once

#include <string>
#include <string_view>

#include "base/failure.hpp"
#include "bpmn/instance.hpp"

namespace motcua::bpmn {

// Whatever instance step() gave can be written.
std::string write_instance(const Instance& instance);

// Refuses what does not fit the definitions (unknown nodes, executions without their parent).
OrFailure<Instance> read_instance(const Definitions& definitions, std::string_view text);

}  // namespace motcua::bpmn
