// The catalogue as applicants see it.
#pragma once

#include "procedure/catalogue.hpp"
#include "procedure/guide.hpp"
#include "queries/json_parts.hpp"

namespace motcua::queries {

// Procedures in force that match the words, best first; all of them for an empty query. Forgives
// missing diacritics.
json::value procedure_list(const procedure::Catalogue& catalogue, Date date,
                           std::string_view query);

// Schema Procedure.
json::value procedure_view(const procedure::Version& version, const authority::Office& office,
                           Date day);

// Schema Guide: the guided choice as it is on that day. Answers that lead to a procedure not in
// force, or to a sample that is not offered, are left out.
json::value guide_view(const procedure::Guide& guide, const procedure::Catalogue& catalogue,
                       Date date);

}  // namespace motcua::queries
