// What each slip of a dossier says, taken from its journal.
#pragma once

#include <functional>
#include <optional>
#include <string_view>

#include "commands/dossier_cache.hpp"
#include "document/slip.hpp"
#include "ports/journal.hpp"
#include "ports/lists.hpp"
#include "procedure/catalogue.hpp"
#include "queries/promise_account.hpp"

namespace motcua::queries {

struct SlipRequest {
  std::string_view slip;  // one of all_slips, or a payment_slip()
  std::string tracking_address;
  std::string lookup_code;  // empty: not printed
  bool for_applicant = false;
  bool demonstration = false;
};

// Nothing when the dossier has no such slip.
std::optional<document::Slip> slip_of(const std::vector<ports::StoredRecord>& records,
                                      const dossier::Dossier& dossier, const Scene& scene,
                                      const SlipRequest& request);

struct RegisterScene {
  Date from;
  Date to;
  Moment now{};
  const authority::Office& office;
  const procedure::Catalogue& catalogue;
  std::function<OrFailure<commands::DossierSnapshot>(const std::string& code)> find;
  bool demonstration = false;
};
// Of the rows' dossiers, those that were received: what was only guided is in no register.
OrFailure<document::Register> follow_up_register(const std::vector<view::ListRow>& rows,
                                                 const RegisterScene& scene);

document::Applicant printed_applicant(const dossier::Applicant& applicant);

// A head signs by the director's order; what others recorded waits for the director to sign.
document::Signatory signatory_of(const authority::Office& office, const dossier::Actor& actor);

document::Letterhead letterhead(const authority::Office& office, Date date, std::string_view symbol,
                                bool demonstration);

}  // namespace motcua::queries
