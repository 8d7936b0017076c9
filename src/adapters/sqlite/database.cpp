#include "sqlite/database.hpp"

#include <sqlite3.h>

#include <cerrno>
#include <utility>

namespace motcua::sqlite {
namespace {

FailureKind kind_of(int code) {
  switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return FailureKind::Busy;
    case SQLITE_NOTFOUND:
      return FailureKind::NotFound;
    default:
      return FailureKind::Storage;
  }
}

// No space, a quota or a limit on the size of files: the same act may do later.
bool is_out_of_space(int code) {
  if ((code & 0xff) == SQLITE_FULL) return true;
  const bool writing =
      code == SQLITE_IOERR_WRITE || code == SQLITE_IOERR_SHMSIZE || code == SQLITE_IOERR_TRUNCATE;
  return writing && (errno == ENOSPC || errno == EDQUOT || errno == EFBIG);
}

bool is_damage(int code) {
  return (code & 0xff) == SQLITE_CORRUPT || (code & 0xff) == SQLITE_NOTADB;
}

Failure failure_of(sqlite3* database, std::string_view doing) {
  const int code = sqlite3_extended_errcode(database);
  const bool full = is_out_of_space(code);
  const char* path = sqlite3_db_filename(database, "main");
  std::string what = std::string(path == nullptr ? "the store" : path) + ": ";
  if (is_damage(code)) what += "the store is damaged; bring back a copy of it: ";
  if (full) what += "no space left for the store: ";
  what += std::string(sqlite3_errmsg(database)) + " (" + std::to_string(code) + ") at " +
          std::string(doing.substr(0, doing.find('\n')));
  return {kind_of(code), std::move(what), full || kind_of(code) == FailureKind::Busy};
}

int size_of(std::string_view bytes) { return static_cast<int>(bytes.size()); }

}  // namespace

Statement::Statement(Statement&& other) noexcept
    : database_(other.database_), handle_(std::exchange(other.handle_, nullptr)) {}

Statement::~Statement() {
  if (handle_ == nullptr) return;
  sqlite3_reset(handle_);
  sqlite3_clear_bindings(handle_);
}

Statement& Statement::bind(int place, std::int64_t value) {
  sqlite3_bind_int64(handle_, place, value);
  return *this;
}

Statement& Statement::bind(int place, std::string_view text) {
  const char* bytes = text.data() == nullptr ? "" : text.data();
  sqlite3_bind_text(handle_, place, bytes, size_of(text), SQLITE_TRANSIENT);
  return *this;
}

Statement& Statement::lend(int place, std::string_view text) {
  const char* bytes = text.data() == nullptr ? "" : text.data();
  sqlite3_bind_text(handle_, place, bytes, size_of(text), SQLITE_STATIC);
  return *this;
}

Statement& Statement::bind_blob(int place, std::string_view bytes) {
  sqlite3_bind_blob(handle_, place, bytes.data(), size_of(bytes), SQLITE_TRANSIENT);
  return *this;
}

Statement& Statement::bind_null(int place) {
  sqlite3_bind_null(handle_, place);
  return *this;
}

Statement& Statement::bind(int place, const std::optional<Moment>& moment) {
  return moment ? bind(place, *moment) : bind_null(place);
}

OrFailure<bool> Statement::step() {
  const int code = sqlite3_step(handle_);
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  return Unexpected{failure_of(database_, sqlite3_sql(handle_))};
}

OrFailure<Nothing> Statement::run() {
  for (;;) {
    const auto stepped = step();
    if (!stepped) return Unexpected{stepped.error()};
    if (!*stepped) return Nothing{};
  }
}

std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(handle_, column); }

std::string_view Statement::text(int column) const {
  const auto* bytes = sqlite3_column_text(handle_, column);
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(handle_, column));
  return bytes == nullptr ? std::string_view{}
                          : std::string_view{reinterpret_cast<const char*>(bytes), size};
}

std::string_view Statement::blob(int column) const {
  const auto* bytes = sqlite3_column_blob(handle_, column);
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(handle_, column));
  return bytes == nullptr ? std::string_view{}
                          : std::string_view{static_cast<const char*>(bytes), size};
}

bool Statement::is_null(int column) const {
  return sqlite3_column_type(handle_, column) == SQLITE_NULL;
}

std::optional<Moment> Statement::optional_moment(int column) const {
  if (is_null(column)) return std::nullopt;
  return moment(column);
}

OrFailure<std::unique_ptr<Database>> Database::open(const std::string& path, Access access) {
  const int flags = (access == Access::ReadOnly ? SQLITE_OPEN_READONLY
                                                : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE) |
                    SQLITE_OPEN_NOMUTEX;
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(path.c_str(), &handle, flags, nullptr);
  std::unique_ptr<Database> database(new Database(handle));
  if (code != SQLITE_OK) return Unexpected{failure_of(handle, "open " + path)};
  sqlite3_extended_result_codes(handle, 1);
  sqlite3_busy_timeout(handle, 5000);
  const std::string_view settings =
      access == Access::ReadOnly
          ? "PRAGMA query_only=1; PRAGMA cache_size=-4096; PRAGMA mmap_size=268435456;"
          : "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-16384;"
            "PRAGMA secure_delete=0; PRAGMA wal_autocheckpoint=0; PRAGMA foreign_keys=1;";
  if (const auto set = database->execute(settings); !set) return Unexpected{set.error()};
  return database;
}

Database::~Database() {
  for (const auto& [sql, statement] : statements_) sqlite3_finalize(statement);
  sqlite3_close(handle_);
}

OrFailure<Statement> Database::prepare(std::string_view sql) {
  const auto known = statements_.find(sql);
  if (known != statements_.end()) return Statement(handle_, known->second);
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v3(handle_, sql.data(), size_of(sql), SQLITE_PREPARE_PERSISTENT, &statement,
                         nullptr) != SQLITE_OK) {
    return Unexpected{last_failure(sql)};
  }
  statements_.emplace(std::string(sql), statement);
  return Statement(handle_, statement);
}

OrFailure<Nothing> Database::execute(std::string_view sql) {
  const std::string text(sql);
  if (sqlite3_exec(handle_, text.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
    return Unexpected{last_failure(sql)};
  }
  return Nothing{};
}

void Database::on_commit(std::function<void(int pages_in_log)> told) {
  committed_ = std::move(told);
  sqlite3_wal_hook(
      handle_,
      [](void* self, sqlite3*, const char*, int pages) {
        static_cast<Database*>(self)->committed_(pages);
        return SQLITE_OK;
      },
      this);
}

int Database::checkpoint() {
  int in_log = 0;
  int in_file = 0;
  const int code =
      sqlite3_wal_checkpoint_v2(handle_, "main", SQLITE_CHECKPOINT_PASSIVE, &in_log, &in_file);
  return code == SQLITE_OK ? in_file : 0;
}

std::int64_t Database::changed_rows() const { return sqlite3_changes64(handle_); }

Failure Database::last_failure(std::string_view doing) const { return failure_of(handle_, doing); }

}  // namespace motcua::sqlite
