#include "report/held.hpp"

#include <algorithm>

#include "base/assertion.hpp"

namespace motcua::report {
namespace {

using view::PackedStop;

// Working time of [from, to) less what fell into a standing clock.
seconds net_time(std::span<const PackedStop> stops, const WorkingTime& working_time, Stamp from,
                 Stamp to) {
  auto time = working_time.between(from, to);
  for (const auto& stop : stops) {
    if (!stop.clock_stands) continue;
    Stamp until = stop.to == 0 ? to : std::min(stop.to, to);
    if (stop.capped_at != 0) until = std::min(until, stop.capped_at);
    time -= working_time.between(std::max(stop.from, from), until);
  }
  return time;
}

UnitShare& share_of(std::vector<UnitShare>& shares, std::uint16_t unit) {
  for (auto& share : shares) {
    if (share.unit == unit) return share;
  }
  auto& added = shares.emplace_back();
  added.unit = unit;
  return added;
}

}  // namespace

void shares_of(const Reader& reader, const PackedRow& row, const WorkingTime& working_time,
               std::vector<UnitShare>& shares) {
  shares.clear();
  const auto& window = reader.window();
  const auto stops = reader.table().stops(row);
  const auto holdings = reader.table().holdings(row);
  const auto units = reader.table().holding_units(row);
  const bool ended = row.ended_at != 0 && row.ended_at <= window.as_of;
  const Stamp end = ended ? row.ended_at : window.as_of;
  for (std::size_t i = 0; i < holdings.size(); ++i) {
    const auto& holding = holdings[i];
    if (holding.from > end) continue;
    const Stamp to = holding.to == 0 ? end : std::min(holding.to, end);
    auto& share = share_of(shares, units[i]);
    const auto held = net_time(stops, working_time, holding.from, to);
    share.held += held;
    seconds overrun{0};
    if (holding.due != 0 && to > holding.due) {
      overrun = std::max(overrun, held - working_time.between(holding.from, holding.due));
    }
    share.overrun += overrun;
    if (to < window.from) continue;
    share.touched = true;
    share.over = share.over || overrun > seconds{0};
    share.in_period +=
        holding.from >= window.from ? held : net_time(stops, working_time, window.from, to);
  }
}

std::uint16_t answerable_unit(const std::vector<UnitShare>& shares) {
  MOTCUA_ASSERT(!shares.empty());
  const auto most =
      std::max_element(shares.begin(), shares.end(), [](const UnitShare& a, const UnitShare& b) {
        return std::pair{a.overrun, a.held} < std::pair{b.overrun, b.held};
      });
  return most->unit;
}

}  // namespace motcua::report
