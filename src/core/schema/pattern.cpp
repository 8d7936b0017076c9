#include "schema/pattern.hpp"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <array>

namespace motcua::schema {
namespace {

constexpr std::size_t longest_pattern = 10'000;
constexpr std::size_t longest_text = 100'000;
constexpr std::uint32_t most_steps = 200'000;  // of backtracking, in one search
constexpr std::uint32_t most_heap = 20'000;    // KiB

using MatchSpace = std::unique_ptr<pcre2_match_data, decltype(&pcre2_match_data_free)>;
using MatchLimits = std::unique_ptr<pcre2_match_context, decltype(&pcre2_match_context_free)>;

std::string reason_of(int error) {
  std::array<PCRE2_UCHAR, 200> text{};
  const int length = pcre2_get_error_message(error, text.data(), text.size());
  return length < 0 ? "the pattern is not supported"
                    : std::string(text.begin(), text.begin() + length);
}

MatchLimits make_limits() {
  MatchLimits limits(pcre2_match_context_create(nullptr), &pcre2_match_context_free);
  MOTCUA_ASSERT(limits != nullptr);
  pcre2_set_match_limit(limits.get(), most_steps);
  pcre2_set_depth_limit(limits.get(), most_steps);
  pcre2_set_heap_limit(limits.get(), most_heap);
  return limits;
}

}  // namespace

void Pattern::Release::operator()(void* code) const {
  pcre2_code_free(static_cast<pcre2_code*>(code));
}

Result<Pattern, PatternFault> Pattern::compile(std::string_view ecma) {
  if (ecma.size() > longest_pattern) return Unexpected{PatternFault{0, "the pattern is too long"}};
  auto translated = translate_ecma_pattern(ecma);
  if (!translated) return Unexpected{translated.error()};
  // Anchored, so that the limit of steps holds for all places where a match might begin together.
  const std::string text =
      translated->begins_at_start ? translated->text : "(?s:.*?)(?:" + translated->text + ")";
  int error = 0;
  PCRE2_SIZE offset = 0;
  auto* code = pcre2_compile(reinterpret_cast<PCRE2_SPTR>(text.data()), text.size(),
                             PCRE2_UTF | PCRE2_ANCHORED | PCRE2_MATCH_UNSET_BACKREF, &error,
                             &offset, nullptr);
  if (code == nullptr) return Unexpected{PatternFault{0, reason_of(error)}};
  return Pattern(code);
}

Match Pattern::search(std::string_view text) const {
  if (text.size() > longest_text) return Match::TooCostly;
  const MatchSpace space(pcre2_match_data_create(1, nullptr), &pcre2_match_data_free);
  const MatchLimits limits = make_limits();
  MOTCUA_ASSERT(space != nullptr);
  const int found = pcre2_match(static_cast<const pcre2_code*>(code_.get()),
                                reinterpret_cast<PCRE2_SPTR>(text.data()), text.size(), 0,
                                PCRE2_NO_UTF_CHECK, space.get(), limits.get());
  if (found >= 0) return Match::Found;
  return found == PCRE2_ERROR_NOMATCH ? Match::NotFound : Match::TooCostly;
}

}  // namespace motcua::schema
