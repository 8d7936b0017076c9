// Character classes and escapes of ECMA-262 patterns. Internal to ecma_pattern.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "schema/ecma_pattern.hpp"

namespace motcua::schema {

// A pattern with a place in it. After the first fault nothing more is read.
class PatternReader {
 public:
  explicit PatternReader(std::u32string text) : text_(std::move(text)) {}

  const std::u32string& text() const { return text_; }
  bool ok() const { return !fault_; }
  const PatternFault& fault() const { return *fault_; }
  void fail(std::string what) {
    if (ok()) fault_ = PatternFault{at_, std::move(what)};
  }

  bool at_end() const { return !ok() || at_ >= text_.size(); }
  // U+0 past the end, which no rule looks for.
  char32_t peek(std::size_t ahead = 0) const {
    return ok() && at_ + ahead < text_.size() ? text_[at_ + ahead] : U'\0';
  }
  bool next_is(char32_t c) const { return !at_end() && text_[at_] == c; }
  bool skip(char32_t c) {
    if (!next_is(c)) return false;
    ++at_;
    return true;
  }
  char32_t take() {
    if (at_end()) return fail("the pattern ends too early"), U'\0';
    return text_[at_++];
  }
  // Digits; nothing where there is none, the largest number where they are too many.
  std::optional<std::uint32_t> take_number();
  std::optional<char32_t> take_hex(std::size_t digits);  // exactly so many, or nothing is taken

 private:
  std::u32string text_;
  std::size_t at_ = 0;
  std::optional<PatternFault> fault_;
};

// What one atom of a class stands for: a single character, or a set written as class contents.
struct ClassAtom {
  std::optional<char32_t> single;
  std::string set;
};

// After "\": every escape that may stand outside a class and inside one.
ClassAtom read_class_escape(PatternReader& reader);
std::string write_class(const ClassAtom& atom);           // as a pattern of its own
std::string read_character_class(PatternReader& reader);  // after "[", through "]"
std::string write_literal(char32_t c);

}  // namespace motcua::schema
