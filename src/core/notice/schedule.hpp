// When a notice may go out: quiet hours, and the growing delays after a failed try.
#pragma once

#include <optional>
#include <vector>

#include "base/moment.hpp"
#include "notice/kind.hpp"

namespace motcua::notice {

// From `from` until `to` of the office's clock no telephone is made to ring; over midnight when
// `from` is later than `to`. Equal: there are none. E-mail wakes nobody and goes at any hour.
struct QuietHours {
  minutes from{21 * 60};
  minutes to{7 * 60};
};

struct Schedule {
  QuietHours quiet;
  // One wait before each further try; none is left after the last.
  std::vector<seconds> waits{minutes{1}, minutes{5}, minutes{30}, hours{2}, hours{12}};
};

// `now`, or the end of the quiet hours it lies in.
Moment may_go_at(const QuietHours& quiet, Channel channel, Moment now);

// When to try again after `tries` tries have failed (>= 1); nothing when it is to be given up.
std::optional<Moment> next_try(const Schedule& schedule, int tries, Moment now);

}  // namespace motcua::notice
