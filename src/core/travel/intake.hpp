// What a dossier already says of a delegation, so that nothing is typed again.
//
// Knows the paths of the official-travel form's first version and takes those of a later one where
// they are there; what is absent stays empty.
#pragma once

#include "dossier/state.hpp"
#include "travel/event.hpp"

namespace motcua::travel {

inline constexpr std::string_view procedure_out = "official-travel";
inline constexpr std::string_view procedure_in = "foreign-guest-entry";

// Of a form's answers, as far as they go. `applicant`: his name, where no unit is named.
Trip trip_asked(const json::value& answers, std::string_view applicant, Date received);

// Of a dossier at any stage; the decision's number and date are in it once it has a result.
Trip trip_of(const dossier::Dossier& dossier);

// Nothing while it has no result that grants it, and of other procedures.
std::optional<Taken> taken_from(const dossier::Dossier& dossier);

// The same as soon as it was decided, whether its result is recorded yet or not; nothing once it
// was withdrawn or stopped, or its result revoked.
std::optional<Taken> decided_trip(const dossier::Dossier& dossier);

}  // namespace motcua::travel
