// Percent-decoding of paths, queries and forms (RFC 3986, URL living standard for forms).
//
// Invariant: what comes out is valid UTF-8 without NUL; anything else is refused, never repaired.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace motcua::http {

using Pairs = std::vector<std::pair<std::string, std::string>>;

// Nothing when an escape is cut short or not hexadecimal, or the result is NUL or not UTF-8.
std::optional<std::string> percent_decode(std::string_view text);

// "a=1&b=x+y" (queries and application/x-www-form-urlencoded): plus means blank, order is kept,
// empty pieces are skipped. Nothing when any piece cannot be decoded.
std::optional<Pairs> decode_form(std::string_view text);

// The segments of an absolute path, each decoded: "/a/b%20c/" -> {"a", "b c", ""}. Nothing when it
// does not begin with a slash, cannot be decoded, or has a dot segment ("." or "..", also escaped).
std::optional<std::vector<std::string>> decode_path(std::string_view path);

// Everything but letters, digits and -._~ as %XX (for RFC 8187 parameter values).
std::string percent_encode(std::string_view text);

}  // namespace motcua::http
