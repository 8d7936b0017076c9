// Figures as a spreadsheet: one sheet per table, numbers as numbers, ready to be printed.
//
// Texts are written as texts: what begins with "=" in one is not calculated. The same tables give
// the same bytes. Threads may call at once.
#pragma once

#include <string>
#include <vector>

#include "document/report_table.hpp"

namespace motcua::xlsx {

// The file's bytes. Asserts that there is a table, that every one is well formed, and that the
// library could write: it needs room for temporary files, and without it the request is abandoned.
std::string render_xlsx(const std::vector<document::ReportTable>& tables);

}  // namespace motcua::xlsx
