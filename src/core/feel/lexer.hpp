// Splits FEEL text into tokens. Internal to core/feel.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "feel/expression.hpp"

namespace motcua::feel {

enum class TokenKind { Number, String, Name, Symbol, End };

struct Token {
  TokenKind kind = TokenKind::End;
  std::string text;  // strings without quotes, escapes resolved
  std::size_t offset = 0;
};

// Always ends with an End token.
Result<std::vector<Token>, SyntaxError> tokens_of(std::string_view text);

}  // namespace motcua::feel
