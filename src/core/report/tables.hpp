// The figures as tables to print or to calculate with: the official form, the rates with what they
// are made of, and who held the dossiers.
#pragma once

#include <vector>

#include "document/report_table.hpp"
#include "report/wording.hpp"

namespace motcua::report {

std::vector<document::ReportTable> tables_of(const Figures& figures, const Naming& naming,
                                             const document::Letterhead& letterhead,
                                             Language language);

}  // namespace motcua::report
