// What later acts changed in an application, told from the journal: papers added or replaced by a
// supplement, answers and particulars corrected, and what it did to the date.
#pragma once

#include "ports/journal.hpp"
#include "queries/promise_account.hpp"

namespace motcua::queries {

// Schema Change, oldest first. For the applicant: the supplements without the corrections.
enum class Reader { Applicant, Officer };
json::array changes(const std::vector<ports::StoredRecord>& records, const Scene& scene,
                    Reader reader);

}  // namespace motcua::queries
