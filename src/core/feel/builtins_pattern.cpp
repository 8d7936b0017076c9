// matches, replace and split: the string functions with patterns (DMN 1.5, table 74).
#include <array>

#include "base/text.hpp"
#include "feel/builtin_families.hpp"
#include "feel/regex.hpp"

namespace motcua::feel {
namespace {

std::string_view flags_of(const Value& value) {
  const auto* flags = value.as<std::string>();
  return flags ? std::string_view(*flags) : std::string_view();
}

Value bad_pattern(const Arguments& a) { return a.run.fail("the pattern or its flags are wrong"); }
Value too_costly(const Arguments& a) { return a.run.fail("the pattern takes too many steps"); }

Value matches(const Arguments& a) {
  const auto regex = Regex::compile(*a[1].as<std::string>(), flags_of(a[2]));
  if (!regex) return bad_pattern(a);
  bool found = false;
  const bool done = regex->each_match(*a[0].as<std::string>(), [&](const auto&) {
    found = true;
    return false;
  });
  return done ? Value(found) : too_costly(a);
}

// "$1" is a group, "\$" a dollar, "\\" a backslash; other uses are errors.
bool append_replacement(std::string& out, std::string_view text, std::string_view replacement,
                        const std::vector<Regex::Group>& groups) {
  for (std::size_t i = 0; i < replacement.size(); ++i) {
    const char c = replacement[i];
    const char next = i + 1 < replacement.size() ? replacement[i + 1] : '\0';
    if (c == '\\') {
      if (next != '\\' && next != '$') return false;
      out += next;
      ++i;
    } else if (c == '$') {
      if (!is_ascii_digit(next)) return false;
      std::size_t number = static_cast<std::size_t>(next - '0');
      ++i;
      // As many digits as name a group that there is.
      while (i + 1 < replacement.size() && is_ascii_digit(replacement[i + 1])) {
        const auto longer = number * 10 + static_cast<std::size_t>(replacement[i + 1] - '0');
        if (longer >= groups.size()) break;
        number = longer;
        ++i;
      }
      if (number < groups.size()) {
        out += text.substr(groups[number].from, groups[number].to - groups[number].from);
      }
    } else {
      out += c;
    }
  }
  return true;
}

Value replace(const Arguments& a) {
  const auto flags = flags_of(a[3]);
  const auto regex = Regex::compile(*a[1].as<std::string>(), flags);
  if (!regex) return bad_pattern(a);
  const std::string& text = *a[0].as<std::string>();
  const std::string& replacement = *a[2].as<std::string>();
  bool matches_nothing = false;
  if (!regex->each_match("", [&](const auto&) { return !(matches_nothing = true); })) {
    return too_costly(a);
  }
  if (matches_nothing) return a.run.fail("the pattern matches an empty string");
  std::string out;
  std::size_t at = 0;
  bool right = true;
  const bool done = regex->each_match(text, [&](const std::vector<Regex::Group>& groups) {
    out += std::string_view(text).substr(at, groups[0].from - at);
    if (flags.find('q') != std::string_view::npos) {
      out += replacement;
    } else {
      right = append_replacement(out, text, replacement, groups);
    }
    at = groups[0].to;
    return right && a.run.take_parts(1 + replacement.size() / 16);
  });
  if (!done) return too_costly(a);
  if (!right) return a.run.fail("the replacement has a wrong “$” or “\\”");
  return out + text.substr(at);
}

Value split(const Arguments& a) {
  const auto regex = Regex::compile(*a[1].as<std::string>(), "");
  if (!regex) return bad_pattern(a);
  const std::string& text = *a[0].as<std::string>();
  List parts;
  std::size_t at = 0;
  const bool done = regex->each_match(text, [&](const std::vector<Regex::Group>& groups) {
    if (groups[0].to > groups[0].from || groups[0].from > at) {
      parts.push_back(text.substr(at, groups[0].from - at));
      at = groups[0].to;
    }
    return a.run.take_parts(4);
  });
  if (!done) return too_costly(a);
  parts.push_back(text.substr(at));
  return parts;
}

constexpr std::array<Builtin, 3> patterns{{
    {"matches", "input:s, pattern:s, flags:s?", matches},
    {"replace", "input:s, pattern:s, replacement:s, flags:s?", replace},
    {"split", "string:s, delimiter:s", split},
}};

}  // namespace

std::span<const Builtin> pattern_functions() { return patterns; }

}  // namespace motcua::feel
