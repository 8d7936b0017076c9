#include "oidc/provider.hpp"

#include <boost/json/object.hpp>

#include "base/base64.hpp"
#include "base/digest.hpp"
#include "http/percent.hpp"
#include "oidc/id_token.hpp"
#include "transfer/exchange.hpp"

namespace motcua::oidc {
namespace {

constexpr int most_keys_a_minute = 10;

std::string form(const http::Pairs& pairs) {
  std::string text;
  for (const auto& [name, value] : pairs) {
    text += (text.empty() ? "" : "&") + name + "=" + http::percent_encode(value);
  }
  return text;
}

std::string with_query(const std::string& address, const http::Pairs& pairs) {
  return address + (address.find('?') == std::string::npos ? "?" : "&") + form(pairs);
}

std::string_view scheme_of(std::string_view address) {
  return address.substr(0, address.find(':'));
}

}  // namespace

Provider::Provider(Registration registration, std::string return_address,
                   std::function<std::int64_t()> now)
    : registration_(std::move(registration)),
      return_address_(std::move(return_address)),
      now_(std::move(now)) {}

OrFailure<Provider::Metadata> Provider::metadata() {
  {
    const std::lock_guard lock(mutex_);
    if (metadata_) return *metadata_;
  }
  auto found = discover();
  if (!found) return found;
  const std::lock_guard lock(mutex_);
  metadata_ = *found;
  return found;
}

OrFailure<Provider::Metadata> Provider::discover() const {
  transfer::Question question{.url = registration_.issuer + "/.well-known/openid-configuration",
                              .body = {}};
  question.authorities = registration_.authorities;
  const auto text = transfer::ask_for_ok("the provider of identities", question);
  if (!text) return Unexpected{text.error()};
  const auto document = read_json(*text);
  if (!document || string_member(*document, "issuer") != registration_.issuer) {
    return malformed("the provider names another issuer than identity.toml");
  }
  const auto text_of = [&](std::string_view name) {
    return std::string(string_member(*document, name));
  };
  Metadata found{
      text_of("authorization_endpoint"), text_of("token_endpoint"),       text_of("jwks_uri"),
      text_of("userinfo_endpoint"),      text_of("end_session_endpoint"), false};
  const auto* named = member(*document, "authorization_response_iss_parameter_supported");
  found.names_issuer = named != nullptr && *named == json::value(true);
  for (const auto& address : {found.sign_in, found.token, found.keys}) {
    if (scheme_of(address) != scheme_of(registration_.issuer)) {
      return malformed("the provider lacks an address, or gives one without TLS");
    }
  }
  return found;
}

OrFailure<std::string> Provider::sign_in_address(const ports::SignInTrip& trip) {
  const auto known = metadata();
  if (!known) return Unexpected{known.error()};
  const auto digest = sha256(trip.verifier);
  const std::string challenge =
      in_base64url({reinterpret_cast<const char*>(digest.data()), digest.size()});
  return with_query(known->sign_in, {{"response_type", "code"},
                                     {"client_id", registration_.client},
                                     {"redirect_uri", return_address_},
                                     {"scope", "openid profile email"},
                                     {"state", trip.state},
                                     {"nonce", trip.nonce},
                                     {"code_challenge", challenge},
                                     {"code_challenge_method", "S256"}});
}

OrFailure<Provider::Tokens> Provider::tokens_for(const std::string& code,
                                                 const ports::SignInTrip& trip) {
  const auto known = metadata();
  if (!known) return Unexpected{known.error()};
  const std::string credentials =
      http::percent_encode(registration_.client) + ":" + http::percent_encode(registration_.secret);
  transfer::Question question{.url = known->token,
                              .body = form({{"grant_type", "authorization_code"},
                                            {"code", code},
                                            {"redirect_uri", return_address_},
                                            {"code_verifier", trip.verifier}})};
  question.headers = {"Content-Type: application/x-www-form-urlencoded",
                      "Authorization: Basic " + in_base64(credentials)};
  question.authorities = registration_.authorities;
  const auto told = transfer::ask(question);
  if (!told) return Unexpected{told.error()};
  const auto body = read_json(told->body);
  if (told->status != 200 || !body) return malformed("the provider gives no token for this code");
  return Tokens{std::string(string_member(*body, "id_token")),
                std::string(string_member(*body, "access_token"))};
}

OrFailure<std::shared_ptr<const KeySet>> Provider::keys_with(std::string_view kid) {
  const auto known = metadata();
  if (!known) return Unexpected{known.error()};
  const std::lock_guard lock(mutex_);
  if (keys_ && keys_->find(kid) != nullptr) return keys_;
  if (const auto minute = now_() / 60; minute != minute_of_keys_) {
    minute_of_keys_ = minute;
    keys_asked_ = 0;
  }
  if (keys_ && keys_asked_ >= most_keys_a_minute) return keys_;
  ++keys_asked_;
  transfer::Question question{.url = known->keys, .body = {}};
  question.authorities = registration_.authorities;
  const auto text = transfer::ask_for_ok("the provider of identities", question);
  if (!text) return Unexpected{text.error()};
  auto read = KeySet::read(*text);
  if (!read) return Unexpected{read.error()};
  keys_ = std::make_shared<const KeySet>(std::move(*read));
  return keys_;
}

OrFailure<ports::ForeignIdentity> Provider::identity_of(const ports::SignInReturn& back,
                                                        const ports::SignInTrip& trip) {
  const auto known = metadata();
  if (!known) return Unexpected{known.error()};
  const bool other = !back.issuer.empty() && back.issuer != registration_.issuer;
  if (other || (known->names_issuer && back.issuer.empty())) {
    return malformed("an answer of another provider");  // RFC 9207
  }
  const auto tokens = tokens_for(back.code, trip);
  if (!tokens) return Unexpected{tokens.error()};
  const auto claims = claims_for(*tokens, trip);
  if (!claims) return Unexpected{claims.error()};
  const auto text_of = [&](std::string_view name) {
    return std::string(string_member(*claims, name));
  };
  ports::ForeignIdentity who{
      registration_.issuer, text_of("sub"), text_of("name"), "", "", tokens->id};
  const auto* verified = member(*claims, "email_verified");
  if (verified != nullptr && *verified == json::value(true)) who.email = text_of("email");
  if (!registration_.identity_claim.empty()) who.identity = text_of(registration_.identity_claim);
  return who;
}

OrFailure<json::value> Provider::claims_for(const Tokens& tokens, const ports::SignInTrip& trip) {
  const auto kid = key_named_in(tokens.id);
  if (!kid) return Unexpected{kid.error()};
  const auto keys = keys_with(*kid);
  if (!keys) return Unexpected{keys.error()};
  auto claims = claims_of(tokens.id, **keys,
                          {registration_.issuer, registration_.client, trip.nonce, now_()});
  if (!claims) return claims;
  return more_claims(tokens, std::move(*claims));
}

OrFailure<json::value> Provider::more_claims(const Tokens& tokens, json::value claims) {
  const auto known = metadata();
  if (!known) return Unexpected{known.error()};
  if (known->about.empty() || tokens.access.empty()) return claims;
  transfer::Question question{.url = known->about, .body = {}};
  question.headers = {"Authorization: Bearer " + tokens.access};
  question.authorities = registration_.authorities;
  const auto text = transfer::ask_for_ok("the provider of identities", question);
  if (!text) return Unexpected{text.error()};
  const auto told = read_json(*text);
  if (!told || string_member(*told, "sub") != string_member(claims, "sub")) {
    return malformed("the provider tells of somebody else");  // OpenID Connect Core, 5.3.2
  }
  for (const auto& claim : told->get_object()) {
    claims.as_object().insert_or_assign(claim.key(), claim.value());
  }
  return claims;
}

std::string Provider::sign_out_address(std::string_view token) {
  const auto known = metadata();
  if (!known || known->sign_out.empty()) return {};
  return with_query(known->sign_out,
                    {{"id_token_hint", std::string(token)}, {"client_id", registration_.client}});
}

}  // namespace motcua::oidc
