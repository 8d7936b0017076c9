// The built-in functions of FEEL this product knows. Internal to core/feel.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "feel/value.hpp"

namespace motcua::feel {

// How many arguments a function takes; `most` < 0: any number. nullptr: no such function.
struct Builtin {
  std::string_view name;
  int least = 1;
  int most = 1;
  Result<Value, std::string> (*call)(std::span<const Value> arguments) = nullptr;
};

const Builtin* find_builtin(std::string_view name);

// True when some function's name starts with `words` and a blank: "list" in "list contains".
bool begins_builtin(std::string_view words);

}  // namespace motcua::feel
