// The two ceremonies of Web Authentication, judged for a relying party: a new credential (W3C
// WebAuthn Level 2, 7.1) and a signature by one (7.2). libfido2 reads what an authenticator says
// and checks what it signed.
//
// The user must have been verified, by PIN or body, so that a passkey is two factors in one. Who
// made the authenticator is not asked: attestation is "none", and nothing rests on it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/failure.hpp"

namespace motcua::passkey {

// Who asks: the host of an office's public address, and the page's whole origin.
struct RelyingParty {
  std::string id;      // "motcua.example.gov.vn"
  std::string origin;  // "https://motcua.example.gov.vn"
};

// Of "https://host[:port]"; this machine's own address is called localhost, as browsers know no
// relying party by a number. Nothing where passkeys cannot be: another number, or no TLS.
std::optional<RelyingParty> relying_party(std::string_view public_address);

struct Credential {
  std::string id;            // bytes
  int algorithm = 0;         // COSE: ES256, EdDSA or RS256
  std::string public_key;    // bytes, as libfido2 has it
  std::int64_t counter = 0;  // of signatures
};

// What the browser gives back, as bytes.
struct Answer {
  std::string client_data;  // JSON
  std::string authenticator_data;
  std::string signature;  // of an assertion only
};

// Malformed, with what is wrong, for anything that does not hold. `challenge` is in base64url.
OrFailure<Credential> read_credential(const RelyingParty& party, std::string_view challenge,
                                      const Answer& answer);
// The authenticator's new count of signatures.
OrFailure<std::int64_t> check_assertion(const RelyingParty& party, std::string_view challenge,
                                        const Credential& credential, const Answer& answer);

}  // namespace motcua::passkey
