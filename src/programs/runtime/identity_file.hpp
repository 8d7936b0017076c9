// identity.toml of a data folder: providers of identities applicants may sign in through.
//
//   [[provider]]
//   id = "vneid"                          # in addresses
//   name_vi = "VNeID"
//   name_en = "VNeID"
//   issuer = "https://…"                  # exactly as the provider writes it
//   client = "so-ngoai-vu"                # this office at the provider
//   secret = "…"
//   identity_claim = "…"                  # which claim is the personal number; may be absent
//   authorities = "/etc/…/ca.pem"         # certificates to believe; absent: the machine's
//
// To be registered at the provider: PUBLIC_ADDRESS/api/identity/ID/return. It holds secrets: only
// its owner may be able to read it.
#pragma once

#include <filesystem>
#include <vector>

#include "oidc/provider.hpp"

namespace motcua::runtime {

inline constexpr std::string_view identity_file = "identity.toml";

// None when the folder has no such file. Malformed says which line is wrong.
OrFailure<std::vector<oidc::Registration>> read_identity_file(const std::filesystem::path& data);

}  // namespace motcua::runtime
