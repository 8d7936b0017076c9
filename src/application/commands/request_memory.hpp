// Which requests were answered lately, so that one sent twice acts once. Bounded, oldest forgotten
// first; filled from the journal at start. One thread.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace motcua::commands {

struct AnsweredRequest {
  std::string contents_digest;
  std::string code;
  std::uint64_t version = 0;
};

class RequestMemory {
 public:
  explicit RequestMemory(std::size_t capacity = 50000) : capacity_(capacity) {}
  std::size_t capacity() const { return capacity_; }

  const AnsweredRequest* find(const std::string& key) const;
  void remember(const std::string& key, AnsweredRequest answer);

  // As stored in the journal: key and digest in one text.
  static std::string write(const std::string& key, const std::string& contents_digest);
  void remember_stored(std::string_view stored, std::string_view code, std::uint64_t version);

 private:
  std::size_t capacity_;
  std::unordered_map<std::string, AnsweredRequest> answers_;
  std::deque<std::string> order_;
};

}  // namespace motcua::commands
