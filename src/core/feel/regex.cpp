#include "feel/regex.hpp"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

namespace motcua::feel {
namespace {

constexpr std::uint32_t most_regex_steps = 200'000;  // of backtracking, in one search
constexpr std::uint32_t most_regex_heap = 20'000;    // KiB
constexpr std::size_t longest_regex = 10'000;
constexpr std::size_t longest_subject = 4'000'000;

using MatchRoom = std::unique_ptr<pcre2_match_data, decltype(&pcre2_match_data_free)>;
using MatchContext = std::unique_ptr<pcre2_match_context, decltype(&pcre2_match_context_free)>;

// What XPath writes otherwise: [a-z-[aeiou]] takes away, \i and \c are the letters of XML names.
// PCRE2 has a comment, a condition or an atom where XPath has an error: (?...) but (?:...).
std::optional<std::string> translate_xpath(std::string_view pattern, bool ignores_blanks) {
  std::string out;
  int in_class = 0;
  std::size_t class_start = 0;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const char c = pattern[i];
    if (c == '\\') {
      if (++i == pattern.size()) return std::nullopt;
      const char escaped = pattern[i];
      constexpr std::string_view known = "nrt\\|.?*+(){}-[]^$sSdDwWpPiIcC0123456789/\"'@#";
      if (known.find(escaped) == std::string_view::npos) return std::nullopt;
      const std::string_view inside = in_class > 0 ? "" : "[";
      if (escaped == 'i') {
        out += std::string(inside) + "_:\\p{L}" + (in_class > 0 ? "" : "]");
      } else if (escaped == 'c') {
        out += std::string(inside) + "-._:\\p{L}\\p{Nd}" + (in_class > 0 ? "" : "]");
      } else {
        out += {'\\', escaped};
      }
      continue;
    }
    if (in_class == 0 && c == '(' && pattern.substr(i).starts_with("(?") &&
        !pattern.substr(i).starts_with("(?:")) {
      return std::nullopt;
    }
    if (c == '[' && in_class > 0 && i > 0 && pattern[i - 1] == '-') {
      const std::size_t end = pattern.find(']', i);
      if (end == std::string_view::npos || end + 1 >= pattern.size()) return std::nullopt;
      out.pop_back();
      out.insert(class_start, "(?!" + std::string(pattern.substr(i, end - i + 1)) + ")");
      i = end;
      continue;
    }
    if (c == '[' && in_class == 0) {
      in_class = 1;
      class_start = out.size();
    } else if (c == '[') {
      out += '\\';
    } else if (c == ']') {
      in_class = 0;
    } else if (ignores_blanks && in_class == 0 &&
               (c == ' ' || c == '\n' || c == '\t' || c == '\r')) {
      continue;
    }
    out += c;
  }
  return in_class == 0 ? std::optional(out) : std::nullopt;
}

std::optional<std::uint32_t> options_of(std::string_view flags) {
  std::uint32_t options = PCRE2_UTF | PCRE2_UCP | PCRE2_DOLLAR_ENDONLY;
  for (char flag : flags) {
    if (flag == 's') options |= PCRE2_DOTALL;
    if (flag == 'm') options |= PCRE2_MULTILINE;
    if (flag == 'i') options |= PCRE2_CASELESS;
    if (flag == 'q') options |= PCRE2_LITERAL;
    if (std::string_view("smixq").find(flag) == std::string_view::npos) return std::nullopt;
  }
  if ((options & PCRE2_LITERAL) != 0) {
    options &= ~static_cast<std::uint32_t>(PCRE2_DOTALL | PCRE2_MULTILINE | PCRE2_DOLLAR_ENDONLY |
                                           PCRE2_UCP);
  }
  return options;
}

MatchContext regex_limits() {
  MatchContext limits(pcre2_match_context_create(nullptr), &pcre2_match_context_free);
  pcre2_set_match_limit(limits.get(), most_regex_steps);
  pcre2_set_depth_limit(limits.get(), most_regex_steps);
  pcre2_set_heap_limit(limits.get(), most_regex_heap);
  return limits;
}

pcre2_code* compile_regex(std::string_view pattern, std::uint32_t options) {
  int error = 0;
  PCRE2_SIZE offset = 0;
  return pcre2_compile(reinterpret_cast<PCRE2_SPTR>(pattern.data()), pattern.size(), options,
                       &error, &offset, nullptr);
}

}  // namespace

void Regex::Release::operator()(void* code) const {
  pcre2_code_free(static_cast<pcre2_code*>(code));
}

std::optional<Regex> Regex::compile(std::string_view pattern, std::string_view flags) {
  const auto options = options_of(flags);
  if (!options || pattern.size() > longest_regex) return std::nullopt;
  const bool literal = (*options & PCRE2_LITERAL) != 0;
  const auto translated = literal
                              ? std::optional(std::string(pattern))
                              : translate_xpath(pattern, flags.find('x') != std::string_view::npos);
  if (!translated) return std::nullopt;
  // "." leaves out both ends of a line.
  auto* code = compile_regex(literal ? *translated : "(*ANYCRLF)" + *translated, *options);
  if (code == nullptr) return std::nullopt;
  return Regex(code);
}

bool Regex::each_match(std::string_view text,
                       const std::function<bool(const std::vector<Group>&)>& take) const {
  if (text.size() > longest_subject) return false;
  const auto* code = static_cast<const pcre2_code*>(code_.get());
  const MatchRoom found(pcre2_match_data_create_from_pattern(code, nullptr),
                        &pcre2_match_data_free);
  const MatchContext limits = regex_limits();
  std::size_t at = 0;
  std::uint32_t options = 0;
  while (at <= text.size()) {
    const int count = pcre2_match(code, reinterpret_cast<PCRE2_SPTR>(text.data()), text.size(), at,
                                  options, found.get(), limits.get());
    if (count == PCRE2_ERROR_NOMATCH) return true;
    if (count < 0) return false;
    const PCRE2_SIZE* ends = pcre2_get_ovector_pointer(found.get());
    const std::uint32_t all = pcre2_get_ovector_count(found.get());
    std::vector<Group> groups(all);
    for (std::uint32_t i = 0; i < all && i < static_cast<std::uint32_t>(count); ++i) {
      if (ends[2 * i] != PCRE2_UNSET) groups[i] = {ends[2 * i], ends[2 * i + 1]};
    }
    if (!take(groups)) return true;
    if (groups[0].to < groups[0].from) return true;
    options = 0;
    if (groups[0].to == groups[0].from) options = PCRE2_NOTEMPTY_ATSTART;
    at = groups[0].to;
  }
  return true;
}

std::optional<std::string> with_case(std::string_view text, bool upper) {
  static const std::unique_ptr<pcre2_code, decltype(&pcre2_code_free)> everything(
      compile_regex("(?s).+", PCRE2_UTF), &pcre2_code_free);
  if (text.size() > longest_subject) return std::nullopt;
  std::string out(text.size() * 3 + 16, '\0');
  PCRE2_SIZE length = out.size();
  const std::string_view replacement = upper ? "\\U$0" : "\\L$0";
  const int done = pcre2_substitute(
      everything.get(), reinterpret_cast<PCRE2_SPTR>(text.data()), text.size(), 0,
      PCRE2_SUBSTITUTE_EXTENDED, nullptr, nullptr, reinterpret_cast<PCRE2_SPTR>(replacement.data()),
      replacement.size(), reinterpret_cast<PCRE2_UCHAR*>(out.data()), &length);
  if (done < 0) return std::nullopt;
  out.resize(length);
  for (std::size_t at = 0; upper && (at = out.find("ß", at)) != std::string::npos;) {
    out.replace(at, 2, "SS");
  }
  return out;
}

}  // namespace motcua::feel
