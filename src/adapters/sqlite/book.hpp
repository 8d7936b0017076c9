// A book beside the journal (petitions, designs, travel): its records in their table, written and
// read in one way for all of them.
//
// The columns are those every book has; a book whose requests may come twice has request_key too.
#pragma once

#include <algorithm>

#include "base/json.hpp"
#include "sqlite/rows.hpp"

namespace motcua::sqlite {

// Of one kind of record: where it stands, what it is called, how its event is read.
template <class Stored>
struct Book {
  using Event = decltype(Stored{}.record.event);

  std::string_view table;  // "petition_record"
  std::string_view name;   // "petitions": the book of …
  OrFailure<Event> (*read_event)(std::string_view name, const json::value& body);

  static constexpr bool has_keys = requires(Stored stored) { stored.request_key; };
};

Unexpected<Failure> book_damaged(std::string_view name, const std::string& what);

// All of it, or nothing.
OrFailure<Nothing> in_one_commit(Database& database,
                                 const std::function<OrFailure<Nothing>()>& write);

template <class Stored>
std::string columns_of(const Book<Stored>& book) {
  return std::string("sequence, code, version, at, actor, actor_name, actor_unit, type, body, ") +
         (book.has_keys ? "request_key, " : "") + "chain";
}

template <class Stored>
OrFailure<Stored> read_record(const Book<Stored>& book, const Statement& row) {
  Stored stored;
  stored.sequence = static_cast<std::uint64_t>(row.integer(0));
  stored.record.code = row.text(1);
  stored.record.version = static_cast<std::uint64_t>(row.integer(2));
  stored.record.at = row.moment(3);
  stored.record.actor = {std::string(row.text(4)), std::string(row.text(5)),
                         std::string(row.text(6))};
  stored.type = row.text(7);
  stored.body = row.text(8);
  if constexpr (Book<Stored>::has_keys) stored.request_key = row.text(9);
  const auto chain = row.blob(book.has_keys ? 10 : 9);
  const auto named = "record " + std::to_string(stored.sequence);
  if (chain.size() != stored.chain.size()) {
    return book_damaged(book.name, "the chain of " + named);
  }
  std::copy(chain.begin(), chain.end(), stored.chain.begin());
  const auto body = read_json(stored.body);
  if (!body) return book_damaged(book.name, named);
  auto event = book.read_event(stored.type, *body);
  if (!event) return book_damaged(book.name, named);
  stored.record.event = std::move(*event);
  return stored;
}

template <class Stored>
OrFailure<Nothing> append_record(Database& database, const Book<Stored>& book,
                                 const Stored& stored) {
  const auto& record = stored.record;
  const auto sql = "INSERT INTO " + std::string(book.table) + "(" + columns_of(book) +
                   ") VALUES(?,?,?,?,?,?,?,?,?,?" + (book.has_keys ? ",?)" : ")");
  return run(database, sql, [&](Statement& s) {
    s.bind(1, static_cast<std::int64_t>(stored.sequence))
        .lend(2, record.code)
        .bind(3, static_cast<std::int64_t>(record.version))
        .bind(4, record.at)
        .lend(5, record.actor.id)
        .lend(6, record.actor.name)
        .lend(7, record.actor.unit)
        .lend(8, stored.type)
        .lend(9, stored.body);
    if constexpr (Book<Stored>::has_keys) s.lend(10, stored.request_key);
    s.bind_blob(book.has_keys ? 11 : 10,
                {reinterpret_cast<const char*>(stored.chain.data()), stored.chain.size()});
  });
}

// Every record in order; stops when `take` answers false.
template <class Stored>
OrFailure<Nothing> each_record(Database& database, const Book<Stored>& book,
                               const std::function<bool(const Stored&)>& take) {
  auto statement = database.prepare("SELECT " + columns_of(book) + " FROM " +
                                    std::string(book.table) + " ORDER BY sequence");
  if (!statement) return Unexpected{statement.error()};
  for (;;) {
    const auto stepped = statement->step();
    if (!stepped) return Unexpected{stepped.error()};
    if (!*stepped) return Nothing{};
    const auto record = read_record(book, *statement);
    if (!record) return Unexpected{record.error()};
    if (!take(*record)) return Nothing{};
  }
}

// Of one entry of the book, in order.
template <class Stored>
OrFailure<std::vector<Stored>> records_of(Database& database, const Book<Stored>& book,
                                          std::string_view code) {
  return read_each<Stored>(
      database,
      "SELECT " + columns_of(book) + " FROM " + std::string(book.table) +
          " WHERE code = ? ORDER BY version",
      [&](Statement& s) { s.bind(1, code); },
      [&](const Statement& row) { return read_record(book, row); });
}

}  // namespace motcua::sqlite
