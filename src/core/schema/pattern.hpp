// A compiled regular expression with a bounded cost.
//
// Matching is PCRE2's backtracking under a limit of steps for the whole search, so no text, however
// made, keeps it busy for long; what goes over the limit is TooCostly and neither matches nor not.
// Immutable; may be used from several threads at once.
#pragma once

#include <memory>
#include <string_view>

#include "base/result.hpp"
#include "schema/ecma_pattern.hpp"

namespace motcua::schema {

enum class Match { Found, NotFound, TooCostly };

class Pattern {
 public:
  // `ecma`: as ECMA-262 writes it, at most 10,000 bytes.
  static Result<Pattern, PatternFault> compile(std::string_view ecma);

  // Whether it matches somewhere in `text` (valid UTF-8; over 100,000 bytes is TooCostly).
  Match search(std::string_view text) const;

 private:
  struct Release {
    void operator()(void* code) const;
  };
  explicit Pattern(void* code) : code_(code) {}

  std::unique_ptr<void, Release> code_;  // pcre2_code
};

}  // namespace motcua::schema
