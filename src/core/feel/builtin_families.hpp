// The families of built-in functions, each in a file of its own. Internal to core/feel.
#pragma once

#include <span>

#include "feel/builtins.hpp"
#include "feel/expression.hpp"

namespace motcua::feel {

std::span<const Builtin> conversion_functions();
std::span<const Builtin> string_functions();
std::span<const Builtin> pattern_functions();
std::span<const Builtin> list_functions();
std::span<const Builtin> aggregate_functions();
std::span<const Builtin> number_functions();
std::span<const Builtin> date_functions();
std::span<const Builtin> range_functions();
std::span<const Builtin> context_functions();

}  // namespace motcua::feel
