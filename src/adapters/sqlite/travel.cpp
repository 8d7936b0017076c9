// The book of travel.

#include "sqlite/book.hpp"
#include "sqlite/outbox.hpp"
#include "sqlite/store.hpp"
#include "travel/event_json.hpp"

namespace motcua::sqlite {
namespace {

using ports::StoredTravelRecord;
using TravelRow = travel::Row;

constexpr Book<StoredTravelRecord> travel_book{"travel_record", "travel", travel::read_event};

OrFailure<TravelRow> read_travel_row(const Statement& statement) {
  TravelRow row;
  row.code = statement.text(0);
  row.version = static_cast<std::uint64_t>(statement.integer(1));
  const auto kind = travel::parse_kind(statement.text(2));
  if (!kind) return book_damaged(travel_book.name, "the row of " + row.code);
  row.kind = *kind;
  row.state = statement.text(3);
  row.dossier = statement.text(4);
  row.unit = statement.text(5);
  row.name = statement.text(6);
  row.from = parse_date(statement.text(7));
  row.to = parse_date(statement.text(8));
  return row;
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

}  // namespace

OrFailure<Nothing> Store::keep_travel(const ports::TravelAct& act) {
  const std::lock_guard lock(desk_mutex_);
  return in_one_commit(*desk_, [&]() -> OrFailure<Nothing> {
    if (auto put = append_record(*desk_, travel_book, act.record); !put) return put;
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
  return each_record(*reader, travel_book, take);
}

OrFailure<std::vector<StoredTravelRecord>> Store::travel_records(std::string_view code) {
  auto reader = readers_.lend();
  return records_of(*reader, travel_book, code);
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
  return in_one_commit(*desk_, [&]() -> OrFailure<Nothing> {
    if (auto cleared = desk_->execute("DELETE FROM travel"); !cleared) return cleared;
    for (const auto& row : rows) {
      if (auto put = put_travel_row(*desk_, row); !put) return put;
    }
    return Nothing{};
  });
}

}  // namespace motcua::sqlite
