#include "feel/xpath_pattern.hpp"

#include <vector>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "feel/xpath_class.hpp"

namespace motcua::feel {
namespace {

constexpr int most_nested_groups = 200;
constexpr std::size_t most_repeated = 65'535;  // PCRE2's own limit

// Flag x: blanks count nowhere but in classes, not even within \p{…}.
std::string without_blanks(std::string_view pattern) {
  std::string out;
  int depth = 0;
  bool escaped = false;
  for (const char c : pattern) {
    if (depth == 0 && (c == ' ' || c == '\t' || c == '\n' || c == '\r')) continue;
    if (!escaped && c == '[') ++depth;
    if (!escaped && c == ']' && depth > 0) --depth;
    escaped = !escaped && c == '\\';
    out += c;
  }
  return out;
}

// The character that \c stands for; nothing when it stands for none.
std::optional<char> single_escape(char c) {
  if (c == 'n') return '\n';
  if (c == 'r') return '\r';
  if (c == 't') return '\t';
  constexpr std::string_view signs = "\\|.-^?*+{}()[]$";
  return signs.find(c) == std::string_view::npos ? std::nullopt : std::optional(c);
}

// Reads by the grammar of XML Schema 1.1, appendix G; every function is one of its productions,
// and false says that the pattern is wrong.
class XpathReader {
 public:
  XpathReader(std::string_view text, const XpathFlags& flags) : text_(text), flags_(flags) {}

  std::optional<std::string> run() {
    // "." leaves out both ends of a line, "^" and "$" know "\n" alone.
    out_ = flags_.multi_line ? "(*LF)" : "(*ANYCRLF)";
    if (!expression(0) || !text_.empty()) return std::nullopt;
    return std::move(out_);
  }

 private:
  bool take(char c) {
    if (text_.empty() || text_.front() != c) return false;
    text_.remove_prefix(1);
    return true;
  }
  char peek(std::size_t ahead = 0) const { return ahead < text_.size() ? text_[ahead] : '\0'; }

  bool expression(int depth) {
    if (depth > most_nested_groups) return false;
    while (!text_.empty() && peek() != ')') {
      if (take('|')) {
        out_ += '|';
      } else if (!piece(depth)) {
        return false;
      }
    }
    return true;
  }

  bool piece(int depth) {
    const std::size_t start = out_.size();
    const bool anchor = peek() == '^' || peek() == '$';
    if (!atom(depth)) return false;
    const std::size_t end = out_.size();
    if (!quantifier()) return false;
    if (anchor && out_.size() > end) {  // PCRE2 repeats groups only
      out_.insert(end, ")");
      out_.insert(start, "(?:");
    }
    return true;
  }

  bool atom(int depth) {
    switch (peek()) {
      case '(':
        return group(depth);
      case '[':
        return character_class(out_, depth);
      case '\\':
        return escape();
      case '.':
        out_ += flags_.multi_line && !flags_.dot_all ? "[^\\n\\r]" : ".";
        text_.remove_prefix(1);
        return true;
      case '^':
      case '$':
        out_ += peek();
        text_.remove_prefix(1);
        return true;
      case '?':
      case '*':
      case '+':
      case '{':
      case '}':
      case ']':
        return false;
      default:
        return literal(take_code_point(text_));
    }
  }

  bool literal(char32_t code) {
    if (code == invalid_code_point) return false;
    const char letter = static_cast<char>(code | 0x20);
    const bool plain =
        code >= 0x80 || (code >= '0' && code <= '9') || (letter >= 'a' && letter <= 'z');
    if (!plain) {
      out_ += write_code_point(code);
    } else {
      append_utf8(out_, code);
    }
    return true;
  }

  bool group(int depth) {
    text_.remove_prefix(1);
    std::size_t number = 0;
    if (take('?')) {
      if (!take(':')) return false;
      out_ += "(?:";
    } else {
      out_ += '(';
      closed_.push_back(false);
      number = closed_.size();
    }
    if (!expression(depth + 1) || !take(')')) return false;
    if (number > 0) closed_[number - 1] = true;
    out_ += ')';
    return true;
  }

  // ? * + {n} {n,} {n,m}, and "?" after it where as little as possible is wanted.
  bool quantifier() {
    const char c = peek();
    if (c == '{') {
      if (!quantity()) return false;
    } else if (c == '?' || c == '*' || c == '+') {
      out_ += c;
      text_.remove_prefix(1);
    } else {
      return true;
    }
    if (take('?')) out_ += '?';
    return true;
  }

  bool quantity() {
    text_.remove_prefix(1);
    const auto least = number();
    if (!least) return false;
    out_ += "{" + std::to_string(*least);
    if (take(',')) {
      out_ += ',';
      if (peek() != '}') {
        const auto most = number();
        if (!most || *most < *least) return false;
        out_ += std::to_string(*most);
      }
    }
    out_ += '}';
    return take('}');
  }

  std::optional<std::size_t> number() {
    if (!is_ascii_digit(peek())) return std::nullopt;
    std::size_t value = 0;
    while (is_ascii_digit(peek())) {
      value = value * 10 + static_cast<std::size_t>(peek() - '0');
      if (value > most_repeated) return std::nullopt;
      text_.remove_prefix(1);
    }
    return value;
  }

  bool escape() {
    text_.remove_prefix(1);
    const char c = peek();
    if (is_ascii_digit(c)) return back_reference();
    if (const auto single = single_escape(c)) {
      text_.remove_prefix(1);
      return literal(static_cast<unsigned char>(*single));
    }
    const auto set = escaped_set();
    if (!set) return false;
    CharacterClass all;
    all.sets = *set;
    out_ += write_class(all, flags_.ignores_case);
    return true;
  }

  // One digit, and those after it as long as so many groups have begun. The group must be closed.
  bool back_reference() {
    auto group = static_cast<std::size_t>(peek() - '0');
    text_.remove_prefix(1);
    while (is_ascii_digit(peek())) {
      const std::size_t longer = group * 10 + static_cast<std::size_t>(peek() - '0');
      if (longer > closed_.size()) break;
      group = longer;
      text_.remove_prefix(1);
    }
    if (group == 0 || group > closed_.size() || !closed_[group - 1]) return false;
    out_ += "\\g{" + std::to_string(group) + "}";
    return true;
  }

  // After the backslash.
  std::optional<std::string> escaped_set() {
    const char c = peek();
    if (c != 'p' && c != 'P') {
      auto set = set_of_escape(c);
      if (set) text_.remove_prefix(1);
      return set;
    }
    const std::size_t end = text_.find('}');
    if (peek(1) != '{' || end == std::string_view::npos) return std::nullopt;
    const std::string_view name = text_.substr(2, end - 2);
    text_.remove_prefix(end + 1);
    return set_of_property(name, c == 'P');
  }

  bool character_class(std::string& out, int depth) {
    if (depth > most_nested_groups) return false;
    text_.remove_prefix(1);
    CharacterClass all;
    all.negated = take('^');
    bool empty = true;
    while (peek() != ']' || empty) {
      if (text_.empty()) return false;
      if (!empty && peek() == '-' && peek(1) == '[') {
        text_.remove_prefix(1);
        if (!character_class(all.taken_away, depth + 1) || peek() != ']') return false;
        break;
      }
      if (!class_part(all)) return false;
      empty = false;
    }
    text_.remove_prefix(1);
    out += write_class(all, flags_.ignores_case);
    return true;
  }

  bool class_part(CharacterClass& all) {
    if (peek() == '\\' && !single_escape(peek(1))) {
      text_.remove_prefix(1);
      const auto set = escaped_set();
      if (set) all.sets += *set;
      return set.has_value();
    }
    const auto first = class_character();
    if (!first) return false;
    all.letters += write_code_point(*first);
    // A hyphen before the end, or before what is taken away, is itself; else it makes a range.
    const bool before_minus = peek(1) == '-' && peek(2) == '[';
    const bool hyphen_itself = *first == '-' && peek() != '-';
    if (peek() != '-' || peek(1) == ']' || peek(1) == '[' || before_minus || hyphen_itself) {
      return true;
    }
    if (peek(1) == '-') return false;
    text_.remove_prefix(1);
    const auto last = class_character();
    if (!last || *last < *first) return false;
    all.letters += "-" + write_code_point(*last);
    return true;
  }

  std::optional<std::uint32_t> class_character() {
    if (text_.empty() || peek() == '[' || peek() == ']') return std::nullopt;
    if (!take('\\')) {
      const char32_t code = take_code_point(text_);
      return code == invalid_code_point ? std::nullopt : std::optional<std::uint32_t>(code);
    }
    const auto single = single_escape(peek());
    if (!single) return std::nullopt;
    text_.remove_prefix(1);
    return static_cast<unsigned char>(*single);
  }

  std::string_view text_;  // what is not read yet
  const XpathFlags& flags_;
  std::string out_;
  std::vector<bool> closed_;  // groups that capture, by their number less 1
};

}  // namespace

std::optional<XpathFlags> read_xpath_flags(std::string_view flags) {
  XpathFlags read;
  for (const char flag : flags) {
    if (flag == 's') read.dot_all = true;
    if (flag == 'm') read.multi_line = true;
    if (flag == 'i') read.ignores_case = true;
    if (flag == 'x') read.ignores_blanks = true;
    if (flag == 'q') read.literal = true;
    if (std::string_view("smixq").find(flag) == std::string_view::npos) return std::nullopt;
  }
  return read;
}

std::optional<std::string> pcre_from_xpath(std::string_view pattern, const XpathFlags& flags) {
  if (!flags.ignores_blanks) return XpathReader(pattern, flags).run();
  const std::string shorter = without_blanks(pattern);
  return XpathReader(shorter, flags).run();
}

}  // namespace motcua::feel
