// Drafts and settings.

#include "dossier/fields_json.hpp"
#include "sqlite/rows.hpp"
#include "sqlite/store.hpp"

namespace motcua::sqlite {
namespace {

constexpr std::string_view draft_columns =
    "SELECT id, procedure, procedure_version, answers, step, files, saved_at, submitted_as,"
    " citizen, party, notify_by, language, filled_in, notify_at FROM draft ";

OrFailure<ports::Draft> read_draft(const Statement& row) {
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
  draft.citizen = row.text(8);
  draft.party = row.text(9);
  draft.notify_by = row.text(10);
  draft.language = row.text(11);
  draft.filled_in = row.text(12);
  draft.notify_at = row.text(13);
  return draft;
}

}  // namespace

OrFailure<Nothing> Store::put_draft(const ports::Draft& draft) {
  const std::string files = dossier::write_files(draft.files);
  return drafts_->run([&](Database& database) {
    return run(
        database,
        "INSERT INTO draft(id, procedure, procedure_version, answers, step, files, saved_at,"
        " submitted_as, citizen, party, notify_by, language, filled_in, notify_at)"
        " VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14) ON CONFLICT(id) DO UPDATE SET"
        " answers=?4, step=?5, files=?6, saved_at=?7, submitted_as=?8, citizen=?9, party=?10,"
        " notify_by=?11, language=?12, filled_in=?13, notify_at=?14",
        [&](Statement& s) {
          s.bind(1, std::string_view(draft.id))
              .bind(2, std::string_view(draft.procedure))
              .bind(3, draft.procedure_version)
              .bind(4, std::string_view(draft.answers))
              .bind(5, draft.step)
              .bind(6, std::string_view(files))
              .bind(7, draft.saved_at)
              .bind(8, std::string_view(draft.submitted_as))
              .bind(9, std::string_view(draft.citizen))
              .bind(10, std::string_view(draft.party))
              .bind(11, std::string_view(draft.notify_by))
              .bind(12, std::string_view(draft.language))
              .bind(13, std::string_view(draft.filled_in))
              .bind(14, std::string_view(draft.notify_at));
        });
  });
}

OrFailure<std::optional<ports::Draft>> Store::find_draft(std::string_view id) {
  auto reader = readers_.lend();
  auto found = find(*reader, std::string(draft_columns) + "WHERE id = ?", id);
  if (!found) return Unexpected{found.error()};
  if (!*found) return std::optional<ports::Draft>{};
  auto draft = read_draft(**found);
  if (!draft) return Unexpected{draft.error()};
  return std::optional{std::move(*draft)};
}

OrFailure<std::vector<ports::Draft>> Store::drafts_of(std::string_view citizen) {
  auto reader = readers_.lend();
  return read_each<ports::Draft>(
      *reader,
      std::string(draft_columns) +
          "WHERE citizen = ? AND citizen <> '' AND submitted_as = '' ORDER BY saved_at DESC",
      [&](Statement& s) { s.bind(1, citizen); }, read_draft);
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
