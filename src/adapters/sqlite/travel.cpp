// The book of travel.

#include <algorithm>

#include "sqlite/outbox.hpp"
#include "sqlite/rows.hpp"
#include "sqlite/store.hpp"
#include "travel/event_json.hpp"

namespace motcua::sqlite {
namespace {

using ports::StoredTravelRecord;
using TravelRow = travel::Row;

constexpr std::string_view record_of_travel =
    "SELECT sequence, code, version, at, actor, actor_name, actor_unit, type, body, request_key,"
    " chain FROM travel_record ";

Unexpected<Failure> travel_damaged(std::string what) {
  return Unexpected{
      Failure{FailureKind::Storage, "the book of travel is damaged: " + std::move(what), false}};
}

OrFailure<StoredTravelRecord> read_travel_record(const Statement& row) {
  StoredTravelRecord stored;
  stored.sequence = static_cast<std::uint64_t>(row.integer(0));
  stored.record.code = row.text(1);
  stored.record.version = static_cast<std::uint64_t>(row.integer(2));
  stored.record.at = row.moment(3);
  stored.record.actor = {std::string(row.text(4)), std::string(row.text(5)),
                         std::string(row.text(6))};
  stored.type = row.text(7);
  stored.body = row.text(8);
  stored.request_key = row.text(9);
  const auto chain = row.blob(10);
  const auto named = "record " + std::to_string(stored.sequence);
  if (chain.size() != stored.chain.size()) return travel_damaged("the chain of " + named);
  std::copy(chain.begin(), chain.end(), stored.chain.begin());
  const auto body = read_json(stored.body);
  if (!body) return travel_damaged(named);
  auto event = travel::read_event(stored.type, *body);
  if (!event) return travel_damaged(named);
  stored.record.event = std::move(*event);
  return stored;
}

OrFailure<TravelRow> read_travel_row(const Statement& statement) {
  TravelRow row;
  row.code = statement.text(0);
  row.version = static_cast<std::uint64_t>(statement.integer(1));
  const auto kind = travel::parse_kind(statement.text(2));
  if (!kind) return travel_damaged("the row of " + row.code);
  row.kind = *kind;
  row.state = statement.text(3);
  row.dossier = statement.text(4);
  row.unit = statement.text(5);
  row.name = statement.text(6);
  row.from = parse_date(statement.text(7));
  row.to = parse_date(statement.text(8));
  return row;
}

OrFailure<Nothing> append_travel(Database& database, const StoredTravelRecord& stored) {
  const auto& record = stored.record;
  return run(database,
             "INSERT INTO travel_record(sequence, code, version, at, actor, actor_name,"
             " actor_unit, type, body, request_key, chain) VALUES(?,?,?,?,?,?,?,?,?,?,?)",
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
                   .lend(10, stored.request_key)
                   .bind_blob(11, {reinterpret_cast<const char*>(stored.chain.data()),
                                   stored.chain.size()});
             });
}

OrFailure<Nothing> put_travel_row(Database& database, const TravelRow& row) {
  const auto from = row.from ? write_date(*row.from) : std::string();
  const auto to = row.to ? write_date(*row.to) : std::string();
  return run(database,
             "INSERT OR REPLACE INTO travel(code, version, kind, state, dossier, unit, name,"
             " first_day, last_day) VALUES(?,?,?,?,?,?,?,?,?)",
             [&](Statement& s) {
               s.lend(1, row.code)
                   .bind(2, static_cast<std::int64_t>(row.version))
                   .lend(3, travel::write_kind(row.kind))
                   .lend(4, row.state)
                   .lend(5, row.dossier)
                   .lend(6, row.unit)
                   .lend(7, row.name)
                   .lend(8, from)
                   .lend(9, to);
             });
}

// All of it, or nothing.
OrFailure<Nothing> travel_commit(Database& database,
                                 const std::function<OrFailure<Nothing>()>& write) {
  if (auto begun = database.execute("BEGIN IMMEDIATE"); !begun) return begun;
  auto written = write();
  if (written) written = database.execute("COMMIT");
  if (!written) (void)database.execute("ROLLBACK");
  return written;
}

}  // namespace

OrFailure<Nothing> Store::keep_travel(const ports::TravelAct& act) {
  const std::lock_guard lock(desk_mutex_);
  return travel_commit(*desk_, [&]() -> OrFailure<Nothing> {
    if (auto put = append_travel(*desk_, act.record); !put) return put;
    if (auto put = put_travel_row(*desk_, act.row); !put) return put;
    for (const auto& notice : act.notices) {
      if (auto put = insert_notice(*desk_, notice); !put) return put;
    }
    return Nothing{};
  });
}

OrFailure<Nothing> Store::each_travel_record(
    const std::function<bool(const StoredTravelRecord&)>& take) {
  auto reader = readers_.lend();
  auto statement = (*reader).prepare(std::string(record_of_travel) + "ORDER BY sequence");
  if (!statement) return Unexpected{statement.error()};
  for (;;) {
    const auto stepped = statement->step();
    if (!stepped) return Unexpected{stepped.error()};
    if (!*stepped) return Nothing{};
    const auto record = read_travel_record(*statement);
    if (!record) return Unexpected{record.error()};
    if (!take(*record)) return Nothing{};
  }
}

OrFailure<std::vector<StoredTravelRecord>> Store::travel_records(std::string_view code) {
  auto reader = readers_.lend();
  return read_each<StoredTravelRecord>(
      *reader, std::string(record_of_travel) + "WHERE code = ? ORDER BY version",
      [&](Statement& s) { s.bind(1, code); }, read_travel_record);
}

OrFailure<std::vector<TravelRow>> Store::travel_rows() {
  auto reader = readers_.lend();
  return read_each<TravelRow>(
      *reader,
      "SELECT code, version, kind, state, dossier, unit, name, first_day, last_day FROM travel"
      " ORDER BY code",
      [](Statement&) {}, read_travel_row);
}

OrFailure<Nothing> Store::replace_travel_rows(const std::vector<TravelRow>& rows) {
  const std::lock_guard lock(desk_mutex_);
  return travel_commit(*desk_, [&]() -> OrFailure<Nothing> {
    if (auto cleared = desk_->execute("DELETE FROM travel"); !cleared) return cleared;
    for (const auto& row : rows) {
      if (auto put = put_travel_row(*desk_, row); !put) return put;
    }
    return Nothing{};
  });
}

}  // namespace motcua::sqlite
