// Certificates as bytes, as OpenSSL's objects, and in words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/failure.hpp"
#include "base/moment.hpp"
#include "signature/handles.hpp"

struct asn1_string_st;

namespace motcua::signature {

Certificate certificate_from(std::string_view der);                    // null when it is none
Certificates certificates_from(const std::vector<std::string>& ders);  // leaves out what is none
std::string der_of(const x509_st* certificate);

// Every certificate of a PEM file, as DER. NotFound, or Malformed when there is none in it.
OrFailure<std::vector<std::string>> load_certificates(const std::string& path);

// Texts are printable, empty when they are not UTF-8.
struct CertificateWords {
  std::string common_name;
  std::string organisation;
  std::string issuer;  // RFC 2253
  std::string serial;  // hexadecimal
  Moment valid_from{};
  Moment valid_until{};
};
CertificateWords words_of(const x509_st* certificate);

// Of an ASN.1 UTCTime or GeneralizedTime; 1970 when it cannot be read.
Moment moment_of(const asn1_string_st* time);

}  // namespace motcua::signature
