// The CMS SignedData of a PAdES signature, made around a key that is elsewhere.
//
// Signed attributes: content type, message digest, signing-certificate-v2; no signing time, which
// PAdES forbids. Signatures are RSA PKCS #1 v1.5 or ECDSA on P-256, with SHA-256.
#pragma once

#include <string>
#include <string_view>

#include "base/digest.hpp"
#include "base/failure.hpp"
#include "ports/signing.hpp"

namespace motcua::signature {

struct UnsignedCms {
  std::string der;  // SignedData with an empty signature value
  Digest digest{};  // of the signed attributes: what the key signs
};

// Malformed when a certificate cannot be read or its key is of another kind.
OrFailure<UnsignedCms> make_cms(const Digest& content, const ports::CertificateChain& chain);

// Malformed when `cms` is not over `content`, or `signature` not over `cms` by the key of its
// certificate.
OrFailure<std::string> with_signature(std::string_view cms, const Digest& content,
                                      std::string_view signature);

// Adds a TimeStampToken over the signature's value: B-B becomes B-T.
OrFailure<std::string> with_timestamp(std::string_view cms, std::string_view token);

}  // namespace motcua::signature
