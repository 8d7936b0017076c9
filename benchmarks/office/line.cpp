#include "office/line.hpp"

#include <algorithm>
#include <iostream>

#include "base/json.hpp"

namespace motcua::bench {

void say(std::string_view name, double value, std::string_view unit, Goal goal) {
  json::object line{{"name", name}, {"value", value}, {"unit", unit}};
  if (goal.kind == Goal::Kind::AtLeast) line["at_least"] = goal.value;
  if (goal.kind == Goal::Kind::AtMost) line["at_most"] = goal.value;
  std::cout << write_json(line) << std::endl;
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  const std::size_t half = values.size() / 2;
  return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

}  // namespace motcua::bench
