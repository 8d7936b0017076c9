// What the plain pages say of a procedure and of a dossier, as HTML made from the same answers the
// API gives (schemas Procedure and Tracking).
#pragma once

#include "api/plain_html.hpp"
#include "base/json.hpp"

namespace motcua::api::plain {

// The text {vi, en} in that language.
std::string say(const json::value& text, Language language);

std::string procedure_html(const json::value& procedure, Language language);
std::string dossier_html(const json::value& tracking, Language language);

}  // namespace motcua::api::plain
