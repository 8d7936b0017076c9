#include "clock/clocks.hpp"

#include <chrono>

namespace motcua::clock {
namespace {

std::int64_t unix_seconds() {
  return std::chrono::duration_cast<seconds>(std::chrono::system_clock::now().time_since_epoch())
      .count();
}

std::int64_t steady_seconds() {
  return std::chrono::duration_cast<seconds>(std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

}  // namespace

Moment SystemClock::now() const { return from_unix(unix_seconds()); }

DemoClock::DemoClock(Moment opens) : started_(steady_seconds()), opens_(to_unix(opens)) {}

Moment DemoClock::now() const { return from_unix(opens_ + steady_seconds() - started_ + ahead_); }

void DemoClock::jump(minutes ahead) {
  if (ahead > minutes{0}) ahead_ += seconds{ahead}.count();
}

}  // namespace motcua::clock
