// SHA-256, HMAC-SHA-256 and HMAC-SHA-512: content addresses, the journal's chain, look-up codes,
// payment orders. HMAC-SHA-1 only for what an authenticator shows, which knows nothing else.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace motcua {

using Digest = std::array<std::uint8_t, 32>;

Digest sha256(std::string_view bytes);
Digest hmac_sha256(std::string_view key, std::string_view bytes);
std::array<std::uint8_t, 20> hmac_sha1(std::string_view key, std::string_view bytes);
std::string hmac_sha512_in_hex(std::string_view key, std::string_view bytes);  // lower case

std::string to_hex(const Digest& digest);

// Compares without telling by its time where the first difference is.
bool equal_in_constant_time(std::string_view a, std::string_view b);

}  // namespace motcua
