// The book of designs.

#include "design/event_json.hpp"
#include "sqlite/book.hpp"
#include "sqlite/store.hpp"

namespace motcua::sqlite {
namespace {

using ports::StoredDesignRecord;

constexpr Book<StoredDesignRecord> designs{"design_record", "designs", design::read_event};

}  // namespace

OrFailure<Nothing> Store::keep(const StoredDesignRecord& stored) {
  const std::lock_guard lock(desk_mutex_);
  return append_record(*desk_, designs, stored);
}

OrFailure<Nothing> Store::each_design_record(
    const std::function<bool(const StoredDesignRecord&)>& take) {
  auto reader = readers_.lend();
  return each_record(*reader, designs, take);
}

OrFailure<std::vector<StoredDesignRecord>> Store::design_records(std::string_view code) {
  auto reader = readers_.lend();
  return records_of(*reader, designs, code);
}

}  // namespace motcua::sqlite
