#include "signature/trust.hpp"

#include <openssl/x509.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>

#include "signature/certificates.hpp"

namespace motcua::signature {
namespace {

constexpr int bits_112 = 2;  // OpenSSL's levels of security

}  // namespace

Owned<x509_store_st> store_of(const TrustAnchors& anchors, Moment now) {
  Owned<x509_store_st> store{X509_STORE_new()};
  for (const auto& der : anchors.certificates) {
    if (const auto one = certificate_from(der)) X509_STORE_add_cert(store.get(), one.get());
  }
  auto* rules = X509_STORE_get0_param(store.get());
  X509_VERIFY_PARAM_set_flags(rules, X509_V_FLAG_PARTIAL_CHAIN);
  X509_VERIFY_PARAM_set_auth_level(rules, bits_112);
  X509_VERIFY_PARAM_set_time(rules, to_unix(now));
  return store;
}

std::string why_distrusted(x509_st* signer, stack_st_X509* others, x509_store_st* store,
                           Moment then) {
  const Owned<x509_store_ctx_st> check{X509_STORE_CTX_new()};
  if (!check || X509_STORE_CTX_init(check.get(), store, signer, others) != 1) {
    return "the chain cannot be checked: " + openssl_complaint();
  }
  X509_VERIFY_PARAM_set_time(X509_STORE_CTX_get0_param(check.get()), to_unix(then));
  const bool leads_to_anchor = X509_verify_cert(check.get()) == 1;
  const int why = X509_STORE_CTX_get_error(check.get());
  openssl_complaint();  // what it says is in `why`
  if (!leads_to_anchor) return X509_verify_cert_error_string(why);
  if ((X509_get_key_usage(signer) & (KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION)) == 0) {
    return "the certificate is not for signing";
  }
  return {};
}

}  // namespace motcua::signature
