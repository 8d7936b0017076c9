// The book of petitions.

#include "petition/event_json.hpp"
#include "sqlite/book.hpp"
#include "sqlite/outbox.hpp"
#include "sqlite/store.hpp"

namespace motcua::sqlite {
namespace {

using petition::Row;
using ports::StoredPetitionRecord;

constexpr Book<StoredPetitionRecord> petitions{"petition_record", "petitions",
                                               petition::read_event};

constexpr std::string_view row_of_book =
    "SELECT code, version, kind, status, unit, dossier, account, received_at, ended_at, due, late,"
    " published_at FROM petition ";

// An empty text or 0 stands for "whichever".
constexpr std::string_view chosen_rows =
    "WHERE (?1 = '' OR kind = ?1) AND (?2 = '' OR unit = ?2) AND (?3 = '' OR dossier = ?3)"
    " AND (?4 = '' OR account = ?4) AND (?5 = 0 OR ended_at IS NULL OR due IS NOT NULL)"
    " AND (?6 = 0 OR late = 1 OR due < ?7) AND (?8 = 0 OR published_at IS NOT NULL) ";

std::optional<petition::Status> status_named(std::string_view name) {
  using petition::Status;
  for (const auto status : {Status::Received, Status::Assigned, Status::Waiting, Status::Answered,
                            Status::Refused, Status::Withdrawn}) {
    if (petition::write_status(status) == name) return status;
  }
  return std::nullopt;
}

OrFailure<Row> read_petition_row(const Statement& statement) {
  Row row;
  row.code = statement.text(0);
  row.version = static_cast<std::uint64_t>(statement.integer(1));
  const auto kind = petition::parse_kind(statement.text(2));
  const auto status = status_named(statement.text(3));
  if (!kind || !status) return book_damaged(petitions.name, "the row of " + row.code);
  row.kind = *kind;
  row.status = *status;
  row.unit = statement.text(4);
  row.dossier = statement.text(5);
  row.account = statement.text(6);
  row.received_at = statement.moment(7);
  row.ended_at = statement.optional_moment(8);
  row.due = statement.optional_moment(9);
  row.late = statement.integer(10) != 0;
  row.published_at = statement.optional_moment(11);
  return row;
}

OrFailure<Nothing> put_row(Database& database, const Row& row) {
  return run(database,
             "INSERT OR REPLACE INTO petition(code, version, kind, status, unit, dossier, account,"
             " received_at, ended_at, due, late, published_at)"
             " VALUES(?,?,?,?,?,?,?,?,?,?,?,?)",
             [&](Statement& s) {
               s.lend(1, row.code)
                   .bind(2, static_cast<std::int64_t>(row.version))
                   .lend(3, petition::write_kind(row.kind))
                   .lend(4, petition::write_status(row.status))
                   .lend(5, row.unit)
                   .lend(6, row.dossier)
                   .lend(7, row.account)
                   .bind(8, row.received_at)
                   .bind(9, row.ended_at)
                   .bind(10, row.due)
                   .bind(11, row.late ? 1 : 0)
                   .bind(12, row.published_at);
             });
}

void bind_query(Statement& s, const ports::PetitionQuery& query) {
  s.bind(1, query.kind ? petition::write_kind(*query.kind) : std::string_view{})
      .bind(2, std::string_view(query.unit))
      .bind(3, std::string_view(query.dossier))
      .bind(4, std::string_view(query.account))
      .bind(5, query.open_only ? 1 : 0)
      .bind(6, query.late_only ? 1 : 0)
      .bind(7, query.now)
      .bind(8, query.published_only ? 1 : 0);
}

}  // namespace

OrFailure<Nothing> Store::keep(const ports::PetitionAct& act) {
  const std::lock_guard lock(desk_mutex_);
  return in_one_commit(*desk_, [&]() -> OrFailure<Nothing> {
    for (const auto& record : act.records) {
      if (auto put = append_record(*desk_, petitions, record); !put) return put;
    }
    for (const auto& row : act.rows) {
      if (auto put = put_row(*desk_, row); !put) return put;
    }
    for (const auto& notice : act.notices) {
      if (auto put = insert_notice(*desk_, notice); !put) return put;
    }
    return Nothing{};
  });
}

OrFailure<Nothing> Store::each_petition_record(
    const std::function<bool(const StoredPetitionRecord&)>& take) {
  auto reader = readers_.lend();
  return each_record(*reader, petitions, take);
}

OrFailure<std::vector<StoredPetitionRecord>> Store::petition_records(std::string_view code) {
  auto reader = readers_.lend();
  return records_of(*reader, petitions, code);
}

OrFailure<ports::PetitionPage> Store::list_petitions(const ports::PetitionQuery& query) {
  auto reader = readers_.lend();
  ports::PetitionPage page;
  {
    auto counted = (*reader).prepare("SELECT count(*) FROM petition " + std::string(chosen_rows));
    if (!counted) return Unexpected{counted.error()};
    bind_query(*counted, query);
    const auto stepped = counted->step();
    if (!stepped) return Unexpected{stepped.error()};
    page.total = static_cast<int>(counted->integer(0));
  }
  const std::string order = query.published_only
                                ? "ORDER BY published_at DESC, code DESC"
                                : "ORDER BY due IS NULL, due, received_at DESC, code DESC";
  auto rows = read_each<Row>(
      *reader, std::string(row_of_book) + std::string(chosen_rows) + order + " LIMIT ?9 OFFSET ?10",
      [&](Statement& s) {
        bind_query(s, query);
        s.bind(9, query.size).bind(10, std::int64_t{query.page - 1} * query.size);
      },
      read_petition_row);
  if (!rows) return Unexpected{rows.error()};
  page.rows = std::move(*rows);
  return page;
}

OrFailure<std::vector<Row>> Store::petition_rows() {
  auto reader = readers_.lend();
  return read_each<Row>(
      *reader, std::string(row_of_book) + "ORDER BY code", [](Statement&) {}, read_petition_row);
}

OrFailure<Nothing> Store::replace_petition_rows(const std::vector<Row>& rows) {
  const std::lock_guard lock(desk_mutex_);
  return in_one_commit(*desk_, [&]() -> OrFailure<Nothing> {
    if (auto cleared = desk_->execute("DELETE FROM petition"); !cleared) return cleared;
    for (const auto& row : rows) {
      if (auto put = put_row(*desk_, row); !put) return put;
    }
    return Nothing{};
  });
}

}  // namespace motcua::sqlite
