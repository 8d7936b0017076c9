// Made-up answers of the demonstration's applications for official travel, and what happened after
// those trips: reports, passports, guests. Persons are invented.
#pragma once

#include "commands/demo_plan.hpp"
#include "commands/travel_desk.hpp"

namespace motcua::commands {

// A whole form, in keeping with the intake's summary; the same intake and day give the same
// answers.
std::string made_up_trip(const dossier::Intake& intake, Date received);

// Takes up the finished dossiers and lets their trips happen, as known at `until`.
OrFailure<Nothing> make_demo_travel(const World& world, TravelDesk& desk, Moment until);

}  // namespace motcua::commands
