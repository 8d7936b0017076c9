#include "identity/one_time_code.hpp"

#include <array>

#include "base/digest.hpp"
#include "base/text.hpp"

namespace motcua::identity {
namespace {

constexpr std::size_t digits = 6;
constexpr std::int64_t steps_apart = 1;  // between the clocks of the office and the authenticator

std::string in_percent(std::string_view text) {
  static constexpr std::string_view hex = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool plain = letter || is_ascii_digit(c) || c == '-' || c == '.';
    if (plain) {
      out += c;
    } else {
      (out += '%') += hex[byte >> 4];
      out += hex[byte & 15];
    }
  }
  return out;
}

}  // namespace

std::string one_time_code(std::string_view secret, std::int64_t step) {
  std::string counter(8, '\0');
  for (int i = 0; i < 8; ++i) {
    counter[std::size_t(i)] = static_cast<char>(std::uint64_t(step) >> (56 - 8 * i));
  }
  const auto digest = hmac_sha1(secret, counter);
  const std::size_t start = digest.back() & 15U;  // RFC 4226 5.3: dynamic truncation
  std::uint32_t number = digest[start] & 0x7FU;
  for (std::size_t i = 1; i < 4; ++i) number = number << 8 | digest[start + i];
  const std::string text = std::to_string(number % 1'000'000);
  return std::string(digits - text.size(), '0') + text;
}

std::optional<std::int64_t> step_of_code(std::string_view secret, const TypedCode& typed) {
  std::string code;
  for (const char c : typed.code) {
    if (c != ' ') code += c;
  }
  if (code.size() != digits) return std::nullopt;
  const std::int64_t now = typed.unix_seconds / seconds_per_step;
  std::optional<std::int64_t> found;
  for (std::int64_t step = now - steps_apart; step <= now + steps_apart; ++step) {
    const bool right = equal_in_constant_time(one_time_code(secret, step), code);
    if (right && step > typed.used_step) found = step;
  }
  return found;
}

std::string in_base32(std::string_view bytes) {
  static constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  std::string text;
  std::uint32_t held = 0;
  int bits = 0;
  for (const char c : bytes) {
    held = (held << 8 | static_cast<unsigned char>(c)) & 0xFFFU;
    for (bits += 8; bits >= 5; bits -= 5) text += alphabet[held >> (bits - 5) & 31U];
  }
  if (bits > 0) text += alphabet[held << (5 - bits) & 31U];
  return text;
}

std::string enrolment_address(std::string_view office, std::string_view name,
                              std::string_view secret) {
  const std::string issuer = in_percent(office);
  return "otpauth://totp/" + issuer + ":" + in_percent(name) + "?secret=" + in_base32(secret) +
         "&issuer=" + issuer;
}

}  // namespace motcua::identity
