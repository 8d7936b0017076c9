// What the plain pages say of an issued result: to its applicant, and to anybody who checks it.
#pragma once

#include "api/plain_told.hpp"

namespace motcua::api::plain {

// Of the dossier `code`, with a link to each paper; nothing where there is no result yet.
std::string result_html(const Told& result, const std::string& code);
// Schema Verification: the answer to a number and a code.
std::string verification_html(const Told& verification);

}  // namespace motcua::api::plain
