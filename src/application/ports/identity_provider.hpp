// A provider of identities seen from here: VNeID, the national portal, any OpenID Connect provider.
#pragma once

#include <string>
#include <string_view>

#include "base/failure.hpp"
#include "base/text.hpp"

namespace motcua::ports {

// One person on his way to a provider and back: random values that tie his return to his leaving.
struct SignInTrip {
  std::string state;
  std::string nonce;
  std::string verifier;  // of PKCE (RFC 7636)
};

// What comes back with him.
struct SignInReturn {
  std::string code;
  std::string issuer;  // "iss" of RFC 9207; empty: the provider says none
};

// Whom the provider names; nothing of it was asserted by the person himself.
struct ForeignIdentity {
  std::string issuer;
  std::string subject;
  std::string name;
  std::string email;     // verified by the provider; empty otherwise
  std::string identity;  // personal number, where the provider tells it
  std::string token;     // to sign out with
};

// Any thread. Asking takes as long as the network does.
class IdentityProvider {
 public:
  virtual ~IdentityProvider() = default;
  virtual const std::string& id() const = 0;  // in addresses: "vneid"
  virtual const Text& name() const = 0;       // on the button

  // Where the browser goes to sign in.
  virtual OrFailure<std::string> sign_in_address(const SignInTrip& trip) = 0;
  // Malformed when what came back proves nothing; Unavailable when the provider does not answer.
  virtual OrFailure<ForeignIdentity> identity_of(const SignInReturn& back,
                                                 const SignInTrip& trip) = 0;
  // Where the browser goes to sign out there too; empty when the provider knows no such thing.
  virtual std::string sign_out_address(std::string_view token) = 0;
};

}  // namespace motcua::ports
