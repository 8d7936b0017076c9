#include "feel/xpath_class.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "feel/unicode_blocks.hpp"

namespace motcua::feel {
namespace {

constexpr std::uint32_t last_code_point = 0x10FFFF;

struct CodeRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

constexpr std::array<CodeRange, 3> xml_blanks{{{0x9, 0xA}, {0xD, 0xD}, {0x20, 0x20}}};

// NameStartChar and NameChar of XML 1.0, fifth edition.
constexpr std::array<CodeRange, 16> name_starts{{{':', ':'},
                                                 {'A', 'Z'},
                                                 {'_', '_'},
                                                 {'a', 'z'},
                                                 {0xC0, 0xD6},
                                                 {0xD8, 0xF6},
                                                 {0xF8, 0x2FF},
                                                 {0x370, 0x37D},
                                                 {0x37F, 0x1FFF},
                                                 {0x200C, 0x200D},
                                                 {0x2070, 0x218F},
                                                 {0x2C00, 0x2FEF},
                                                 {0x3001, 0xD7FF},
                                                 {0xF900, 0xFDCF},
                                                 {0xFDF0, 0xFFFD},
                                                 {0x10000, 0xEFFFF}}};
constexpr std::array<CodeRange, 18> name_characters{{{'-', '.'},
                                                     {'0', ':'},
                                                     {'A', 'Z'},
                                                     {'_', '_'},
                                                     {'a', 'z'},
                                                     {0xB7, 0xB7},
                                                     {0xC0, 0xD6},
                                                     {0xD8, 0xF6},
                                                     {0xF8, 0x37D},
                                                     {0x37F, 0x1FFF},
                                                     {0x200C, 0x200D},
                                                     {0x203F, 0x2040},
                                                     {0x2070, 0x218F},
                                                     {0x2C00, 0x2FEF},
                                                     {0x3001, 0xD7FF},
                                                     {0xF900, 0xFDCF},
                                                     {0xFDF0, 0xFFFD},
                                                     {0x10000, 0xEFFFF}}};

constexpr std::array<std::string_view, 36> categories{
    "C",  "Cc", "Cf", "Cn", "Co", "L",  "Ll", "Lm", "Lo", "Lt", "Lu", "M",
    "Mc", "Me", "Mn", "N",  "Nd", "Nl", "No", "P",  "Pc", "Pd", "Pe", "Pf",
    "Pi", "Po", "Ps", "S",  "Sc", "Sk", "Sm", "So", "Z",  "Zl", "Zp", "Zs"};

std::string write_codes(const CodeRange& range) {
  std::string text = write_code_point(range.first);
  return range.first == range.last ? text : text + "-" + write_code_point(range.last);
}

// `ranges` in order, with gaps between them.
std::string write_code_ranges(std::span<const CodeRange> ranges, bool complement) {
  std::string text;
  std::uint32_t next = 0;
  for (const CodeRange& range : ranges) {
    if (!complement) text += write_codes(range);
    if (complement && range.first > next) text += write_codes({next, range.first - 1});
    next = range.last == 0xD7FF ? 0xE000 : range.last + 1;  // no surrogates
  }
  if (complement && next <= last_code_point) text += write_codes({next, last_code_point});
  return text;
}

std::string in_brackets(std::string_view members, bool negated) {
  return (negated ? "[^" : "[") + std::string(members) + "]";
}

std::string write_union(const CharacterClass& characters, bool ignores_case) {
  const bool negated = characters.negated;
  if (!ignores_case || characters.sets.empty()) {
    return in_brackets(characters.letters + characters.sets, negated);
  }
  if (characters.letters.empty()) return "(?-i:" + in_brackets(characters.sets, negated) + ")";
  const std::string either =
      in_brackets(characters.letters, false) + "|(?-i:" + in_brackets(characters.sets, false) + ")";
  return negated ? "(?:(?!" + either + ")(?s:.))" : "(?:" + either + ")";
}

}  // namespace

std::string write_code_point(std::uint32_t code) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string hex;
  do {
    hex.insert(hex.begin(), digits[code % 16]);
    code /= 16;
  } while (code > 0);
  return "\\x{" + hex + "}";
}

std::string write_class(const CharacterClass& characters, bool ignores_case) {
  const std::string all = write_union(characters, ignores_case);
  return characters.taken_away.empty() ? all : "(?:(?!" + characters.taken_away + ")" + all + ")";
}

std::optional<std::string> set_of_escape(char letter) {
  switch (letter) {
    case 's':
      return write_code_ranges(xml_blanks, false);
    case 'S':
      return write_code_ranges(xml_blanks, true);
    case 'i':
      return write_code_ranges(name_starts, false);
    case 'I':
      return write_code_ranges(name_starts, true);
    case 'c':
      return write_code_ranges(name_characters, false);
    case 'C':
      return write_code_ranges(name_characters, true);
    case 'd':
      return "\\p{Nd}";
    case 'D':
      return "\\P{Nd}";
    case 'w':  // all but punctuation, separators and others
      return "\\p{L}\\p{M}\\p{N}\\p{S}";
    case 'W':
      return "\\p{P}\\p{Z}\\p{C}";
    default:
      return std::nullopt;
  }
}

std::optional<std::string> set_of_property(std::string_view name, bool complement) {
  if (name.starts_with("Is")) {
    const UnicodeBlock* block = find_unicode_block(name.substr(2));
    if (block == nullptr) return std::nullopt;
    const CodeRange range{block->first, block->last};
    return write_code_ranges({&range, 1}, complement);
  }
  if (!std::ranges::binary_search(categories, name)) return std::nullopt;
  return (complement ? "\\P{" : "\\p{") + std::string(name) + "}";
}

}  // namespace motcua::feel
