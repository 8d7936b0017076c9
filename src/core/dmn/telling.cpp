#include "dmn/telling.hpp"

#include <any>
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

Telling* telling_of(feel::Run& run) {
  auto* const* telling = std::any_cast<Telling*>(&run.witness);
  return telling == nullptr ? nullptr : *telling;
}

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

Within::Within(feel::Run& run, const std::string& name)
    : telling_(name.empty() ? nullptr : telling_of(run)) {
  if (telling_ != nullptr) telling_->within.push_back(name);
}

Within::~Within() {
  if (telling_ != nullptr) telling_->within.pop_back();
}

}  // namespace motcua::dmn
