// The chains over the journal and over the books beside it (petitions, designs, travel): each
// record's digest covers the one before, so that no record can be changed, removed or slipped in
// unseen.
#pragma once

#include "ports/design_book.hpp"
#include "ports/journal.hpp"
#include "ports/petition_book.hpp"
#include "ports/travel_book.hpp"

namespace motcua::commands {

Digest chain_after(const Digest& before, const ports::StoredRecord& record);
Digest chain_after(const Digest& before, const ports::StoredPetitionRecord& record);
Digest chain_after(const Digest& before, const ports::StoredDesignRecord& record);
Digest chain_after(const Digest& before, const ports::StoredTravelRecord& record);

}  // namespace motcua::commands
