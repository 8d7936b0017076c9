#include "feel/regex.hpp"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "feel/xpath_pattern.hpp"

namespace motcua::feel {
namespace {

constexpr std::uint32_t most_regex_steps = 200'000;  // of backtracking, in one search
constexpr std::uint32_t most_regex_heap = 20'000;    // KiB
constexpr std::size_t longest_regex = 10'000;
constexpr std::size_t longest_subject = 4'000'000;

using MatchRoom = std::unique_ptr<pcre2_match_data, decltype(&pcre2_match_data_free)>;
using MatchContext = std::unique_ptr<pcre2_match_context, decltype(&pcre2_match_context_free)>;

std::uint32_t options_of(const XpathFlags& flags) {
  std::uint32_t options = PCRE2_UTF;
  if (flags.ignores_case) options |= PCRE2_CASELESS;
  if (flags.literal) return options | PCRE2_LITERAL;
  if (flags.dot_all) options |= PCRE2_DOTALL;
  if (flags.multi_line) options |= PCRE2_MULTILINE;
  return options | PCRE2_DOLLAR_ENDONLY | PCRE2_MATCH_UNSET_BACKREF;
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
  const auto read = read_xpath_flags(flags);
  if (!read || pattern.size() > longest_regex) return std::nullopt;
  const auto translated =
      read->literal ? std::optional(std::string(pattern)) : pcre_from_xpath(pattern, *read);
  if (!translated) return std::nullopt;
  auto* code = compile_regex(*translated, options_of(*read));
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
