// Moves what units that are no more still hold to the units that succeeded them.
#pragma once

#include "runtime/runtime.hpp"

namespace motcua::runtime {

// Once a day at most, and nothing where the office names no succession: every open dossier a unit
// that has been succeeded by today still holds is moved, each by a record of its own.
class SuccessionDuty {
 public:
  explicit SuccessionDuty(Runtime& office) : office_(office) {}
  OrFailure<Nothing> make_due(Moment now);

 private:
  Runtime& office_;
  std::optional<Date> done_on_;
};

}  // namespace motcua::runtime
