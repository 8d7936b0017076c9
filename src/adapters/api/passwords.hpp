// Whether a password is the one kept, told in the same time whether anything is kept or not.
#pragma once

#include <string>
#include <string_view>

#include "password/password.hpp"

namespace motcua::api {

// `hash` is empty for a name nobody has: a stand-in is verified, so that it takes as long.
inline bool is_password(password::Hasher& hasher, const std::string& hash,
                        std::string_view password) {
  static const std::string stand_in =
      "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$"
      "u0vT7iF3kV2jQ0n0n1p2q3r4s5t6u7v8w9x0y1z2A3A";
  const bool right = hasher.verify(hash.empty() ? stand_in : hash, password);
  return right && !hash.empty();
}

}  // namespace motcua::api
