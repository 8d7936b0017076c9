// Asks one element of a compiled model: what it requires is evaluated first, each decision once; a
// business knowledge model and a decision service are functions. Internal to core/dmn.
#pragma once

#include "dmn/content.hpp"

namespace motcua::dmn {

// The value of a decision, what a decision service gives for the inputs of its parameters' names,
// or the function that a business knowledge model is. Null with errors of the run where something
// is wrong; a decision that requires itself sees null.
feel::Value ask(const ContentPointer& content, const Element& element, const feel::Context& inputs,
                feel::Run& run);

}  // namespace motcua::dmn
