#include "password/password.hpp"

#include <argon2.h>
#include <openssl/rand.h>

#include <array>
#include <vector>

#include "base/assertion.hpp"

namespace motcua::password {
namespace {

constexpr std::uint32_t passes = 2;
constexpr std::uint32_t memory_kib = 19 * 1024;
constexpr std::uint32_t lanes = 1;
constexpr std::size_t hash_bytes = 32;
constexpr std::size_t salt_bytes = 16;

class Place {
 public:
  explicit Place(std::counting_semaphore<2>& places) : places_(places) { places_.acquire(); }
  ~Place() { places_.release(); }
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;

 private:
  std::counting_semaphore<2>& places_;
};

}  // namespace

std::string SystemChance::token(std::size_t bytes) {
  std::vector<unsigned char> random(bytes);
  MOTCUA_ASSERT(RAND_bytes(random.data(), static_cast<int>(bytes)) == 1);
  static constexpr std::string_view alphabet =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  std::string text;
  unsigned buffer = 0;
  int bits = 0;
  for (const auto byte : random) {
    buffer = (buffer << 8) | byte;
    for (bits += 8; bits >= 6; bits -= 6) text += alphabet[(buffer >> (bits - 6)) & 63];
    buffer &= 0xff;
  }
  if (bits > 0) text += alphabet[(buffer << (6 - bits)) & 63];
  return text;
}

OrFailure<std::string> Hasher::hash(std::string_view password) {
  const Place place(places_);
  std::array<unsigned char, salt_bytes> salt{};
  MOTCUA_ASSERT(RAND_bytes(salt.data(), salt.size()) == 1);
  std::string encoded(
      argon2_encodedlen(passes, memory_kib, lanes, salt_bytes, hash_bytes, Argon2_id), '\0');
  const int code =
      argon2id_hash_encoded(passes, memory_kib, lanes, password.data(), password.size(),
                            salt.data(), salt.size(), hash_bytes, encoded.data(), encoded.size());
  if (code != ARGON2_OK) {
    return Unexpected{Failure{FailureKind::Unavailable, argon2_error_message(code), true}};
  }
  encoded.resize(encoded.find('\0'));
  return encoded;
}

bool Hasher::verify(const std::string& encoded, std::string_view password) {
  const Place place(places_);
  return argon2id_verify(encoded.c_str(), password.data(), password.size()) == ARGON2_OK;
}

}  // namespace motcua::password
