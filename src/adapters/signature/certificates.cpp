#include "signature/certificates.hpp"

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <ctime>

#include "base/text.hpp"
#include "document/wording.hpp"

namespace motcua::signature {
namespace {

std::string shown(std::string text) {
  return is_valid_utf8(text) ? document::printable_line(text) : std::string{};
}

std::string entry(const X509_NAME* name, int nid) {
  const int at = X509_NAME_get_index_by_NID(name, nid, -1);
  if (at < 0) return {};
  unsigned char* utf8 = nullptr;
  const auto* value = X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at));
  const int size = ASN1_STRING_to_UTF8(&utf8, value);
  if (size < 0) return {};
  std::string text(reinterpret_cast<const char*>(utf8), static_cast<std::size_t>(size));
  OPENSSL_free(utf8);
  return shown(std::move(text));
}

std::string whole_name(const X509_NAME* name) {
  const Owned<BIO> out{BIO_new(BIO_s_mem())};
  X509_NAME_print_ex(out.get(), name, 0, XN_FLAG_RFC2253 & ~ASN1_STRFLGS_ESC_MSB);
  char* bytes = nullptr;
  const long size = BIO_get_mem_data(out.get(), &bytes);
  return size > 0 ? shown({bytes, static_cast<std::size_t>(size)}) : std::string{};
}

std::string serial_of(const X509* certificate) {
  BIGNUM* number = ASN1_INTEGER_to_BN(X509_get0_serialNumber(certificate), nullptr);
  if (number == nullptr) return {};
  char* hex = BN_bn2hex(number);
  std::string text = hex == nullptr ? "" : hex;
  OPENSSL_free(hex);
  BN_free(number);
  return text;
}

}  // namespace

Certificate certificate_from(std::string_view der) {
  const auto* at = reinterpret_cast<const unsigned char*>(der.data());
  return Certificate{d2i_X509(nullptr, &at, static_cast<long>(der.size()))};
}

Certificates certificates_from(const std::vector<std::string>& ders) {
  Certificates all{sk_X509_new_null()};
  for (const auto& der : ders) {
    if (auto one = certificate_from(der)) sk_X509_push(all.get(), one.release());
  }
  return all;
}

std::string der_of(const x509_st* certificate) {
  unsigned char* bytes = nullptr;
  const int size = i2d_X509(certificate, &bytes);
  if (size < 0) return {};
  std::string der(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
  OPENSSL_free(bytes);
  return der;
}

OrFailure<std::vector<std::string>> load_certificates(const std::string& path) {
  const Owned<BIO> file{BIO_new_file(path.c_str(), "rb")};
  if (!file) {
    return Unexpected{
        Failure{FailureKind::NotFound,
                "cannot open the certificates in " + path + ": " + openssl_complaint(), false}};
  }
  std::vector<std::string> ders;
  while (const Certificate one{PEM_read_bio_X509(file.get(), nullptr, nullptr, nullptr)}) {
    ders.push_back(der_of(one.get()));
  }
  ERR_clear_error();  // the end of the file is an error to PEM_read
  if (ders.empty()) return malformed("there is no certificate in " + path);
  return ders;
}

CertificateWords words_of(const x509_st* certificate) {
  const auto* subject = X509_get_subject_name(certificate);
  return {entry(subject, NID_commonName),
          entry(subject, NID_organizationName),
          whole_name(X509_get_issuer_name(certificate)),
          serial_of(certificate),
          moment_of(X509_get0_notBefore(certificate)),
          moment_of(X509_get0_notAfter(certificate))};
}

Moment moment_of(const asn1_string_st* time) {
  std::tm parts{};
  if (time == nullptr || ASN1_TIME_to_tm(time, &parts) != 1) return from_unix(0);
  return from_unix(timegm(&parts));
}

}  // namespace motcua::signature
