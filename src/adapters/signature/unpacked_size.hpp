// Refuses files that unpack to more than they should, before QPDF unpacks them into memory.
//
// Whatever stands after a "stream" keyword is unpacked and counted, whatever it is said to be: QPDF
// takes any stream for one that holds objects when the cross-references say so. Packing in layers
// is reckoned by what the layers can grow to at most.
//
// Words are held short as well: "0 0 0 ..." is two bytes a number in the file, and some hundred in
// memory.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

#include "base/failure.hpp"
#include "signature/document.hpp"

class QPDF;

namespace motcua::signature {

// Told how many bytes have been read over, from the beginning: they are not needed soon.
using Passed = std::function<void(std::size_t bytes)>;

// Of the file as it lies there.
OrFailure<Nothing> check_unpacked_sizes(std::string_view pdf, const Limits& limits,
                                        const Passed& passed = {});

// Of what the cross-references of a file so checked say about it: how many objects, and how many
// words the streams hold that objects are packed in. Throws as QPDF does.
OrFailure<Nothing> check_objects(QPDF& document, const Limits& limits);

}  // namespace motcua::signature
