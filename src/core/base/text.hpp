// Words for people, in the two languages of the product, and the Vietnamese way to search them.
#pragma once

#include <string>
#include <string_view>

namespace motcua {

enum class Language { Vietnamese, English };

struct Text {
  std::string vi;
  std::string en;

  const std::string& in(Language language) const {
    return language == Language::English && !en.empty() ? en : vi;
  }
  bool operator==(const Text&) const = default;
};

// Lower case without diacritics ("Đào Đức Ánh" -> "dao duc anh"), runs of white space made one
// space. Composed (NFC) and decomposed (NFD) Vietnamese give the same result. Invalid UTF-8 bytes
// are dropped.
std::string fold(std::string_view text);

// True when every word of `query` begins some word of `text`; both are folded first.
// An empty query matches.
bool matches_folded(std::string_view folded_text, std::string_view query);

bool is_valid_utf8(std::string_view text);

constexpr bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace motcua
