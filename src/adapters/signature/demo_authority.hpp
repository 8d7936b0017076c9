// Keys and certificates for a demonstration office, from an authority that says it is none.
#pragma once

#include <string>
#include <vector>

#include "base/failure.hpp"
#include "base/moment.hpp"

namespace motcua::signature {

struct DemoSigner {
  std::string officer;  // name in office.toml
  std::string name;     // in the certificate
  std::string passphrase;
};

struct DemoKeys {
  std::string agency;  // in every certificate, and on the seal's
  std::vector<DemoSigner> signers;
  Date valid_from{};
  Date valid_until{};
};

// Fills `folder` (made when absent) as key_folder.hpp reads it: keys on P-256 in PKCS #12 files,
// a seal, and the authority's certificate as the root that is believed.
OrFailure<Nothing> make_demo_keys(const std::string& folder, const DemoKeys& keys,
                                  const std::string& seal_passphrase);

}  // namespace motcua::signature
