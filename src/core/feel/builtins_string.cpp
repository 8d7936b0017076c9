// String functions (DMN 1.5, table 74) without patterns. Positions count code points from 1.
#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "feel/builtin_families.hpp"
#include "feel/regex.hpp"

namespace motcua::feel {
namespace {

const std::string& text(const Value& value) { return *value.as<std::string>(); }

// The byte where the code point number `index` (from 0) begins.
std::size_t byte_of(std::string_view whole, std::int64_t index) {
  std::string_view rest = whole;
  for (; index > 0 && !rest.empty(); --index) take_code_point(rest);
  return whole.size() - rest.size();
}

Value substring(const Arguments& a) {
  const std::string& whole = text(a[0]);
  const auto length = static_cast<std::int64_t>(count_code_points(whole));
  const auto start = round_to(*a[1].as<Number>(), 0, Rounding::Down)->integer();
  if (!start || *start == 0 || *start > length || *start < -length) {
    return a.run.fail("no such place in the string");
  }
  const std::int64_t from = *start > 0 ? *start - 1 : length + *start;
  std::int64_t taken = length - from;
  if (const auto* wanted = a[2].as<Number>()) {
    const auto count = round_to(*wanted, 0, Rounding::Down)->integer();
    if (!count || *count < 1) return a.run.fail("a length is at least 1");
    taken = std::min(taken, *count);
  }
  const std::size_t begin = byte_of(whole, from);
  return whole.substr(begin, byte_of(std::string_view(whole).substr(begin), taken));
}

Value string_length(const Arguments& a) {
  return static_cast<std::int64_t>(count_code_points(text(a[0])));
}

Value recased(const Arguments& a, bool upper) {
  auto changed = with_case(text(a[0]), upper);
  return changed ? Value(std::move(*changed)) : a.run.fail("the string is too long");
}

Value upper_case(const Arguments& a) { return recased(a, true); }
Value lower_case(const Arguments& a) { return recased(a, false); }

Value substring_before(const Arguments& a) {
  const std::size_t found = text(a[0]).find(text(a[1]));
  return found == std::string::npos ? "" : text(a[0]).substr(0, found);
}

Value substring_after(const Arguments& a) {
  const std::size_t found = text(a[0]).find(text(a[1]));
  return found == std::string::npos ? "" : text(a[0]).substr(found + text(a[1]).size());
}

Value contains(const Arguments& a) { return text(a[0]).find(text(a[1])) != std::string::npos; }
Value starts_with(const Arguments& a) { return text(a[0]).starts_with(text(a[1])); }
Value ends_with(const Arguments& a) { return text(a[0]).ends_with(text(a[1])); }

Value string_join(const Arguments& a) {
  std::string out;
  bool first = true;
  const auto* delimiter = a[1].as<std::string>();
  for (const Value& item : *a[0].as<List>()) {
    if (item.is_null()) continue;
    const auto* part = item.as<std::string>();
    if (part == nullptr) return a.run.fail("only strings can be joined");
    if (!first && delimiter) out += *delimiter;
    first = false;
    out += *part;
    if (!a.run.take_parts(1 + part->size() / 16 + (delimiter ? delimiter->size() / 16 : 0))) {
      return {};
    }
  }
  return out;
}

Value join_between(const Arguments& a) {
  const Value joined = string_join(a);
  const auto* middle = joined.as<std::string>();
  const auto part = [&](std::size_t i) { return a[i].is_null() ? std::string() : text(a[i]); };
  return middle ? Value(part(2) + *middle + part(3)) : Value();
}

constexpr std::array<Builtin, 11> strings{{
    {"substring", "string:s, start position:n, length:n?", substring},
    {"string length", "string:s", string_length},
    {"upper case", "string:s", upper_case},
    {"lower case", "string:s", lower_case},
    {"substring before", "string:s, match:s", substring_before},
    {"substring after", "string:s, match:s", substring_after},
    {"contains", "string:s, match:s", contains},
    {"starts with", "string:s, match:s", starts_with},
    {"ends with", "string:s, match:s", ends_with},
    {"string join", "list:l, delimiter:s?", string_join},
    {"string join", "list:l, delimiter:s?, prefix:s?, suffix:s?", join_between},
}};

}  // namespace

std::span<const Builtin> string_functions() { return strings; }

}  // namespace motcua::feel
