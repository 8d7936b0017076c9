#include "sqlite/book.hpp"

namespace motcua::sqlite {

Unexpected<Failure> book_damaged(std::string_view name, const std::string& what) {
  return Unexpected{Failure{FailureKind::Storage,
                            "the book of " + std::string(name) + " is damaged: " + what, false}};
}

OrFailure<Nothing> in_one_commit(Database& database,
                                 const std::function<OrFailure<Nothing>()>& write) {
  if (auto begun = database.execute("BEGIN IMMEDIATE"); !begun) return begun;
  auto written = write();
  if (written) written = database.execute("COMMIT");
  if (!written) (void)database.execute("ROLLBACK");
  return written;
}

}  // namespace motcua::sqlite
