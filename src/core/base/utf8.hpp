// UTF-8, one code point at a time.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace motcua {

inline constexpr char32_t invalid_code_point = 0xFFFFFFFF;

// Decodes the code point at the front of `text`, which is not empty, and moves past it;
// invalid_code_point (one byte passed) where the bytes are no UTF-8 (over-long forms, surrogates
// and values above U+10FFFF included).
char32_t take_code_point(std::string_view& text);

// Writes `code`, at most 4 bytes, at `out` and gives the place after it.
char* write_utf8(char* out, char32_t code);

void append_utf8(std::string& out, char32_t code);

std::size_t count_code_points(std::string_view valid_utf8);

}  // namespace motcua
