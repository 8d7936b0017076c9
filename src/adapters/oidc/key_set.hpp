// The public keys of a provider: a JSON Web Key Set (RFC 7517), each key turned into PEM.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/failure.hpp"

namespace motcua::oidc {

class KeySet {
 public:
  // Keys that are no RSA or elliptic-curve keys for signatures are passed over.
  static OrFailure<KeySet> read(std::string_view json_text);

  // The key of that name; the only one there is when a token names none. Null otherwise.
  const std::string* find(std::string_view kid) const;

 private:
  std::map<std::string, std::string, std::less<>> keys_;  // kid -> PEM
};

}  // namespace motcua::oidc
