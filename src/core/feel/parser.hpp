// Reads FEEL tokens into a Tree. Internal to core/feel.
#pragma once

#include <memory>
#include <string_view>

#include "base/result.hpp"
#include "feel/expression.hpp"
#include "feel/tree.hpp"

namespace motcua::feel {

Result<std::shared_ptr<const Tree>, SyntaxError> parse_expression(std::string_view text);
Result<std::shared_ptr<const Tree>, SyntaxError> parse_unary_tests(std::string_view text);

}  // namespace motcua::feel
