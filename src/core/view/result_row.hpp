// What of a dossier's result is looked for: its number and its issued papers.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dossier/state.hpp"

namespace motcua::view {

struct ResultRow {
  std::string code;
  std::string number;                                 // as on the paper
  std::optional<dossier::RegisterNumber> registered;  // when it is one of the office's register
  std::vector<std::string> papers;                    // SHA-256 (hex) of every one ever issued
  bool operator==(const ResultRow&) const = default;
};

std::optional<ResultRow> result_row(const dossier::Dossier& dossier);  // none: no result yet

}  // namespace motcua::view
