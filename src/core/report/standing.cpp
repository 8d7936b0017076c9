#include "report/standing.hpp"

namespace motcua::report {
namespace {

using view::PackedPromise;
using view::PackedStop;

struct InForce {
  Stamp due = 0;
  Stamp given_at = 0;
  bool apologised = false;
};

bool clock_stood_at(std::span<const PackedStop> stops, Stamp moment) {
  for (const auto& stop : stops) {
    if (stop.clock_stands && stop.from <= moment && (stop.to == 0 || stop.to >= moment))
      return true;
  }
  return false;
}

bool replaced_in_time(const InForce& before, const PackedPromise& after,
                      std::span<const PackedStop> stops) {
  if (before.due == 0) return true;
  if (after.kind == dossier::PromiseKind::Apology) {  // [facts-3.6]
    return after.given_at / day_length < before.due / day_length;
  }
  return after.given_at <= before.due || clock_stood_at(stops, before.due);
}

// The stop that holds the clock at the end of the account, begun while `promise` was not yet due.
const PackedStop* standing_stop(std::span<const PackedStop> stops, const InForce& promise,
                                Stamp end, bool ended) {
  for (const auto& stop : stops) {
    if (!stop.clock_stands || stop.from > end) continue;
    if (promise.due != 0 && stop.from > promise.due) continue;
    const bool closed_by_the_end = ended && stop.to == end && promise.given_at < stop.to;
    if (stop.to == 0 || stop.to > end || closed_by_the_end) return &stop;
  }
  return nullptr;
}

// The date that follows once a stop has run into its cap: known while the stop is open, and
// afterwards as the promise given when it ended.
Stamp due_after_cap(const PackedStop& stop, std::span<const PackedPromise> promises,
                    const InForce& promise) {
  for (const auto& later : promises) {
    if (stop.to != 0 && later.given_at == stop.to) return later.due;
  }
  return stop.due_after_cap != 0 ? stop.due_after_cap : promise.due;
}

}  // namespace

Standing standing_at(const FigureTable& table, const PackedRow& row, Stamp at) {
  const bool ended = row.ended_at != 0 && row.ended_at <= at;
  const Stamp end = ended ? row.ended_at : at;
  if (row.later_promises == 0 && row.stops == 0) return {row.first_due, end, ended, false, false};

  const auto promises = table.later_promises(row);
  const auto stops = table.stops(row);
  InForce current{row.first_due, row.registered_at, false};
  for (const auto& later : promises) {
    if (later.given_at > end) break;
    if (!replaced_in_time(current, later, stops)) {
      return {current.due, end, ended, false, current.apologised};
    }
    const bool apology = later.kind == dossier::PromiseKind::Apology;
    current = {later.due, later.given_at, current.apologised || apology};
  }
  const auto* stop = standing_stop(stops, current, end, ended);
  if (stop == nullptr) return {current.due, end, ended, false, current.apologised};
  if (stop->capped_at != 0 && end > stop->capped_at) {
    return {due_after_cap(*stop, promises, current), end, ended, false, current.apologised};
  }
  return {current.due, stop->from, ended, true, current.apologised};
}

const view::PackedStop* waiting_at(const FigureTable& table, const PackedRow& row, Stamp at) {
  for (const auto& stop : table.stops(row)) {
    if (stop.from <= at && (stop.to == 0 || stop.to > at)) return &stop;
  }
  return nullptr;
}

}  // namespace motcua::report
