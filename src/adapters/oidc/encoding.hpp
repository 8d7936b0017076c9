// base64url without padding (RFC 4648, 5), as tokens and keys are written.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace motcua::oidc {

std::string in_base64url(std::string_view bytes);
std::optional<std::string> out_of_base64url(std::string_view text);
std::string in_base64(std::string_view bytes);  // with padding, for Basic authentication

}  // namespace motcua::oidc
