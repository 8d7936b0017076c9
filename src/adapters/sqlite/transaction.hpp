// Several statements of one connection that are kept together or not at all.
#pragma once

#include "sqlite/database.hpp"

namespace motcua::sqlite {

class DeskTransaction {
 public:
  explicit DeskTransaction(Database& database)
      : database_(database), begun_(database.execute("BEGIN IMMEDIATE")) {}
  DeskTransaction(const DeskTransaction&) = delete;
  DeskTransaction& operator=(const DeskTransaction&) = delete;
  ~DeskTransaction() {
    if (begun_ && !committed_) (void)database_.execute("ROLLBACK");
  }

  const OrFailure<Nothing>& begun() const { return begun_; }
  OrFailure<Nothing> commit() {
    auto done = database_.execute("COMMIT");
    committed_ = done.ok();
    return done;
  }

 private:
  Database& database_;
  const OrFailure<Nothing> begun_;
  bool committed_ = false;
};

}  // namespace motcua::sqlite
