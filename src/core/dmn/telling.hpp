// What an evaluation tells people: the tables it asked, and within which decision, business
// knowledge model or decision service. Internal to core/dmn.
//
// The functions of a model are called by FEEL, which knows nothing of models; they find whom to
// tell in the run (Run::witness).
#pragma once

#include <any>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dmn/decision.hpp"

namespace motcua::dmn {

inline constexpr std::size_t most_told_steps = 1000;

struct Telling {
  std::vector<TraceStep> steps;     // at most most_told_steps
  std::vector<std::string> within;  // what is being evaluated, outermost first
  std::uint64_t untold = 0;         // tables asked beyond that

  void tell(TraceStep step);  // names it by where it stands
  void write(Outcome& outcome) &&;
};

// nullptr: nobody asks.
inline Telling* telling_of(feel::Run& run) {
  if (!run.witness.has_value()) return nullptr;
  auto* const* telling = std::any_cast<Telling*>(&run.witness);
  return telling == nullptr ? nullptr : *telling;
}

// As long as it lives, what is told happened within `name`, "import.name" where there is an import;
// within nothing more where the name is empty.
class Within {
 public:
  Within(feel::Run& run, std::string_view name, std::string_view import = {})
      : telling_(name.empty() ? nullptr : telling_of(run)) {
    if (telling_ != nullptr) enter(name, import);
  }
  Within(const Within&) = delete;
  Within& operator=(const Within&) = delete;
  ~Within() {
    if (telling_ != nullptr) telling_->within.pop_back();
  }

 private:
  void enter(std::string_view name, std::string_view import);

  Telling* telling_;
};

}  // namespace motcua::dmn
