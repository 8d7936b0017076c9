// Drafts, accounts, sessions and settings.

#include "dossier/fields_json.hpp"
#include "sqlite/store.hpp"

namespace motcua::sqlite {
namespace {

OrFailure<Nothing> run(Database& database, std::string_view sql,
                       const std::function<void(Statement&)>& bind) {
  auto statement = database.prepare(sql);
  if (!statement) return Unexpected{statement.error()};
  bind(*statement);
  return statement->run();
}

// Binds one text and steps once: the statement with its row, or nothing.
OrFailure<std::optional<Statement>> find(Database& database, std::string_view sql,
                                         std::string_view key) {
  auto statement = database.prepare(sql);
  if (!statement) return Unexpected{statement.error()};
  statement->bind(1, key);
  const auto stepped = statement->step();
  if (!stepped) return Unexpected{stepped.error()};
  if (!*stepped) return std::optional<Statement>{};
  return std::optional<Statement>{std::move(*statement)};
}

}  // namespace

OrFailure<Nothing> Store::put_draft(const ports::Draft& draft) {
  const std::string files = dossier::write_files(draft.files);
  const std::lock_guard lock(desk_mutex_);
  return run(*desk_,
             "INSERT INTO draft(id, procedure, procedure_version, answers, step, files, saved_at,"
             " submitted_as, notify_by, language) VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10)"
             " ON CONFLICT(id) DO UPDATE SET answers=?4, step=?5, files=?6, saved_at=?7,"
             " submitted_as=?8, notify_by=?9, language=?10",
             [&](Statement& s) {
               s.bind(1, std::string_view(draft.id))
                   .bind(2, std::string_view(draft.procedure))
                   .bind(3, draft.procedure_version)
                   .bind(4, std::string_view(draft.answers))
                   .bind(5, draft.step)
                   .bind(6, std::string_view(files))
                   .bind(7, draft.saved_at)
                   .bind(8, std::string_view(draft.submitted_as))
                   .bind(9, std::string_view(draft.notify_by))
                   .bind(10, std::string_view(draft.language));
             });
}

OrFailure<std::optional<ports::Draft>> Store::find_draft(std::string_view id) {
  auto reader = readers_.lend();
  auto found = find(*reader,
                    "SELECT id, procedure, procedure_version, answers, step, files, saved_at,"
                    " submitted_as, notify_by, language FROM draft WHERE id = ?",
                    id);
  if (!found) return Unexpected{found.error()};
  if (!*found) return std::optional<ports::Draft>{};
  const Statement& row = **found;
  ports::Draft draft;
  draft.id = row.text(0);
  draft.procedure = row.text(1);
  draft.procedure_version = static_cast<int>(row.integer(2));
  draft.answers = row.text(3);
  draft.step = static_cast<int>(row.integer(4));
  auto files = dossier::read_files(row.text(5));
  if (!files) return Unexpected{Failure{FailureKind::Storage, files.error().what, false}};
  draft.files = std::move(*files);
  draft.saved_at = row.moment(6);
  draft.submitted_as = row.text(7);
  draft.notify_by = row.text(8);
  draft.language = row.text(9);
  return std::optional{std::move(draft)};
}

OrFailure<Nothing> Store::drop_draft(std::string_view id) {
  const std::lock_guard lock(desk_mutex_);
  return run(*desk_, "DELETE FROM draft WHERE id = ?", [&](Statement& s) { s.bind(1, id); });
}

OrFailure<Nothing> Store::drop_drafts_before(Moment saved_before) {
  const std::lock_guard lock(desk_mutex_);
  return run(*desk_, "DELETE FROM draft WHERE saved_at < ?",
             [&](Statement& s) { s.bind(1, saved_before); });
}

OrFailure<Nothing> Store::put_account(const ports::Account& account) {
  const std::lock_guard lock(desk_mutex_);
  return run(*desk_, "INSERT OR REPLACE INTO account VALUES(?,?)", [&](Statement& s) {
    s.bind(1, std::string_view(account.username)).bind(2, std::string_view(account.password_hash));
  });
}

OrFailure<std::optional<ports::Account>> Store::find_account(std::string_view username) {
  auto reader = readers_.lend();
  auto found =
      find(*reader, "SELECT username, password_hash FROM account WHERE username = ?", username);
  if (!found) return Unexpected{found.error()};
  if (!*found) return std::optional<ports::Account>{};
  return std::optional{
      ports::Account{std::string((*found)->text(0)), std::string((*found)->text(1))}};
}

OrFailure<Nothing> Store::put_session(const ports::Session& session) {
  const std::lock_guard lock(desk_mutex_);
  return run(*desk_, "INSERT OR REPLACE INTO session VALUES(?,?,?,?)", [&](Statement& s) {
    s.bind(1, std::string_view(session.token_digest))
        .bind(2, std::string_view(session.username))
        .bind(3, std::string_view(session.csrf))
        .bind(4, session.expires_at);
  });
}

OrFailure<std::optional<ports::Session>> Store::find_session(std::string_view token_digest) {
  auto reader = readers_.lend();
  auto found = find(*reader,
                    "SELECT token_digest, username, csrf, expires_at FROM session"
                    " WHERE token_digest = ?",
                    token_digest);
  if (!found) return Unexpected{found.error()};
  if (!*found) return std::optional<ports::Session>{};
  const Statement& row = **found;
  return std::optional{ports::Session{std::string(row.text(0)), std::string(row.text(1)),
                                      std::string(row.text(2)), row.integer(3)}};
}

OrFailure<Nothing> Store::drop_session(std::string_view token_digest) {
  const std::lock_guard lock(desk_mutex_);
  return run(*desk_, "DELETE FROM session WHERE token_digest = ?",
             [&](Statement& s) { s.bind(1, token_digest); });
}

OrFailure<Nothing> Store::put_setting(std::string_view name, std::string_view value) {
  const std::lock_guard lock(desk_mutex_);
  return run(*desk_, "INSERT OR REPLACE INTO setting VALUES(?,?)",
             [&](Statement& s) { s.bind(1, name).bind(2, value); });
}

OrFailure<std::optional<std::string>> Store::find_setting(std::string_view name) {
  auto reader = readers_.lend();
  auto found = find(*reader, "SELECT value FROM setting WHERE name = ?", name);
  if (!found) return Unexpected{found.error()};
  if (!*found) return std::optional<std::string>{};
  return std::optional<std::string>{std::string((*found)->text(0))};
}

}  // namespace motcua::sqlite
