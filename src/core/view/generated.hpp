// Which dossiers the demonstration's history made: those whose first record its generator signed.
#pragma once

#include "dossier/state.hpp"

namespace motcua::view {

inline constexpr std::string_view generator_actor = "generator";

// In the place of one person: two keys are two people there too.
inline std::string generator_as(std::string_view username) {
  return std::string(generator_actor) + ":" + std::string(username);
}

inline bool is_generated(const dossier::Dossier& dossier) {
  return dossier.registered_by.id == generator_actor;
}

}  // namespace motcua::view
