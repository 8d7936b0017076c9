// Figures of petitions as leaders and everybody see them, and the petitions behind each number.
#pragma once

#include <optional>

#include "commands/petition_desk.hpp"
#include "queries/json_parts.hpp"

namespace motcua::queries {

// Schema PetitionFigures; nothing when the id names no period.
std::optional<json::value> petition_figures(const commands::PetitionDesk& desk,
                                            std::string_view period, Moment now);

// The petitions a cell counts, oldest first; nothing when there is no such cell or period.
std::optional<std::vector<commands::PetitionSnapshot>> petitions_of_cell(
    const commands::PetitionDesk& desk, std::string_view cell, std::string_view period, Moment now);

// Received and answered in term since the office keeps a book, for the public page; no rate where
// fewer than `minimum` fell due.
json::value open_petition_counts(const commands::PetitionDesk& desk, std::int64_t minimum,
                                 Moment now);

}  // namespace motcua::queries
