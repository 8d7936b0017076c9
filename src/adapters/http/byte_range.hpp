// The Range header (RFC 9110 14): one range of bytes. Several ranges, other units and malformed
// values are ignored, as the standard allows: the whole is sent.
#pragma once

#include <cstdint>
#include <string_view>

namespace motcua::http {

struct RangeChoice {
  enum class Kind { Whole, Part, NotSatisfiable };
  Kind kind = Kind::Whole;
  std::uint64_t first = 0;   // Part: offset of the first byte
  std::uint64_t length = 0;  // Part: number of bytes, at least one
};

// `header` as sent, empty when absent; `size` of the whole in bytes.
RangeChoice choose_range(std::string_view header, std::uint64_t size);

}  // namespace motcua::http
