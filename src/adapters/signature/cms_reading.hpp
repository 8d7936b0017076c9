// Checks the CMS of one signature against the bytes it covers.
#pragma once

#include "base/moment.hpp"
#include "ports/signing.hpp"
#include "signature/signed_range.hpp"

struct x509_store_st;

namespace motcua::signature {

enum class SignatureKind {
  Pades,  // ETSI.CAdES.detached: must name its certificate among what is signed
  Pkcs7,  // adbe.pkcs7.detached
};

// The anchors, and the moment at which chains without a proven time of signing are checked.
struct Trust {
  x509_store_st* store = nullptr;
  Moment now{};
};

// Writes into `account` what the signature itself proves: signer, certificate, integrity, trust,
// and the time of a trusted timestamp, or else a time the signer claims inside the CMS.
void check_cms(ports::SignatureAccount& account, const SignedRange& range, SignatureKind kind,
               const Trust& trust);

// The same for a timestamp over the whole paper (sub-filter ETSI.RFC3161).
void check_document_timestamp(ports::SignatureAccount& account, const SignedRange& range,
                              const Trust& trust);

}  // namespace motcua::signature
