// What is wrong with a procedure that can be read: dead ends, steps nobody can do, days that do not
// add up, papers asked twice, words missing in a language. The checks behind `procedure check` and
// `procedure publish`.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "procedure/problem.hpp"

namespace motcua::procedure {

// What another procedure of the office in force gives people.
struct OfficeResult {
  std::string procedure;
  Text name;
  Text result;
};

// What a version is held against. Nothing known: not checked.
struct OfficeKnows {
  std::vector<std::string> roles_held;  // the roles somebody in the office has
  std::vector<OfficeResult> results;
};

Problems check_for_office(const Files& files, const OfficeKnows& knows);

// Every problem found, in the order of file and line; files that cannot be read give the reader's
// problems alone. `roles_held`: the roles somebody in the office has; empty: roles are not checked.
Problems check_version(const Files& files, std::span<const std::string> roles_held);

// What keeps a draft from being published: that it is published already, everything check_version()
// finds, and a folder ("official-travel/v2") that is not named as the version calls itself.
Problems check_draft(const Files& files, std::span<const std::string> roles_held,
                     std::string_view folder);

}  // namespace motcua::procedure
