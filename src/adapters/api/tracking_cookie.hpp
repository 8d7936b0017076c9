// The cookie of somebody who opened a dossier, or a petition, by its code and look-up code: it
// names it under the office's seal for two hours.
#pragma once

#include "api/parts.hpp"
#include "http/request.hpp"

namespace motcua::api {

std::string tracking_cookie(const Parts& parts, std::string_view code, bool secure);
bool may_track(const Parts& parts, const http::Request& request, std::string_view code);

std::string petition_cookie(const Parts& parts, std::string_view code, bool secure);
bool may_track_petition(const Parts& parts, const http::Request& request, std::string_view code);

}  // namespace motcua::api
