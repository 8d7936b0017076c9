#include "dmn/telling.hpp"

#include <utility>

namespace motcua::dmn {
namespace {

// "term › fees › rate"; of a deep recursion the innermost names.
std::string place_of(const TraceStep& step) {
  constexpr std::size_t most_names = 6;
  const std::size_t all = step.within.size();
  const std::size_t first = all > most_names ? all - most_names : 0;
  std::string place = first > 0 ? "… › " : "";
  for (std::size_t i = first; i < all; ++i) place += step.within[i] + " › ";
  return place + step.decision;
}

}  // namespace

void Telling::tell(TraceStep step) {
  if (!within.empty()) {
    step.decision = within.back();
    step.within.assign(within.begin(), within.end() - 1);
  }
  steps.push_back(std::move(step));
}

void Telling::write(Outcome& outcome) && {
  Text& trace = outcome.trace;
  for (const TraceStep& step : steps) {
    const std::string before = (trace.en.empty() ? "" : "\n") + place_of(step) + ": ";
    trace.vi += before + step.text.vi;
    trace.en += before + step.text.en;
  }
  if (untold > 0) {
    trace.vi += "\n… và " + std::to_string(untold) + " lần hỏi bảng nữa";
    trace.en += "\n… and " + std::to_string(untold) + " more questions to tables";
  }
  if (!steps.empty()) outcome.rules = steps.back().rules;
  outcome.steps = std::move(steps);
}

void Within::enter(std::string_view name, std::string_view import) {
  std::string label(import);
  if (!import.empty()) label += '.';
  telling_->within.push_back(label.append(name));
}

}  // namespace motcua::dmn
