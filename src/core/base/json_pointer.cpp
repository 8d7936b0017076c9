#include "base/json_pointer.hpp"

#include <algorithm>
#include <charconv>

namespace motcua {
namespace {

// Walks over JSON known to be sound.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) { skip_space(); }

  // Moves to the member or item a token names; false, and the place unchanged, when there is none.
  bool enter(std::string_view token) {
    const std::size_t start = at_;
    const char open = peek();
    if (open != '{' && open != '[') return false;
    ++at_;
    skip_space();
    for (std::size_t index = 0; peek() != '}' && peek() != ']' && peek() != '\0'; ++index) {
      const std::size_t begin = at_;
      const bool is_it = open == '{' ? take_name() == token : std::to_string(index) == token;
      if (is_it) {
        begin_ = begin;
        return true;
      }
      skip_value();
      if (peek() == ',') ++at_;
      skip_space();
    }
    at_ = start;
    return false;
  }

  int line() const {
    const auto end = text_.begin() + static_cast<std::ptrdiff_t>(begin_);
    return static_cast<int>(std::count(text_.begin(), end, '\n')) + 1;
  }

 private:
  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  void skip_space() { at_ = std::min(text_.find_first_not_of(" \t\r\n", at_), text_.size()); }

  std::string_view take_string() {
    const std::size_t start = at_++;
    while (peek() != '"' && peek() != '\0') at_ += peek() == '\\' ? 2 : 1;
    ++at_;
    return text_.substr(start, at_ - start);
  }

  // A member's name as a token, and past its colon.
  std::string take_name() {
    const auto name = read_json(take_string());
    skip_space();
    ++at_;
    skip_space();
    return name && name->is_string() ? write_pointer_token(name->get_string()) : "";
  }

  void skip_value() {
    int depth = 0;
    do {
      const char c = peek();
      if (c == '"') {
        take_string();
      } else {
        depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
        ++at_;
      }
      if (depth == 0) skip_scalar_rest();
    } while (depth > 0 && at_ < text_.size());
    skip_space();
  }

  void skip_scalar_rest() { at_ = std::min(text_.find_first_of(" \t\r\n,]}", at_), text_.size()); }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t begin_ = 0;  // of the last thing entered
};

}  // namespace

std::string write_pointer_token(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if (c == '~') {
      out += "~0";
    } else if (c == '/') {
      out += "~1";
    } else {
      out += c;
    }
  }
  return out;
}

std::optional<std::string> read_pointer_token(std::string_view token) {
  std::string out;
  for (std::size_t i = 0; i < token.size(); ++i) {
    if (token[i] != '~') {
      out += token[i];
      continue;
    }
    ++i;
    if (i == token.size() || (token[i] != '0' && token[i] != '1')) return std::nullopt;
    out += token[i] == '0' ? '~' : '/';
  }
  return out;
}

std::string_view take_pointer_token(std::string_view& pointer) {
  pointer.remove_prefix(1);
  const auto token = pointer.substr(0, pointer.find('/'));
  pointer.remove_prefix(token.size());
  return token;
}

const json::value* pointer_step(const json::value& from, std::string_view token) {
  const auto name = read_pointer_token(token);
  if (!name) return nullptr;
  if (from.is_object()) return member(from, *name);
  const auto* array = from.if_array();
  const bool is_index = !name->empty() && (name->size() == 1 || name->front() != '0') &&
                        name->find_first_not_of("0123456789") == std::string::npos;
  if (array == nullptr || !is_index) return nullptr;
  std::size_t index = 0;
  const auto read = std::from_chars(name->data(), name->data() + name->size(), index);
  return read.ec == std::errc{} && index < array->size() ? &(*array)[index] : nullptr;
}

int line_of_pointer(std::string_view text, std::string_view pointer) {
  Scanner scanner(text);
  while (pointer.starts_with('/') && scanner.enter(take_pointer_token(pointer))) {
  }
  return scanner.line();
}

}  // namespace motcua
