// What designers are shown: subjects with their versions and drafts, a draft, a comparison, the
// register of proposals.
#pragma once

#include "base/json.hpp"
#include "commands/design_desk.hpp"
#include "trial/walk.hpp"

namespace motcua::queries {

struct DesignScene {
  const commands::DesignDesk& desk;
  const commands::World& world;
  const dossier::Officer& officer;
  Date today{};
};

json::object design_page(const DesignScene& scene);                             // Design
json::object draft_view(const design::Draft& draft, const DesignScene& scene);  // DesignDraft
json::array revisions_view(const std::vector<ports::StoredDesignRecord>& records);
json::object problems_view(const procedure::Problems& problems);
json::object proposal_view(const design::Proposal& proposal, const DesignScene& scene);
// The register as CSV in UTF-8 with a byte order mark; nothing in it is taken for a formula.
std::string proposals_csv(const std::vector<commands::ProposalSnapshot>& proposals,
                          Language language);

// The burden of procedures as they are, frozen into a proposal: JSON text. Rejected when one is
// not in force.
OrRejection<std::string> burdens_of(const commands::World& world,
                                    const std::vector<std::string>& procedures, Date day);

// Two sides of DesignComparison; lists of the library beside them.
json::object comparison_view(const commands::Library& library, design::Kind kind,
                             const procedure::Files& old, const procedure::Files& now);

json::object walk_view(const trial::Walk& walk, const procedure::Version& version,
                       const authority::Powers& powers, Date today);

json::value write_feel(const feel::Value& value);  // numbers and dates as JSON has them

}  // namespace motcua::queries
