#include "signature/demo_authority.hpp"

#include <fcntl.h>
#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>
#include <unistd.h>

#include <cstdint>
#include <filesystem>

#include "signature/handles.hpp"

namespace motcua::signature {
namespace {

constexpr const char* authority_name = "Một Cửa – chứng thực trình diễn, không có giá trị pháp lý";

struct Identity {
  Certificate certificate;
  Owned<EVP_PKEY> key;
};

struct Subject {
  std::string name;
  std::string organisation;
  bool is_authority = false;
};

void add_name(X509_NAME* name, const char* kind, const std::string& text) {
  X509_NAME_add_entry_by_txt(name, kind, MBSTRING_UTF8,
                             reinterpret_cast<const unsigned char*>(text.data()),
                             static_cast<int>(text.size()), -1, 0);
}

bool extend(X509* certificate, X509* issuer, int kind, const char* value) {
  X509V3_CTX context;
  X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
  X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, kind, value);
  if (extension == nullptr) return false;
  const bool added = X509_add_ext(certificate, extension, -1) == 1;
  X509_EXTENSION_free(extension);
  return added;
}

bool extend_for(const Subject& subject, X509* certificate, X509* issuer) {
  if (subject.is_authority) {
    return extend(certificate, issuer, NID_basic_constraints, "critical,CA:TRUE") &&
           extend(certificate, issuer, NID_key_usage, "critical,keyCertSign,cRLSign");
  }
  return extend(certificate, issuer, NID_basic_constraints, "critical,CA:FALSE") &&
         extend(certificate, issuer, NID_key_usage, "critical,digitalSignature,nonRepudiation");
}

void set_times(X509* certificate, const DemoKeys& keys) {
  ASN1_TIME_set(X509_getm_notBefore(certificate), to_unix(Moment{keys.valid_from}));
  ASN1_TIME_set(X509_getm_notAfter(certificate), to_unix(Moment{keys.valid_until}));
}

void set_serial(X509* certificate) {
  std::uint64_t serial = 0;
  RAND_bytes(reinterpret_cast<unsigned char*>(&serial), sizeof serial);
  ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate), serial >> 1);
}

// `issuer` is null for the authority itself.
OrFailure<Identity> make_identity(const Subject& subject, const Identity* issuer,
                                  const DemoKeys& keys) {
  Identity made{Certificate{X509_new()}, Owned<EVP_PKEY>{EVP_EC_gen("P-256")}};
  X509* certificate = made.certificate.get();
  if (certificate == nullptr || !made.key) return malformed("no key: " + openssl_complaint());
  X509_set_version(certificate, X509_VERSION_3);
  set_serial(certificate);
  set_times(certificate, keys);
  X509_set_pubkey(certificate, made.key.get());
  X509_NAME* name = X509_get_subject_name(certificate);
  add_name(name, "CN", subject.name);
  if (!subject.organisation.empty()) add_name(name, "O", subject.organisation);
  add_name(name, "C", "VN");
  X509* by = issuer == nullptr ? certificate : issuer->certificate.get();
  EVP_PKEY* with = issuer == nullptr ? made.key.get() : issuer->key.get();
  X509_set_issuer_name(certificate, X509_get_subject_name(by));
  if (!extend_for(subject, certificate, by) || X509_sign(certificate, with, EVP_sha256()) == 0) {
    return malformed("no certificate: " + openssl_complaint());
  }
  return made;
}

OrFailure<Nothing> write_secret(const std::string& path, const std::string& bytes) {
  const int file = open(path.c_str(), O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, S_IRUSR | S_IWUSR);
  const bool written =
      file >= 0 && write(file, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size());
  if (file >= 0) close(file);
  if (written) return Nothing{};
  return Unexpected{Failure{FailureKind::Storage, path + " cannot be written", false}};
}

std::string bytes_in(BIO* memory) {
  char* bytes = nullptr;
  const long size = BIO_get_mem_data(memory, &bytes);
  return {bytes, static_cast<std::size_t>(size)};
}

OrFailure<Nothing> write_identity(const std::string& path, const Identity& identity,
                                  const Identity& authority, const std::string& passphrase) {
  const Certificates issuers{sk_X509_new_null()};
  X509_up_ref(authority.certificate.get());
  sk_X509_push(issuers.get(), authority.certificate.get());
  const Owned<PKCS12> packed{PKCS12_create(passphrase.c_str(), "", identity.key.get(),
                                           identity.certificate.get(), issuers.get(), 0, 0, 0, 0,
                                           0)};
  const Owned<BIO> memory{BIO_new(BIO_s_mem())};
  if (!packed || i2d_PKCS12_bio(memory.get(), packed.get()) != 1) {
    return malformed("no PKCS #12: " + openssl_complaint());
  }
  return write_secret(path, bytes_in(memory.get()));
}

OrFailure<Nothing> write_root(const std::string& path, const Identity& authority) {
  const Owned<BIO> memory{BIO_new(BIO_s_mem())};
  if (PEM_write_bio_X509(memory.get(), authority.certificate.get()) != 1) {
    return malformed("no PEM: " + openssl_complaint());
  }
  return write_secret(path, bytes_in(memory.get()));
}

}  // namespace

OrFailure<Nothing> make_demo_keys(const std::string& folder, const DemoKeys& keys,
                                  const std::string& seal_passphrase) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) return Unexpected{Failure{FailureKind::Storage, error.message(), false}};
  const auto authority = make_identity({authority_name, {}, true}, nullptr, keys);
  if (!authority) return Unexpected{authority.error()};
  std::string listed;
  const auto add = [&](const Subject& subject, const std::string& file,
                       const std::string& passphrase) -> OrFailure<Nothing> {
    const auto identity = make_identity(subject, &*authority, keys);
    if (!identity) return Unexpected{identity.error()};
    return write_identity(folder + "/" + file, *identity, *authority, passphrase);
  };
  for (const auto& signer : keys.signers) {
    const auto file = signer.officer + ".p12";
    if (auto added = add({signer.name, keys.agency}, file, signer.passphrase); !added) return added;
    listed += "[[signer]]\nofficer = \"" + signer.officer + "\"\nfile = \"" + file + "\"\n";
  }
  if (auto added = add({keys.agency, keys.agency}, "seal.p12", seal_passphrase); !added) {
    return added;
  }
  listed += "[seal]\nfile = \"seal.p12\"\npassphrase_file = \"seal.pass\"\n";
  listed += "[trust]\nroots = \"roots.pem\"\n";
  if (auto kept = write_secret(folder + "/seal.pass", seal_passphrase); !kept) return kept;
  if (auto kept = write_root(folder + "/roots.pem", *authority); !kept) return kept;
  return write_secret(folder + "/keys.toml", listed);  // last: until then the office has no keys
}

}  // namespace motcua::signature
