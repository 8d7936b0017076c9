// What is given out and comes back once: trips to a provider of identities, challenges of passkeys.
// In memory: who is under way when the office restarts begins again. Any thread.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

namespace motcua::api {

template <class T>
class KeptOnce {
 public:
  explicit KeptOnce(std::int64_t longest_seconds) : longest_(longest_seconds) {}

  // Takes the place of what was kept under this key before.
  void add(std::string key, T value, std::int64_t now) {
    const std::lock_guard lock(mutex_);
    if (kept_.size() >= most_kept) {
      std::erase_if(kept_, [&](const auto& entry) { return is_over(entry.second, now); });
    }
    if (kept_.size() >= most_kept) kept_.clear();
    kept_.insert_or_assign(std::move(key), Entry{std::move(value), now});
  }

  // Nothing for what was taken before or took too long.
  std::optional<T> take(const std::string& key, std::int64_t now) {
    const std::lock_guard lock(mutex_);
    const auto found = kept_.find(key);
    if (found == kept_.end()) return std::nullopt;
    Entry entry = std::move(found->second);
    kept_.erase(found);
    if (is_over(entry, now)) return std::nullopt;
    return std::move(entry.value);
  }

 private:
  static constexpr std::size_t most_kept = 10'000;
  struct Entry {
    T value;
    std::int64_t at = 0;
  };
  bool is_over(const Entry& entry, std::int64_t now) const { return now - entry.at > longest_; }

  std::int64_t longest_;
  std::mutex mutex_;
  std::map<std::string, Entry> kept_;
};

}  // namespace motcua::api
