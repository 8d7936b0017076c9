// Which dossiers the demonstration's history made: those whose first record its generator signed.
#pragma once

#include "dossier/state.hpp"

namespace motcua::view {

inline constexpr std::string_view generator_actor = "generator";

inline bool is_generated(const dossier::Dossier& dossier) {
  return dossier.registered_by.id == generator_actor;
}

}  // namespace motcua::view
