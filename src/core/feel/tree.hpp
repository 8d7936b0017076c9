// The compiled form of a FEEL expression: nodes in one vector, children by index, root last.
//
// Internal to core/feel. Never deeper than max_depth, so that evaluation may recurse.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "feel/builtins.hpp"
#include "feel/type.hpp"
#include "feel/value.hpp"

namespace motcua::feel {

inline constexpr std::size_t max_text = 10'000;
inline constexpr int max_depth = 200;

// How a node of kind Range was written, in its `name`; empty: [low..high].
inline constexpr std::string_view one_ended_range = "one-ended";  // (< 5)
inline constexpr std::string_view equal_range = "equal";          // (= 5)
inline constexpr std::string_view unequal_range = "unequal";      // (!= 5)
inline constexpr std::string_view iteration_range = "iteration";  // for i in 3..1: may go down

enum class NodeKind {
  Literal,
  Name,   // variable `name`, or the function of the standard so called
  Input,  // ? in unary tests
  Path,   // child 0 . name
  Call,   // child 0 (the other children); `names` when they are named
  ListOf,
  ContextOf,  // `names`: children
  Negate,
  Add,
  Subtract,
  Multiply,
  Divide,
  Power,
  Equal,
  NotEqual,
  Less,
  LessOrEqual,
  Greater,
  GreaterOrEqual,
  And,
  Or,
  If,
  For,   // `names` over the children but the last, which is returned
  Some,  // likewise: any of the last
  Every,
  Between,      // child 0 between child 1 and child 2
  In,           // child 0 in (tests of child 1)
  Range,        // child 0 .. child 1, with the two flags; `name` says how it was written
  Filter,       // child 0 [ child 1 ]
  InstanceOf,   // child 0, of `type`
  FunctionOf,   // parameters `names` of `types`, child 0 the body
  CompareTest,  // test: input `name` child 0, name being < <= > >= = !=
  ValueTest,    // test: input equals child 0, or is in the list it gives, or child 0 mentions ?
  AnyTest,      // any of the tests
  NotTest,      // not(any of the tests)
  AlwaysTest,   // -
};

struct Node {
  NodeKind kind = NodeKind::Literal;
  std::size_t offset = 0;
  std::string name = {};
  Value literal = {};
  std::vector<int> children = {};
  std::vector<std::string> names = {};
  std::vector<TypePointer> types = {};
  TypePointer type = {};
  std::vector<std::string> free = {};  // FunctionOf: the variables its body may look at
  const Builtin* builtin = nullptr;    // Name: the function of the standard so called
  bool low_open = false;               // Range: the lower end does not belong to it
  bool high_open = false;              // Range: nor the upper end
  bool uses_input = false;             // ? occurs in it
  int depth = 1;
};

struct Tree {
  std::string text;
  std::vector<Node> nodes;
  int root = -1;
};

}  // namespace motcua::feel
