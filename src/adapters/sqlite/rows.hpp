// What most statements are: run with values, find one row by a key, read rows into values.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sqlite/database.hpp"

namespace motcua::sqlite {

OrFailure<Nothing> run(Database& database, std::string_view sql,
                       const std::function<void(Statement&)>& bind);

// Binds one text and steps once: the statement with its row, or nothing.
OrFailure<std::optional<Statement>> find(Database& database, std::string_view sql,
                                         std::string_view key);

template <class T>
OrFailure<std::vector<T>> read_each(Database& database, std::string_view sql,
                                    const std::function<void(Statement&)>& bind,
                                    const std::function<OrFailure<T>(const Statement&)>& read) {
  auto statement = database.prepare(sql);
  if (!statement) return Unexpected{statement.error()};
  bind(*statement);
  std::vector<T> values;
  while (true) {
    const auto stepped = statement->step();
    if (!stepped) return Unexpected{stepped.error()};
    if (!*stepped) return values;
    auto value = read(*statement);
    if (!value) return Unexpected{value.error()};
    values.push_back(std::move(*value));
  }
}

// The one value a statement found, or nothing.
template <class T>
OrFailure<std::optional<T>> read_found(OrFailure<std::optional<Statement>> found,
                                       OrFailure<T> (*read)(const Statement&)) {
  if (!found) return Unexpected{found.error()};
  if (!*found) return std::optional<T>{};
  auto value = read(**found);
  if (!value) return Unexpected{value.error()};
  return std::optional<T>{std::move(*value)};
}

}  // namespace motcua::sqlite
