// Regular expressions of XPath (Functions and Operators 3.1, 5.6) for matches, replace and split,
// by PCRE2 under limits: patterns of 10,000 bytes, texts of 4,000,000, 200,000 steps of
// backtracking in one search. Internal to core/feel.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace motcua::feel {

class Regex {
 public:
  // Flags: s m i x q. Nothing when the pattern or the flags are wrong.
  static std::optional<Regex> compile(std::string_view pattern, std::string_view flags);

  struct Group {
    std::size_t from = 0;
    std::size_t to = 0;
  };
  // The matches in order, each with its groups, group 0 first, until `take` says no. False when
  // the search took too many steps.
  bool each_match(std::string_view text,
                  const std::function<bool(const std::vector<Group>&)>& take) const;

 private:
  struct Release {
    void operator()(void* code) const;
  };
  explicit Regex(void* code) : code_(code) {}
  std::unique_ptr<void, Release> code_;  // pcre2_code
};

// All letters in upper or lower case; nothing when it is too much.
std::optional<std::string> with_case(std::string_view text, bool upper);

}  // namespace motcua::feel
