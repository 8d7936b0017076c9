#include "schema/uri.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "schema/letters.hpp"

namespace motcua::schema {
namespace {

constexpr std::string_view sub_delimiters = "!$&'()*+,;=";

// RFC 3987's ucschar, in steps of planes; private use is for queries only.
bool is_international(char32_t c, bool in_query) {
  if ((c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000) return in_query;
  if (c < 0xA0 || (c >= 0xFDD0 && c <= 0xFDEF)) return false;
  return (c & 0xFFFF) < 0xFFFE && !(c >= 0xFFF0 && c <= 0xFFFF) && !(c >= 0xE0000 && c < 0xE1000);
}

// Every character is unreserved, a sub-delimiter, one of `more`, percent-encoded or international.
bool consists_of(std::string_view text, std::string_view more, Characters characters,
                 bool in_query = false) {
  while (!text.empty()) {
    const char c = text.front();
    if (c == '%') {
      if (text.size() < 3 || !is_hex(text[1]) || !is_hex(text[2])) return false;
      text.remove_prefix(3);
    } else if (static_cast<unsigned char>(c) >= 0x80) {
      if (characters == Characters::Ascii) return false;
      const char32_t code = take_code_point(text);
      if (code == invalid_code_point || !is_international(code, in_query)) return false;
    } else {
      const bool allowed = is_letter(c) || is_digit(c) ||
                           std::string_view("-._~").find(c) != std::string_view::npos ||
                           sub_delimiters.find(c) != std::string_view::npos ||
                           more.find(c) != std::string_view::npos;
      if (!allowed) return false;
      text.remove_prefix(1);
    }
  }
  return true;
}

bool is_scheme(std::string_view text) {
  return !text.empty() && is_letter(text.front()) && std::ranges::all_of(text, [](char c) {
    return is_letter(c) || is_digit(c) || c == '+' || c == '-' || c == '.';
  });
}

// "v1.x" of RFC 3986.
bool is_future_address(std::string_view text) {
  const auto dot = text.find('.');
  if (dot == std::string_view::npos || dot < 2 || dot + 1 == text.size()) return false;
  return (text.front() == 'v' || text.front() == 'V') &&
         std::ranges::all_of(text.substr(1, dot - 1), is_hex) &&
         consists_of(text.substr(dot + 1), ":", Characters::Ascii) &&
         text.find('%') == std::string_view::npos;
}

bool is_authority(std::string_view text, Characters characters) {
  if (const auto at = text.rfind('@'); at != std::string_view::npos) {
    if (!consists_of(text.substr(0, at), ":", characters)) return false;
    text.remove_prefix(at + 1);
  }
  std::string_view port;
  if (text.starts_with('[')) {
    const auto end = text.find(']');
    if (end == std::string_view::npos) return false;
    const auto address = text.substr(1, end - 1);
    if (!is_ipv6(address) && !is_future_address(address)) return false;
    port = text.substr(end + 1);
    if (!port.empty() && port.front() != ':') return false;
  } else {
    const auto colon = text.find(':');
    if (!consists_of(text.substr(0, colon), "", characters)) return false;
    port = colon == std::string_view::npos ? "" : text.substr(colon);
  }
  return port.empty() || std::ranges::all_of(port.substr(1), is_digit);
}

bool is_path(const Uri& uri, Characters characters) {
  if (!consists_of(uri.path, ":@/", characters)) return false;
  if (uri.authority) return uri.path.empty() || uri.path.front() == '/';
  if (uri.path.starts_with("//")) return false;
  const auto first = uri.path.substr(0, uri.path.find('/'));
  return uri.scheme.has_value() || first.find(':') == std::string::npos;
}

// RFC 3986, 5.2.4
std::string without_dot_segments(std::string_view path) {
  std::string out;
  while (!path.empty()) {
    if (path.starts_with("../")) {
      path.remove_prefix(3);
    } else if (path.starts_with("./")) {
      path.remove_prefix(2);
    } else if (path.starts_with("/./") || path == "/.") {
      path = path == "/." ? std::string_view("/") : path.substr(2);
    } else if (path.starts_with("/../") || path == "/..") {
      path = path == "/.." ? std::string_view("/") : path.substr(3);
      out.erase(std::min(out.rfind('/'), out.size()));
    } else if (path == "." || path == "..") {
      break;
    } else {
      const auto end = std::min(path.find('/', 1), path.size());
      out += path.substr(0, end);
      path.remove_prefix(end);
    }
  }
  return out;
}

std::string merged_path(const Uri& base, std::string_view path) {
  if (base.authority && base.path.empty()) return "/" + std::string(path);
  const auto slash = base.path.rfind('/');
  return base.path.substr(0, slash == std::string::npos ? 0 : slash + 1) + std::string(path);
}

// Up to `most` groups of hexadecimal digits between colons; an IPv4 address may end them and
// counts as two. The number of groups, or nothing.
std::optional<int> count_groups(std::string_view text, bool may_end_in_ipv4) {
  if (text.empty()) return 0;
  int groups = 0;
  for (;;) {
    const auto colon = text.find(':');
    const auto group = text.substr(0, colon);
    const bool last = colon == std::string_view::npos;
    if (last && may_end_in_ipv4 && is_ipv4(group)) return groups + 2;
    if (group.empty() || group.size() > 4 || !std::ranges::all_of(group, is_hex)) {
      return std::nullopt;
    }
    ++groups;
    if (last) return groups;
    text.remove_prefix(colon + 1);
  }
}

}  // namespace

Uri Uri::split(std::string_view text) {
  Uri uri;
  if (const auto hash = text.find('#'); hash != std::string_view::npos) {
    uri.fragment = text.substr(hash + 1);
    text = text.substr(0, hash);
  }
  if (const auto mark = text.find('?'); mark != std::string_view::npos) {
    uri.query = text.substr(mark + 1);
    text = text.substr(0, mark);
  }
  const auto colon = text.find(':');
  if (colon != std::string_view::npos && is_scheme(text.substr(0, colon))) {
    uri.scheme = text.substr(0, colon);
    text.remove_prefix(colon + 1);
  }
  if (text.starts_with("//")) {
    text.remove_prefix(2);
    const auto end = std::min(text.find('/'), text.size());
    uri.authority = text.substr(0, end);
    text.remove_prefix(end);
  }
  uri.path = text;
  return uri;
}

std::string Uri::write() const {
  std::string out;
  if (scheme) out += *scheme + ":";
  if (authority) out += "//" + *authority;
  out += path;
  if (query) out += "?" + *query;
  if (fragment) out += "#" + *fragment;
  return out;
}

Uri resolve(const Uri& base, const Uri& reference) {
  Uri out = reference;
  out.path = without_dot_segments(reference.path);
  if (reference.scheme) return out;
  out.scheme = base.scheme;
  if (reference.authority) return out;
  out.authority = base.authority;
  if (reference.path.empty()) {
    out.path = base.path;
    if (!reference.query) out.query = base.query;
  } else if (!reference.path.starts_with('/')) {
    out.path = without_dot_segments(merged_path(base, reference.path));
  }
  return out;
}

bool is_uri_reference(std::string_view text, Characters characters) {
  const Uri uri = Uri::split(text);
  if (uri.authority && !is_authority(*uri.authority, characters)) return false;
  if (!is_path(uri, characters)) return false;
  if (uri.query && !consists_of(*uri.query, ":@/?", characters, true)) return false;
  return !uri.fragment || consists_of(*uri.fragment, ":@/?", characters);
}

bool is_absolute_uri(std::string_view text, Characters characters) {
  return Uri::split(text).scheme.has_value() && is_uri_reference(text, characters);
}

bool is_ipv4(std::string_view text) {
  for (int part = 0; part < 4; ++part) {
    const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
    if (digits == 0 || digits > 3 || (digits > 1 && text.front() == '0')) return false;
    if (digits == 3 && text.substr(0, 3) > "255") return false;
    text.remove_prefix(digits);
    if (part == 3) break;
    if (!text.starts_with('.')) return false;
    text.remove_prefix(1);
  }
  return text.empty();
}

bool is_ipv6(std::string_view text) {
  const auto gap = text.find("::");
  if (gap == std::string_view::npos) return count_groups(text, true) == 8;
  const auto before = count_groups(text.substr(0, gap), false);
  const auto after = count_groups(text.substr(gap + 2), true);
  return before && after && *before + *after < 8;
}

std::optional<std::string> percent_decoded(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    if (text.front() != '%') {
      out += text.front();
      text.remove_prefix(1);
      continue;
    }
    if (text.size() < 3 || !is_hex(text[1]) || !is_hex(text[2])) return std::nullopt;
    out += static_cast<char>(hex_value(text[1]) * 16 + hex_value(text[2]));
    text.remove_prefix(3);
  }
  return out;
}

}  // namespace motcua::schema
