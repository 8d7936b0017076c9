// A dossier's way so far and still to go, in words for people.
#pragma once

#include <vector>

#include "ports/journal.hpp"
#include "queries/promise_account.hpp"

namespace motcua::queries {

struct TimelineOptions {
  bool for_applicant = false;  // leaves out what is the office's own: assignments, paper checks
};

// Schema TimelineEntry, done first, then now, then later.
json::array timeline(const std::vector<ports::StoredRecord>& records,
                     const dossier::Dossier& dossier, const Scene& scene,
                     const TimelineOptions& options);

// Title of what happened: "Đã tiếp nhận hồ sơ" / "Application received".
Text event_title(std::string_view event_name);

}  // namespace motcua::queries
