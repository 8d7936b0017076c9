// The book of travel in scenarios: what is written in it, and what is asked of it.
//
// A trip goes by the name of its dossier (D1), a passport by one of its own (P1).
#pragma once

#include "commands/travel_desk.hpp"
#include "scenario/telling.hpp"
#include "scenario/words.hpp"

namespace motcua::scenario {

// The code of a trip's or a passport's entry; empty: there is none.
std::string travel_code(const std::string& name, const Codes& codes, Office& office);

OrFailure<commands::TravelRequest> travel_request(const Deed& deed, const dossier::Officer& officer,
                                                  const Codes& codes, Office& office);

// "D1 travel report received: reported"
std::string tell_travel(const commands::TravelOutcome& outcome, const std::string& name,
                        Office& office);

// "standing", "reminders" and "trips" of an entry; "city by rule 1; over trips (…)" of a dossier.
OrFailure<std::string> standing_of_travel(const std::string& name, const Codes& codes,
                                          Office& office);
OrFailure<std::string> reminders_of_travel(const std::string& name, const Codes& codes,
                                           Office& office);
// Everybody who travels in a year with his trips: "Nguyễn Văn An (Sở Du lịch) 3 over the limit".
std::string travellers_of_year(int year, Office& office);

}  // namespace motcua::scenario
