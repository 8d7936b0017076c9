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

// Whose turn it is to sign the composed paper: of the version's signers the one after those who
// signed; nullptr where the version names none, and one signature of a head or director does.
const procedure::Signer* next_signer(const Dossier& dossier, const procedure::Version& version);
// What is still to be signed after the next signature.
std::size_t signers_after_next(const Dossier& dossier, const procedure::Version& version);
// Whether the officer is the one: by role, unit, and nobody signs a paper twice.
OrRejection<Nothing> check_signer(const Dossier& dossier, const Facts& facts);
bool is_next_signer(const Dossier& dossier, const Facts& facts);
// In whose place he would sign; nothing when by a post of his own.
std::optional<authority::ActingFor> signing_for(const Dossier& dossier, const Facts& facts);

// Whether the paper may be issued, or signed on its way there: asked before anybody signs.
OrRejection<Nothing> check_issue(const Dossier& dossier, const Issue& issue, const Facts& facts);

// The same, and the event: PaperSigned while others have yet to sign.
OrRejection<Event> decide_issue(const Dossier& dossier, const Issue& issue, const Facts& facts);

// What an issued paper is worth on a day. A revocation ends them all, a later paper those before
// it.
enum class Standing { Valid, Expired, Replaced, Revoked };
std::string_view write_standing(Standing standing);
Standing standing_of(const ResultPaper& result, const IssuedPaper& paper, Date today);

}  // namespace motcua::dossier
