// How often somebody may guess: at most `most` wrong tries by one key in one window. Counts only
// wrong tries, by the guesser's address and by what is guessed at, so that a victim is not locked
// out by somebody else's guesses. Any thread.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <string>

namespace motcua::api {

class Attempts {
 public:
  Attempts(int most, std::int64_t window_seconds) : most_(most), window_(window_seconds) {}

  bool may_try(const std::string& key, std::int64_t now);
  void failed(const std::string& key, std::int64_t now);
  std::int64_t window_minutes() const { return (window_ + 59) / 60; }

 private:
  struct Count {
    std::int64_t since = 0;
    int failures = 0;
  };
  void forget_old(std::int64_t now);
  int most_;
  std::int64_t window_;
  std::mutex mutex_;
  std::map<std::string, Count> counts_;
};

}  // namespace motcua::api
