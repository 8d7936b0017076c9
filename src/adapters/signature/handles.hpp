// Owners of OpenSSL's objects; for this module's sources only.
#pragma once

#include <memory>
#include <string>

struct x509_st;
struct x509_store_st;
struct x509_store_ctx_st;
struct evp_pkey_st;
struct evp_pkey_ctx_st;
struct bio_st;
struct CMS_ContentInfo_st;
struct pkcs7_st;
struct PKCS12_st;
struct stack_st_X509;
struct TS_req_st;
struct TS_resp_st;
struct TS_verify_ctx;
struct ESS_signing_cert;
struct ESS_signing_cert_v2_st;

namespace motcua::signature {

struct Release {
  void operator()(x509_st* it) const;
  void operator()(x509_store_st* it) const;
  void operator()(x509_store_ctx_st* it) const;
  void operator()(evp_pkey_st* it) const;
  void operator()(evp_pkey_ctx_st* it) const;
  void operator()(bio_st* it) const;
  void operator()(CMS_ContentInfo_st* it) const;
  void operator()(pkcs7_st* it) const;
  void operator()(PKCS12_st* it) const;
  void operator()(stack_st_X509* it) const;  // and the certificates in it
  void operator()(TS_req_st* it) const;
  void operator()(TS_resp_st* it) const;
  void operator()(TS_verify_ctx* it) const;
  void operator()(ESS_signing_cert* it) const;
  void operator()(ESS_signing_cert_v2_st* it) const;
};

template <class T>
using Owned = std::unique_ptr<T, Release>;

using Certificate = Owned<x509_st>;
using Certificates = Owned<stack_st_X509>;

// What OpenSSL last complained of in this thread; its list is empty afterwards.
std::string openssl_complaint();

}  // namespace motcua::signature
