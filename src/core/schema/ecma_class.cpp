#include "schema/ecma_class.hpp"

#include <array>
#include <charconv>
#include <string_view>

namespace motcua::schema {
namespace {

constexpr std::string_view digit_class = "0-9";
constexpr std::string_view not_digit_class = "\\x{0}-\\x{2f}\\x{3a}-\\x{10ffff}";
constexpr std::string_view word_class = "0-9A-Za-z_";
constexpr std::string_view not_word_class =
    "\\x{0}-\\x{2f}\\x{3a}-\\x{40}\\x{5b}-\\x{5e}\\x{60}\\x{7b}-\\x{10ffff}";
// WhiteSpace and LineTerminator of ECMA-262.
constexpr std::string_view space_class =
    "\\x{9}-\\x{d}\\x{20}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}"
    "\\x{3000}\\x{feff}";
constexpr std::string_view not_space_class =
    "\\x{0}-\\x{8}\\x{e}-\\x{1f}\\x{21}-\\x{9f}\\x{a1}-\\x{167f}\\x{1681}-\\x{1fff}"
    "\\x{200b}-\\x{2027}\\x{202a}-\\x{202e}\\x{2030}-\\x{205e}\\x{2060}-\\x{2fff}"
    "\\x{3001}-\\x{fefe}\\x{ff00}-\\x{10ffff}";
constexpr std::string_view never = "(?!)";
constexpr std::string_view any_character = "[\\x{0}-\\x{10ffff}]";

bool is_surrogate(char32_t c) { return c >= 0xD800 && c <= 0xDFFF; }

bool is_letter(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }

// \uXXXX, \uXXXX\uXXXX for a character beyond U+FFFF, \u{X…}
char32_t read_unicode_escape(PatternReader& reader) {
  if (reader.skip(U'{')) {
    std::optional<char32_t> code;
    while (const auto digit = reader.take_hex(1)) {
      code = std::min<char32_t>(code.value_or(0) * 16 + *digit, 0x110000);
    }
    if (!code || *code > 0x10FFFF || !reader.skip(U'}')) reader.fail("a broken \\u{…}");
    return code.value_or(0);
  }
  const auto first = reader.take_hex(4);
  if (!first) return reader.fail("a broken \\u"), U'\0';
  const bool leads = *first >= 0xD800 && *first <= 0xDBFF;
  if (!leads || reader.peek() != U'\\' || reader.peek(1) != U'u') return *first;
  PatternReader ahead = reader;
  ahead.take();
  ahead.take();
  const auto second = ahead.take_hex(4);
  if (!second || *second < 0xDC00 || *second > 0xDFFF) return *first;
  reader = ahead;
  return 0x10000 + ((*first - 0xD800) << 10) + (*second - 0xDC00);
}

char32_t read_character_escape(PatternReader& reader, char32_t kind) {
  switch (kind) {
    case U't':
      return U'\t';
    case U'n':
      return U'\n';
    case U'v':
      return U'\v';
    case U'f':
      return U'\f';
    case U'r':
      return U'\r';
    case U'c':
      if (!is_letter(reader.peek())) reader.fail("\\c without a letter");
      return reader.take() % 32;
    case U'0':
      if (reader.peek() >= U'0' && reader.peek() <= U'9') reader.fail("an octal escape");
      return U'\0';
    case U'x': {
      const auto code = reader.take_hex(2);
      if (!code) reader.fail("a broken \\x");
      return code.value_or(0);
    }
    case U'u':
      return read_unicode_escape(reader);
    default:
      if (std::u32string_view(U"^$\\.*+?()[]{}|/").find(kind) == std::u32string_view::npos) {
        reader.fail("an escape that does not exist");
      }
      return kind;
  }
}

std::string read_property(PatternReader& reader, bool negated) {
  std::string name;
  if (!reader.skip(U'{')) reader.fail("\\p without its {…}");
  while (reader.ok() && !reader.next_is(U'}')) {
    const char32_t c = reader.take();
    name += c < 0x80 ? static_cast<char>(c) : '?';
  }
  reader.take();
  const auto property = find_unicode_property(name);
  if (property.name.empty()) reader.fail("an unknown Unicode property: " + name);
  return (negated != property.inverted ? "\\P{" : "\\p{") + property.name + "}";
}

ClassAtom read_atom(PatternReader& reader) {
  if (!reader.skip(U'\\')) return {reader.take(), ""};
  if (reader.skip(U'b')) return {U'\b', ""};
  if (reader.skip(U'-')) return {U'-', ""};
  return read_class_escape(reader);
}

// Text is valid UTF-8 and so never has the lone surrogates a range may name.
std::string write_range(char32_t first, char32_t last) {
  if (is_surrogate(first)) first = 0xE000;
  if (is_surrogate(last)) last = 0xD7FF;
  if (first > last) return "";
  if (first == last) return write_literal(first);
  return write_literal(first) + "-" + write_literal(last);
}

}  // namespace

std::optional<std::uint32_t> PatternReader::take_number() {
  std::optional<std::uint32_t> number;
  while (peek() >= U'0' && peek() <= U'9') {
    const std::uint64_t longer = number.value_or(0) * 10ULL + (take() - U'0');
    number = static_cast<std::uint32_t>(std::min<std::uint64_t>(longer, UINT32_MAX));
  }
  return number;
}

std::optional<char32_t> PatternReader::take_hex(std::size_t count) {
  char32_t code = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const char32_t c = peek(i);
    const char32_t lower = c | 0x20;
    if (c >= U'0' && c <= U'9') {
      code = code * 16 + (c - U'0');
    } else if (lower >= U'a' && lower <= U'f') {
      code = code * 16 + (lower - U'a' + 10);
    } else {
      return std::nullopt;
    }
  }
  at_ += count;
  return code;
}

ClassAtom read_class_escape(PatternReader& reader) {
  const char32_t kind = reader.take();
  switch (kind) {
    case U'd':
      return {std::nullopt, std::string(digit_class)};
    case U'D':
      return {std::nullopt, std::string(not_digit_class)};
    case U'w':
      return {std::nullopt, std::string(word_class)};
    case U'W':
      return {std::nullopt, std::string(not_word_class)};
    case U's':
      return {std::nullopt, std::string(space_class)};
    case U'S':
      return {std::nullopt, std::string(not_space_class)};
    case U'p':
    case U'P':
      return {std::nullopt, read_property(reader, kind == U'P')};
    default:
      return {read_character_escape(reader, kind), ""};
  }
}

std::string write_class(const ClassAtom& atom) {
  if (atom.single) {
    return is_surrogate(*atom.single) ? std::string(never) : write_literal(*atom.single);
  }
  return "[" + atom.set + "]";
}

std::string read_character_class(PatternReader& reader) {
  const bool negated = reader.skip(U'^');
  std::string contents;
  while (reader.ok() && !reader.next_is(U']')) {
    const ClassAtom first = read_atom(reader);
    if (!reader.next_is(U'-') || reader.peek(1) == U']') {
      contents += first.single ? write_range(*first.single, *first.single) : first.set;
      continue;
    }
    reader.take();
    const ClassAtom last = read_atom(reader);
    if (!first.single || !last.single) {
      reader.fail("a range that ends in a set");
    } else if (*first.single > *last.single) {
      reader.fail("a range with its ends reversed");
    } else {
      contents += write_range(*first.single, *last.single);
    }
  }
  reader.take();
  if (contents.empty()) return std::string(negated ? any_character : never);
  return (negated ? "[^" : "[") + contents + "]";
}

std::string write_literal(char32_t c) {
  if (is_letter(c) || (c >= U'0' && c <= U'9')) return {static_cast<char>(c)};
  std::array<char, 8> hex{};
  const auto end =
      std::to_chars(hex.data(), hex.data() + hex.size(), static_cast<std::uint32_t>(c), 16).ptr;
  return "\\x{" + std::string(hex.data(), end) + "}";
}

}  // namespace motcua::schema
