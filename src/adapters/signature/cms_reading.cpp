#include "signature/cms_reading.hpp"

#include <openssl/bio.h>
#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/ess.h>
#include <openssl/x509.h>

#include "signature/certificates.hpp"
#include "signature/timestamp.hpp"
#include "signature/trust.hpp"

namespace motcua::signature {
namespace {

using ports::Integrity;
using ports::SignatureAccount;
using ports::SigningTime;
using ports::TimeSource;

constexpr int most_certificates = 32;

void describe(SignatureAccount& account, const X509* certificate) {
  auto words = words_of(certificate);
  account.signer = std::move(words.common_name);
  account.organisation = std::move(words.organisation);
  account.issuer = std::move(words.issuer);
  account.serial = std::move(words.serial);
  account.valid_from = words.valid_from;
  account.valid_until = words.valid_until;
}

void fault(SignatureAccount& account, Integrity integrity, std::string why) {
  account.integrity = integrity;
  account.fault = std::move(why);
}

// What follows the CMS in its room is padding, or somebody hid something there.
bool only_padding_follows(std::string_view contents, const unsigned char* end) {
  const auto* start = reinterpret_cast<const unsigned char*>(contents.data());
  return contents.find_first_not_of('\0', static_cast<std::size_t>(end - start)) == contents.npos;
}

template <class T, class Parse>
Owned<T> attribute(const CMS_SignerInfo* signer, int nid, Parse parse) {
  const auto* value = static_cast<const ASN1_STRING*>(
      CMS_signed_get0_data_by_OBJ(signer, OBJ_nid2obj(nid), -3, V_ASN1_SEQUENCE));
  if (value == nullptr) return nullptr;
  const unsigned char* at = ASN1_STRING_get0_data(value);
  return Owned<T>{parse(nullptr, &at, ASN1_STRING_length(value))};
}

// PAdES: the certificate must be named among what is signed, or another certificate of the same
// key could be put in its place.
bool names_its_certificate(const CMS_SignerInfo* signer, X509* own, stack_st_X509* all) {
  const auto old_kind =
      attribute<ESS_SIGNING_CERT>(signer, NID_id_smime_aa_signingCertificate, d2i_ESS_SIGNING_CERT);
  const auto new_kind = attribute<ESS_SIGNING_CERT_V2>(signer, NID_id_smime_aa_signingCertificateV2,
                                                       d2i_ESS_SIGNING_CERT_V2);
  Certificates chain{sk_X509_new_null()};
  const auto add = [&](X509* one) {
    X509_up_ref(one);
    sk_X509_push(chain.get(), one);
  };
  add(own);
  for (int i = 0; i < sk_X509_num(all); ++i) {
    if (X509_cmp(sk_X509_value(all, i), own) != 0) add(sk_X509_value(all, i));
  }
  return OSSL_ESS_check_signing_certs(old_kind.get(), new_kind.get(), chain.get(), 1) == 1;
}

bool is_weak(CMS_SignerInfo* signer) {
  X509_ALGOR* digest = nullptr;
  CMS_SignerInfo_get0_algs(signer, nullptr, nullptr, &digest, nullptr);
  const ASN1_OBJECT* kind = nullptr;
  X509_ALGOR_get0(&kind, nullptr, nullptr, digest);
  const int nid = OBJ_obj2nid(kind);
  return nid == NID_md5 || nid == NID_sha1 || nid == NID_md4 || nid == NID_md2;
}

std::optional<SigningTime> claimed_time(const CMS_SignerInfo* signer) {
  const int at = CMS_signed_get_attr_by_NID(signer, NID_pkcs9_signingTime, -1);
  if (at < 0) return std::nullopt;
  auto* value = X509_ATTRIBUTE_get0_type(CMS_signed_get_attr(signer, at), 0);
  if (value == nullptr ||
      (value->type != V_ASN1_UTCTIME && value->type != V_ASN1_GENERALIZEDTIME)) {
    return std::nullopt;
  }
  return SigningTime{moment_of(value->value.asn1_string), TimeSource::Claimed};
}

std::string_view view_of(const ASN1_STRING* text) {
  return {reinterpret_cast<const char*>(ASN1_STRING_get0_data(text)),
          static_cast<std::size_t>(ASN1_STRING_length(text))};
}

std::optional<SigningTime> proven_time(CMS_SignerInfo* signer, x509_store_st* store) {
  const int at = CMS_unsigned_get_attr_by_NID(signer, NID_id_smime_aa_timeStampToken, -1);
  if (at < 0) return std::nullopt;
  auto* value = X509_ATTRIBUTE_get0_type(CMS_unsigned_get_attr(signer, at), 0);
  if (value == nullptr || value->type != V_ASN1_SEQUENCE) return std::nullopt;
  const auto token = check_token(view_of(value->value.sequence),
                                 view_of(CMS_SignerInfo_get0_signature(signer)), store);
  if (!token || !token->trusted) return std::nullopt;
  return SigningTime{token->moment, TimeSource::Timestamp};
}

class Check {
 public:
  Check(SignatureAccount& account, const SignedRange& range) : account_(account), range_(range) {}

  void run(SignatureKind kind, const Trust& trust) {
    if (!read() || !find_certificate()) return;
    if (is_weak(signer_)) return fault(account_, Integrity::Weak, "made with MD5 or SHA-1");
    if (!is_over_the_bytes()) {
      return fault(account_, Integrity::Altered,
                   "the signature does not fit: " + openssl_complaint());
    }
    if (kind == SignatureKind::Pades && !names_its_certificate(signer_, certificate_, all_.get())) {
      openssl_complaint();
      return fault(account_, Integrity::Altered, "the signature names another certificate");
    }
    account_.integrity = Integrity::Intact;
    account_.time = claimed_time(signer_);
    if (const auto proven = proven_time(signer_, trust.store)) account_.time = proven;
    const bool is_proven = account_.time && account_.time->source == TimeSource::Timestamp;
    account_.distrust = why_distrusted(certificate_, all_.get(), trust.store,
                                       is_proven ? account_.time->moment : trust.now);
    account_.trusted = account_.distrust.empty();
  }

 private:
  bool read() {
    const auto* at = reinterpret_cast<const unsigned char*>(range_.contents.data());
    cms_.reset(d2i_CMS_ContentInfo(nullptr, &at, static_cast<long>(range_.contents.size())));
    const auto refuse = [&](const std::string& why) {
      fault(account_, Integrity::NotUnderstood, why);
      return false;
    };
    if (!cms_) return refuse("not CMS: " + openssl_complaint());
    if (!only_padding_follows(range_.contents, at)) return refuse("more bytes follow the CMS");
    if (OBJ_obj2nid(CMS_get0_type(cms_.get())) != NID_pkcs7_signed) return refuse("not SignedData");
    auto** content = CMS_get0_content(cms_.get());
    if (content == nullptr || *content != nullptr) return refuse("the CMS has content of its own");
    auto* signers = CMS_get0_SignerInfos(cms_.get());
    if (sk_CMS_SignerInfo_num(signers) != 1) return refuse("not exactly one signer");
    signer_ = sk_CMS_SignerInfo_value(signers, 0);
    all_.reset(CMS_get1_certs(cms_.get()));
    if (sk_X509_num(all_.get()) > most_certificates) return refuse("too many certificates");
    return true;
  }

  bool find_certificate() {
    for (int i = 0; i < sk_X509_num(all_.get()) && certificate_ == nullptr; ++i) {
      X509* one = sk_X509_value(all_.get(), i);
      if (CMS_SignerInfo_cert_cmp(signer_, one) == 0) certificate_ = one;
    }
    if (certificate_ == nullptr) {
      fault(account_, Integrity::NotUnderstood, "the signer's certificate is missing");
      return false;
    }
    describe(account_, certificate_);
    return true;
  }

  bool is_over_the_bytes() {
    const auto bytes = range_.bytes();
    const Owned<BIO> content{BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size()))};
    constexpr unsigned without_trust = CMS_BINARY | CMS_NO_SIGNER_CERT_VERIFY;
    return CMS_verify(cms_.get(), nullptr, nullptr, content.get(), nullptr, without_trust) == 1;
  }

  SignatureAccount& account_;
  const SignedRange& range_;
  Owned<CMS_ContentInfo> cms_;
  Certificates all_;
  CMS_SignerInfo* signer_ = nullptr;  // of cms_
  X509* certificate_ = nullptr;       // of all_
};

}  // namespace

void check_cms(SignatureAccount& account, const SignedRange& range, SignatureKind kind,
               const Trust& trust) {
  ERR_clear_error();
  Check(account, range).run(kind, trust);
}

void check_document_timestamp(SignatureAccount& account, const SignedRange& range,
                              const Trust& trust) {
  ERR_clear_error();
  account.is_document_timestamp = true;
  const auto token = check_token(range.contents, range.bytes(), trust.store);
  if (!token) return fault(account, Integrity::NotUnderstood, "not a timestamp");
  if (const auto certificate = certificate_from(token->signer)) {
    describe(account, certificate.get());
  }
  if (!token->intact) return fault(account, Integrity::Altered, token->fault);
  account.integrity = Integrity::Intact;
  account.trusted = token->trusted;
  account.distrust = token->fault;
  account.time =
      SigningTime{token->moment, token->trusted ? TimeSource::Timestamp : TimeSource::Claimed};
}

}  // namespace motcua::signature
