// Regular expressions of ECMA-262 (with the "u" flag, as JSON Schema wants them and the browser
// runs them) written anew for PCRE2. The grammar is checked here, strictly; what PCRE2 cannot do
// (look-behind of variable length) its own compiler refuses.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace motcua::schema {

struct PatternFault {
  std::size_t at = 0;  // code points into the pattern
  std::string what;    // English, for the author of the pattern
};

struct TranslatedPattern {
  std::string text;              // for PCRE2 with UTF
  bool begins_at_start = false;  // every match begins where the subject begins
};

Result<TranslatedPattern, PatternFault> translate_ecma_pattern(std::string_view pattern);

// The PCRE2 name of a Unicode property as ECMA-262 spells it ("Letter", "Script=Greek");
// empty when ECMA-262 has no such property. `\P` of "Assigned" is `\p` of what is returned for it,
// so `inverted` says whether the sense turns round.
struct UnicodeProperty {
  std::string name;
  bool inverted = false;
};
UnicodeProperty find_unicode_property(std::string_view spelt);

}  // namespace motcua::schema
