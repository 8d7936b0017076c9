#include "commands/request_memory.hpp"

namespace motcua::commands {

const AnsweredRequest* RequestMemory::find(const std::string& key) const {
  const auto found = answers_.find(key);
  return found == answers_.end() ? nullptr : &found->second;
}

void RequestMemory::remember(const std::string& key, AnsweredRequest answer) {
  if (key.empty()) return;
  if (answers_.insert_or_assign(key, std::move(answer)).second) order_.push_back(key);
  if (order_.size() > capacity_) {
    answers_.erase(order_.front());
    order_.pop_front();
  }
}

std::string RequestMemory::write(const std::string& key, const std::string& contents_digest) {
  return key.empty() ? "" : key + ":" + contents_digest;
}

void RequestMemory::remember_stored(std::string_view stored, std::string_view code,
                                    std::uint64_t version) {
  const auto colon = stored.rfind(':');
  if (colon == std::string_view::npos) return;
  remember(std::string(stored.substr(0, colon)),
           {std::string(stored.substr(colon + 1)), std::string(code), version});
}

}  // namespace motcua::commands
