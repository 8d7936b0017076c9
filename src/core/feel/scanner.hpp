// The characters of a FEEL text: blanks and comments passed over, words, numbers, strings and known
// names read. Internal to core/feel. Nothing is thrown: the first error stays.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "feel/expression.hpp"

namespace motcua::feel {

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  std::size_t at() const { return at_; }
  void go_to(std::size_t at) { at_ = at; }
  bool failed() const { return error_.has_value(); }
  const std::optional<SyntaxError>& error() const { return error_; }
  void fail(std::size_t offset, Text what);
  void fail_here();  // "unexpected ..."

  void skip();  // blanks and comments
  bool at_end();
  char peek();                         // 0 at the end
  bool take(std::string_view symbol);  // of signs, after blanks
  void expect(std::string_view symbol);
  bool sees_word(std::string_view word);  // a whole word
  bool take_word(std::string_view word);
  bool take_words(std::string_view first, std::string_view second);

  bool at_name() const;            // a character that begins a name, here
  std::string take_simple_name();  // one word; empty when there is none
  // `name` here, blanks in it as wide as one likes, and no name goes on after it.
  std::optional<std::size_t> match_name(std::string_view name) const;

  std::optional<Number> take_number();
  std::optional<std::string> take_string();

 private:
  char32_t code_at(std::size_t at, std::size_t& length) const;
  bool is_name_part(std::size_t at, std::size_t& length) const;
  bool take_escape(std::string& out);
  std::optional<std::uint32_t> hex_digits(std::size_t count);

  std::string_view text_;
  std::size_t at_ = 0;
  std::optional<SyntaxError> error_;
};

bool is_keyword(std::string_view word);

}  // namespace motcua::feel
