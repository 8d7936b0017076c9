// Entity tags (RFC 9110 8.8): what a client has, against what there is.
#pragma once

#include <string_view>

namespace motcua::http {

// Whether a list as in If-None-Match ("*", or quoted tags, perhaps weak) names `etag` (quoted).
// Weak comparison: W/"x" equals "x".
bool names_etag(std::string_view list, std::string_view etag);

// The same for If-Match: strong comparison, a weak tag never matches.
bool names_etag_strongly(std::string_view list, std::string_view etag);

}  // namespace motcua::http
