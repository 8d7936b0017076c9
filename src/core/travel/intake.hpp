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

// Of a dossier at any stage; the decision's number and date are in it once it has a result.
Trip trip_of(const dossier::Dossier& dossier);

// Nothing while it has no result that grants it, and of other procedures.
std::optional<Taken> taken_from(const dossier::Dossier& dossier);

}  // namespace motcua::travel
