#include "notice/schedule.hpp"

#include "base/assertion.hpp"

namespace motcua::notice {

Moment may_go_at(const QuietHours& quiet, Channel channel, Moment now) {
  if (channel == Channel::Email) return now;
  const auto time = now - date_of(now);
  const bool over_midnight = quiet.from > quiet.to;
  const bool is_quiet =
      over_midnight ? time >= quiet.from || time < quiet.to : time >= quiet.from && time < quiet.to;
  if (!is_quiet) return now;
  const auto today = at(date_of(now), quiet.to);
  return today > now ? today : today + std::chrono::days{1};
}

std::optional<Moment> next_try(const Schedule& schedule, int tries, Moment now) {
  MOTCUA_ASSERT(tries >= 1);
  const auto wait = static_cast<std::size_t>(tries - 1);
  if (wait >= schedule.waits.size()) return std::nullopt;
  return now + schedule.waits[wait];
}

}  // namespace motcua::notice
