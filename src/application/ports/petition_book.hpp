// The book of petitions: its records, chained like the journal's, the rows folded from them and the
// notices they make, kept together by one commit.
//
// One thread at a time keeps; reading is for any thread. What keep() answered well is on disk;
// after a failure nothing of it is.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/digest.hpp"
#include "base/failure.hpp"
#include "petition/row.hpp"
#include "ports/outbox.hpp"

namespace motcua::ports {

struct StoredPetitionRecord {
  std::uint64_t sequence = 0;  // 1, 2, 3 … over the whole book
  petition::Record record;
  std::string type;
  std::string body;         // JSON, the bytes the chain covers
  std::string request_key;  // of the request that made it; empty for what followed by rule
  Digest chain{};
};

struct PetitionAct {  // all that one act leaves behind
  std::vector<StoredPetitionRecord> records;
  std::vector<petition::Row> rows;
  std::vector<MadeNotice> notices;
};

struct PetitionQuery {
  bool open_only = false;
  bool late_only = false;       // missed a date, or its date is before `now`
  bool published_only = false;  // newest publication first
  std::optional<petition::Kind> kind;
  std::string unit;
  std::string dossier;
  std::string account;
  Moment now{};
  int page = 1;
  int size = 50;
};

struct PetitionPage {
  std::vector<petition::Row> rows;  // nearest date first, those that owe none last
  int total = 0;
};

class PetitionBook {
 public:
  virtual ~PetitionBook() = default;

  virtual OrFailure<Nothing> keep(const PetitionAct& act) = 0;
  // Every record in order; stops when `take` answers false.
  virtual OrFailure<Nothing> each_petition_record(
      const std::function<bool(const StoredPetitionRecord&)>& take) = 0;
  // Of one petition, in order; empty when there is none.
  virtual OrFailure<std::vector<StoredPetitionRecord>> petition_records(std::string_view code) = 0;

  virtual OrFailure<PetitionPage> list_petitions(const PetitionQuery& query) = 0;
  virtual OrFailure<std::vector<petition::Row>> petition_rows() = 0;  // all, by code
  // Puts these in the place of all rows there are.
  virtual OrFailure<Nothing> replace_petition_rows(const std::vector<petition::Row>& rows) = 0;
};

}  // namespace motcua::ports
