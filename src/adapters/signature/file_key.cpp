#include "signature/file_key.hpp"

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/x509.h>

#include <algorithm>
#include <optional>

#include "signature/certificates.hpp"
#include "signature/handles.hpp"

namespace motcua::signature {
namespace {

using Key = Owned<EVP_PKEY>;

class FileKey final : public ports::SigningKey {
 public:
  FileKey(Key key, ports::CertificateChain chain)
      : key_(std::move(key)), chain_(std::move(chain)) {}

  const ports::CertificateChain& certificates() const override { return chain_; }

  OrFailure<std::string> sign(const Digest& digest) override {
    const Owned<EVP_PKEY_CTX> pen{EVP_PKEY_CTX_new(key_.get(), nullptr)};
    std::size_t size = 0;
    std::string signature;
    const bool done = pen && EVP_PKEY_sign_init(pen.get()) == 1 &&
                      EVP_PKEY_CTX_set_signature_md(pen.get(), EVP_sha256()) == 1 &&
                      EVP_PKEY_sign(pen.get(), nullptr, &size, digest.data(), digest.size()) == 1 &&
                      (signature.resize(size),
                       EVP_PKEY_sign(pen.get(), reinterpret_cast<unsigned char*>(signature.data()),
                                     &size, digest.data(), digest.size()) == 1);
    if (!done) return malformed("the key in the file cannot sign: " + openssl_complaint());
    signature.resize(size);
    return signature;
  }

 private:
  Key key_;
  ports::CertificateChain chain_;
};

struct Read {
  Key key;
  ports::CertificateChain chain;
};

struct Asked {
  const std::string& passphrase;
  bool asked = false;
};

int give_passphrase(char* room, int size, int, void* there) {
  auto& asked = *static_cast<Asked*>(there);
  asked.asked = true;
  const auto length = std::min(asked.passphrase.size(), static_cast<std::size_t>(size));
  std::copy_n(asked.passphrase.data(), length, room);
  return static_cast<int>(length);
}

OrFailure<Read> read_pem(const KeyFile& file, BIO* bytes) {
  Asked asked{file.passphrase};
  Key key{PEM_read_bio_PrivateKey(bytes, nullptr, give_passphrase, &asked)};
  if (!key) {
    return malformed("the key in " + file.path + " cannot be read: " + openssl_complaint());
  }
  if (!asked.asked) return malformed("the key in " + file.path + " has no passphrase");
  auto ders = load_certificates(file.certificates.empty() ? file.path : file.certificates);
  if (!ders) return Unexpected{ders.error()};
  return Read{std::move(key), {ders->front(), {ders->begin() + 1, ders->end()}}};
}

OrFailure<Read> read_pkcs12(const KeyFile& file, PKCS12* bag) {
  EVP_PKEY* key = nullptr;
  X509* certificate = nullptr;
  STACK_OF(X509)* others = nullptr;
  if (PKCS12_parse(bag, file.passphrase.c_str(), &key, &certificate, &others) != 1) {
    return malformed("the key in " + file.path + " cannot be opened: " + openssl_complaint());
  }
  const Certificate own{certificate};
  const Certificates issuers{others};
  Read read{Key{key}, {}};
  if (!read.key || !own) return malformed("no key with its certificate is in " + file.path);
  read.chain.signer = der_of(own.get());
  for (int i = 0; i < sk_X509_num(issuers.get()); ++i) {
    read.chain.issuers.push_back(der_of(sk_X509_value(issuers.get(), i)));
  }
  return read;
}

OrFailure<Read> read_key(const KeyFile& file) {
  const Owned<BIO> bytes{BIO_new_file(file.path.c_str(), "rb")};
  if (!bytes) {
    return Unexpected{Failure{FailureKind::NotFound,
                              "cannot open the key " + file.path + ": " + openssl_complaint(),
                              false}};
  }
  const Owned<PKCS12> bag{d2i_PKCS12_bio(bytes.get(), nullptr)};
  ERR_clear_error();  // not PKCS #12 is no error: it may be PEM
  if (bag) return read_pkcs12(file, bag.get());
  BIO_seek(bytes.get(), 0);
  return read_pem(file, bytes.get());
}

}  // namespace

OrFailure<std::unique_ptr<ports::SigningKey>> open_key_file(const KeyFile& file) {
  if (file.passphrase.empty()) return malformed("the key " + file.path + " needs a passphrase");
  auto read = read_key(file);
  if (!read) return Unexpected{read.error()};
  const auto certificate = certificate_from(read->chain.signer);
  if (!certificate || X509_check_private_key(certificate.get(), read->key.get()) != 1) {
    return malformed("the first certificate does not belong to the key in " + file.path + ": " +
                     openssl_complaint());
  }
  return std::unique_ptr<ports::SigningKey>{
      std::make_unique<FileKey>(std::move(read->key), std::move(read->chain))};
}

}  // namespace motcua::signature
