// The journal, the views folded from it and the notices it makes, kept together: one commit makes
// all of them durable.
//
// One writer thread uses begin() and its Transaction; reading is for any thread. What commit()
// answered well is on disk; after a failure nothing of the transaction is.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/digest.hpp"
#include "base/failure.hpp"
#include "dossier/event.hpp"
#include "ports/outbox.hpp"
#include "view/list_row.hpp"
#include "view/result_row.hpp"

namespace motcua::ports {

// A record as it is stored, with its place in the chain: SHA-256 over the chain before it and its
// own contents, so that no record can be changed, removed or slipped in without a trace.
struct StoredRecord {
  std::uint64_t sequence = 0;  // 1, 2, 3 … over the whole journal
  dossier::Record record;
  std::string type;
  std::string body;         // JSON, the bytes the chain covers
  std::string request_key;  // of the request that made it; empty for the office's own duties
  Digest chain{};
};

struct JournalEnd {
  std::uint64_t sequence = 0;
  Digest chain{};
};

class Transaction {
 public:
  virtual ~Transaction() = default;
  virtual OrFailure<Nothing> append(const StoredRecord& record) = 0;
  // `added`: sequences of the dossier's records since its view was last put, oldest first.
  virtual OrFailure<Nothing> put_view(const view::ListRow& row, std::string_view figures,
                                      std::span<const std::uint64_t> added) = 0;
  virtual OrFailure<Nothing> put_notice(const MadeNotice& made) = 0;
  virtual OrFailure<Nothing> put_result(const view::ResultRow& row) = 0;
  virtual OrFailure<Nothing> put_holding(std::string_view party, std::string_view code) = 0;
  virtual OrFailure<Nothing> commit() = 0;  // without it the destructor rolls back
};

class Journal {
 public:
  virtual ~Journal() = default;

  virtual OrFailure<std::unique_ptr<Transaction>> begin() = 0;
  virtual OrFailure<JournalEnd> end() = 0;

  // Records of one dossier in order; empty when there is none. They are found through its view: a
  // Storage failure when the view leads to records that are not its own, or not to all of them.
  virtual OrFailure<std::vector<StoredRecord>> load(std::string_view code) = 0;
  // Every record in order; stops when `take` answers false.
  virtual OrFailure<Nothing> each(const std::function<bool(const StoredRecord&)>& take) = 0;
  // The newest `count` request keys with the code and version they made, oldest first.
  using TakeKey =
      std::function<void(std::string_view key, std::string_view code, std::uint64_t version)>;
  virtual OrFailure<Nothing> recent_requests(std::size_t count, const TakeKey& take) = 0;
  // The highest daily sequence used on that day's codes ("170412"), 0 when none.
  virtual OrFailure<int> last_daily_sequence(std::string_view code_prefix) = 0;

  // The highest number of the office's register of results in that year, 0 when none.
  virtual OrFailure<int> last_result_number(int year) = 0;

  // Forgets every view (before they are rebuilt).
  virtual OrFailure<Nothing> clear_views() = 0;
  virtual OrFailure<Nothing> each_figures(const std::function<void(std::string_view)>& take) = 0;
};

}  // namespace motcua::ports
