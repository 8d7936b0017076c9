// The blocks of Unicode by name, for \p{IsBasicLatin} and its like in patterns. Internal to
// core/feel.
#pragma once

#include <cstdint>
#include <string_view>

namespace motcua::feel {

struct UnicodeBlock {
  std::string_view name;  // as Unicode has it, without its blanks: "Latin-1Supplement"
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

// nullptr when there is no such block; capital letters count.
const UnicodeBlock* find_unicode_block(std::string_view name);

}  // namespace motcua::feel
