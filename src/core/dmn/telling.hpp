// What an evaluation tells people: the tables it asked, and within which decision, business
// knowledge model or decision service. Internal to core/dmn.
//
// The functions of a model are called by FEEL, which knows nothing of models; they find whom to
// tell in the run (Run::witness).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
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

Telling* telling_of(feel::Run& run);  // nullptr: nobody asks

// As long as it lives, what is told happened within `name`; nothing where that is empty.
class Within {
 public:
  Within(feel::Run& run, const std::string& name);
  Within(const Within&) = delete;
  Within& operator=(const Within&) = delete;
  ~Within();

 private:
  Telling* telling_;
};

}  // namespace motcua::dmn
