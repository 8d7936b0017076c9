#include "base/digest.hpp"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <memory>
#include <span>

#include "base/assertion.hpp"

namespace motcua {
namespace {

struct FreeContext {
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};
struct FreeAlgorithm {
  void operator()(EVP_MD* algorithm) const { EVP_MD_free(algorithm); }
};

std::string hex_of(std::span<const std::uint8_t> bytes) {
  static constexpr std::string_view digits = "0123456789abcdef";
  std::string hex;
  hex.reserve(bytes.size() * 2);
  for (const auto byte : bytes) {
    hex += digits[byte >> 4];
    hex += digits[byte & 15];
  }
  return hex;
}

template <std::size_t Size>
std::array<std::uint8_t, Size> hmac(const EVP_MD* algorithm, std::string_view key,
                                    std::string_view bytes) {
  std::array<std::uint8_t, Size> digest{};
  unsigned size = 0;
  const auto* made = HMAC(algorithm, key.data(), static_cast<int>(key.size()),
                          reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                          digest.data(), &size);
  MOTCUA_ASSERT(made != nullptr && size == digest.size());
  return digest;
}

}  // namespace

// OpenSSL looks an algorithm up by its name at every one-shot call; here once.
Digest sha256(std::string_view bytes) {
  static const std::unique_ptr<EVP_MD, FreeAlgorithm> algorithm{
      EVP_MD_fetch(nullptr, "SHA256", nullptr)};
  thread_local const std::unique_ptr<EVP_MD_CTX, FreeContext> context{EVP_MD_CTX_new()};
  Digest digest{};
  const bool made = EVP_DigestInit_ex2(context.get(), algorithm.get(), nullptr) == 1 &&
                    EVP_DigestUpdate(context.get(), bytes.data(), bytes.size()) == 1 &&
                    EVP_DigestFinal_ex(context.get(), digest.data(), nullptr) == 1;
  MOTCUA_ASSERT(made);
  return digest;
}

Digest hmac_sha256(std::string_view key, std::string_view bytes) {
  return hmac<32>(EVP_sha256(), key, bytes);
}

std::array<std::uint8_t, 20> hmac_sha1(std::string_view key, std::string_view bytes) {
  return hmac<20>(EVP_sha1(), key, bytes);
}

std::string hmac_sha512_in_hex(std::string_view key, std::string_view bytes) {
  return hex_of(hmac<64>(EVP_sha512(), key, bytes));
}

std::string to_hex(const Digest& digest) { return hex_of(digest); }

bool equal_in_constant_time(std::string_view a, std::string_view b) {
  return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace motcua
