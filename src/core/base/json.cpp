#include "base/json.hpp"

#include <algorithm>
#include <array>
#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/value_stack.hpp>

#include <charconv>
#include <cmath>
#include <unordered_set>
#include <vector>

namespace motcua {
namespace {

constexpr std::size_t max_depth = 64;
constexpr std::size_t no_limit = static_cast<std::size_t>(-1);

// Builds a value from the parser's calls. Differs from Boost's own handler in two points: doubles
// are read again exactly, and a key that stands twice in an object is an error.
struct ExactReader {
  static constexpr std::size_t max_array_size = no_limit;
  static constexpr std::size_t max_object_size = no_limit;
  static constexpr std::size_t max_string_size = no_limit;
  static constexpr std::size_t max_key_size = no_limit;

  json::value_stack stack;
  std::string number;
  std::string key;
  std::vector<std::unordered_set<std::string>> keys;
  bool duplicate = false;

  explicit ExactReader() { stack.reset(); }

  bool on_document_begin(json::error_code&) { return true; }
  bool on_document_end(json::error_code&) { return true; }
  bool on_object_begin(json::error_code&) {
    keys.emplace_back();
    return true;
  }
  bool on_object_end(std::size_t size, json::error_code&) {
    keys.pop_back();
    stack.push_object(size);
    return true;
  }
  bool on_array_begin(json::error_code&) { return true; }
  bool on_array_end(std::size_t size, json::error_code&) {
    stack.push_array(size);
    return true;
  }
  bool on_key_part(json::string_view part, std::size_t, json::error_code&) {
    key.append(part.data(), part.size());
    stack.push_chars(part);
    return true;
  }
  bool on_key(json::string_view part, std::size_t, json::error_code& error) {
    key.append(part.data(), part.size());
    stack.push_key(part);
    duplicate = !keys.back().insert(std::move(key)).second;
    key.clear();
    if (duplicate) error = json::make_error_code(json::error::syntax);
    return !duplicate;
  }
  bool on_string_part(json::string_view part, std::size_t, json::error_code&) {
    stack.push_chars(part);
    return true;
  }
  bool on_string(json::string_view part, std::size_t, json::error_code&) {
    stack.push_string(part);
    return true;
  }
  bool on_number_part(json::string_view part, json::error_code&) {
    number.append(part.data(), part.size());
    return true;
  }
  bool on_int64(std::int64_t value, json::string_view, json::error_code&) {
    number.clear();
    stack.push_int64(value);
    return true;
  }
  bool on_uint64(std::uint64_t value, json::string_view, json::error_code&) {
    number.clear();
    stack.push_uint64(value);
    return true;
  }
  bool on_double(double, json::string_view part, json::error_code& error) {
    number.append(part.data(), part.size());
    double exact = 0;
    const auto read = std::from_chars(number.data(), number.data() + number.size(), exact);
    number.clear();
    if (read.ec != std::errc{} || !std::isfinite(exact)) {
      error = json::make_error_code(json::error::exponent_overflow);
      return false;
    }
    stack.push_double(exact);
    return true;
  }
  bool on_bool(bool value, json::error_code&) {
    stack.push_bool(value);
    return true;
  }
  bool on_null(json::error_code&) {
    stack.push_null();
    return true;
  }
  bool on_comment_part(json::string_view, json::error_code&) { return true; }
  bool on_comment(json::string_view, json::error_code&) { return true; }
};

void append_json(std::string& out, const json::value& value);

bool is_plain(char c) { return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\'; }

void append_escaped(std::string& out, char c) {
  static constexpr std::string_view digits = "0123456789abcdef";
  static constexpr std::string_view short_forms = "\"\\\b\f\n\r\t";
  static constexpr std::string_view short_names = "\"\\bfnrt";
  out += '\\';
  if (const auto place = short_forms.find(c); place != std::string_view::npos) {
    out += short_names[place];
  } else {
    out += "u00";
    out += digits[static_cast<unsigned char>(c) >> 4];
    out += digits[static_cast<unsigned char>(c) & 15];
  }
}

void append_string(std::string& out, std::string_view text) {
  out += '"';
  while (!text.empty()) {
    std::size_t plain = 0;
    while (plain < text.size() && is_plain(text[plain])) ++plain;
    out += text.substr(0, plain);
    text.remove_prefix(plain);
    if (text.empty()) break;
    append_escaped(out, text.front());
    text.remove_prefix(1);
  }
  out += '"';
}

template <class Number>
void append_number(std::string& out, Number number) {
  std::array<char, 40> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  out.append(digits.data(), end);
}

void append_object(std::string& out, const json::object& object) {
  out += '{';
  bool first = true;
  for (const auto& [name, member_value] : object) {
    if (!first) out += ',';
    first = false;
    append_string(out, name);
    out += ':';
    append_json(out, member_value);
  }
  out += '}';
}

void append_array(std::string& out, const json::array& array) {
  out += '[';
  bool first = true;
  for (const auto& element : array) {
    if (!first) out += ',';
    first = false;
    append_json(out, element);
  }
  out += ']';
}

void append_json(std::string& out, const json::value& value) {
  switch (value.kind()) {
    case json::kind::null:
      out += "null";
      return;
    case json::kind::bool_:
      out += value.get_bool() ? "true" : "false";
      return;
    case json::kind::int64:
      append_number(out, value.get_int64());
      return;
    case json::kind::uint64:
      append_number(out, value.get_uint64());
      return;
    case json::kind::double_:
      append_number(out, value.get_double());
      return;
    case json::kind::string:
      append_string(out, value.get_string());
      return;
    case json::kind::array:
      append_array(out, value.get_array());
      return;
    case json::kind::object:
      append_object(out, value.get_object());
      return;
  }
}

JsonError error_at(std::string_view text, std::size_t offset, std::string what) {
  offset = std::min(offset, text.size());
  const auto line =
      1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(offset), '\n');
  return {offset, static_cast<std::size_t>(line), std::move(what)};
}

}  // namespace

Result<json::value, JsonError> read_json(std::string_view text) {
  json::parse_options options;
  options.max_depth = max_depth;
  json::basic_parser<ExactReader> parser(options);
  json::error_code error;
  const std::size_t used = parser.write_some(false, text.data(), text.size(), error);
  if (parser.handler().duplicate) return Unexpected{error_at(text, used, "a key stands twice")};
  if (error) return Unexpected{error_at(text, used, error.message())};
  if (text.find_first_not_of(" \t\r\n", used) != std::string_view::npos) {
    return Unexpected{error_at(text, used, "text after the end of the document")};
  }
  return parser.handler().stack.release();
}

std::string write_json(const json::value& value) {
  std::string out;
  append_json(out, value);
  return out;
}

const json::value* member(const json::value& value, std::string_view name) {
  const auto* object = value.if_object();
  return object == nullptr ? nullptr : object->if_contains(name);
}

std::string_view string_member(const json::value& value, std::string_view name) {
  const auto* found = member(value, name);
  const auto* text = found == nullptr ? nullptr : found->if_string();
  return text == nullptr ? std::string_view{} : std::string_view{*text};
}

}  // namespace motcua
