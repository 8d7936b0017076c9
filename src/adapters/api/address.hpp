// Addresses people give to be told something.
#pragma once

#include "api/input.hpp"

namespace motcua::api {

// An error of `email` unless it is empty or one that mail can be sent to: it has a domain with a
// dot.
void check_address(Input& input, std::string_view email);

// An error of `phone` unless it is empty or has 8 to 15 digits and nothing else but " +-.()".
void check_phone(Input& input, std::string_view phone);

}  // namespace motcua::api
