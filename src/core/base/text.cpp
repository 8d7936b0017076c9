#include "base/text.hpp"

#include <array>
#include <optional>
#include <utility>

#include "base/utf8.hpp"

namespace motcua {
namespace {

struct Range {
  char32_t from;
  char32_t to;
  char base;
};

// Base letters of the composed letters Vietnamese uses (Latin-1, Latin Extended-A, U+1EA0..U+1EF9);
// base 0: the small letter of the same alphabet.
constexpr std::array<Range, 42> composed{{
    {'A', 'Z', 0},         {0xC0, 0xC5, 'a'},     {0xC7, 0xC7, 'c'},     {0xC8, 0xCB, 'e'},
    {0xCC, 0xCF, 'i'},     {0xD1, 0xD1, 'n'},     {0xD2, 0xD6, 'o'},     {0xD9, 0xDC, 'u'},
    {0xDD, 0xDD, 'y'},     {0xE0, 0xE5, 'a'},     {0xE7, 0xE7, 'c'},     {0xE8, 0xEB, 'e'},
    {0xEC, 0xEF, 'i'},     {0xF1, 0xF1, 'n'},     {0xF2, 0xF6, 'o'},     {0xF9, 0xFC, 'u'},
    {0xFD, 0xFD, 'y'},     {0xFF, 0xFF, 'y'},     {0x100, 0x105, 'a'},   {0x106, 0x10D, 'c'},
    {0x10E, 0x111, 'd'},   {0x112, 0x11B, 'e'},   {0x11C, 0x123, 'g'},   {0x124, 0x127, 'h'},
    {0x128, 0x131, 'i'},   {0x139, 0x142, 'l'},   {0x143, 0x148, 'n'},   {0x14C, 0x151, 'o'},
    {0x154, 0x159, 'r'},   {0x15A, 0x161, 's'},   {0x162, 0x167, 't'},   {0x168, 0x173, 'u'},
    {0x176, 0x178, 'y'},   {0x179, 0x17E, 'z'},   {0x1A0, 0x1A1, 'o'},   {0x1AF, 0x1B0, 'u'},
    {0x1EA0, 0x1EB7, 'a'}, {0x1EB8, 0x1EC7, 'e'}, {0x1EC8, 0x1ECB, 'i'}, {0x1ECC, 0x1EE3, 'o'},
    {0x1EE4, 0x1EF1, 'u'}, {0x1EF2, 0x1EF9, 'y'},
}};
constexpr char32_t first_never_folded = 0x1EFA;
constexpr char16_t dropped = 0;

// Every letter below first_never_folded -> what it folds to; every white space -> ' '.
constexpr auto folded_letters = [] {
  std::array<char16_t, first_never_folded> letters{};
  for (char32_t code = 0; code < letters.size(); ++code) letters[code] = char16_t(code);
  for (char32_t code = 0x09; code <= 0x0D; ++code) letters[code] = ' ';
  letters[0xA0] = ' ';
  for (char32_t mark = 0x300; mark <= 0x36F; ++mark) letters[mark] = dropped;
  for (const auto& range : composed) {
    for (char32_t code = range.from; code <= range.to; ++code) {
      letters[code] = char16_t(range.base == 0 ? code + ('a' - 'A') : range.base);
    }
  }
  return letters;
}();

char32_t fold_letter(char32_t code) {
  constexpr char32_t narrow_space = 0x202F;
  if (code < first_never_folded) return folded_letters[code];
  return code == narrow_space ? U' ' : code == invalid_code_point ? dropped : code;
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
  std::string out(text.size(), ' ');  // no letter folds to a longer one
  char* end = out.data();
  bool blank = false;
  while (!text.empty()) {
    const char32_t letter = fold_letter(take_code_point(text));
    if (letter == dropped) continue;
    if (letter == ' ') {
      blank = end != out.data();
      continue;
    }
    if (std::exchange(blank, false)) *end++ = ' ';
    end = write_utf8(end, letter);
  }
  out.resize(static_cast<std::size_t>(end - out.data()));
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
