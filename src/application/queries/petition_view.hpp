// Petitions as their senders, officers and everybody see them.
#pragma once

#include "commands/petition_desk.hpp"
#include "queries/json_parts.hpp"

namespace motcua::queries {

struct PetitionScene {
  Moment now{};
  const authority::Office& office;
  const calendar::WorkingCalendar& calendar;
};

// Schema PetitionKinds: what a petition may be about, and in which terms it is dealt with.
json::array petition_kinds();
json::object petition_terms(const authority::Office& office);

// Schema PetitionPromise: when it will be answered, and why then, day by day.
json::value petition_promise(const petition::Petition& petition, const PetitionScene& scene);

// Schema TrackedPetition: what its sender sees, with what he may do.
json::object tracked_petition(const petition::Petition& petition, const petition::Facts& sender,
                              const PetitionScene& scene);

// Schema DeskPetition: what an officer sees. Who sent it is not told to one with a conflict.
json::object desk_petition(const petition::Petition& petition,
                           const std::vector<ports::StoredPetitionRecord>& records,
                           const petition::Facts& officer, const PetitionScene& scene);

// Schema PetitionRow.
json::object petition_row(const petition::Row& row, const petition::Petition& petition,
                          const PetitionScene& scene);

// Schema PublishedPetition: no code, no day, nobody's name.
json::object published_petition(const petition::Petition& petition, const PetitionScene& scene);

}  // namespace motcua::queries
