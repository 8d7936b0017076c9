// A signing key in a file protected by a passphrase: PKCS #12, or PEM.
//
// The key is read once and stays in memory; the passphrase is not kept.
#pragma once

#include <memory>
#include <string>

#include "ports/signing.hpp"

namespace motcua::signature {

struct KeyFile {
  std::string path;          // PKCS #12, or PEM with the key
  std::string passphrase;    // not empty
  std::string certificates;  // PEM: the signer's, then its issuers; empty: they are in `path`
};

// NotFound, or Malformed: wrong passphrase, not protected by one, no certificate of this key.
OrFailure<std::unique_ptr<ports::SigningKey>> open_key_file(const KeyFile& file);

}  // namespace motcua::signature
