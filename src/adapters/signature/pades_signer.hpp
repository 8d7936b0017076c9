// Signs PDF papers as PAdES B-B, or B-T with a timestamp authority.
#pragma once

#include "ports/signing.hpp"
#include "signature/document.hpp"

namespace motcua::signature {

class PadesSigner final : public ports::PaperSigner {
 public:
  // `authority` may be null: signatures are B-B then. It must outlive the signer.
  explicit PadesSigner(ports::TimestampAuthority* authority, Limits limits = {})
      : authority_(authority), limits_(limits) {}

  OrFailure<ports::PreparedSignature> prepare(std::string_view pdf,
                                              const ports::SignatureOrder& order,
                                              const ports::CertificateChain& chain) override;
  OrFailure<std::string> complete(const ports::PreparedSignature& prepared,
                                  std::string_view signature) override;

 private:
  ports::TimestampAuthority* authority_;
  Limits limits_;
};

}  // namespace motcua::signature
