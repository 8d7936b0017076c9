// Reads the text of an expression or of unary tests into a Tree. Internal to core/feel.
//
// Names may hold blanks and special characters (DMN 1.5, 10.3.1.2): where the text goes on like a
// name that is known at this place, the longest such name is taken. Names of one word need not be
// known.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "feel/expression.hpp"
#include "feel/tree.hpp"

namespace motcua::feel {

Result<std::shared_ptr<const Tree>, SyntaxError> parse_expression(std::string_view text,
                                                                  const Names& names);
Result<std::shared_ptr<const Tree>, SyntaxError> parse_tests(std::string_view text,
                                                             const Names& names);

}  // namespace motcua::feel
