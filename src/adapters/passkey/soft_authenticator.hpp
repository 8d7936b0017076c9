// For tests: an authenticator in software, by OpenSSL alone, independent of what checks its
// answers.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "passkey/ceremony.hpp"

namespace motcua::passkey {

class SoftAuthenticator {
 public:
  explicit SoftAuthenticator(std::string id = "credential-of-tests");
  ~SoftAuthenticator();
  SoftAuthenticator(const SoftAuthenticator&) = delete;
  SoftAuthenticator& operator=(const SoftAuthenticator&) = delete;

  // As a browser on a page of this party's origin would answer.
  Answer create(const RelyingParty& party, const std::string& challenge) const;
  Answer sign(const RelyingParty& party, const std::string& challenge);
  std::string signature_of(const Answer& answer) const;
  const std::string& id() const { return id_; }

  int flags = 0x05;  // the user is present and verified
  std::uint32_t counter = 0;

 private:
  struct Key;
  std::string head(const std::string& rp_id, int with_flags) const;
  std::string attached_credential() const;

  std::string id_;
  std::unique_ptr<Key> key_;
};

}  // namespace motcua::passkey
