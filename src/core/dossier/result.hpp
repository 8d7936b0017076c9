// Issuing the result of a dossier as an electronic paper, and what issued papers are worth.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dossier/act.hpp"

namespace motcua::dossier {

enum class ResultOrigin {
  Composed,   // made from the office's template and signed here by who decided
  Received,   // made and signed by the authority that decided
  Digitised,  // a copy of a paper original, sealed by the office
};
std::string_view write_result_origin(ResultOrigin origin);
std::optional<ResultOrigin> parse_result_origin(std::string_view text);

struct Issue {
  ResultOrigin origin = ResultOrigin::Composed;
  PaperFile file;                    // not looked at by check_issue()
  std::vector<std::string> signers;  // likewise
  std::optional<Date> valid_until;
  std::string reason;  // needed where a paper was issued before: this one replaces it
};

// Whether the paper may be issued: asked before anybody signs.
OrRejection<Nothing> check_issue(const Dossier& dossier, const Issue& issue, const Facts& facts);

// The same, and the event.
OrRejection<Event> decide_issue(const Dossier& dossier, const Issue& issue, const Facts& facts);

// What an issued paper is worth on a day. A revocation ends them all, a later paper those before
// it.
enum class Standing { Valid, Expired, Replaced, Revoked };
std::string_view write_standing(Standing standing);
Standing standing_of(const ResultPaper& result, const IssuedPaper& paper, Date today);

}  // namespace motcua::dossier
