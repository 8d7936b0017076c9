// A sum of đồng in Vietnamese words, as papers about money repeat it beside the figures.
#pragma once

#include <string>

#include "base/money.hpp"

namespace motcua::document {

// 1205000 -> "Một triệu hai trăm linh năm nghìn đồng". Asserts that the sum is not negative.
std::string amount_in_words(Dong amount);

}  // namespace motcua::document
