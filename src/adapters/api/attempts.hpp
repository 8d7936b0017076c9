// How often somebody may guess: wrong tries are counted by the guesser's network together with what
// is guessed at, and, with a wider limit, by the network alone. So nobody is locked out by what
// another network guesses, and one mistyped code does not close the others. Any thread.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace motcua::api {

struct Guess {
  std::string_view address;  // IP address of the guesser
  std::string_view target;   // the account or dossier guessed at
};

class Attempts {
 public:
  struct Most {  // wrong tries in one window
    int at_one_target = 20;
    int from_one_network = 200;
  };

  Attempts(Most most, std::int64_t window_seconds) : most_(most), window_(window_seconds) {}

  // Seconds until the next try is allowed; 0: now.
  std::int64_t seconds_to_wait(Guess guess, std::int64_t now);
  void failed(Guess guess, std::int64_t now);

 private:
  struct Count {
    std::int64_t since = 0;
    int failures = 0;
  };
  std::int64_t wait_of(const std::string& key, int most, std::int64_t now) const;
  void count(const std::string& key, std::int64_t now);
  void forget_old(std::int64_t now);

  Most most_;
  std::int64_t window_;
  std::mutex mutex_;
  std::map<std::string, Count> counts_;
};

// What one guesser can change at will counts as one: an IPv4 address, the /64 of an IPv6 address.
std::string network_of(std::string_view address);

}  // namespace motcua::api
