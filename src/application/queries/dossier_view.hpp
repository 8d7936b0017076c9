// A dossier as those who may see it see it: the applicant by code and look-up code, and the
// officer.
#pragma once

#include <array>

#include "ports/journal.hpp"
#include "queries/timeline.hpp"

namespace motcua::queries {

// Schema Tracking. Names the applicant masked.
json::value tracking_view(const std::vector<ports::StoredRecord>& records,
                          const dossier::Dossier& dossier, const Scene& scene);

// Schema HeldDossier: one line of what was filed from an account.
json::value held_dossier(const dossier::Dossier& dossier, const Scene& scene);

// Schema Dossier, with the acts this officer may do now.
json::value dossier_view(const std::vector<ports::StoredRecord>& records,
                         const dossier::Dossier& dossier, const Scene& scene,
                         const dossier::Officer& officer);

// Parts of it that change with the time of day: the countdown of the open step, and the working
// time by unit so far, the clock's stops taken out.
json::value step_countdown(const dossier::Dossier& dossier, const Scene& scene);
json::array held_by_unit(const dossier::Dossier& dossier, const Scene& scene);

// Schema Journal.
json::value journal_view(std::string_view code, const std::vector<ports::StoredRecord>& records);

// Every official paper a dossier may have, by name.
inline constexpr std::array<std::string_view, 7> all_slips{
    "receipt",     "supplement-request", "refusal", "apology",
    "stop-notice", "hand-over",          "control"};

// Those this dossier has, in that order.
std::vector<std::string> slips_of(const dossier::Dossier& dossier, bool for_applicant);

}  // namespace motcua::queries
