// A FEEL expression (DMN 1.5, chapter 10), compiled once and evaluated many times.
//
// The whole language: S-FEEL and full FEEL with all built-in functions; external functions (Java,
// PMML) are refused. Text is at most 10,000 bytes and 200 levels deep.
//
// Evaluation never throws: where FEEL says null because something is wrong, the reason is an
// EvaluationError. It is bounded: what takes more steps or memory than its Limits gives null.
// There is no clock in here: now() and today() say what the caller passes.
#pragma once

#include <any>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/text.hpp"
#include "feel/type.hpp"
#include "feel/value.hpp"

namespace motcua::feel {

struct Tree;

// A test of one input against one literal: what the cells of most tables are, asked without
// evaluation. Part of UnaryTests.
struct DirectTest {
  enum class How { Always, Equal, Less, LessOrEqual, Greater, GreaterOrEqual, Within };
  How how = How::Always;
  Value low;
  Value high;  // Within
  bool low_open = false;
  bool high_open = false;
};

struct SyntaxError {
  std::size_t offset = 0;  // byte of the text
  Text what;
};

struct EvaluationError {
  std::size_t offset = 0;  // byte of the text
  std::string what;
};

// What is known about names where an expression stands. Only names with blanks or special
// characters need be here; others are found when the expression is evaluated.
struct Names {
  std::vector<std::string> variables;
  std::vector<std::string> members;  // that contexts may have: after a dot and in filters
  // Types by name, for "instance of" and parameters; nullptr: unknown.
  std::function<TypePointer(std::string_view name)> type = {};
  bool functions_known = true;  // a call of an unknown function is an error already when compiling
};

struct Limits {
  std::uint64_t steps = 5'000'000;
  std::uint64_t parts = 8'000'000;  // of all values made (see Extent), about 50 bytes each
};

// What an evaluation shares with those it calls for: what is left of the limits, the moment,
// errors.
struct Run {
  std::vector<EvaluationError>* errors = nullptr;  // nullptr: nobody asks
  std::optional<DateTime> now = {};                // nullopt: now() and today() are null
  std::uint64_t steps = Limits{}.steps;
  std::uint64_t parts = Limits{}.parts;
  int depth = 0;
  std::size_t offset = 0;  // of the node that is evaluated
  bool exhausted = false;  // a limit was met: everything is null from here on
  std::any witness = {};   // handed on to the caller's own functions (see Function), for their use

  Value fail(std::string what);           // notes the error; null
  bool spend(std::uint64_t steps_taken);  // false when no steps are left
  bool take_parts(std::uint64_t made);    // likewise
};

class Expression {
 public:
  static Result<Expression, SyntaxError> compile(std::string_view text);
  static Result<Expression, SyntaxError> compile(std::string_view text, const Names& names);

  Value evaluate(const Context& variables) const;
  Value evaluate(const Context& variables, std::vector<EvaluationError>& errors) const;
  Value evaluate(const Context& variables, Run& run) const;
  bool is_true(const Context& variables) const;  // false and null are both not true

  const std::string& text() const;
  std::vector<std::string> names() const;  // variables it looks at, sorted, each once
  const Value* constant() const;           // its value when it is a literal, else nullptr

 private:
  explicit Expression(std::shared_ptr<const Tree> tree) : tree_(std::move(tree)) {}
  // Shared because a compiled tree never changes and processes that hold it are copied.
  std::shared_ptr<const Tree> tree_;
};

// The cell of a decision table: "-", "< 5", "[1..3]", "\"a\", \"b\"", "not(1)", or a test with ?.
class UnaryTests {
 public:
  static Result<UnaryTests, SyntaxError> compile(std::string_view text);
  static Result<UnaryTests, SyntaxError> compile(std::string_view text, const Names& names);

  // True, false, or null when it cannot be said.
  Value test(const Value& input, const Context& variables) const;
  Value test(const Value& input, const Context& variables,
             std::vector<EvaluationError>& errors) const;
  Value test(const Value& input, const Context& variables, Run& run) const;
  // As test() == true, faster: comparisons with literals need no evaluation.
  bool holds(const Value& input, const Context& variables, Run& run) const;

  const std::string& text() const;
  bool always() const;  // "-"
  std::vector<std::string> names() const;

 private:
  explicit UnaryTests(std::shared_ptr<const Tree> tree);
  std::shared_ptr<const Tree> tree_;  // shared for the same reason
  std::vector<DirectTest> direct_;    // any of them; empty: the tree must be asked
};

// Calls a function value, in a run of the caller's (see Function). Null and an error where it is no
// function, or does not take so many arguments or arguments of these types.
Value call_function(const Value& function, std::span<const Value> arguments, Run& run);

// FEEL's "=": null where the values cannot be compared, else a boolean.
Value equal(const Value& a, const Value& b);

}  // namespace motcua::feel
