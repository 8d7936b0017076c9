// The book of designs: every draft, publication and proposal, one record per act, each chained to
// the one before by SHA-256.
//
// keep() is for one thread at a time; reading for any. What keep() answered well is on disk.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "base/digest.hpp"
#include "base/failure.hpp"
#include "design/event.hpp"

namespace motcua::ports {

struct StoredDesignRecord {
  std::uint64_t sequence = 0;  // 1, 2, 3 … over the whole book
  design::Record record;
  std::string type;
  std::string body;  // JSON, the bytes the chain covers
  Digest chain{};
};

class DesignBook {
 public:
  virtual ~DesignBook() = default;

  virtual OrFailure<Nothing> keep(const StoredDesignRecord& record) = 0;
  // Every record in order; stops when `take` answers false.
  virtual OrFailure<Nothing> each_design_record(
      const std::function<bool(const StoredDesignRecord&)>& take) = 0;
  // Of one draft or proposal, in order; empty when there is none.
  virtual OrFailure<std::vector<StoredDesignRecord>> design_records(std::string_view code) = 0;
};

}  // namespace motcua::ports
