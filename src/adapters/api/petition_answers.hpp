// What the routes of petitions share: who follows one, and answers of the desk.
#pragma once

#include "api/desk.hpp"
#include "api/input.hpp"
#include "queries/petition_view.hpp"

namespace motcua::api {

queries::PetitionScene petition_scene(const Parts& parts,
                                      const calendar::WorkingCalendar& calendar);

// "PA-…/phan-anh/theo-doi/…" without the secret.
std::string petition_address(const Parts& parts, std::string_view code, Language language);

using WritePetition = std::function<http::Response(const commands::PetitionSnapshot&)>;

// Lets the desk do it, wakes the sender of notices, and answers when it is durable.
http::Response perform_petition(Desk& desk, const commands::PetitionRequest& request,
                                Language language, const WritePetition& write);

petition::Input read_petition_input(Input& input);

}  // namespace motcua::api
