#include "oidc/id_token.hpp"

#include <jwt.h>

#include <algorithm>
#include <array>
#include <boost/json/array.hpp>
#include <cstdlib>
#include <memory>

namespace motcua::oidc {
namespace {

constexpr std::int64_t clocks_apart = 60;
constexpr std::size_t longest_token = 64 * 1024;

struct FreeToken {
  void operator()(jwt_t* token) const { jwt_free(token); }
};
struct FreeText {
  void operator()(char* text) const { std::free(text); }
};
using Token = std::unique_ptr<jwt_t, FreeToken>;

// With a key: only when its signature is right.
Token decode(const std::string& text, std::string_view pem) {
  jwt_t* token = nullptr;
  const auto* key = pem.empty() ? nullptr : reinterpret_cast<const unsigned char*>(pem.data());
  return Token(jwt_decode(&token, text.c_str(), key, int(pem.size())) == 0 ? token : nullptr);
}

// libjwt takes the algorithm from the token: a public key must not become an HMAC's secret.
bool is_signed_by_key(jwt_t* token) {
  static constexpr std::array<std::string_view, 5> allowed{"RS256", "RS384", "RS512", "ES256",
                                                           "ES384"};
  const char* algorithm = jwt_get_header(token, "alg");
  return algorithm != nullptr && std::ranges::find(allowed, algorithm) != allowed.end();
}

bool names(const json::value& audience, std::string_view client) {
  if (audience.is_string()) return audience.get_string() == client;
  return audience.is_array() && std::ranges::any_of(audience.get_array(), [&](const auto& one) {
           return one.is_string() && one.get_string() == client;
         });
}

std::int64_t seconds_in(const json::value& claims, std::string_view name) {
  const auto* value = member(claims, name);
  if (value == nullptr || !value->is_number()) return 0;
  const auto seconds = value->to_number<double>();
  return seconds > 0 && seconds < 1e12 ? std::int64_t(seconds) : 0;
}

OrFailure<Nothing> check(const json::value& claims, const Expected& expected) {
  const auto* audience = member(claims, "aud");
  const auto authorised = string_member(claims, "azp");
  if (string_member(claims, "iss") != expected.issuer) return malformed("another issuer's token");
  if (audience == nullptr || !names(*audience, expected.client)) {
    return malformed("a token for somebody else");
  }
  const bool many = audience->is_array() && audience->get_array().size() > 1;
  if ((many || !authorised.empty()) && authorised != expected.client) {
    return malformed("a token given to somebody else");
  }
  if (string_member(claims, "nonce") != expected.nonce) return malformed("a token of another trip");
  if (seconds_in(claims, "exp") + clocks_apart < expected.now)
    return malformed("a token that ran out");
  if (seconds_in(claims, "iat") - clocks_apart > expected.now) {
    return malformed("a token from the future");
  }
  if (string_member(claims, "sub").empty()) return malformed("a token of nobody");
  return Nothing{};
}

}  // namespace

OrFailure<std::string> key_named_in(std::string_view token) {
  if (token.size() > longest_token) return malformed("no token");
  const auto parsed = decode(std::string(token), "");
  if (!parsed) return malformed("no token");
  const char* kid = jwt_get_header(parsed.get(), "kid");
  return std::string(kid == nullptr ? "" : kid);
}

OrFailure<json::value> claims_of(std::string_view token, const KeySet& keys,
                                 const Expected& expected) {
  const std::string text(token);
  const auto kid = key_named_in(text);
  if (!kid) return Unexpected{kid.error()};
  const auto* pem = keys.find(*kid);
  if (pem == nullptr) return malformed("a token signed with an unknown key");
  if (!is_signed_by_key(decode(text, "").get())) return malformed("a token nobody signed");
  const auto verified = decode(text, *pem);
  if (!verified) return malformed("a token whose signature is wrong");
  const std::unique_ptr<char, FreeText> written(jwt_get_grants_json(verified.get(), nullptr));
  auto claims = written ? read_json(written.get()) : read_json("");
  if (!claims) return malformed("a token without claims");
  if (const auto sound = check(*claims, expected); !sound) return Unexpected{sound.error()};
  return std::move(*claims);
}

}  // namespace motcua::oidc
