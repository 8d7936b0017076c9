// The open figures of a quarter as HTML, made from the API's answer (schema OpenFigures).
#pragma once

#include "api/plain_told.hpp"

namespace motcua::api::plain {

// `page` is the address the other quarters are asked for at.
std::string open_figures_html(const Told& figures, std::string_view page);

}  // namespace motcua::api::plain
