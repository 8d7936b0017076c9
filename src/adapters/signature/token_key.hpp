// A signing key on a PKCS #11 token or in a security module; it never leaves the device.
//
// The module is loaded through p11-kit, so that several keys, and other parts of the process, can
// use one module. PKCS #11 is called directly: OpenSSL 3.0's engines are deprecated, and Debian 12
// has no provider for tokens.
#pragma once

#include <memory>
#include <string>

#include "ports/signing.hpp"

namespace motcua::signature {

struct TokenKey {
  std::string module;        // path of the module's library
  std::string token;         // label
  std::string key;           // label of the secret key
  std::string pin;           // of the normal user; kept, to log in again after the token was away
  std::string certificates;  // PEM: the signer's, then its issuers; empty: the signer's is on the
                             // token under the key's label
};

// NotFound: no such token, key or certificate. Unavailable: module or token out of reach, wrong
// PIN. Logs in; signs under a lock, one signature at a time.
OrFailure<std::unique_ptr<ports::SigningKey>> open_token_key(const TokenKey& where);

}  // namespace motcua::signature
