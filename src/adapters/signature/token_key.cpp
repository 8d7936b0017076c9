#include "signature/token_key.hpp"

#include <openssl/bn.h>
#include <openssl/ec.h>

#include <mutex>

#include "signature/certificates.hpp"
#include "signature/pkcs11_session.hpp"

namespace motcua::signature {
namespace {

// The DER of DigestInfo for SHA-256 up to the digest (RFC 8017, 9.2).
constexpr std::string_view sha256_prefix{
    "\x30\x31\x30\x0d\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02\x01\x05\x00\x04\x20", 19};

struct FreeEcSignature {
  void operator()(ECDSA_SIG* it) const { ECDSA_SIG_free(it); }
};

// Tokens give r and s one after the other, CMS wants a DER sequence.
OrFailure<std::string> ec_signature(std::string_view raw) {
  const auto half = raw.size() / 2;
  const auto* bytes = reinterpret_cast<const unsigned char*>(raw.data());
  const std::unique_ptr<ECDSA_SIG, FreeEcSignature> pair{ECDSA_SIG_new()};
  BIGNUM* r = BN_bin2bn(bytes, static_cast<int>(half), nullptr);
  BIGNUM* s = BN_bin2bn(bytes + half, static_cast<int>(half), nullptr);
  if (!pair || raw.empty() || raw.size() % 2 != 0 || ECDSA_SIG_set0(pair.get(), r, s) != 1) {
    BN_free(r);
    BN_free(s);
    return malformed("the token gave no ECDSA signature");
  }
  unsigned char* der = nullptr;
  const int size = i2d_ECDSA_SIG(pair.get(), &der);
  if (size < 0) return malformed("the token's signature cannot be written");
  std::string text(reinterpret_cast<const char*>(der), static_cast<std::size_t>(size));
  OPENSSL_free(der);
  return text;
}

class KeyOnToken final : public ports::SigningKey {
 public:
  KeyOnToken(TokenKey where, Pkcs11Module module)
      : where_(std::move(where)), module_(std::move(module)) {}

  // Logs in, and finds key and certificate.
  OrFailure<Nothing> open() {
    if (const auto ready = log_in(); !ready) return ready;
    return where_.certificates.empty() ? take_certificate_of_token() : take_certificates_of_file();
  }

  const ports::CertificateChain& certificates() const override { return chain_; }

  OrFailure<std::string> sign(const Digest& digest) override {
    const std::lock_guard alone(lock_);
    if (session_) {
      if (auto signature = sign_in_session(digest)) return signature;
    }
    if (const auto ready = log_in(); !ready) return Unexpected{ready.error()};  // it was away
    return sign_in_session(digest);
  }

 private:
  OrFailure<Nothing> take_certificate_of_token() {
    const auto object = session_->find(TokenObject::SignersCertificate, where_.key);
    if (!object) return Unexpected{object.error()};
    auto certificate = session_->certificate(*object);
    if (!certificate) return Unexpected{certificate.error()};
    chain_.signer = std::move(*certificate);
    return Nothing{};
  }

  OrFailure<Nothing> take_certificates_of_file() {
    auto ders = load_certificates(where_.certificates);
    if (!ders) return Unexpected{ders.error()};
    chain_ = {ders->front(), {ders->begin() + 1, ders->end()}};
    return Nothing{};
  }

  OrFailure<Nothing> log_in() {
    session_.reset();
    auto session = Pkcs11Session::log_in(module_.get(), where_.token, where_.pin);
    if (!session) return Unexpected{session.error()};
    const auto key = (*session)->find(TokenObject::SecretKey, where_.key);
    if (!key) return Unexpected{key.error()};
    const auto kind = (*session)->kind_of(*key);
    if (!kind) return Unexpected{kind.error()};
    session_ = std::move(*session);
    key_ = *key;
    kind_ = *kind;
    return Nothing{};
  }

  OrFailure<std::string> sign_in_session(const Digest& digest) {
    const std::string value(digest.begin(), digest.end());
    if (kind_ == KeyKind::Rsa) {
      return session_->sign(key_, kind_, std::string{sha256_prefix} + value);
    }
    const auto raw = session_->sign(key_, kind_, value);
    if (!raw) return Unexpected{raw.error()};
    return ec_signature(*raw);
  }

  TokenKey where_;
  Pkcs11Module module_;  // before the session, which must not outlive it
  ports::CertificateChain chain_;
  std::mutex lock_;  // of the members below
  std::unique_ptr<Pkcs11Session> session_;
  unsigned long key_ = 0;
  KeyKind kind_ = KeyKind::Rsa;
};

}  // namespace

OrFailure<std::unique_ptr<ports::SigningKey>> open_token_key(const TokenKey& where) {
  auto module = load_module(where.module);
  if (!module) return Unexpected{module.error()};
  auto key = std::make_unique<KeyOnToken>(where, std::move(*module));
  if (const auto ready = key->open(); !ready) return Unexpected{ready.error()};
  return std::unique_ptr<ports::SigningKey>{std::move(key)};
}

}  // namespace motcua::signature
