#include "api/trips.hpp"

#include <algorithm>

namespace motcua::api {
namespace {

constexpr std::int64_t longest_trip = 600;
constexpr std::size_t most_under_way = 10'000;

}  // namespace

void Trips::add(Trip trip, std::int64_t now) {
  const std::lock_guard lock(mutex_);
  if (under_way_.size() >= most_under_way) forget_old(now);
  if (under_way_.size() >= most_under_way) under_way_.clear();
  std::string state = trip.tie.state;
  under_way_.insert_or_assign(std::move(state), std::move(trip));
}

std::optional<Trip> Trips::take(const std::string& state, std::int64_t now) {
  const std::lock_guard lock(mutex_);
  const auto found = under_way_.find(state);
  if (found == under_way_.end()) return std::nullopt;
  Trip trip = std::move(found->second);
  under_way_.erase(found);
  if (now - trip.left_at > longest_trip) return std::nullopt;
  return trip;
}

void Trips::forget_old(std::int64_t now) {
  std::erase_if(under_way_,
                [&](const auto& entry) { return now - entry.second.left_at > longest_trip; });
}

}  // namespace motcua::api
