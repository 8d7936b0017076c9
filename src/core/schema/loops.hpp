// Subschemas that lead back to themselves without going into the value. Internal.
#pragma once

#include <optional>

#include "schema/program.hpp"

namespace motcua::schema {

// One of such a loop; nothing when there is none. What `$dynamicRef` leads to is known only while
// validating, where the limit of depth stops it.
std::optional<NodeId> find_loop(const Program& program);

}  // namespace motcua::schema
