#include "report/official_lines.hpp"

namespace motcua::report {

std::vector<OfficialLine> official_lines(const Figures& figures, const Naming& naming) {
  std::vector<OfficialLine> lines;
  for (const auto& field : figures.official.by_field) {
    OfficialLine of_field{naming.field(field.name), field_key(field.name), true, {}};
    std::vector<OfficialLine> below;
    for (const auto& [procedure, columns] : field.procedures) {
      below.push_back({naming.procedure(procedure), procedure, false, columns});
      for (std::size_t c = 0; c < columns.size(); ++c) of_field.columns[c] += columns[c];
    }
    lines.push_back(std::move(of_field));
    lines.insert(lines.end(), below.begin(), below.end());
  }
  return lines;
}

OfficialLine total_line(const Figures& figures) {
  return {{"Tổng số", "Total"}, "all", false, figures.official.total};
}

}  // namespace motcua::report
