// What an authority matrix says of an application, for trials and walks. [queries/design_trial.hpp]

#include <algorithm>

#include "design/state.hpp"
#include "dmn/decision.hpp"
#include "dossier/acts/variables.hpp"
#include "procedure/toml_tree.hpp"
#include "queries/design_trial.hpp"

namespace motcua::queries {
namespace {

constexpr std::string_view matrix_decision = "authority";

struct DatedTable {
  Date from{};
  int number = 0;
  dmn::DecisionTable table;
};

std::optional<dmn::DecisionTable> table_of(std::string_view xml) {
  auto tables = dmn::import_decisions(xml);
  if (!tables || tables->empty()) return std::nullopt;
  const auto named = std::ranges::find(*tables, matrix_decision, &dmn::DecisionTable::id);
  return named == tables->end() ? tables->front() : *named;
}

std::vector<DatedTable> tables_of(const commands::Library& library, const std::string& matrix) {
  std::vector<DatedTable> tables;
  for (const auto& [key, files] : library.versions) {
    if (key.first != design::Subject{design::Kind::Matrix, matrix}) continue;
    const auto dmn = files.find("matrix.dmn");
    auto table = dmn == files.end() ? std::nullopt : table_of(dmn->second);
    const auto said = design::declared(design::Kind::Matrix, files);
    if (!table || !said.in_force_from) continue;
    tables.push_back({*said.in_force_from, key.second, std::move(*table)});
  }
  std::ranges::sort(tables, [](const DatedTable& a, const DatedTable& b) {
    return std::pair(a.from, a.number) < std::pair(b.from, b.number);
  });
  return tables;
}

}  // namespace

std::string matrix_named(const procedure::Files& procedure) {
  const auto file = procedure.find("procedure.toml");
  if (file == procedure.end()) return {};
  const auto tree = procedure::read_toml(file->second);
  const auto* named = tree ? tree->find("authority") : nullptr;
  const auto* id = named == nullptr ? nullptr : named->as<std::string>();
  return id == nullptr ? std::string() : *id;
}

trial::AuthorityOf authority_of(const commands::Library& library, const procedure::Files& procedure,
                                const DraftedMatrix* drafted) {
  const auto matrix = matrix_named(procedure);
  if (matrix.empty()) return {};
  auto tables = tables_of(library, matrix);
  if (drafted != nullptr && drafted->id == matrix) {
    auto table = table_of(drafted->dmn);
    tables.clear();
    if (table) tables.push_back({Date{}, 0, std::move(*table)});
  }
  return [tables = std::move(tables)](const dossier::Intake& intake,
                                      Date day) -> std::optional<feel::Value> {
    const DatedTable* in_force = nullptr;
    for (const auto& table : tables) {
      if (table.from <= day) in_force = &table;
    }
    if (in_force == nullptr) return std::nullopt;
    return in_force->table.evaluate(dossier::process_variables(intake, "")).value;
  };
}

}  // namespace motcua::queries
