// The figures anybody may see, as the API and the plain pages tell them.
#pragma once

#include <optional>
#include <string_view>

#include "api/parts.hpp"
#include "base/json.hpp"

namespace motcua::api {

// Schema OpenFigures of the quarter ("2017-Q1"), or of the latest one that is over ("latest");
// nothing when there is no such quarter.
std::optional<json::value> open_figures_answer(const Parts& parts, std::string_view quarter);

}  // namespace motcua::api
