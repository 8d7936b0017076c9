// A FEEL expression, compiled once and evaluated many times.
//
// The part of FEEL these procedures need: literals, names and paths, comparisons, three-valued
// and/or, not(), if, between, in, ranges, lists, unary tests, + - * /, and the functions of
// builtins.hpp. A name is one word (letters, digits, _). Anything else is refused when compiling,
// with its position.
//
// Evaluation never throws: where FEEL says null because something is wrong, the reason is an
// EvaluationError. Text is at most 10,000 bytes and 100 levels deep.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/text.hpp"
#include "feel/value.hpp"

namespace motcua::feel {

struct Tree;

struct SyntaxError {
  std::size_t offset = 0;  // byte of the text
  Text what;
};

struct EvaluationError {
  std::size_t offset = 0;  // byte of the text
  std::string what;
};

class Expression {
 public:
  static Result<Expression, SyntaxError> compile(std::string_view text);

  Value evaluate(const Context& variables) const;
  Value evaluate(const Context& variables, std::vector<EvaluationError>& errors) const;
  bool is_true(const Context& variables) const;  // false and null are both not true

  const std::string& text() const;
  std::vector<std::string> names() const;  // variables it looks at, sorted, each once

 private:
  explicit Expression(std::shared_ptr<const Tree> tree) : tree_(std::move(tree)) {}
  // Shared because a compiled tree never changes and processes that hold it are copied.
  std::shared_ptr<const Tree> tree_;
};

// The cell of a decision table: "-", "< 5", "[1..3]", "\"a\", \"b\"", "not(1)", or a test with ?.
class UnaryTests {
 public:
  static Result<UnaryTests, SyntaxError> compile(std::string_view text);

  // True, false, or null when it cannot be said.
  Value test(const Value& input, const Context& variables) const;
  Value test(const Value& input, const Context& variables,
             std::vector<EvaluationError>& errors) const;

  const std::string& text() const;
  bool always() const;  // "-"
  std::vector<std::string> names() const;

 private:
  explicit UnaryTests(std::shared_ptr<const Tree> tree) : tree_(std::move(tree)) {}
  std::shared_ptr<const Tree> tree_;  // shared for the same reason
};

}  // namespace motcua::feel
