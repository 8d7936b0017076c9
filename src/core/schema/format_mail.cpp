// E-mail addresses: RFC 5321, and RFC 6531 for other scripts.
#include <algorithm>
#include <string_view>

#include "schema/format_texts.hpp"
#include "schema/letters.hpp"
#include "schema/uri.hpp"

namespace motcua::schema {
namespace {

constexpr std::size_t longest_local_part = 64;

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_atom_character(char c) {
  return is_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80 ||
         std::string_view("!#$%&'*+-/=?^_`{|}~").find(c) != std::string_view::npos;
}

bool is_dotted_atom(std::string_view text) {
  char before = '.';
  for (const char c : text) {
    if (c == '.' ? before == '.' : !is_atom_character(c)) return false;
    before = c;
  }
  return before != '.';
}

bool is_quoted(std::string_view text) {
  if (text.size() < 2 || text.front() != '"' || text.back() != '"') return false;
  text = text.substr(1, text.size() - 2);
  bool escaped = false;
  for (const char c : text) {
    const auto code = static_cast<unsigned char>(c);
    if (code < 0x20 || code == 0x7F || (c == '"' && !escaped)) return false;
    escaped = c == '\\' && !escaped;
  }
  return !escaped;
}

bool is_address_literal(std::string_view text) {
  if (!text.starts_with('[') || !text.ends_with(']')) return false;
  text = text.substr(1, text.size() - 2);
  static constexpr std::string_view six = "IPv6:";
  return text.starts_with(six) ? is_ipv6(text.substr(six.size())) : is_ipv4(text);
}

// The part before the last @ that is not inside quotes, and the domain behind it.
bool is_mailbox(std::string_view text, bool (*is_domain)(std::string_view)) {
  const auto at = text.rfind('@');
  if (at == std::string_view::npos || at > longest_local_part) return false;
  const auto local = text.substr(0, at);
  const auto domain = text.substr(at + 1);
  return (is_dotted_atom(local) || is_quoted(local)) &&
         (is_domain(domain) || is_address_literal(domain));
}

}  // namespace

bool is_email(std::string_view text) { return is_ascii(text) && is_mailbox(text, is_hostname); }

bool is_idn_email(std::string_view text) { return is_mailbox(text, is_idn_hostname); }

}  // namespace motcua::schema
