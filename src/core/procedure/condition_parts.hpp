// What the conditions of a form's schema look at, and what they bring up. Internal to the form.
//
// Pointers are relative to the object whose conditions are read; numbers stand for entries of
// lists.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "procedure/form_schema.hpp"

namespace motcua::procedure {

// The questions that stand under a condition which looks at `path`, or at something in it.
std::vector<std::string> dependents_of(const FormSchema& schema, const json::object& object,
                                       std::string_view path);

// The answers that any condition of the object looks at.
std::vector<std::string> conditions_look_at(const FormSchema& schema, const json::object& object);

}  // namespace motcua::procedure
