// What a reader should know before he quotes the figures.
#pragma once

#include "report/rate.hpp"

namespace motcua::report {

std::vector<Text> remarks_on(const Figures& figures);

}  // namespace motcua::report
