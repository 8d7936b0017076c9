#include "api/attempts.hpp"

namespace motcua::api {

constexpr std::size_t most_kept = 20000;

bool Attempts::may_try(const std::string& key, std::int64_t now) {
  const std::lock_guard lock(mutex_);
  const auto count = counts_.find(key);
  if (count == counts_.end() || now - count->second.since >= window_) return true;
  return count->second.failures < most_;
}

void Attempts::failed(const std::string& key, std::int64_t now) {
  const std::lock_guard lock(mutex_);
  if (counts_.size() >= most_kept) forget_old(now);
  auto& count = counts_[key];
  if (now - count.since >= window_) count = {now, 0};
  ++count.failures;
}

void Attempts::forget_old(std::int64_t now) {
  std::erase_if(counts_, [&](const auto& entry) { return now - entry.second.since >= window_; });
  if (counts_.size() >= most_kept) counts_.erase(counts_.begin());
}

}  // namespace motcua::api
