// The open figures as JSON (schema OpenFigures) and as CSV, with the description of their fields.
#pragma once

#include "base/json.hpp"
#include "report/open_figures.hpp"
#include "report/wording.hpp"

namespace motcua::report {

// One number of a line; the same in JSON and CSV, and never renamed.
struct OpenField {
  std::string name;  // "received", "first_due"
  Text text;
};
const std::vector<OpenField>& open_fields();
// In the order of open_fields().
std::vector<std::int64_t> open_numbers(const OpenLine& line);

json::value open_figures_json(const OpenFigures& open, const Naming& naming);

// RFC 4180, UTF-8: a head line and one line for each procedure, those put together, and the total.
std::string open_figures_csv(const OpenFigures& open, const Naming& naming);

}  // namespace motcua::report
