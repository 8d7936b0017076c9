// People on their way to a provider of identities and back. In memory: who is under way when the
// office restarts signs in again. Any thread.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "ports/identity_provider.hpp"

namespace motcua::api {

struct Trip {
  std::string provider;
  ports::SignInTrip tie;
  std::string back_to;       // page of this office
  std::string citizen;       // who was signed in when he left: the identity is linked to him
  std::int64_t left_at = 0;  // Unix seconds
};

class Trips {
 public:
  void add(Trip trip, std::int64_t now);
  // Once for each trip; nothing for one that took too long.
  std::optional<Trip> take(const std::string& state, std::int64_t now);

 private:
  void forget_old(std::int64_t now);

  std::mutex mutex_;
  std::map<std::string, Trip> under_way_;  // by state; bounded
};

}  // namespace motcua::api
