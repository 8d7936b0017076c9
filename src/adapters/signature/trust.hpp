// Which certificates are believed, and when.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/moment.hpp"
#include "signature/handles.hpp"

namespace motcua::signature {

// Roots, or certificates between a root and signers, that the office believes (DER).
struct TrustAnchors {
  std::vector<std::string> certificates;
};

// The anchors, with `now` as the moment of checking. Keys of less than 112 bits of security and
// signatures with SHA-1 are not believed.
Owned<x509_store_st> store_of(const TrustAnchors& anchors, Moment now);

// Empty when the chain from `signer` leads to an anchor, was valid at `then` and the certificate
// may sign; otherwise why not.
std::string why_distrusted(x509_st* signer, stack_st_X509* others, x509_store_st* store,
                           Moment then);

}  // namespace motcua::signature
