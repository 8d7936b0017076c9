// The journal kept in memory, for scenarios and the simulator: the same contract as the durable
// one.
#pragma once

#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "ports/journal.hpp"

namespace motcua::memory {

class MemoryJournal : public ports::Journal {
 public:
  OrFailure<std::unique_ptr<ports::Transaction>> begin() override;
  OrFailure<ports::JournalEnd> end() override;
  OrFailure<std::vector<ports::StoredRecord>> load(std::string_view code) override;
  OrFailure<Nothing> each(const std::function<bool(const ports::StoredRecord&)>& take) override;
  OrFailure<Nothing> recent_requests(std::size_t count, const TakeKey& take) override;
  OrFailure<int> last_daily_sequence(std::string_view code_prefix) override;
  OrFailure<int> last_result_number(int year) override;
  OrFailure<Nothing> clear_views() override;
  OrFailure<Nothing> each_figures(const std::function<void(std::string_view)>& take) override;

  std::vector<ports::MadeNotice> notices();  // in the order they were made

 private:
  class MemoryTransaction;
  struct View {
    view::ListRow row;
    std::string figures;
  };
  std::mutex mutex_;
  std::vector<ports::StoredRecord> records_;
  std::map<std::string, std::vector<std::size_t>, std::less<>> by_code_;
  std::map<std::string, View, std::less<>> views_;
  std::vector<ports::MadeNotice> notices_;
  std::map<std::string, view::ResultRow, std::less<>> results_;
};

}  // namespace motcua::memory
