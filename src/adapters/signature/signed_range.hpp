// Which bytes of a file a signature covers.
//
// The one form that is accepted covers everything from the first byte to the end of the signed
// state, but for the hexadecimal text of the signature itself. Anything else (a hole elsewhere, a
// larger one, ranges that overlap or leave the file) is how signatures are faked, and is refused.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/failure.hpp"

class QPDFObjectHandle;

namespace motcua::signature {

struct SignedRange {
  std::string_view before;  // the signature's text
  std::string_view after;
  std::string contents;  // the signature's bytes, padding included

  std::size_t end() const { return before.size() + hole + after.size(); }
  std::size_t hole = 0;  // bytes of the text with its "<" and ">"
  std::string bytes() const { return std::string{before} + std::string{after}; }
};

// Views into `pdf`. The failure says what is wrong with the ranges.
OrFailure<SignedRange> signed_range_of(QPDFObjectHandle signature, std::string_view pdf);

}  // namespace motcua::signature
