#include "base/text.hpp"

#include <array>
#include <optional>
#include <utility>

#include "base/utf8.hpp"

namespace motcua {
namespace {

bool is_combining_mark(char32_t code) { return code >= 0x300 && code <= 0x36F; }

bool is_white_space(char32_t code) {
  return code == ' ' || (code >= 0x09 && code <= 0x0D) || code == 0xA0 || code == 0x202F;
}

struct Range {
  char32_t from;
  char32_t to;
  char base;
};

// Base letters of the composed letters Vietnamese uses (Latin-1, Latin Extended-A, U+1EA0..U+1EF9).
constexpr std::array<Range, 38> composed{{
    {0xC0, 0xC5, 'a'},     {0xC7, 0xC7, 'c'},     {0xC8, 0xCB, 'e'},   {0xCC, 0xCF, 'i'},
    {0xD1, 0xD1, 'n'},     {0xD2, 0xD6, 'o'},     {0xD9, 0xDC, 'u'},   {0xDD, 0xDD, 'y'},
    {0xE0, 0xE5, 'a'},     {0xE7, 0xE7, 'c'},     {0xE8, 0xEB, 'e'},   {0xEC, 0xEF, 'i'},
    {0xF1, 0xF1, 'n'},     {0xF2, 0xF6, 'o'},     {0xF9, 0xFC, 'u'},   {0xFD, 0xFD, 'y'},
    {0xFF, 0xFF, 'y'},     {0x100, 0x105, 'a'},   {0x106, 0x10D, 'c'}, {0x10E, 0x111, 'd'},
    {0x112, 0x11B, 'e'},   {0x11C, 0x123, 'g'},   {0x124, 0x127, 'h'}, {0x128, 0x131, 'i'},
    {0x139, 0x142, 'l'},   {0x143, 0x148, 'n'},   {0x14C, 0x151, 'o'}, {0x154, 0x159, 'r'},
    {0x15A, 0x161, 's'},   {0x162, 0x167, 't'},   {0x168, 0x173, 'u'}, {0x176, 0x178, 'y'},
    {0x179, 0x17E, 'z'},   {0x1A0, 0x1A1, 'o'},   {0x1AF, 0x1B0, 'u'}, {0x1EA0, 0x1EB7, 'a'},
    {0x1EB8, 0x1EC7, 'e'}, {0x1EC8, 0x1ECB, 'i'},
}};
constexpr std::array<Range, 3> composed_upper_block{
    {{0x1ECC, 0x1EE3, 'o'}, {0x1EE4, 0x1EF1, 'u'}, {0x1EF2, 0x1EF9, 'y'}}};

char32_t fold_letter(char32_t code) {
  if (code >= 'A' && code <= 'Z') return code + 32;
  if (code < 0xC0) return code;
  for (const auto& range : composed) {
    if (code >= range.from && code <= range.to) return static_cast<char32_t>(range.base);
  }
  for (const auto& range : composed_upper_block) {
    if (code >= range.from && code <= range.to) return static_cast<char32_t>(range.base);
  }
  return code;
}

std::optional<std::string_view> take_word(std::string_view& folded) {
  while (!folded.empty() && folded.front() == ' ') folded.remove_prefix(1);
  if (folded.empty()) return std::nullopt;
  const auto end = folded.find(' ');
  const auto word = folded.substr(0, end);
  folded.remove_prefix(word.size());
  return word;
}

bool has_word_that_begins(std::string_view folded_text, std::string_view beginning) {
  while (const auto word = take_word(folded_text)) {
    if (word->starts_with(beginning)) return true;
  }
  return false;
}

}  // namespace

std::string fold(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool blank = false;
  while (!text.empty()) {
    const char32_t code = take_code_point(text);
    if (code == invalid_code_point || is_combining_mark(code)) continue;
    if (is_white_space(code)) {
      blank = !out.empty();
      continue;
    }
    if (std::exchange(blank, false)) out += ' ';
    append_utf8(out, fold_letter(code));
  }
  return out;
}

bool matches_folded(std::string_view folded_text, std::string_view query) {
  const std::string folded_query = fold(query);
  std::string_view rest = folded_query;
  while (const auto word = take_word(rest)) {
    if (!has_word_that_begins(folded_text, *word)) return false;
  }
  return true;
}

bool is_valid_utf8(std::string_view text) {
  while (!text.empty()) {
    if (take_code_point(text) == invalid_code_point) return false;
  }
  return true;
}

}  // namespace motcua
