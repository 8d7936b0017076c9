// Puts answers into a form that somebody has yet to finish.
#pragma once

#include <string_view>

#include "procedure/address.hpp"
#include "procedure/procedure.hpp"

namespace motcua::procedure {

// The place a JSON Pointer names, made in objects where it is not there yet; nullptr where it
// cannot be: an item a list does not have, a member of what is no object.
json::value* answer_place(json::value& answers, std::string_view pointer);
bool write_answer(json::value& answers, std::string_view pointer, json::value answer);

// Puts `text` where the hints say that part of the applicant ("name", "identity", …) stands in the
// answers; nothing happens where the form does not ask for it.
void write_applicant_part(const Version& version, json::value& answers, std::string_view part,
                          std::string_view text);

// Puts an address in its parts there, where the form asks for it so.
void write_applicant_address(const Version& version, json::value& answers, const Address& address);

}  // namespace motcua::procedure
