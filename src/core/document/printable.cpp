#include "base/text.hpp"
#include "document/wording.hpp"

namespace motcua::document {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

std::size_t bytes_of(unsigned char first) {
  return first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
}

// The 66 code points Unicode keeps out of any text (Unicode 15, 23.7): U+FDD0..U+FDEF, and the last
// two of every plane. Cairo refuses to draw them.
bool is_non_character(std::string_view letter) {
  if (letter >= "\xEF\xB7\x90" && letter <= "\xEF\xB7\xAF") return true;
  if (!letter.ends_with("\xBF\xBE") && !letter.ends_with("\xBF\xBF")) return false;
  return letter.size() == 3 ? letter[0] == '\xEF' : letter.size() == 4 && (letter[1] & 0xF) == 0xF;
}

// `letter` is one valid UTF-8 sequence.
std::string_view print_of(std::string_view letter) {
  const auto first = static_cast<unsigned char>(letter[0]);
  if (letter.size() == 1) {
    return (first < 0x20 && first != '\n') || first == 0x7F ? std::string_view{" "} : letter;
  }
  const bool second_control_block = letter >= "\xC2\x80" && letter <= "\xC2\x9F";
  const bool line_separator = letter == "\xE2\x80\xA8" || letter == "\xE2\x80\xA9";
  if (second_control_block || line_separator) return " ";
  const bool turns_direction = letter == "\xE2\x80\x8E" || letter == "\xE2\x80\x8F" ||
                               (letter >= "\xE2\x80\xAA" && letter <= "\xE2\x80\xAE") ||
                               (letter >= "\xE2\x81\xA6" && letter <= "\xE2\x81\xA9");
  if (turns_direction || letter == "\xEF\xBB\xBF") return {};
  return is_non_character(letter) ? replacement : letter;
}

}  // namespace

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const auto letter = text.substr(0, bytes_of(static_cast<unsigned char>(text[0])));
    const bool valid = is_valid_utf8(letter);
    out += valid ? print_of(letter) : replacement;
    text.remove_prefix(valid ? letter.size() : 1);
  }
  return out;
}

std::string printable_line(std::string_view text) {
  std::string out = printable(text);
  for (char& letter : out) {
    if (letter == '\n') letter = ' ';
  }
  return out;
}

}  // namespace motcua::document
