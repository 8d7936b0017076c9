// The regular expressions of XPath (Functions and Operators 3.1, 5.6: those of XML Schema 1.1 with
// anchors, back references, lazy quantifiers), read by their own grammar and written anew for
// PCRE2. Internal to core/feel.
//
// What the two write alike and mean otherwise is written by code points: \w \d \s \i \c, classes
// that take away, blocks, what the flag i does not widen.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace motcua::feel {

struct XpathFlags {
  bool dot_all = false;         // s: "." is also the end of a line
  bool multi_line = false;      // m: "^" and "$" also at the ends of lines
  bool ignores_case = false;    // i
  bool ignores_blanks = false;  // x: outside classes
  bool literal = false;         // q: no expression but a text; only i counts beside it
};

// Nothing when there is another letter.
std::optional<XpathFlags> read_xpath_flags(std::string_view flags);

// The pattern for PCRE2 with UTF, DOTALL where s, MULTILINE where m, CASELESS where i,
// DOLLAR_ENDONLY and MATCH_UNSET_BACKREF, the convention of newlines at its front. Nothing when it
// is wrong, or nested deeper than 200. Not for flag q.
std::optional<std::string> pcre_from_xpath(std::string_view pattern, const XpathFlags& flags);

}  // namespace motcua::feel
