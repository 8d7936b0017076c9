// The signing keys of an office: keys.toml in a folder of its own says who signs with what.
//
//   [[signer]]                        # one for each officer who signs
//   officer = "dung"                  # his name in office.toml
//   file = "dung.p12"                 # in this folder; or a token: module, token, key
//   certificates = "dung.pem"         # where they are not with the key
//   [seal]                            # as a signer, without officer
//   file = "seal.p12"
//   passphrase_file = "seal.pass"     # in this folder, readable by its owner only
//   [trust]
//   roots = "roots.pem"               # whose certificates this office believes
//   [timestamp]
//   authority = "https://tsa.example" # none: signatures are B-B
//
// Officers' passphrases and PINs are given at each signature and kept nowhere.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "ports/key_ring.hpp"
#include "signature/trust.hpp"

namespace motcua::signature {

struct KeyPlace {
  std::string officer;  // empty: the seal
  std::string file;     // a path; empty: on a token
  std::string certificates;
  std::string passphrase_file;
  std::string module;
  std::string token;
  std::string key;
};

// Any thread.
class KeyFolder final : public ports::KeyRing {
 public:
  // A folder without keys.toml is an office that signs nothing. Malformed: what in keys.toml cannot
  // be used and why, or a secret that others than its owner may read.
  static OrFailure<std::unique_ptr<KeyFolder>> open(const std::string& folder);

  OrFailure<std::unique_ptr<ports::SigningKey>> open(std::string_view username,
                                                     const std::string& passphrase) override;
  OrFailure<ports::SigningKey*> seal() override;

  const TrustAnchors& anchors() const { return anchors_; }
  const std::string& timestamp_authority() const { return timestamp_authority_; }

 private:
  KeyFolder() = default;

  std::vector<KeyPlace> signers_;
  std::optional<KeyPlace> seal_place_;
  TrustAnchors anchors_;
  std::string timestamp_authority_;
  std::mutex mutex_;
  std::unique_ptr<ports::SigningKey> seal_;  // opened at its first use
};

}  // namespace motcua::signature
