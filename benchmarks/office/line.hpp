// What a benchmark program says: one line of JSON a figure, with its goal where there is one.
#pragma once

#include <string_view>
#include <vector>

namespace motcua::bench {

struct Goal {
  enum class Kind { None, AtLeast, AtMost };
  Kind kind = Kind::None;
  double value = 0;
};

inline Goal at_least(double value) { return {Goal::Kind::AtLeast, value}; }
inline Goal at_most(double value) { return {Goal::Kind::AtMost, value}; }

void say(std::string_view name, double value, std::string_view unit, Goal goal = {});

double median(std::vector<double> values);  // of at least one

// What a program of this library measures: it defines this, main() is the library's. An exception
// ends it with its reason and the exit code 1.
void run();

}  // namespace motcua::bench
