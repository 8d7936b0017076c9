#include "memory/travel_book.hpp"

namespace motcua::memory {

OrFailure<Nothing> MemoryTravelBook::keep_travel(const ports::TravelAct& act) {
  const std::lock_guard lock(mutex_);
  records_.push_back(act.record);
  rows_.insert_or_assign(act.row.code, act.row);
  return Nothing{};
}

OrFailure<Nothing> MemoryTravelBook::each_travel_record(
    const std::function<bool(const ports::StoredTravelRecord&)>& take) {
  const std::lock_guard lock(mutex_);
  for (const auto& record : records_) {
    if (!take(record)) break;
  }
  return Nothing{};
}

OrFailure<std::vector<ports::StoredTravelRecord>> MemoryTravelBook::travel_records(
    std::string_view code) {
  const std::lock_guard lock(mutex_);
  std::vector<ports::StoredTravelRecord> of_entry;
  for (const auto& record : records_) {
    if (record.record.code == code) of_entry.push_back(record);
  }
  return of_entry;
}

OrFailure<std::vector<travel::Row>> MemoryTravelBook::travel_rows() {
  const std::lock_guard lock(mutex_);
  std::vector<travel::Row> rows;
  for (const auto& [code, row] : rows_) rows.push_back(row);
  return rows;
}

OrFailure<Nothing> MemoryTravelBook::replace_travel_rows(const std::vector<travel::Row>& rows) {
  const std::lock_guard lock(mutex_);
  rows_.clear();
  for (const auto& row : rows) rows_.insert_or_assign(row.code, row);
  return Nothing{};
}

}  // namespace motcua::memory
