// The secret keys of the office's signers, and its seal.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "ports/signing.hpp"

namespace motcua::ports {

// Any thread. No passphrase is kept.
class KeyRing {
 public:
  virtual ~KeyRing() = default;

  // The officer's key, opened with the passphrase or PIN he gives. NotFound: he has no key here.
  // Malformed or Unavailable as the key's file or token says; a wrong passphrase is one of them.
  virtual OrFailure<std::unique_ptr<SigningKey>> open(std::string_view username,
                                                      const std::string& passphrase) = 0;
  // NotFound: the office has no seal.
  virtual OrFailure<SigningKey*> seal() = 0;
};

}  // namespace motcua::ports
