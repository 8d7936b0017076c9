#include "api/attempts.hpp"

#include <arpa/inet.h>

#include <algorithm>

namespace motcua::api {
namespace {

constexpr std::size_t most_kept = 20000;
constexpr std::size_t longest_target = 100;  // bytes; what names an account or a dossier is shorter

std::string target_key(const std::string& network, std::string_view target) {
  return network + "|" + std::string(target.substr(0, longest_target));
}

}  // namespace

std::int64_t Attempts::seconds_to_wait(Guess guess, std::int64_t now) {
  const std::string network = network_of(guess.address);
  const std::lock_guard lock(mutex_);
  return std::max(wait_of(network, most_.from_one_network, now),
                  wait_of(target_key(network, guess.target), most_.at_one_target, now));
}

void Attempts::failed(Guess guess, std::int64_t now) {
  const std::string network = network_of(guess.address);
  const std::lock_guard lock(mutex_);
  if (counts_.size() >= most_kept) forget_old(now);
  count(network, now);
  count(target_key(network, guess.target), now);
}

std::int64_t Attempts::wait_of(const std::string& key, int most, std::int64_t now) const {
  const auto found = counts_.find(key);
  if (found == counts_.end() || found->second.failures < most) return 0;
  return std::max<std::int64_t>(0, found->second.since + window_ - now);
}

void Attempts::count(const std::string& key, std::int64_t now) {
  auto& count = counts_[key];
  if (now - count.since >= window_) count = {now, 0};
  ++count.failures;
}

void Attempts::forget_old(std::int64_t now) {
  std::erase_if(counts_, [&](const auto& entry) { return now - entry.second.since >= window_; });
  while (counts_.size() >= most_kept * 3 / 4) counts_.erase(counts_.begin());
}

std::string network_of(std::string_view address) {
  const std::string text(address);
  in6_addr six{};
  if (inet_pton(AF_INET6, text.c_str(), &six) != 1 || IN6_IS_ADDR_V4MAPPED(&six)) return text;
  std::fill(six.s6_addr + 8, six.s6_addr + 16, 0);
  char network[INET6_ADDRSTRLEN] = {};
  inet_ntop(AF_INET6, &six, network, sizeof network);
  return std::string(network) + "/64";
}

}  // namespace motcua::api
