// When two JSON values are the same value (JSON Schema 2020-12 core, 4.2.2): numbers by what they
// are worth, objects whatever the order of their members.
#pragma once

#include <string>

#include "base/json.hpp"

namespace motcua::schema {

bool are_equal(const json::value& a, const json::value& b);

// A text that equal values, and only they, share.
std::string canonical_text(const json::value& value);

}  // namespace motcua::schema
