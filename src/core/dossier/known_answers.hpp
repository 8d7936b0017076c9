// Answers a form need not ask for, as the office has them already.
#pragma once

#include <string_view>

#include "dossier/intake.hpp"
#include "procedure/address.hpp"

namespace motcua::dossier {

// Puts what is known of the applicant where the form asks for it. A person's own details do not
// fill in a form that an organisation signs, but for how to reach him. `address`: in its parts, for
// forms that ask for it so; a form with one line takes the applicant's line.
void write_applicant(const procedure::Version& version, json::value& answers,
                     const Applicant& applicant, const procedure::Address& address = {});

// Puts the contact of an earlier application (JSON) to the same procedure where there is none yet.
void write_contact(const procedure::Version& version, json::value& answers,
                   std::string_view earlier);

}  // namespace motcua::dossier
