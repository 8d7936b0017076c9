// Evaluates boxed expressions (DMN 1.5, 10.2) in a run: what a decision's logic is made of.
// Internal to core/dmn.
//
// Never throws; what is wrong is null and an error of the run. Bounded by the run's limits.
#pragma once

#include <string>
#include <string_view>

#include "dmn/content.hpp"

namespace motcua::dmn {

// `scope`: the variables it sees.
feel::Value evaluate_boxed(const ContentPointer& content, const Boxed& boxed,
                           const feel::Context& scope, feel::Run& run);

// A boxed function as a value: its body sees `scope` and its parameters. `name` may be empty.
feel::Value function_of(const ContentPointer& content, const Boxed& boxed,
                        const feel::Context& scope, const std::string& name);

// The value as one of the type (null: any); null and an error that names it when it does not fit.
feel::Value typed(feel::Value value, const feel::TypePointer& type, std::string_view name,
                  feel::Run& run);

}  // namespace motcua::dmn
