// An OpenID Connect provider: authorization code flow with PKCE (RFC 7636), found by discovery.
//
// What the provider says of itself is asked once and kept; its keys are asked again, ten times a
// minute at most, when a token names one that is not known, as keys change without notice.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "base/json.hpp"
#include "oidc/key_set.hpp"
#include "ports/identity_provider.hpp"

namespace motcua::oidc {

// One [[provider]] of identity.toml.
struct Registration {
  std::string id;
  Text name;
  std::string issuer;  // exactly as the provider writes it
  std::string client;
  std::string secret;
  std::string identity_claim;  // which claim is the personal number; empty: none
  std::string authorities;     // file of certificates to believe; empty: the machine's
};

class Provider : public ports::IdentityProvider {
 public:
  // `return_address` is where the provider sends the browser back to; `now` gives Unix seconds.
  Provider(Registration registration, std::string return_address,
           std::function<std::int64_t()> now);

  const std::string& id() const override { return registration_.id; }
  const Text& name() const override { return registration_.name; }
  OrFailure<std::string> sign_in_address(const ports::SignInTrip& trip) override;
  OrFailure<ports::ForeignIdentity> identity_of(const ports::SignInReturn& back,
                                                const ports::SignInTrip& trip) override;
  std::string sign_out_address(std::string_view token) override;

 private:
  struct Metadata {
    std::string sign_in;
    std::string token;
    std::string keys;
    std::string about;     // UserInfo; may be empty
    std::string sign_out;  // may be empty
    bool names_issuer = false;
  };
  OrFailure<Metadata> metadata();
  OrFailure<Metadata> discover() const;
  struct Tokens {
    std::string id;
    std::string access;
  };
  OrFailure<Tokens> tokens_for(const std::string& code, const ports::SignInTrip& trip);
  // The claims of an ID token, with those the provider tells by its UserInfo endpoint only.
  OrFailure<json::value> claims_for(const Tokens& tokens, const ports::SignInTrip& trip);
  OrFailure<json::value> more_claims(const Tokens& tokens, json::value claims);
  OrFailure<std::shared_ptr<const KeySet>> keys_with(std::string_view kid);

  Registration registration_;
  std::string return_address_;
  std::function<std::int64_t()> now_;
  std::mutex mutex_;
  std::optional<Metadata> metadata_;
  std::shared_ptr<const KeySet> keys_;
  std::int64_t minute_of_keys_ = 0;  // in which they were asked last, and how often in it
  int keys_asked_ = 0;
};

}  // namespace motcua::oidc
