#include "passkey/soft_authenticator.hpp"

#include <openssl/ec.h>
#include <openssl/evp.h>

#include <utility>

#include "base/digest.hpp"

namespace motcua::passkey {
namespace {

std::string client_data(const std::string& type, const std::string& origin,
                        const std::string& challenge) {
  return R"({"type":")" + type + R"(","challenge":")" + challenge + R"(","origin":")" + origin +
         R"(","crossOrigin":false})";
}

unsigned char* bytes_in(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

}  // namespace

struct SoftAuthenticator::Key {
  std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> pair{EVP_EC_gen("P-256"), EVP_PKEY_free};
};

SoftAuthenticator::SoftAuthenticator(std::string id)
    : id_(std::move(id)), key_(std::make_unique<Key>()) {}

SoftAuthenticator::~SoftAuthenticator() = default;

Answer SoftAuthenticator::create(const RelyingParty& party, const std::string& challenge) const {
  return {client_data("webauthn.create", party.origin, challenge),
          head(party.id, flags | 0x40) + attached_credential(), ""};
}

Answer SoftAuthenticator::sign(const RelyingParty& party, const std::string& challenge) {
  ++counter;
  Answer answer{client_data("webauthn.get", party.origin, challenge), head(party.id, flags), ""};
  answer.signature = signature_of(answer);
  return answer;
}

std::string SoftAuthenticator::signature_of(const Answer& answer) const {
  const auto hash = sha256(answer.client_data);
  std::string text = answer.authenticator_data + std::string(hash.begin(), hash.end());
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(),
                                                                        EVP_MD_CTX_free);
  EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key_->pair.get());
  std::string signature(80, '\0');
  std::size_t size = signature.size();
  EVP_DigestSign(context.get(), bytes_in(signature), &size, bytes_in(text), text.size());
  signature.resize(size);
  return signature;
}

std::string SoftAuthenticator::head(const std::string& rp_id, int with_flags) const {
  const auto hash = sha256(rp_id);
  std::string head(hash.begin(), hash.end());
  head += static_cast<char>(with_flags);
  for (const int shift : {24, 16, 8, 0}) head += static_cast<char>(counter >> shift);
  return head;
}

// AAGUID, id, and the key as COSE (RFC 9052) in CBOR: {1: 2, 3: -7, -1: 1, -2: x, -3: y}.
std::string SoftAuthenticator::attached_credential() const {
  std::string point(65, '\0');
  std::size_t size = 0;
  EVP_PKEY_get_octet_string_param(key_->pair.get(), "encoded-pub-key", bytes_in(point),
                                  point.size(), &size);
  std::string out(16, '\0');
  out += std::string{'\0', static_cast<char>(id_.size())} + id_;
  out += "\xa5\x01\x02\x03\x26\x20\x01\x21\x58\x20" + point.substr(1, 32);
  return out + "\x22\x58\x20" + point.substr(33, 32);
}

}  // namespace motcua::passkey
