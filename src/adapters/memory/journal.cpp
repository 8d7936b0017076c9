#include "memory/journal.hpp"

#include <algorithm>
#include <charconv>

namespace motcua::memory {

using ports::StoredRecord;

// Gathers and lets the journal take all of it at once.
class MemoryJournal::MemoryTransaction : public ports::Transaction {
 public:
  explicit MemoryTransaction(MemoryJournal& journal) : journal_(journal) {}

  OrFailure<Nothing> append(const StoredRecord& record) override {
    records_.push_back(record);
    return Nothing{};
  }
  OrFailure<Nothing> put_view(const view::ListRow& row, std::string_view figures,
                              std::span<const std::uint64_t>) override {
    views_.push_back({row, std::string(figures)});
    return Nothing{};
  }
  OrFailure<Nothing> put_holding(std::string_view, std::string_view) override {
    return Nothing{};  // only accounts ask for it, and they are not kept in memory
  }

  OrFailure<Nothing> put_notice(const ports::MadeNotice& made) override {
    notices_.push_back(made);
    return Nothing{};
  }
  OrFailure<Nothing> put_result(const view::ResultRow& row) override {
    results_.push_back(row);
    return Nothing{};
  }
  OrFailure<Nothing> commit() override {
    const std::lock_guard lock(journal_.mutex_);
    for (auto& record : records_) {
      journal_.by_code_[record.record.code].push_back(journal_.records_.size());
      journal_.records_.push_back(std::move(record));
    }
    for (auto& view : views_) journal_.views_.insert_or_assign(view.row.code, view);
    for (auto& made : notices_) journal_.notices_.push_back(std::move(made));
    for (const auto& row : results_) journal_.results_.insert_or_assign(row.code, row);
    return Nothing{};
  }

 private:
  MemoryJournal& journal_;
  std::vector<StoredRecord> records_;
  std::vector<View> views_;
  std::vector<ports::MadeNotice> notices_;
  std::vector<view::ResultRow> results_;
};

OrFailure<std::unique_ptr<ports::Transaction>> MemoryJournal::begin() {
  return std::unique_ptr<ports::Transaction>(new MemoryTransaction(*this));
}

OrFailure<ports::JournalEnd> MemoryJournal::end() {
  const std::lock_guard lock(mutex_);
  if (records_.empty()) return ports::JournalEnd{};
  return ports::JournalEnd{records_.back().sequence, records_.back().chain};
}

OrFailure<std::vector<StoredRecord>> MemoryJournal::load(std::string_view code) {
  const std::lock_guard lock(mutex_);
  std::vector<StoredRecord> found;
  const auto places = by_code_.find(code);
  if (places == by_code_.end()) return found;
  for (const auto place : places->second) found.push_back(records_[place]);
  return found;
}

OrFailure<Nothing> MemoryJournal::each(const std::function<bool(const StoredRecord&)>& take) {
  const std::lock_guard lock(mutex_);
  for (const auto& record : records_) {
    if (!take(record)) break;
  }
  return Nothing{};
}

OrFailure<Nothing> MemoryJournal::recent_requests(std::size_t count, const TakeKey& take) {
  const std::lock_guard lock(mutex_);
  const auto skip = records_.size() - std::min(count, records_.size());
  for (std::size_t i = skip; i < records_.size(); ++i) {
    const auto& stored = records_[i];
    if (!stored.request_key.empty()) {
      take(stored.request_key, stored.record.code, stored.record.version);
    }
  }
  return Nothing{};
}

OrFailure<int> MemoryJournal::last_daily_sequence(std::string_view code_prefix) {
  const std::lock_guard lock(mutex_);
  int last = 0;
  const std::string from = std::string(code_prefix) + "-";
  for (auto view = views_.lower_bound(from); view != views_.end() && view->first.starts_with(from);
       ++view) {
    int sequence = 0;
    const std::string_view digits = std::string_view(view->first).substr(from.size());
    std::from_chars(digits.data(), digits.data() + digits.size(), sequence);
    last = std::max(last, sequence);
  }
  return last;
}

std::vector<ports::MadeNotice> MemoryJournal::notices() {
  const std::lock_guard lock(mutex_);
  return notices_;
}

OrFailure<int> MemoryJournal::last_result_number(int year) {
  const std::lock_guard lock(mutex_);
  int last = 0;
  for (const auto& [code, row] : results_) {
    if (row.registered && row.registered->year == year)
      last = std::max(last, row.registered->number);
  }
  return last;
}

OrFailure<Nothing> MemoryJournal::clear_views() {
  const std::lock_guard lock(mutex_);
  views_.clear();
  results_.clear();
  return Nothing{};
}

OrFailure<Nothing> MemoryJournal::each_figures(const std::function<void(std::string_view)>& take) {
  const std::lock_guard lock(mutex_);
  for (const auto& [code, view] : views_) take(view.figures);
  return Nothing{};
}

}  // namespace motcua::memory
