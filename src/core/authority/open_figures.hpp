// On what terms an office's figures are open to anybody: the table [open_figures] of its office
// file. Source: the office's own choice; no rule was found.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/failure.hpp"
#include "base/text.hpp"

namespace motcua::authority {

struct OpenFigures {
  std::int64_t minimum = 10;  // dossiers in a group; fewer could show who a single person is
  Text licence;               // empty: none chosen
  std::string licence_address;
};

// The usual terms when the file has no such table; malformed when the minimum is under 3.
OrFailure<OpenFigures> read_open_figures(std::string_view office_toml);

}  // namespace motcua::authority
