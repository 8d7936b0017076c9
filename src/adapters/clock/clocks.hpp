// Clocks: the system's, and the demonstration's that can be sent ahead.
#pragma once

#include <atomic>
#include <cstdint>

#include "ports/clock.hpp"

namespace motcua::clock {

class SystemClock : public ports::Clock {
 public:
  Moment now() const override;
};

// Shows `opens` when it starts and runs on as real time does; jump() sends it ahead, never back.
// Any thread.
class DemoClock : public ports::Clock {
 public:
  explicit DemoClock(Moment opens);
  Moment now() const override;
  void jump(minutes ahead);

 private:
  std::int64_t started_;  // real seconds at `opens`
  std::int64_t opens_;
  std::atomic<std::int64_t> ahead_{0};  // seconds jumped
};

// Shows what it is told, for scenarios and tests. Any thread.
class SetClock : public ports::Clock {
 public:
  explicit SetClock(Moment moment) : now_(moment.time_since_epoch().count()) {}
  Moment now() const override { return Moment{seconds{now_.load()}}; }
  void set(Moment moment) { now_ = moment.time_since_epoch().count(); }

 private:
  std::atomic<std::int64_t> now_;
};

}  // namespace motcua::clock
