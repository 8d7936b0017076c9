#include "commands/chain.hpp"

#include <initializer_list>

namespace motcua::commands {
namespace {

// Each field with its length before it, so that no two lists of fields give the same bytes.
Digest chain_over(const Digest& before, std::initializer_list<std::string_view> fields) {
  std::string covered(reinterpret_cast<const char*>(before.data()), before.size());
  for (const auto field : fields) {
    covered += std::to_string(field.size());
    covered += ':';
    covered += field;
  }
  return sha256(covered);
}

// The books beside the journal cover the same members.
template <class Record>
Digest chain_of_book(const Digest& before, const Record& record) {
  const auto& r = record.record;
  return chain_over(before, {std::to_string(record.sequence), r.code, std::to_string(r.version),
                             std::to_string(to_unix(r.at)), r.actor.id, r.actor.name, r.actor.unit,
                             record.type, record.body});
}

}  // namespace

Digest chain_after(const Digest& before, const ports::StoredRecord& record) {
  const auto& r = record.record;
  return chain_over(before, {std::to_string(record.sequence), r.code, std::to_string(r.version),
                             std::to_string(to_unix(r.at)),
                             r.actual_at ? std::to_string(to_unix(*r.actual_at)) : std::string(),
                             r.actor.id, r.actor.name, r.actor.unit, record.type, record.body});
}

Digest chain_after(const Digest& before, const ports::StoredPetitionRecord& record) {
  return chain_of_book(before, record);
}

Digest chain_after(const Digest& before, const ports::StoredDesignRecord& record) {
  return chain_of_book(before, record);
}

Digest chain_after(const Digest& before, const ports::StoredTravelRecord& record) {
  return chain_of_book(before, record);
}

}  // namespace motcua::commands
