// The built-in functions of FEEL (DMN 1.5, 10.3.4). Internal to core/feel.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "feel/value.hpp"

namespace motcua::feel {

struct Run;

// A call as a built-in function sees it. Arguments have the types of the signature; what was not
// given is null.
struct Arguments {
  std::span<const Value> values;
  Run& run;
  std::size_t size() const { return values.size(); }
  const Value& operator[](std::size_t i) const { return values[i]; }
};

// One way to call a function. `signature` lists its parameters as "name:type", with "?" after the
// type where null or nothing may be given and "..." after the last where more may follow.
// Types: s string, n number, b boolean, l list, c context, d date, t time, m date and time,
// D days and time duration, M years and months duration, r range, f function, * any.
struct Builtin {
  std::string_view name;
  std::string_view signature;
  Value (*call)(const Arguments& arguments);
};

// All ways to call it, next to each other; empty: no such function.
std::span<const Builtin> find_builtin(std::string_view name);

// Names of several words, longest first.
const std::vector<std::string_view>& long_builtin_names();

// Whether some way to call it takes this many arguments.
bool takes_count(std::string_view name, std::size_t count);

// Chooses the way to call by number and types or by `names`, converts the arguments, calls.
Value call_builtin(std::string_view name, std::span<const Value> arguments,
                   std::span<const std::string> names, Run& run);

}  // namespace motcua::feel
