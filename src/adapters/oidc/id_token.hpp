// ID tokens (OpenID Connect Core 1.0, 3.1.3.7): believed when everything about them is right.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/failure.hpp"
#include "base/json.hpp"
#include "oidc/key_set.hpp"

namespace motcua::oidc {

// The name of the key a token says it is signed with; empty when it names none.
OrFailure<std::string> key_named_in(std::string_view token);

struct Expected {
  std::string issuer;
  std::string client;  // this office at the provider
  std::string nonce;
  std::int64_t now = 0;  // Unix seconds; clocks may differ by a minute
};

// The claims of a token signed by one of `keys` (RS256, RS384, RS512, ES256, ES384: never with a
// secret, never unsigned), for this office, from this issuer, for this trip, in time. Malformed
// says what is not so.
OrFailure<json::value> claims_of(std::string_view token, const KeySet& keys,
                                 const Expected& expected);

}  // namespace motcua::oidc
