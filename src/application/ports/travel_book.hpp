// The book of travel: its records, chained like the journal's, the rows folded from them and the
// reminders they make, kept together by one commit.
//
// One thread at a time keeps; reading is for any thread. What keep_travel() answered well is on
// disk; after a failure nothing of it is.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/digest.hpp"
#include "base/failure.hpp"
#include "ports/outbox.hpp"
#include "travel/state.hpp"

namespace motcua::ports {

struct StoredTravelRecord {
  std::uint64_t sequence = 0;  // 1, 2, 3 … over the whole book
  travel::Record record;
  std::string type;
  std::string body;         // JSON, the bytes the chain covers
  std::string request_key;  // of the request that made it; empty for what followed by rule
  Digest chain{};
};

struct TravelAct {  // all that one act leaves behind
  StoredTravelRecord record;
  travel::Row row;
  std::vector<MadeNotice> notices;
};

class TravelBook {
 public:
  virtual ~TravelBook() = default;

  virtual OrFailure<Nothing> keep_travel(const TravelAct& act) = 0;
  // Every record in order; stops when `take` answers false.
  virtual OrFailure<Nothing> each_travel_record(
      const std::function<bool(const StoredTravelRecord&)>& take) = 0;
  // Of one entry, in order; empty when there is none.
  virtual OrFailure<std::vector<StoredTravelRecord>> travel_records(std::string_view code) = 0;

  virtual OrFailure<std::vector<travel::Row>> travel_rows() = 0;  // all, by code
  // Puts these in the place of all rows there are.
  virtual OrFailure<Nothing> replace_travel_rows(const std::vector<travel::Row>& rows) = 0;
};

}  // namespace motcua::ports
