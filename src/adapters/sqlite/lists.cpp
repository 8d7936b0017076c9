// Work lists and search over the dossier view. Conditions are fixed text; values are bound.

#include <algorithm>

#include "sqlite/rows.hpp"
#include "sqlite/store.hpp"

namespace motcua::sqlite {
namespace {

using ports::DueBand;
using ports::ListQuery;
using ports::ListSort;
using view::ListRow;

constexpr std::string_view row_columns =
    "code, version, procedure, procedure_version, case_id, applicant, search, channel, status, "
    "open, paused, task, unit, assignee, step_due, promise, first_promise, received_at, ended_at, "
    "generated";

ListRow read_row(const Statement& s) {
  ListRow row;
  row.code = s.text(0);
  row.version = static_cast<std::uint64_t>(s.integer(1));
  row.procedure = s.text(2);
  row.procedure_version = static_cast<int>(s.integer(3));
  row.case_id = s.text(4);
  row.applicant = s.text(5);
  row.search = s.text(6);
  row.channel = s.text(7);
  row.status = static_cast<int>(s.integer(8));
  row.open = s.integer(9) != 0;
  row.paused = s.integer(10) != 0;
  row.task = s.text(11);
  row.unit = s.text(12);
  row.assignee = s.text(13);
  row.step_due = s.optional_moment(14);
  row.promise = s.optional_moment(15);
  row.first_promise = s.optional_moment(16);
  row.received_at = s.moment(17);
  row.ended_at = s.optional_moment(18);
  row.generated = s.integer(19) != 0;
  return row;
}

// The text of the conditions and the values that go with it, in step.
class Conditions {
 public:
  void add(std::string_view sql) {
    text_ += (text_.empty() ? " WHERE " : " AND ") + std::string(sql);
  }
  void add(std::string_view sql, std::string value) {
    add(sql);
    values_.push_back({std::move(value), 0, true});
  }
  void add(std::string_view sql, std::int64_t value) {
    add(sql);
    values_.push_back({{}, value, false});
  }
  void more(std::string value) { values_.push_back({std::move(value), 0, true}); }
  void more(std::int64_t value) { values_.push_back({{}, value, false}); }

  const std::string& text() const { return text_; }
  int bind(Statement& statement) const {
    int place = 0;
    for (const auto& value : values_) {
      ++place;
      if (value.is_text) {
        statement.bind(place, std::string_view(value.text));
      } else {
        statement.bind(place, value.number);
      }
    }
    return place;
  }

 private:
  struct Value {
    std::string text;
    std::int64_t number;
    bool is_text;
  };
  std::string text_;
  std::vector<Value> values_;
};

// What is asked of the step where it has a share, else of the promise.
constexpr std::string_view due_column = "coalesce(step_due, promise)";

Conditions conditions_of(const ListQuery& query) {
  Conditions where;
  if (query.open_only) where.add("open = 1");
  if (query.assignee_or_unit) {
    where.add("(assignee = ? OR (assignee = '' AND unit = ?))", query.officer);
    where.more(*query.assignee_or_unit);
  }
  if (query.unit) where.add("unit = ?", *query.unit);
  if (!query.procedure.empty()) where.add("procedure = ?", query.procedure);
  if (query.status) where.add("status = ?", std::int64_t{*query.status});
  std::string_view words = query.search;
  while (!words.empty()) {
    const auto word = words.substr(0, words.find(' '));
    where.add("instr(search, ?) > 0", std::string(word));
    words.remove_prefix(std::min(words.size(), word.size() + 1));
  }
  return where;
}

void add_band(Conditions& where, DueBand band, const ports::DueBorders& borders) {
  const auto due = std::string(due_column);
  const auto now = to_unix(borders.now);
  const auto today = to_unix(borders.end_of_today);
  const auto three = to_unix(borders.end_of_three_days);
  if (band == DueBand::Waiting) return where.add("paused = 1");
  where.add("paused = 0 AND open = 1");
  if (band == DueBand::Late) where.add(due + " < ?", now);
  if (band == DueBand::Today) {
    where.add(due + " >= ? AND " + due + " <= ?", now);
    where.more(today);
  }
  if (band == DueBand::ThreeDays) {
    where.add(due + " > ? AND " + due + " <= ?", today);
    where.more(three);
  }
  if (band == DueBand::Later) where.add("(" + due + " > ? OR " + due + " IS NULL)", three);
}

std::string_view order_of(ListSort sort) {
  switch (sort) {
    case ListSort::Due:
      return " ORDER BY open DESC, paused, coalesce(step_due, promise) IS NULL, "
             "coalesce(step_due, promise), code";
    case ListSort::DueDescending:
      return " ORDER BY coalesce(step_due, promise) DESC, code";
    case ListSort::Received:
      return " ORDER BY received_at, code";
    case ListSort::ReceivedDescending:
      return " ORDER BY received_at DESC, code DESC";
    case ListSort::Code:
      return " ORDER BY code";
    case ListSort::CodeDescending:
      return " ORDER BY code DESC";
  }
  return "";
}

OrFailure<int> count_of(Database& database, const Conditions& where) {
  auto statement = database.prepare("SELECT count(*) FROM dossier" + where.text());
  if (!statement) return Unexpected{statement.error()};
  where.bind(*statement);
  const auto stepped = statement->step();
  if (!stepped) return Unexpected{stepped.error()};
  return static_cast<int>(statement->integer(0));
}

OrFailure<ports::BandCounts> bands_of(Database& database, const ListQuery& query) {
  ports::BandCounts counts;
  const std::pair<DueBand, int*> bands[] = {{DueBand::Late, &counts.late},
                                            {DueBand::Today, &counts.today},
                                            {DueBand::ThreeDays, &counts.three_days},
                                            {DueBand::Later, &counts.later},
                                            {DueBand::Waiting, &counts.waiting}};
  for (const auto& [band, into] : bands) {
    Conditions where = conditions_of(query);
    add_band(where, band, query.borders);
    const auto count = count_of(database, where);
    if (!count) return Unexpected{count.error()};
    *into = *count;
  }
  return counts;
}

OrFailure<std::vector<ListRow>> rows(Statement& statement) {
  std::vector<ListRow> read;
  for (;;) {
    const auto stepped = statement.step();
    if (!stepped) return Unexpected{stepped.error()};
    if (!*stepped) return read;
    read.push_back(read_row(statement));
  }
}

}  // namespace

OrFailure<ports::ListPage> Store::list(const ListQuery& query) {
  auto reader = readers_.lend();
  Conditions where = conditions_of(query);
  if (query.due) add_band(where, *query.due, query.borders);
  ports::ListPage page;
  const auto total = count_of(*reader, where);
  if (!total) return Unexpected{total.error()};
  page.total = *total;
  const auto counts = bands_of(*reader, query);
  if (!counts) return Unexpected{counts.error()};
  page.counts = *counts;
  auto statement =
      (*reader).prepare("SELECT " + std::string(row_columns) + " FROM dossier" + where.text() +
                        std::string(order_of(query.sort)) + " LIMIT ? OFFSET ?");
  if (!statement) return Unexpected{statement.error()};
  const int bound = where.bind(*statement);
  statement->bind(bound + 1, query.size);
  statement->bind(bound + 2, std::int64_t{query.page - 1} * query.size);
  auto read = rows(*statement);
  if (!read) return Unexpected{read.error()};
  page.rows = std::move(*read);
  return page;
}

OrFailure<std::vector<ListRow>> Store::rows_of(const std::vector<std::string>& codes) {
  auto reader = readers_.lend();
  std::vector<ListRow> found;
  for (const auto& code : codes) {
    auto statement =
        (*reader).prepare("SELECT " + std::string(row_columns) + " FROM dossier WHERE code = ?");
    if (!statement) return Unexpected{statement.error()};
    statement->bind(1, std::string_view(code));
    auto read = rows(*statement);
    if (!read) return Unexpected{read.error()};
    for (auto& row : *read) found.push_back(std::move(row));
  }
  return found;
}

namespace {

OrFailure<std::vector<std::string>> codes_where(Database& reader, std::string_view condition,
                                                std::string_view value) {
  return read_each<std::string>(
      reader, "SELECT DISTINCT code FROM result WHERE " + std::string(condition),
      [&](Statement& s) { s.bind(1, value); },
      [](const Statement& row) -> OrFailure<std::string> { return std::string(row.text(0)); });
}

}  // namespace

OrFailure<std::vector<std::string>> Store::held_by(std::string_view party) {
  auto reader = readers_.lend();
  return read_each<std::string>(
      *reader, "SELECT code FROM holding WHERE party = ? ORDER BY code DESC LIMIT 500",
      [&](Statement& s) { s.bind(1, party); },
      [](const Statement& row) -> OrFailure<std::string> { return std::string(row.text(0)); });
}

OrFailure<std::vector<std::string>> Store::with_result_number(std::string_view number) {
  auto reader = readers_.lend();
  return codes_where(*reader, "number = ? AND paper <> ''", number);
}

OrFailure<std::vector<std::string>> Store::with_result_paper(std::string_view sha256) {
  auto reader = readers_.lend();
  return codes_where(*reader, "paper = ? AND paper <> ''", sha256);
}

OrFailure<std::vector<ListRow>> Store::received_between(Date from, Date to) {
  auto reader = readers_.lend();
  auto statement = (*reader).prepare("SELECT " + std::string(row_columns) +
                                     " FROM dossier WHERE received_at >= ? AND received_at < ?"
                                     " ORDER BY received_at, code");
  if (!statement) return Unexpected{statement.error()};
  statement->bind(1, Moment{from}).bind(2, Moment{to + std::chrono::days{1}});
  return rows(*statement);
}

}  // namespace motcua::sqlite
