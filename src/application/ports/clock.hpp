// The time of day, from outside.
#pragma once

#include "base/moment.hpp"

namespace motcua::ports {

class Clock {
 public:
  virtual ~Clock() = default;
  // Any thread. Never runs backwards while the program runs.
  virtual Moment now() const = 0;
};

}  // namespace motcua::ports
