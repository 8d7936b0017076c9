// The office's past dossiers under a draft: what would have gone another way, and what that saves.
//
// Reads the journal of a period, bounded; runs on the thread that asks, for seconds at most.
#pragma once

#include <optional>

#include "base/json.hpp"
#include "commands/design_desk.hpp"
#include "ports/journal.hpp"
#include "ports/lists.hpp"
#include "trial/trial.hpp"

namespace motcua::queries {

inline constexpr std::size_t most_dossiers_tried = 20'000;
inline constexpr std::size_t most_rows_told = 500;

struct TrialScene {
  const commands::World& world;
  const commands::Library& library;
  ports::Journal& journal;
  ports::Lists& lists;
};

struct TrialAsked {
  design::Subject subject;
  procedure::Files files;  // of the draft
  Date from{};
  Date to{};
  Language language = Language::Vietnamese;  // in which a draft's problem is told
};

// Schema DesignTrial; a Rejection when the draft cannot be read or the period has too much.
using TrialTold = std::variant<json::object, Rejection, Failure>;
TrialTold try_draft(const TrialScene& scene, const TrialAsked& asked);

}  // namespace motcua::queries
