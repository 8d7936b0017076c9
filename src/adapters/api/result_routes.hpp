// Issued papers: as a download for those who may see the dossier, and what they are worth for
// anybody.
#pragma once

#include "api/desk.hpp"

namespace motcua::api {

http::Response result_paper(const Parts& parts, const Seen& seen, std::string_view sha256,
                            Language language);

// For schema Tracking: the code that stands on the paper, once there is one.
void put_verification_code(const Parts& parts, const dossier::Dossier& dossier,
                           json::value& tracking);

struct PaperAsked {
  std::string number;
  std::string code;  // both stand on the paper
  Language language;
};
// Schema Verification of the paper in force; nothing when `refused` says why. Wrong tries count.
std::optional<json::object> verify_by_number(Desk& desk, const http::Request& request,
                                             const PaperAsked& asked, http::Response& refused);

}  // namespace motcua::api
