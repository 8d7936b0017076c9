#include "signature/cms_writing.hpp"

#include <openssl/cms.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

#include <algorithm>
#include <array>
#include <vector>

#include "signature/certificates.hpp"
#include "signature/handles.hpp"

namespace motcua::signature {
namespace {

using Cms = Owned<CMS_ContentInfo>;

Unexpected<Failure> refused(const std::string& tried) {
  return malformed(tried + ": " + openssl_complaint());
}

Cms cms_from(std::string_view der) {
  const auto* at = reinterpret_cast<const unsigned char*>(der.data());
  return Cms{d2i_CMS_ContentInfo(nullptr, &at, static_cast<long>(der.size()))};
}

OrFailure<std::string> bytes_of(const CMS_ContentInfo* cms) {
  unsigned char* bytes = nullptr;
  const int size = i2d_CMS_ContentInfo(cms, &bytes);
  if (size < 0) return refused("the signature cannot be written");
  std::string der(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
  OPENSSL_free(bytes);
  return der;
}

CMS_SignerInfo* only_signer(CMS_ContentInfo* cms) {
  auto* signers = CMS_get0_SignerInfos(cms);
  return sk_CMS_SignerInfo_num(signers) == 1 ? sk_CMS_SignerInfo_value(signers, 0) : nullptr;
}

bool is_accepted(const EVP_PKEY* key) {
  if (EVP_PKEY_get_base_id(key) == EVP_PKEY_RSA) return EVP_PKEY_get_bits(key) >= 2048;
  if (EVP_PKEY_get_base_id(key) != EVP_PKEY_EC) return false;
  std::array<char, 64> curve{};
  std::size_t size = 0;
  return EVP_PKEY_get_group_name(key, curve.data(), curve.size(), &size) == 1 &&
         std::string_view{curve.data()} == "prime256v1";
}

// The length of a DER element's content.
std::string der_length(std::size_t length) {
  if (length < 128) return {static_cast<char>(length)};
  std::string bytes;
  for (; length > 0; length >>= 8) bytes.insert(bytes.begin(), static_cast<char>(length & 0xff));
  return static_cast<char>(0x80 | bytes.size()) + bytes;
}

// What a signer signs: the attributes as a SET OF in DER (RFC 5652, 5.4).
std::string signed_attributes(const CMS_SignerInfo* signer) {
  std::vector<std::string> attributes;
  for (int i = 0; i < CMS_signed_get_attr_count(signer); ++i) {
    unsigned char* bytes = nullptr;
    const int size = i2d_X509_ATTRIBUTE(CMS_signed_get_attr(signer, i), &bytes);
    attributes.emplace_back(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
    OPENSSL_free(bytes);
  }
  std::ranges::sort(attributes);  // by bytes, without sign: the order of DER
  std::string all;
  for (const auto& one : attributes) all += one;
  return "\x31" + der_length(all.size()) + all;
}

bool add_attributes(CMS_SignerInfo* signer, const Digest& content) {
  return CMS_signed_add1_attr_by_NID(signer, NID_pkcs9_contentType, V_ASN1_OBJECT,
                                     OBJ_nid2obj(NID_pkcs7_data), -1) == 1 &&
         CMS_signed_add1_attr_by_NID(signer, NID_pkcs9_messageDigest, V_ASN1_OCTET_STRING,
                                     content.data(), static_cast<int>(content.size())) == 1;
}

bool fits(EVP_PKEY* key, const Digest& digest, std::string_view signature) {
  const Owned<EVP_PKEY_CTX> check{EVP_PKEY_CTX_new(key, nullptr)};
  return check && EVP_PKEY_verify_init(check.get()) == 1 &&
         EVP_PKEY_CTX_set_signature_md(check.get(), EVP_sha256()) == 1 &&
         EVP_PKEY_verify(check.get(), reinterpret_cast<const unsigned char*>(signature.data()),
                         signature.size(), digest.data(), digest.size()) == 1;
}

bool is_over(const CMS_SignerInfo* signer, const Digest& content) {
  const auto* value = static_cast<const ASN1_OCTET_STRING*>(CMS_signed_get0_data_by_OBJ(
      signer, OBJ_nid2obj(NID_pkcs9_messageDigest), -3, V_ASN1_OCTET_STRING));
  return value != nullptr && ASN1_STRING_length(value) == static_cast<int>(content.size()) &&
         std::equal(content.begin(), content.end(), ASN1_STRING_get0_data(value));
}

X509* certificate_of(CMS_ContentInfo* cms, CMS_SignerInfo* signer) {
  const Certificates all{CMS_get1_certs(cms)};
  for (int i = 0; i < sk_X509_num(all.get()); ++i) {
    X509* one = sk_X509_value(all.get(), i);
    if (CMS_SignerInfo_cert_cmp(signer, one) != 0) continue;
    X509_up_ref(one);
    return one;
  }
  return nullptr;
}

}  // namespace

OrFailure<UnsignedCms> make_cms(const Digest& content, const ports::CertificateChain& chain) {
  const auto certificate = certificate_from(chain.signer);
  if (!certificate) return refused("the signer's certificate cannot be read");
  EVP_PKEY* key = X509_get0_pubkey(certificate.get());
  if (key == nullptr || !is_accepted(key)) {
    return malformed("the signer's key is neither RSA of 2048 bits or more nor on P-256");
  }
  const auto issuers = certificates_from(chain.issuers);
  constexpr unsigned detached = CMS_DETACHED | CMS_BINARY | CMS_PARTIAL;
  const Cms cms{CMS_sign(nullptr, nullptr, issuers.get(), nullptr, detached)};
  if (!cms) return refused("no signature can be begun");
  // The public key stands in for the secret one: nothing is signed here.
  auto* signer = CMS_add1_signer(cms.get(), certificate.get(), key, EVP_sha256(),
                                 detached | CMS_NOSMIMECAP | CMS_CADES);
  if (signer == nullptr || !add_attributes(signer, content)) {
    return refused("the signed attributes cannot be made");
  }
  auto der = bytes_of(cms.get());
  if (!der) return Unexpected{der.error()};
  return UnsignedCms{std::move(*der), sha256(signed_attributes(signer))};
}

OrFailure<std::string> with_signature(std::string_view der, const Digest& content,
                                      std::string_view signature) {
  const auto cms = cms_from(der);
  auto* signer = cms ? only_signer(cms.get()) : nullptr;
  if (signer == nullptr) return refused("the prepared signature cannot be read");
  const Certificate certificate{certificate_of(cms.get(), signer)};
  if (!certificate || !is_over(signer, content)) {
    return malformed("the prepared signature does not belong to its paper");
  }
  const auto digest = sha256(signed_attributes(signer));
  if (!fits(X509_get0_pubkey(certificate.get()), digest, signature)) {
    openssl_complaint();
    return malformed("the signature was not made over this paper by the key of the certificate");
  }
  ASN1_STRING_set(CMS_SignerInfo_get0_signature(signer), signature.data(),
                  static_cast<int>(signature.size()));
  return bytes_of(cms.get());
}

OrFailure<std::string> with_timestamp(std::string_view der, std::string_view token) {
  const auto cms = cms_from(der);
  auto* signer = cms ? only_signer(cms.get()) : nullptr;
  if (signer == nullptr ||
      CMS_unsigned_add1_attr_by_NID(signer, NID_id_smime_aa_timeStampToken, V_ASN1_SEQUENCE,
                                    token.data(), static_cast<int>(token.size())) != 1) {
    return refused("the timestamp cannot be added");
  }
  return bytes_of(cms.get());
}

}  // namespace motcua::signature
