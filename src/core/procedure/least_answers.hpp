// The answers of somebody who fills in what a form requires and no more.
//
// For whoever applies without a person at the form: scenarios and load drivers. Pure.
#pragma once

#include <string_view>

#include "procedure/procedure.hpp"

namespace motcua::procedure {

// Puts `text` where the hints say that part of the applicant ("name", "identity", …) stands in the
// answers; nothing happens where the form does not ask for it.
void write_applicant_part(const Version& version, json::value& answers, std::string_view part,
                          std::string_view text);

// `given` and, for every required question left open, the first answer its schema allows. What no
// simple answer fits stays open; check_answers() then says so.
json::value least_answers(const Version& version, json::value given);

}  // namespace motcua::procedure
