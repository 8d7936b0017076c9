#include "sqlite/rows.hpp"

namespace motcua::sqlite {

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

}  // namespace motcua::sqlite
