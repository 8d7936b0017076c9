// The result as an electronic paper: what it says before it is signed, and what is told of it
// later.
#pragma once

#include <optional>
#include <string>

#include "commands/world.hpp"
#include "document/decision.hpp"
#include "dossier/result.hpp"
#include "ports/signing.hpp"
#include "queries/promise_account.hpp"

namespace motcua::queries {

// Ten letters and digits that belong to one dossier's result; with its number they open the public
// account of it. Not the applicant's look-up code, which opens the dossier.
std::string verification_code(const commands::World& world, const dossier::Dossier& dossier);
bool is_verification_code(const commands::World& world, const dossier::Dossier& dossier,
                          std::string_view code);

struct DecisionRequest {
  dossier::Actor signer;  // of several, the last is taken from the office
  std::string verification_address;
  std::string verification_code;
  bool demonstration = false;
};

// Nothing when the office has no template for the procedure, or there is no result yet.
std::optional<document::Decision> decision_of(const dossier::Dossier& dossier, const Scene& scene,
                                              const DecisionRequest& request);

// Of several signers, who signed, who is next and who may be it. Schema Signing; null where one
// signs alone or nothing is being signed.
json::value signing_of(const dossier::Dossier& dossier, const Scene& scene);

// Schema IssuedPaper: for the dossier's page and the applicant's.
json::array issued_papers(const dossier::ResultPaper& result, Date today);

// Schema Verification: what anybody may know of an issued paper. The applicant's name is masked.
json::object verification_of(const dossier::Dossier& dossier, const dossier::IssuedPaper& paper,
                             const Scene& scene);

// Schema SignatureAccount.
json::object write_signature(const ports::SignatureAccount& account);

}  // namespace motcua::queries
