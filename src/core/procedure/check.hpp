// What is wrong with a procedure that can be read: dead ends, steps nobody can do, days that do not
// add up, papers asked twice, words missing in a language. The check behind `procedure check`.
#pragma once

#include <span>
#include <string>

#include "procedure/problem.hpp"

namespace motcua::procedure {

// Every problem found, in the order of file and line; files that cannot be read give the reader's
// problems alone. `roles_held`: the roles somebody in the office has; empty: roles are not checked.
Problems check_version(const Files& files, std::span<const std::string> roles_held);

}  // namespace motcua::procedure
