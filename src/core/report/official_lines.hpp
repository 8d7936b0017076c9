// The lines of form II.06a: each field with its procedures below it, and the total. [II06a]
#pragma once

#include "report/wording.hpp"

namespace motcua::report {

struct OfficialLine {
  Text name;
  std::string key;  // of its cells
  bool is_field = false;
  Columns columns{};
};

std::vector<OfficialLine> official_lines(const Figures& figures, const Naming& naming);
OfficialLine total_line(const Figures& figures);

}  // namespace motcua::report
