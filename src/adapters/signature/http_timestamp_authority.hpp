// A timestamp authority reached by HTTP (RFC 3161, 3.4).
#pragma once

#include <chrono>
#include <string>

#include "ports/signing.hpp"

namespace motcua::signature {

struct AuthorityAddress {
  std::string url;  // http or https; others are refused
  std::chrono::milliseconds patience{10'000};
};

// One connection a question, no redirects, answers of at most 64 KiB.
class HttpTimestampAuthority final : public ports::TimestampAuthority {
 public:
  explicit HttpTimestampAuthority(AuthorityAddress address);
  OrFailure<std::string> stamp(std::string_view bytes) override;

 private:
  AuthorityAddress address_;
};

}  // namespace motcua::signature
