// The account of a dossier's fees as pages show it: what is owed and why, what came, what went
// back.
#pragma once

#include "queries/promise_account.hpp"

namespace motcua::queries {

// Null for a dossier that was never charged anything. The applicant sees no officers and no
// orders but the one still open.
json::value payment_account(const dossier::Dossier& dossier, const Scene& scene,
                            bool for_applicant);

// {"amount": 60000, "text": {…}}
json::value write(Dong money);

}  // namespace motcua::queries
