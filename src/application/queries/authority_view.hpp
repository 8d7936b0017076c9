// Who decides, in words and as data: of one case, of a matrix, of the office's posts.
#pragma once

#include <map>
#include <string>

#include "authority/matrix.hpp"
#include "base/json.hpp"
#include "dossier/powers.hpp"
#include "procedure/catalogue.hpp"

namespace motcua::queries {

// Whether it is told what registers say, and of whom: to officers; the applicant reads only that a
// limit is passed.
enum class Known { Told, Untold };

// Schema CaseAuthority.
json::object authority_of(const authority::Judgement& judgement, const authority::Powers& powers,
                          Date day, Known known);

// What whoever decides has to know, in words: limits that are passed, and what registers could not
// tell for certain. Schema DecisionNote each.
json::array notes_of(const authority::Judgement& judgement);
// What the decision was made by, with what was in doubt then. `then` as judgement_as_decided().
json::object write_decided(const dossier::DecidedBy& decided,
                           const std::optional<authority::Judgement>& then);

// Schema Authority: the matrices in force on the day as tables, who holds which post, who stands in
// for whom (those not yet over), units that were succeeded. The catalogue's forms give codes their
// names.
// What a unit has now that a succession moves to another.
struct UnitWork {
  int open = 0;      // dossiers that are with it
  int assigned = 0;  // those of them somebody has taken
};
using WorkOfUnits = std::map<std::string, UnitWork, std::less<>>;
json::object authority_page(const authority::Powers& powers, const procedure::Catalogue& catalogue,
                            Date day, const WorkOfUnits& work);

// Schema Substitution.
json::object write_substitution(const authority::Substitution& one, const authority::Office& office,
                                Date day);

}  // namespace motcua::queries
