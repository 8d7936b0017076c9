// The chain over the journal: each record's digest covers the one before, so that no record can be
// changed, removed or slipped in unseen.
#pragma once

#include "ports/journal.hpp"

namespace motcua::commands {

Digest chain_after(const Digest& before, const ports::StoredRecord& record);

}  // namespace motcua::commands
