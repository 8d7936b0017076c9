#include "http/byte_range.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace motcua::http {
namespace {

std::optional<std::uint64_t> number(std::string_view text) {
  std::uint64_t value = 0;
  const auto end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  if (text.empty() || error != std::errc{} || stop != end) return std::nullopt;
  return value;
}

}  // namespace

RangeChoice choose_range(std::string_view header, std::uint64_t size) {
  using Kind = RangeChoice::Kind;
  constexpr std::string_view unit = "bytes=";
  if (header.substr(0, unit.size()) != unit) return {};
  header.remove_prefix(unit.size());
  const std::size_t dash = header.find('-');
  if (dash == std::string_view::npos) return {};
  const std::string_view from = header.substr(0, dash);
  const std::string_view to = header.substr(dash + 1);
  if (from.empty()) {  // the last N bytes
    const auto count = number(to);
    if (!count) return {};
    const std::uint64_t length = std::min(*count, size);
    if (length == 0) return {Kind::NotSatisfiable, 0, 0};
    return {Kind::Part, size - length, length};
  }
  const auto first = number(from);
  const auto last = to.empty() ? std::optional<std::uint64_t>(UINT64_MAX) : number(to);
  if (!first || !last || *last < *first) return {};
  if (*first >= size) return {Kind::NotSatisfiable, 0, 0};
  return {Kind::Part, *first, std::min(*last, size - 1) - *first + 1};
}

}  // namespace motcua::http
