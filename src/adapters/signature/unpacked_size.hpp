// Refuses files that unpack to more than they should, before QPDF unpacks them into memory.
//
// Whatever stands after a "stream" keyword is unpacked and counted, whatever it is said to be: QPDF
// takes any stream for one that holds objects when the cross-references say so. Packing in layers
// is reckoned by what the layers can grow to at most.
#pragma once

#include <string_view>

#include "base/failure.hpp"
#include "signature/document.hpp"

namespace motcua::signature {

OrFailure<Nothing> check_unpacked_sizes(std::string_view pdf, const Limits& limits);

}  // namespace motcua::signature
