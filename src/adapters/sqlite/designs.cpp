// The book of designs.

#include <algorithm>

#include "design/event_json.hpp"
#include "sqlite/rows.hpp"
#include "sqlite/store.hpp"

namespace motcua::sqlite {
namespace {

using ports::StoredDesignRecord;

constexpr std::string_view record_of_designs =
    "SELECT sequence, code, version, at, actor, actor_name, actor_unit, type, body, chain"
    " FROM design_record ";

Unexpected<Failure> designs_damaged(std::string what) {
  return Unexpected{
      Failure{FailureKind::Storage, "the book of designs is damaged: " + std::move(what), false}};
}

OrFailure<StoredDesignRecord> read_design_record(const Statement& row) {
  StoredDesignRecord stored;
  stored.sequence = static_cast<std::uint64_t>(row.integer(0));
  stored.record.code = row.text(1);
  stored.record.version = static_cast<std::uint64_t>(row.integer(2));
  stored.record.at = row.moment(3);
  stored.record.actor = {std::string(row.text(4)), std::string(row.text(5)),
                         std::string(row.text(6))};
  stored.type = row.text(7);
  stored.body = row.text(8);
  const auto chain = row.blob(9);
  const auto named = "record " + std::to_string(stored.sequence);
  if (chain.size() != stored.chain.size()) return designs_damaged("the chain of " + named);
  std::copy(chain.begin(), chain.end(), stored.chain.begin());
  const auto body = read_json(stored.body);
  if (!body) return designs_damaged(named);
  auto event = design::read_event(stored.type, *body);
  if (!event) return designs_damaged(named);
  stored.record.event = std::move(*event);
  return stored;
}

}  // namespace

OrFailure<Nothing> Store::keep(const StoredDesignRecord& stored) {
  const std::lock_guard lock(desk_mutex_);
  const auto& record = stored.record;
  return run(*desk_,
             "INSERT INTO design_record(sequence, code, version, at, actor, actor_name,"
             " actor_unit, type, body, chain) VALUES(?,?,?,?,?,?,?,?,?,?)",
             [&](Statement& s) {
               s.bind(1, static_cast<std::int64_t>(stored.sequence))
                   .lend(2, record.code)
                   .bind(3, static_cast<std::int64_t>(record.version))
                   .bind(4, record.at)
                   .lend(5, record.actor.id)
                   .lend(6, record.actor.name)
                   .lend(7, record.actor.unit)
                   .lend(8, stored.type)
                   .lend(9, stored.body)
                   .bind_blob(10, {reinterpret_cast<const char*>(stored.chain.data()),
                                   stored.chain.size()});
             });
}

OrFailure<Nothing> Store::each_design_record(
    const std::function<bool(const StoredDesignRecord&)>& take) {
  auto reader = readers_.lend();
  auto statement = (*reader).prepare(std::string(record_of_designs) + "ORDER BY sequence");
  if (!statement) return Unexpected{statement.error()};
  while (true) {
    const auto stepped = statement->step();
    if (!stepped) return Unexpected{stepped.error()};
    if (!*stepped) return Nothing{};
    const auto record = read_design_record(*statement);
    if (!record) return Unexpected{record.error()};
    if (!take(*record)) return Nothing{};
  }
}

OrFailure<std::vector<StoredDesignRecord>> Store::design_records(std::string_view code) {
  auto reader = readers_.lend();
  return read_each<StoredDesignRecord>(
      *reader, std::string(record_of_designs) + "WHERE code = ? ORDER BY version",
      [&](Statement& s) { s.bind(1, code); }, read_design_record);
}

}  // namespace motcua::sqlite
