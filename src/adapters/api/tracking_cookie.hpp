// The cookie of somebody who opened a dossier by its code and look-up code: it names the dossier
// under the office's seal for two hours.
#pragma once

#include "api/parts.hpp"
#include "http/request.hpp"

namespace motcua::api {

std::string tracking_cookie(const Parts& parts, std::string_view code, bool secure);
bool may_track(const Parts& parts, const http::Request& request, std::string_view code);

}  // namespace motcua::api
