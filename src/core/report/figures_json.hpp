// The figures page as JSON: the schema `Figures` of the API.
#pragma once

#include "base/json.hpp"
#include "report/rate.hpp"
#include "report/wording.hpp"

namespace motcua::report {

json::value figures_json(const Figures& figures, const Naming& naming,
                         const std::vector<Period>& periods);

json::value rate_json(const Rate& rate);

}  // namespace motcua::report
