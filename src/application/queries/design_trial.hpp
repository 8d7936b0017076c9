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
};

// Schema DesignTrial; a Rejection when the draft cannot be read or the period has too much.
using TrialTold = std::variant<json::object, Rejection, Failure>;
TrialTold try_draft(const TrialScene& scene, const TrialAsked& asked);

// What the matrix a procedure names says; empty where it names none. `drafted`: a matrix draft that
// stands in the place of the one in force.
struct DraftedMatrix {
  std::string id;
  std::string dmn;
};
trial::AuthorityOf authority_of(const commands::Library& library, const procedure::Files& procedure,
                                const DraftedMatrix* drafted = nullptr);
// The id of that matrix; empty where there is none.
std::string matrix_named(const procedure::Files& procedure);

}  // namespace motcua::queries
