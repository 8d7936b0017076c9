#include "feel/scanner.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace motcua::feel {
namespace {

constexpr std::array<std::string_view, 19> keywords = {
    "and",      "or",       "in",   "between", "if",        "then",     "else",
    "for",      "return",   "some", "every",   "satisfies", "instance", "of",
    "function", "external", "true", "false",   "null"};

bool is_blank(char32_t c) {
  return (c >= 0x09 && c <= 0x0D) || c == 0x20 || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         c == 0x180E || (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
         c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

bool is_name_start(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '?' ||
         (c >= 0xB7 && c != invalid_code_point && !is_blank(c));
}

}  // namespace

bool is_keyword(std::string_view word) {
  return std::ranges::find(keywords, word) != keywords.end();
}

void Scanner::fail(std::size_t offset, Text what) {
  if (!error_) error_ = SyntaxError{std::min(offset, text_.size()), std::move(what)};
}

void Scanner::fail_here() {
  skip();
  if (at_ >= text_.size()) return fail(at_, {"thiếu phần sau", "something is missing here"});
  const std::string rest(text_.substr(at_, 1));
  fail(at_, {"không hiểu từ “" + rest + "”", "unexpected “" + rest + "”"});
}

char32_t Scanner::code_at(std::size_t at, std::size_t& length) const {
  std::string_view rest = text_.substr(at);
  const std::size_t before = rest.size();
  const char32_t code = take_code_point(rest);
  length = before - rest.size();
  return code;
}

void Scanner::skip() {
  while (at_ < text_.size()) {
    std::size_t length = 0;
    if (is_blank(code_at(at_, length))) {
      at_ += length;
    } else if (text_.substr(at_).starts_with("//")) {
      at_ = std::min(text_.find('\n', at_), text_.size());
    } else if (text_.substr(at_).starts_with("/*")) {
      const std::size_t end = text_.find("*/", at_ + 2);
      if (end == std::string_view::npos) {
        fail(at_, {"chú thích không kết thúc", "a comment that does not end"});
        at_ = text_.size();
      } else {
        at_ = end + 2;
      }
    } else {
      return;
    }
  }
}

bool Scanner::at_end() {
  skip();
  return at_ >= text_.size();
}

char Scanner::peek() { return at_end() ? '\0' : text_[at_]; }

bool Scanner::take(std::string_view symbol) {
  skip();
  if (!text_.substr(at_).starts_with(symbol)) return false;
  at_ += symbol.size();
  return true;
}

void Scanner::expect(std::string_view symbol) {
  if (!failed() && !take(symbol)) fail_here();
}

bool Scanner::is_name_part(std::size_t at, std::size_t& length) const {
  if (at >= text_.size()) return false;
  const char32_t code = code_at(at, length);
  return is_name_start(code) ? code != '?' : is_ascii_digit(text_[at]);
}

bool Scanner::sees_word(std::string_view word) {
  skip();
  if (!text_.substr(at_).starts_with(word)) return false;
  std::size_t length = 0;
  return !is_name_part(at_ + word.size(), length);
}

bool Scanner::take_word(std::string_view word) {
  if (!sees_word(word)) return false;
  at_ += word.size();
  return true;
}

bool Scanner::take_words(std::string_view first, std::string_view second) {
  const std::size_t from = at_;
  if (take_word(first) && take_word(second)) return true;
  at_ = from;
  return false;
}

bool Scanner::at_name() const {
  std::size_t length = 0;
  return at_ < text_.size() && is_name_start(code_at(at_, length));
}

std::string Scanner::take_simple_name() {
  if (!at_name()) return {};
  const std::size_t from = at_;
  std::size_t length = 0;
  code_at(at_, length);
  do at_ += length;
  while (is_name_part(at_, length));
  return std::string(text_.substr(from, at_ - from));
}

std::optional<std::size_t> Scanner::match_name(std::string_view name) const {
  std::size_t at = at_;
  std::size_t length = 0;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (name[i] == ' ') {
      std::size_t blanks = 0;
      while (at < text_.size() && is_blank(code_at(at, length))) at += length, ++blanks;
      if (blanks == 0) return std::nullopt;
    } else if (at < text_.size() && text_[at] == name[i]) {
      ++at;
    } else {
      return std::nullopt;
    }
  }
  if (!name.empty() && is_name_part(at, length)) return std::nullopt;
  return at;
}

std::optional<Number> Scanner::take_number() {
  const std::size_t from = at_;
  const auto digit = [&](std::size_t at) { return at < text_.size() && is_ascii_digit(text_[at]); };
  while (digit(at_)) ++at_;
  if (at_ < text_.size() && text_[at_] == '.' && digit(at_ + 1)) {
    ++at_;
    while (digit(at_)) ++at_;
  }
  if (at_ < text_.size() && (text_[at_] == 'e' || text_[at_] == 'E')) {
    const std::size_t sign =
        at_ + 1 < text_.size() && (text_[at_ + 1] == '-' || text_[at_ + 1] == '+');
    if (digit(at_ + 1 + sign)) {
      at_ += 1 + sign;
      while (digit(at_)) ++at_;
    }
  }
  std::string written(text_.substr(from, at_ - from));
  if (written.starts_with('.')) written.insert(0, 1, '0');
  auto number = Number::parse(written);
  if (!number) fail(from, {"số không biểu diễn được", "a number that cannot be represented"});
  return number;
}

std::optional<std::uint32_t> Scanner::hex_digits(std::size_t count) {
  std::uint32_t code = 0;
  for (std::size_t i = 0; i < count; ++i, ++at_) {
    const char c = at_ < text_.size() ? text_[at_] : ' ';
    const bool letter = (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    if (!letter && !is_ascii_digit(c)) return std::nullopt;
    code = code * 16 + static_cast<std::uint32_t>(letter ? (c | 0x20) - 'a' + 10 : c - '0');
  }
  return code;
}

bool Scanner::take_escape(std::string& out) {
  const char c = at_ < text_.size() ? text_[at_++] : '\0';
  constexpr std::string_view letters = "nrt\"'\\";
  constexpr std::string_view meant = "\n\r\t\"'\\";
  if (const std::size_t found = letters.find(c); c != '\0' && found != std::string_view::npos) {
    out += meant[found];
    return true;
  }
  if (c != 'u' && c != 'U') return false;
  auto code = hex_digits(c == 'u' ? 4 : 6);
  if (!code || *code > 0x10FFFF) return false;
  if (*code >= 0xD800 && *code <= 0xDBFF && text_.substr(at_).starts_with("\\u")) {
    at_ += 2;  // a pair of surrogates
    const auto low = hex_digits(4);
    if (!low || *low < 0xDC00 || *low > 0xDFFF) return false;
    code = 0x10000 + ((*code - 0xD800) << 10) + (*low - 0xDC00);
  }
  if (*code >= 0xD800 && *code <= 0xDFFF) return false;
  append_utf8(out, *code);
  return true;
}

std::optional<std::string> Scanner::take_string() {
  const std::size_t from = at_;
  std::string out;
  ++at_;
  while (at_ < text_.size() && text_[at_] != '"') {
    if (text_[at_] != '\\') {
      out += text_[at_++];
      continue;
    }
    const std::size_t escape = at_++;
    if (!take_escape(out)) {  // not an escape of the standard: the characters themselves
      at_ = escape + 1;
      out += '\\';
    }
  }
  if (at_ >= text_.size()) {
    fail(from, {"chuỗi không kết thúc", "a string that does not end"});
    return std::nullopt;
  }
  ++at_;
  return out;
}

}  // namespace motcua::feel
