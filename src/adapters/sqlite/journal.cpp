// The journal and the views beside it.

#include <algorithm>
#include <charconv>

#include "dossier/event_json.hpp"
#include "sqlite/outbox.hpp"
#include "sqlite/rows.hpp"
#include "sqlite/store.hpp"

namespace motcua::sqlite {
namespace {

using ports::StoredRecord;

constexpr std::string_view record_columns =
    "sequence, code, version, at, actual_at, actor, actor_name, actor_unit, type, body, "
    "request_key, chain";

// What SQLite gave back as it was given, but is no record: the store's fault, not the asker's.
Unexpected<Failure> damaged(std::string what) {
  return Unexpected{
      Failure{FailureKind::Storage, "the journal is damaged: " + std::move(what), false}};
}

OrFailure<StoredRecord> read_record(const Statement& row) {
  StoredRecord stored;
  stored.sequence = static_cast<std::uint64_t>(row.integer(0));
  stored.record.code = row.text(1);
  stored.record.version = static_cast<std::uint64_t>(row.integer(2));
  stored.record.at = row.moment(3);
  stored.record.actual_at = row.optional_moment(4);
  stored.record.actor = {std::string(row.text(5)), std::string(row.text(6)),
                         std::string(row.text(7))};
  stored.type = row.text(8);
  stored.body = row.text(9);
  stored.request_key = row.text(10);
  const auto chain = row.blob(11);
  if (chain.size() != stored.chain.size()) return damaged("a chain of " + stored.record.code);
  std::copy(chain.begin(), chain.end(), stored.chain.begin());
  const auto body = read_json(stored.body);
  if (!body) return damaged("record " + std::to_string(stored.sequence));
  if (!dossier::read_record_body(stored.type, *body, stored.record)) {
    return damaged("record " + std::to_string(stored.sequence));
  }
  return stored;
}

// A view and the places of its dossier's records in the journal, as "12,845,846".
constexpr std::string_view insert_view =
    "INSERT INTO dossier(code, version, procedure, procedure_version, case_id, applicant,"
    " search, channel, status, open, paused, task, unit, assignee, step_due, promise,"
    " first_promise, received_at, ended_at, generated, figures, records)"
    " VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17,?18,?19,?20,?21,?22)"
    " ON CONFLICT(code) DO UPDATE SET version=?2, case_id=?5, applicant=?6, search=?7,"
    " status=?9, open=?10, paused=?11, task=?12, unit=?13, assignee=?14, step_due=?15,"
    " promise=?16, first_promise=?17, ended_at=?19, figures=?21, records=records||','||?22";

constexpr std::string_view update_view =
    "UPDATE dossier SET version=?2, case_id=?5, applicant=?6, search=?7, status=?9, paused=?11,"
    " task=?12, unit=?13, assignee=?14, step_due=?15, promise=?16, first_promise=?17,"
    " ended_at=?19, figures=?21, records=records||','||?22 WHERE code=?1 AND open=?10";

std::string in_list(std::span<const std::uint64_t> sequences) {
  std::string list;
  for (const auto sequence : sequences) {
    if (!list.empty()) list += ',';
    list += std::to_string(sequence);
  }
  return list;
}

class SqliteTransaction : public ports::Transaction {
 public:
  SqliteTransaction(Database& database, std::unique_lock<std::mutex> turn)
      : database_(database), turn_(std::move(turn)) {}
  ~SqliteTransaction() override {
    if (!committed_) (void)database_.execute("ROLLBACK");
  }

  OrFailure<Nothing> append(const StoredRecord& stored) override {
    auto statement = database_.prepare(
        "INSERT INTO journal(sequence, code, version, at, actual_at, actor, actor_name, actor_unit,"
        " type, body, request_key, chain) VALUES(?,?,?,?,?,?,?,?,?,?,?,?)");
    if (!statement) return Unexpected{statement.error()};
    const auto& record = stored.record;
    statement->bind(1, static_cast<std::int64_t>(stored.sequence))
        .lend(2, record.code)
        .bind(3, static_cast<std::int64_t>(record.version))
        .bind(4, record.at)
        .bind(5, record.actual_at)
        .lend(6, record.actor.id)
        .lend(7, record.actor.name)
        .lend(8, record.actor.unit)
        .lend(9, stored.type)
        .lend(10, stored.body)
        .lend(11, stored.request_key)
        .bind_blob(12, {reinterpret_cast<const char*>(stored.chain.data()), stored.chain.size()});
    return statement->run();
  }

  OrFailure<Nothing> put_view(const view::ListRow& row, std::string_view figures,
                              std::span<const std::uint64_t> added) override {
    const std::string records = in_list(added);
    // Most acts leave a dossier open: without "open" in the SET list no index is written.
    auto changed = put(update_view, row, figures, records);
    if (!changed || database_.changed_rows() > 0) return changed;
    return put(insert_view, row, figures, records);
  }

  OrFailure<Nothing> put_notice(const ports::MadeNotice& made) override {
    return insert_notice(database_, made);
  }

  OrFailure<Nothing> put_result(const view::ResultRow& row) override {
    if (auto put = put_result_line(row, ""); !put) return put;
    for (const auto& paper : row.papers) {
      if (auto put = put_result_line(row, paper); !put) return put;
    }
    return Nothing{};
  }

  OrFailure<Nothing> put_holding(std::string_view party, std::string_view code) override {
    return run(database_, "INSERT OR REPLACE INTO holding VALUES(?,?)",
               [&](Statement& s) { s.bind(1, party).bind(2, code); });
  }

  OrFailure<Nothing> commit() override {
    auto committed = database_.execute("COMMIT");
    committed_ = committed.ok();
    if (committed_) turn_.unlock();
    return committed;
  }

 private:
  OrFailure<Nothing> put(std::string_view sql, const view::ListRow& row, std::string_view figures,
                         std::string_view records) {
    auto statement = database_.prepare(sql);
    if (!statement) return Unexpected{statement.error()};
    statement->lend(1, row.code)
        .bind(2, static_cast<std::int64_t>(row.version))
        .lend(3, row.procedure)
        .bind(4, row.procedure_version)
        .lend(5, row.case_id)
        .lend(6, row.applicant)
        .lend(7, row.search)
        .lend(8, row.channel)
        .bind(9, row.status)
        .bind(10, row.open ? 1 : 0)
        .bind(11, row.paused ? 1 : 0)
        .lend(12, row.task)
        .lend(13, row.unit)
        .lend(14, row.assignee)
        .bind(15, row.step_due)
        .bind(16, row.promise)
        .bind(17, row.first_promise)
        .bind(18, row.received_at)
        .bind(19, row.ended_at)
        .bind(20, row.generated ? 1 : 0)
        .lend(21, figures)
        .lend(22, records);
    return statement->run();
  }

  OrFailure<Nothing> put_result_line(const view::ResultRow& row, std::string_view paper) {
    auto statement = database_.prepare(
        "INSERT OR REPLACE INTO result(code, paper, number, year, in_year) VALUES(?,?,?,?,?)");
    if (!statement) return Unexpected{statement.error()};
    const auto registered = row.registered.value_or(dossier::RegisterNumber{});
    statement->lend(1, row.code)
        .lend(2, paper)
        .lend(3, row.number)
        .bind(4, registered.year)
        .bind(5, registered.number);
    return statement->run();
  }

  Database& database_;
  std::unique_lock<std::mutex> turn_;
  bool committed_ = false;
};

}  // namespace

OrFailure<std::unique_ptr<ports::Transaction>> Store::begin() {
  std::unique_lock turn(turn_);
  if (const auto begun = writer_->execute("BEGIN IMMEDIATE"); !begun) {
    return Unexpected{begun.error()};
  }
  return std::unique_ptr<ports::Transaction>(new SqliteTransaction(*writer_, std::move(turn)));
}

OrFailure<ports::JournalEnd> Store::end() {
  auto reader = readers_.lend();
  auto statement =
      (*reader).prepare("SELECT sequence, chain FROM journal ORDER BY sequence DESC LIMIT 1");
  if (!statement) return Unexpected{statement.error()};
  const auto stepped = statement->step();
  if (!stepped) return Unexpected{stepped.error()};
  ports::JournalEnd end;
  if (!*stepped) return end;
  end.sequence = static_cast<std::uint64_t>(statement->integer(0));
  const auto chain = statement->blob(1);
  if (chain.size() != end.chain.size()) return damaged("the last chain");
  std::copy(chain.begin(), chain.end(), end.chain.begin());
  return end;
}

OrFailure<std::vector<StoredRecord>> Store::load(std::string_view code) {
  auto reader = readers_.lend();
  auto statement =
      (*reader).prepare("SELECT " + std::string(record_columns) +
                        " FROM (SELECT value FROM dossier, json_each('[' || dossier.records || ']')"
                        " WHERE dossier.code = ?) JOIN journal ON journal.sequence = value");
  if (!statement) return Unexpected{statement.error()};
  statement->bind(1, code);
  std::vector<StoredRecord> records;
  for (;;) {
    const auto stepped = statement->step();
    if (!stepped) return Unexpected{stepped.error()};
    if (!*stepped) return records;
    auto record = read_record(*statement);
    if (!record) return Unexpected{record.error()};
    if (record->record.code != code || record->record.version != records.size() + 1) {
      return damaged("the records of " + std::string(code) + "; motcua verify tells more");
    }
    records.push_back(std::move(*record));
  }
}

OrFailure<Nothing> Store::each(const std::function<bool(const StoredRecord&)>& take) {
  auto reader = readers_.lend();
  auto statement = (*reader).prepare("SELECT " + std::string(record_columns) +
                                     " FROM journal ORDER BY sequence");
  if (!statement) return Unexpected{statement.error()};
  for (;;) {
    const auto stepped = statement->step();
    if (!stepped) return Unexpected{stepped.error()};
    if (!*stepped) return Nothing{};
    const auto record = read_record(*statement);
    if (!record) return Unexpected{record.error()};
    if (!take(*record)) return Nothing{};
  }
}

OrFailure<Nothing> Store::recent_requests(std::size_t count, const TakeKey& take) {
  auto reader = readers_.lend();
  auto statement = (*reader).prepare(
      "SELECT request_key, code, version FROM (SELECT sequence, request_key, code, version"
      " FROM journal ORDER BY sequence DESC LIMIT ?) WHERE request_key <> '' ORDER BY sequence");
  if (!statement) return Unexpected{statement.error()};
  statement->bind(1, static_cast<std::int64_t>(count));
  for (;;) {
    const auto stepped = statement->step();
    if (!stepped) return Unexpected{stepped.error()};
    if (!*stepped) return Nothing{};
    take(statement->text(0), statement->text(1), static_cast<std::uint64_t>(statement->integer(2)));
  }
}

OrFailure<int> Store::last_daily_sequence(std::string_view code_prefix) {
  auto reader = readers_.lend();
  auto statement = (*reader).prepare(
      "SELECT code FROM dossier WHERE code >= ?1 AND code < ?2 "
      "ORDER BY length(code) DESC, code DESC LIMIT 1");
  if (!statement) return Unexpected{statement.error()};
  const std::string from = std::string(code_prefix) + "-";
  const std::string until = std::string(code_prefix) + ".";
  statement->bind(1, std::string_view(from)).bind(2, std::string_view(until));
  const auto stepped = statement->step();
  if (!stepped) return Unexpected{stepped.error()};
  if (!*stepped) return 0;
  const auto code = statement->text(0);
  const auto digits = code.substr(code.rfind('-') + 1);
  int sequence = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), sequence);
  return sequence;
}

OrFailure<int> Store::last_result_number(int year) {
  auto reader = readers_.lend();
  auto statement = (*reader).prepare("SELECT coalesce(max(in_year), 0) FROM result WHERE year = ?");
  if (!statement) return Unexpected{statement.error()};
  statement->bind(1, year);
  const auto stepped = statement->step();
  if (!stepped) return Unexpected{stepped.error()};
  return static_cast<int>(statement->integer(0));
}

OrFailure<Nothing> Store::clear_views() {
  return writer_->execute("DELETE FROM dossier; DELETE FROM result; DELETE FROM holding;");
}

OrFailure<Nothing> Store::each_figures(const std::function<void(std::string_view)>& take) {
  auto reader = readers_.lend();
  auto statement = (*reader).prepare("SELECT figures FROM dossier");
  if (!statement) return Unexpected{statement.error()};
  for (;;) {
    const auto stepped = statement->step();
    if (!stepped) return Unexpected{stepped.error()};
    if (!*stepped) return Nothing{};
    take(statement->text(0));
  }
}

}  // namespace motcua::sqlite
