#include "feel/lexer.hpp"

#include <array>
#include <optional>

#include "base/text.hpp"
#include "feel/tree.hpp"

namespace motcua::feel {
namespace {

constexpr std::array<std::string_view, 20> symbols = {"..", "<=", ">=", "!=", "(", ")", "[",
                                                      "]",  ",",  ".",  "+",  "-", "*", "/",
                                                      "=",  "<",  ">",  "?",  "@", ":"};

bool starts_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  Result<std::vector<Token>, SyntaxError> run() {
    for (skip_blank(); at_ < text_.size() && !error_; skip_blank()) read_token();
    if (error_) return Unexpected{*error_};
    tokens_.push_back({TokenKind::End, "", text_.size()});
    return std::move(tokens_);
  }

 private:
  char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  void fail(std::size_t offset, Text what) { error_ = SyntaxError{offset, std::move(what)}; }

  void skip_blank() {
    while (at_ < text_.size() && !error_) {
      if (is_space(peek())) {
        ++at_;
      } else if (text_.substr(at_, 2) == "//") {
        at_ = std::min(text_.find('\n', at_), text_.size());
      } else if (text_.substr(at_, 2) == "/*") {
        std::size_t end = text_.find("*/", at_ + 2);
        if (end == std::string_view::npos)
          return fail(at_, {"chú thích không có dấu kết thúc", "comment without end"});
        at_ = end + 2;
      } else {
        return;
      }
    }
  }

  void read_token() {
    if (is_ascii_digit(peek()) || (peek() == '.' && is_ascii_digit(peek(1)))) return read_number();
    if (starts_name(peek())) return read_name();
    if (peek() == '"') return read_string();
    for (std::string_view symbol : symbols) {
      if (text_.substr(at_, symbol.size()) == symbol) return push(TokenKind::Symbol, symbol.size());
    }
    fail(at_, {std::string("ký tự lạ ") + peek(), std::string("unexpected character ") + peek()});
  }

  void push(TokenKind kind, std::size_t length) {
    tokens_.push_back({kind, std::string(text_.substr(at_, length)), at_});
    at_ += length;
  }

  void read_number() {
    std::size_t length = 0;
    while (is_ascii_digit(peek(length))) ++length;
    if (peek(length) == '.' && is_ascii_digit(peek(length + 1))) {  // 1..3 is a range, not a number
      ++length;
      while (is_ascii_digit(peek(length))) ++length;
    }
    push(TokenKind::Number, length);
  }

  void read_name() {
    std::size_t length = 1;
    while (starts_name(peek(length)) || is_ascii_digit(peek(length))) ++length;
    push(TokenKind::Name, length);
  }

  void read_string() {
    std::size_t from = at_++;
    std::string value;
    while (peek() != '"') {
      if (at_ >= text_.size())
        return fail(from, {"chuỗi thiếu dấu ngoặc kép đóng", "string without closing quote"});
      if (peek() == '\\' && !read_escape(value)) return;
      if (at_ < text_.size() && peek() != '"' && peek() != '\\') value += text_[at_++];
    }
    ++at_;
    tokens_.push_back({TokenKind::String, std::move(value), from});
  }

  bool read_escape(std::string& value) {
    constexpr std::string_view from = "\"\\/nrt";
    constexpr std::string_view to = "\"\\/\n\r\t";
    std::size_t which = from.find(peek(1));
    if (peek(1) == '\0' || which == std::string_view::npos) {
      fail(at_, {"ký tự thoát lạ trong chuỗi", "unknown escape in a string"});
      return false;
    }
    value += to[which];
    at_ += 2;
    return true;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<Token> tokens_;
  std::optional<SyntaxError> error_;
};

}  // namespace

Result<std::vector<Token>, SyntaxError> tokens_of(std::string_view text) {
  if (text.size() > max_text)
    return Unexpected{SyntaxError{max_text, {"biểu thức quá dài", "text too long"}}};
  return Lexer(text).run();
}

}  // namespace motcua::feel
