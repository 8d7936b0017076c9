// The answers of somebody who fills in what a form requires and no more.
//
// For whoever applies without a person at the form: scenarios and load drivers. Pure.
#pragma once

#include <string_view>

#include "procedure/procedure.hpp"

namespace motcua::procedure {

// `given` and, for every required question left open, the first answer its schema allows. What no
// simple answer fits stays open; check_answers() then says so.
json::value least_answers(const Version& version, json::value given);

}  // namespace motcua::procedure
