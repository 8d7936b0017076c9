// Names of hosts: RFC 1123, and IDNA 2008 (RFC 5890 to 5893) for other scripts.
#include <idn2.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>

#include "base/utf8.hpp"
#include "schema/format_texts.hpp"
#include "schema/letters.hpp"

namespace motcua::schema {
namespace {

constexpr std::size_t longest_host = 253;
constexpr std::size_t longest_label = 63;

bool is_between(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

bool is_greek(char32_t c) { return is_between(c, 0x370, 0x3FF) || is_between(c, 0x1F00, 0x1FFF); }
bool is_hebrew(char32_t c) { return is_between(c, 0x591, 0x5F4); }
bool is_kana_or_han(char32_t c) {
  return is_between(c, 0x3041, 0x309F) || is_between(c, 0x30A1, 0x30FA) ||
         is_between(c, 0x30FC, 0x30FF) || is_between(c, 0x31F0, 0x31FF) || c == 0x3005 ||
         c == 0x3007 || is_between(c, 0x3400, 0x4DBF) || is_between(c, 0x4E00, 0x9FFF) ||
         is_between(c, 0xF900, 0xFAFF) || is_between(c, 0x20000, 0x323AF);
}
bool is_arabic_digit(char32_t c) { return is_between(c, 0x660, 0x669); }
bool is_extended_arabic_digit(char32_t c) { return is_between(c, 0x6F0, 0x6F9); }

// RFC 5892, A.3 to A.9: characters allowed beside certain others only. libidn2 leaves them to
// registries.
bool keeps_context(const std::u32string& label) {
  for (std::size_t i = 0; i < label.size(); ++i) {
    const char32_t before = i == 0 ? U'\0' : label[i - 1];
    const char32_t after = i + 1 == label.size() ? U'\0' : label[i + 1];
    switch (label[i]) {
      case 0xB7:
        if (before != U'l' || after != U'l') return false;
        break;
      case 0x375:
        if (!is_greek(after)) return false;
        break;
      case 0x5F3:
      case 0x5F4:
        if (!is_hebrew(before)) return false;
        break;
      case 0x30FB:
        if (std::ranges::none_of(label, is_kana_or_han)) return false;
        break;
      default:
        break;
    }
  }
  return std::ranges::none_of(label, is_arabic_digit) ||
         std::ranges::none_of(label, is_extended_arabic_digit);
}

std::u32string decoded(std::string_view utf8) {
  std::u32string out;
  while (!utf8.empty()) out += take_code_point(utf8);
  return out;
}

bool has_misplaced_hyphen(std::u32string_view label) {
  return label.starts_with(U'-') || label.ends_with(U'-') ||
         (label.size() >= 4 && label.substr(2, 2) == U"--");
}

// A U-label: every character allowed, in NFC, not too long once encoded.
bool is_unicode_label(std::string_view utf8) {
  const std::u32string label = decoded(utf8);
  if (label.find(U'\0') != label.npos || has_misplaced_hyphen(label)) return false;
  std::uint8_t* encoded = nullptr;
  const std::string text(utf8);
  const int outcome = idn2_lookup_u8(reinterpret_cast<const std::uint8_t*>(text.c_str()), &encoded,
                                     IDN2_NFC_INPUT | IDN2_NO_TR46);
  const std::unique_ptr<std::uint8_t, decltype(&idn2_free)> owned(encoded, &idn2_free);
  return outcome == IDN2_OK && keeps_context(label);
}

// "xn--…": the same after decoding and encoding, and a U-label in between.
bool is_encoded_label(const std::string& label) {
  char* plain = nullptr;
  if (idn2_to_unicode_8z8z(label.c_str(), &plain, IDN2_NO_TR46) != IDN2_OK) return false;
  const std::unique_ptr<char, decltype(&idn2_free)> owned(plain, &idn2_free);
  std::uint8_t* encoded = nullptr;
  const int outcome = idn2_lookup_u8(reinterpret_cast<const std::uint8_t*>(label.c_str()), &encoded,
                                     IDN2_ALABEL_ROUNDTRIP | IDN2_NO_TR46);
  const std::unique_ptr<std::uint8_t, decltype(&idn2_free)> again(encoded, &idn2_free);
  return outcome == IDN2_OK && is_unicode_label(plain);
}

bool is_ascii_label(std::string_view label) {
  if (label.empty() || label.size() > longest_label) return false;
  if (label.starts_with('-') || label.ends_with('-')) return false;
  if (!std::ranges::all_of(label, [](char c) { return is_letter(c) || is_digit(c) || c == '-'; })) {
    return false;
  }
  if (label.size() < 4 || label.substr(2, 2) != "--") return true;
  return (label[0] | 0x20) == 'x' && (label[1] | 0x20) == 'n' &&
         is_encoded_label(std::string(label));
}

template <class IsLabel>
bool consists_of_labels(std::string_view text, IsLabel is_label) {
  if (text.empty() || text.size() > longest_host) return false;
  for (;;) {
    const auto dot = text.find('.');
    if (!is_label(text.substr(0, dot))) return false;
    if (dot == std::string_view::npos) return true;
    text.remove_prefix(dot + 1);
  }
}

// The full stops of RFC 3490, 3.1 made one.
std::string with_plain_dots(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const char32_t code = take_code_point(text);
    append_utf8(out, code == 0x3002 || code == 0xFF0E || code == 0xFF61 ? U'.' : code);
  }
  return out;
}

}  // namespace

bool is_hostname(std::string_view text) { return consists_of_labels(text, is_ascii_label); }

bool is_idn_hostname(std::string_view text) {
  return consists_of_labels(with_plain_dots(text), [](std::string_view label) {
    const bool ascii =
        std::ranges::all_of(label, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    return ascii ? is_ascii_label(label) : is_unicode_label(label);
  });
}

}  // namespace motcua::schema
