// Numbers and codes that identify: of people, of companies, of things, of places.
#include <algorithm>
#include <array>

#include "base/json_pointer.hpp"
#include "schema/format_texts.hpp"
#include "schema/letters.hpp"
#include "schema/uri.hpp"

namespace motcua::schema {
namespace {

bool is_of_digits(std::string_view text, std::size_t count) {
  return text.size() == count && std::ranges::all_of(text, is_digit);
}

bool has_check_digit(std::string_view ten) {
  static constexpr std::array<int, 9> weights{31, 29, 23, 19, 17, 13, 7, 5, 3};
  int sum = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) sum += weights[i] * (ten[i] - '0');
  return 10 - sum % 11 == ten.back() - '0';
}

// name, name:3, name* (RFC 6570, 2.3 and 2.4)
bool is_variable(std::string_view text) {
  if (text.ends_with('*')) {
    text.remove_suffix(1);
  } else if (const auto colon = text.find(':'); colon != std::string_view::npos) {
    const auto length = text.substr(colon + 1);
    if (length.empty() || length.size() > 4 || length.front() == '0') return false;
    if (!std::ranges::all_of(length, is_digit)) return false;
    text = text.substr(0, colon);
  }
  if (text.empty() || text.front() == '.' || text.back() == '.') return false;
  if (text.find("..") != std::string_view::npos || !percent_decoded(text)) return false;
  return std::ranges::all_of(
      text, [](char c) { return is_letter(c) || is_digit(c) || c == '_' || c == '.' || c == '%'; });
}

bool is_expression(std::string_view text) {
  if (text.empty()) return false;
  if (std::string_view("+#./;?&=,!@|").find(text.front()) != std::string_view::npos) {
    text.remove_prefix(1);
  }
  for (;;) {
    const auto comma = text.find(',');
    if (!is_variable(text.substr(0, comma))) return false;
    if (comma == std::string_view::npos) return true;
    text.remove_prefix(comma + 1);
  }
}

bool is_template_literal(std::string_view text) {
  return percent_decoded(text) && std::ranges::all_of(text, [](char c) {
           const auto code = static_cast<unsigned char>(c);
           return code > 0x20 && code != 0x7F &&
                  std::string_view("\"'<>\\^`{|}").find(c) == std::string_view::npos;
         });
}

// "0", "12", not "01"; its length, 0 when there is none.
std::size_t number_length(std::string_view text) {
  const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
  return text.starts_with('0') ? 1 : digits;
}

}  // namespace

bool is_json_pointer(std::string_view text) {
  return text.empty() || (text.front() == '/' && read_pointer_token(text).has_value());
}

bool is_relative_json_pointer(std::string_view text) {
  const auto up = number_length(text);
  if (up == 0) return false;
  text.remove_prefix(up);
  if (text.starts_with('+') || text.starts_with('-')) {
    text.remove_prefix(1);
    const auto aside = number_length(text);
    if (aside == 0) return false;
    text.remove_prefix(aside);
  }
  return text == "#" || is_json_pointer(text);
}

bool is_uuid(std::string_view text) {
  static constexpr std::string_view shape = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
  return std::ranges::equal(
      text, shape, [](char c, char wanted) { return wanted == '-' ? c == '-' : is_hex(c); });
}

bool is_uri_template(std::string_view text) {
  for (;;) {
    const auto open = text.find('{');
    if (!is_template_literal(text.substr(0, open))) return false;
    if (open == std::string_view::npos) return true;
    const auto close = text.find('}', open);
    if (close == std::string_view::npos) return false;
    if (!is_expression(text.substr(open + 1, close - open - 1))) return false;
    text.remove_prefix(close + 1);
  }
}

bool is_citizen_number(std::string_view text) { return is_of_digits(text, 12); }

bool is_identity_number(std::string_view text) {
  return is_of_digits(text, 9) || is_citizen_number(text);
}

bool is_tax_code(std::string_view text) {
  const auto company = text.substr(0, 10);
  if (!is_of_digits(company, 10) || !has_check_digit(company)) return false;
  return text.size() == 10 || (text[10] == '-' && is_of_digits(text.substr(11), 3));
}

bool is_phone_number(std::string_view text) {
  std::string_view rest = text;
  if (rest.starts_with("+84")) {
    rest.remove_prefix(3);
  } else if (rest.starts_with('0')) {
    rest.remove_prefix(1);
  } else {
    return false;
  }
  if (!rest.empty() && !is_digit(rest.back())) return false;
  std::size_t digits = 0;
  bool separated = false;
  for (const char c : rest) {
    const bool separator = c == ' ' || c == '.';
    if (separator ? separated : !is_digit(c)) return false;
    if (c == '0' && digits == 0) return false;
    separated = separator;
    digits += separator ? 0 : 1;
  }
  return digits == 9 || digits == 10;
}

bool is_passport_number(std::string_view text) {
  return text.size() >= 5 && text.size() <= 9 &&
         std::ranges::all_of(text, [](char c) { return is_upper(c) || is_digit(c); });
}

}  // namespace motcua::schema
