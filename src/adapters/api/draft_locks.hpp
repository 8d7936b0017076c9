// Changes of one draft come one after the other: several windows may upload and save at once, and
// each writes the draft as a whole.
#pragma once

#include <array>
#include <functional>
#include <mutex>
#include <string_view>

namespace motcua::api {

class DraftLocks {
 public:
  std::unique_lock<std::mutex> lock(std::string_view draft) {
    return std::unique_lock(mutexes_[std::hash<std::string_view>{}(draft) % mutexes_.size()]);
  }

 private:
  std::array<std::mutex, 64> mutexes_;
};

}  // namespace motcua::api
