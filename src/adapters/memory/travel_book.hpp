// The book of travel kept in memory, for scenarios: the same contract as the durable one.
#pragma once

#include <map>
#include <mutex>

#include "ports/travel_book.hpp"

namespace motcua::memory {

class MemoryTravelBook : public ports::TravelBook {
 public:
  OrFailure<Nothing> keep_travel(const ports::TravelAct& act) override;
  OrFailure<Nothing> each_travel_record(
      const std::function<bool(const ports::StoredTravelRecord&)>& take) override;
  OrFailure<std::vector<ports::StoredTravelRecord>> travel_records(std::string_view code) override;
  OrFailure<std::vector<travel::Row>> travel_rows() override;
  OrFailure<Nothing> replace_travel_rows(const std::vector<travel::Row>& rows) override;

 private:
  std::mutex mutex_;
  std::vector<ports::StoredTravelRecord> records_;
  std::map<std::string, travel::Row, std::less<>> rows_;
};

}  // namespace motcua::memory
