// Tables of the store. A released schema is only ever added to, by numbered steps.
#pragma once

#include "sqlite/database.hpp"

namespace motcua::sqlite {

OrFailure<Nothing> prepare_schema(Database& database);

}  // namespace motcua::sqlite
