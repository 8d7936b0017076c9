#include "view/result_row.hpp"

namespace motcua::view {

std::optional<ResultRow> result_row(const dossier::Dossier& dossier) {
  if (!dossier.result) return std::nullopt;
  ResultRow row{dossier.code, dossier.result->document, dossier.result->registered, {}};
  for (const auto& paper : dossier.result->issued) row.papers.push_back(paper.file.sha256);
  return row;
}

}  // namespace motcua::view
