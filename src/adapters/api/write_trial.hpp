// Whether the store still takes what is written, tried by writing: for /api/health, which anybody
// may ask as often as he likes.
#pragma once

#include <cstdint>
#include <mutex>

#include "ports/desk_store.hpp"

namespace motcua::api {

// Any thread.
class WriteTrial {
 public:
  // Writes about as much as an act does. Once it went well it is not repeated in the same second.
  OrFailure<Nothing> run(ports::DeskStore& desk, std::int64_t now_seconds);

 private:
  std::mutex mutex_;
  std::int64_t went_well_at_ = -1;
};

}  // namespace motcua::api
