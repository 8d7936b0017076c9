// JSON Pointers (RFC 6901): written, followed, and found again in the text of a document.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/json.hpp"

namespace motcua {

// One reference token, written ("a/b~" -> "a~1b~0") and read again; nothing where a ~ stands
// wrongly.
std::string write_pointer_token(std::string_view name);
std::optional<std::string> read_pointer_token(std::string_view token);

// Takes the first token (still as written) off a pointer that begins with "/".
std::string_view take_pointer_token(std::string_view& pointer);

// The value one token, as written, leads to, or nullptr.
const json::value* pointer_step(const json::value& from, std::string_view token);

// The line (from 1) on which what the pointer names begins, a member with its name, in a text that
// read_json accepts; where the pointer leads nowhere, the line of the last thing on its way.
int line_of_pointer(std::string_view text, std::string_view pointer);

}  // namespace motcua
