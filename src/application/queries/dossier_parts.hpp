// Parts that the applicant's and the officer's view of a dossier share. Internal to queries.
#pragma once

#include "queries/authority_view.hpp"
#include "queries/promise_account.hpp"

namespace motcua::queries {

json::array papers_of(const dossier::Dossier& dossier, const procedure::Version& version);
json::value supplement_of(const dossier::Dossier& dossier, const procedure::Version& version);
json::value result_of(const dossier::ResultPaper& result, Date today);
const Text& case_name(const dossier::Dossier& dossier, const procedure::Version& version);

// Schema ActOffer of every act the officer may do now.
// Origins of the paper this officer may issue now.
json::array issue_offers(const dossier::Dossier& dossier, const Scene& scene,
                         const dossier::Officer& officer);
json::array act_offers(const dossier::Dossier& dossier, const Scene& scene,
                       const dossier::Officer& officer);
// Schema WithheldAct: acts he has the role for and may not do all the same, and why.
json::array withheld_acts(const dossier::Dossier& dossier, const Scene& scene,
                          const dossier::Officer& officer);
// "authority", schema CaseAuthority, where the version names a matrix. What registers say of people
// is for officers.
void put_authority(json::object& view, const dossier::Dossier& dossier, const Scene& scene,
                   Known known);

}  // namespace motcua::queries
