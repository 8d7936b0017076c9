#include "http/request.hpp"

#include <algorithm>

namespace motcua::http {
namespace {

std::string_view find(const Pairs& pairs, std::string_view name) {
  for (const auto& [key, value] : pairs) {
    if (key == name) return value;
  }
  return {};
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

}  // namespace

std::string_view Request::header(std::string_view name) const { return find(headers, name); }

std::string_view Request::param(std::string_view name) const { return find(params, name); }

std::string_view Request::cookie(std::string_view name) const {
  for (const auto& [key, value] : headers) {
    if (key != "cookie") continue;
    std::string_view rest = value;
    while (!rest.empty()) {
      const std::string_view piece = rest.substr(0, rest.find(';'));
      rest.remove_prefix(std::min(rest.size(), piece.size() + 1));
      const std::size_t equals = piece.find('=');
      if (equals == std::string_view::npos || trimmed(piece.substr(0, equals)) != name) continue;
      return trimmed(piece.substr(equals + 1));
    }
  }
  return {};
}

Pairs Request::query_pairs() const { return decode_form(query).value_or(Pairs{}); }

std::optional<std::string> Request::query_value(std::string_view name) const {
  if (query.empty()) return std::nullopt;
  for (auto& [key, value] : query_pairs()) {
    if (key == name) return std::move(value);
  }
  return std::nullopt;
}

std::string Request::media_type() const {
  const std::string_view full = header("content-type");
  std::string type(trimmed(full.substr(0, full.find(';'))));
  for (char& c : type) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return type;
}

}  // namespace motcua::http
