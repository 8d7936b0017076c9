#include "signature/handles.hpp"

#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/ess.h>
#include <openssl/pkcs12.h>
#include <openssl/pkcs7.h>
#include <openssl/ts.h>
#include <openssl/x509.h>
#include <openssl/x509_vfy.h>

#include <array>

namespace motcua::signature {

void Release::operator()(x509_st* it) const { X509_free(it); }
void Release::operator()(x509_store_st* it) const { X509_STORE_free(it); }
void Release::operator()(x509_store_ctx_st* it) const { X509_STORE_CTX_free(it); }
void Release::operator()(evp_pkey_st* it) const { EVP_PKEY_free(it); }
void Release::operator()(evp_pkey_ctx_st* it) const { EVP_PKEY_CTX_free(it); }
void Release::operator()(bio_st* it) const { BIO_free_all(it); }
void Release::operator()(CMS_ContentInfo_st* it) const { CMS_ContentInfo_free(it); }
void Release::operator()(pkcs7_st* it) const { PKCS7_free(it); }
void Release::operator()(PKCS12_st* it) const { PKCS12_free(it); }
void Release::operator()(stack_st_X509* it) const { sk_X509_pop_free(it, X509_free); }
void Release::operator()(TS_req_st* it) const { TS_REQ_free(it); }
void Release::operator()(TS_resp_st* it) const { TS_RESP_free(it); }
void Release::operator()(TS_verify_ctx* it) const { TS_VERIFY_CTX_free(it); }
void Release::operator()(ESS_signing_cert* it) const { ESS_SIGNING_CERT_free(it); }
void Release::operator()(ESS_signing_cert_v2_st* it) const { ESS_SIGNING_CERT_V2_free(it); }

std::string openssl_complaint() {
  std::array<char, 256> words{};
  const unsigned long last = ERR_peek_last_error();
  ERR_clear_error();
  if (last == 0) return "no reason given";
  ERR_error_string_n(last, words.data(), words.size());
  return words.data();
}

}  // namespace motcua::signature
