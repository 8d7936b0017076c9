// What separates words in a PDF file (ISO 32000-1, 7.2.2).
#pragma once

#include <string_view>

namespace motcua::signature {

inline constexpr std::string_view white_space{" \t\r\n\f\0", 6};

}  // namespace motcua::signature
