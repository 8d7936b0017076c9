// Base64 (RFC 4648): with padding (4), and for addresses and tokens without (5). Read strictly.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace motcua {

std::string in_base64(std::string_view bytes);
std::optional<std::string> out_of_base64(std::string_view text);

std::string in_base64url(std::string_view bytes);
std::optional<std::string> out_of_base64url(std::string_view text);

}  // namespace motcua
