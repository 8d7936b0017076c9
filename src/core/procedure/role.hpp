// What roles are called, in words, where the office does not call them otherwise ([roles] of its
// file).
#pragma once

#include <string_view>

#include "base/text.hpp"

namespace motcua::procedure {

// "Chuyên viên", "specialist"; the id itself of a role nobody knows.
Text role_in_words(std::string_view role);

}  // namespace motcua::procedure
