// How a notice comes into the store: on the connection of the act that made it.
#pragma once

#include "ports/outbox.hpp"
#include "sqlite/database.hpp"

namespace motcua::sqlite {

OrFailure<Nothing> insert_notice(Database& database, const ports::MadeNotice& made);

}  // namespace motcua::sqlite
