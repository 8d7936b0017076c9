#include "feel/expression.hpp"

#include <algorithm>
#include <optional>

#include "feel/builtins.hpp"
#include "feel/parser.hpp"
#include "feel/tree.hpp"

namespace motcua::feel {
namespace {

class Evaluator {
 public:
  Evaluator(const Tree& tree, const Context& variables, const Value* input,
            std::vector<EvaluationError>& errors)
      : tree_(tree), variables_(variables), input_(input), errors_(errors) {}

  Value run() { return value(tree_.root); }

 private:
  const Node& node(int index) const { return tree_.nodes[static_cast<std::size_t>(index)]; }

  Value wrong(const Node& at, std::string what) {
    errors_.push_back({at.offset, std::move(what)});
    return {};
  }

  Value value(int index) {
    const Node& n = node(index);
    switch (n.kind) {
      case NodeKind::Literal:
        return n.literal;
      case NodeKind::Name:
        return variable(n);
      case NodeKind::Input:
        return input_ ? *input_ : Value();
      case NodeKind::Path:
        return step(n, value(n.children[0]));
      case NodeKind::Call:
        return call(n);
      case NodeKind::ListOf:
        return all(n);
      case NodeKind::Negate:
      case NodeKind::Add:
      case NodeKind::Subtract:
      case NodeKind::Multiply:
      case NodeKind::Divide:
        return arithmetic(n);
      case NodeKind::Equal:
      case NodeKind::NotEqual:
      case NodeKind::Less:
      case NodeKind::LessOrEqual:
      case NodeKind::Greater:
      case NodeKind::GreaterOrEqual:
        return compare(n.kind, value(n.children[0]), value(n.children[1]));
      case NodeKind::And:
        return conjunction(n);
      case NodeKind::Or:
        return disjunction(n);
      case NodeKind::If:
        return value(is_true(value(n.children[0])) ? n.children[1] : n.children[2]);
      case NodeKind::Between:
        return between(n);
      case NodeKind::In:
        return test(n.children[1], value(n.children[0]));
      case NodeKind::Range:
        return wrong(n, "a range stands only in a test");
      case NodeKind::CompareTest:
      case NodeKind::ValueTest:
      case NodeKind::AnyTest:
      case NodeKind::NotTest:
      case NodeKind::AlwaysTest:
        break;
    }
    return test(index, input_ ? *input_ : Value());
  }

  static bool is_true(const Value& value) {
    auto truth = value.as<bool>();
    return truth && *truth;
  }
  static bool is_false(const Value& value) {
    auto truth = value.as<bool>();
    return truth && !*truth;
  }

  Value variable(const Node& n) {
    auto found = variables_.find(n.name);
    return found == variables_.end() ? wrong(n, "no variable “" + n.name + "”") : found->second;
  }

  // x.name; over a list: the list of each element's name (DMN 1.3, 10.3.2.5). An answer that was
  // not given is null without being an error.
  Value step(const Node& n, const Value& from) {
    if (from.is_null()) return {};
    if (auto list = from.as<List>()) {
      List picked;
      for (const Value& item : *list) picked.push_back(step(n, item));
      return picked;
    }
    auto context = from.as<Context>();
    if (!context) return wrong(n, "“." + n.name + "” of something that is no context");
    auto found = context->find(n.name);
    return found == context->end() ? Value() : found->second;
  }

  List all(const Node& n) {
    List values;
    for (int child : n.children) values.push_back(value(child));
    return values;
  }

  Value call(const Node& n) {
    List arguments = all(n);
    auto answer = find_builtin(n.name)->call(arguments);
    return answer ? answer.value() : wrong(n, n.name + ": " + answer.error());
  }

  Value arithmetic(const Node& n) {
    Value left = value(n.children[0]);
    auto a = left.as<Number>();
    if (n.kind == NodeKind::Negate) return a ? a->negated() : wrong(n, "- needs a number");
    Value right = value(n.children[1]);
    if (n.kind == NodeKind::Add && left.as<std::string>() && right.as<std::string>()) {
      return *left.as<std::string>() + *right.as<std::string>();
    }
    auto b = right.as<Number>();
    if (!a || !b) return wrong(n, "arithmetic needs numbers");
    std::optional<Number> result;
    if (n.kind == NodeKind::Add) result = add(*a, *b);
    if (n.kind == NodeKind::Subtract) result = subtract(*a, *b);
    if (n.kind == NodeKind::Multiply) result = multiply(*a, *b);
    if (n.kind == NodeKind::Divide) result = divide(*a, *b);
    return result ? Value(*result) : wrong(n, "no such number (division by zero or too large)");
  }

  // DMN 1.3, table 53: different kinds cannot be compared; null equals only null.
  static Value compare(NodeKind kind, const Value& a, const Value& b) {
    if (kind == NodeKind::Equal) return equal(a, b);
    if (kind == NodeKind::NotEqual) {
      Value same = equal(a, b);
      return same.is_null() ? same : Value(is_false(same));
    }
    auto order = order_of(a, b);
    if (!order) return {};
    if (kind == NodeKind::Less) return *order < 0;
    if (kind == NodeKind::LessOrEqual) return *order <= 0;
    if (kind == NodeKind::Greater) return *order > 0;
    return *order >= 0;
  }

  static Value equal(const Value& a, const Value& b) {
    if (a.is_null() || b.is_null()) return a.is_null() && b.is_null();
    if (!a.same_kind(b)) return {};
    return a == b;
  }

  template <class T>
  static std::optional<int> order_as(const Value& a, const Value& b) {
    auto x = a.as<T>();
    auto y = b.as<T>();
    if (!x || !y) return std::nullopt;
    return *x < *y ? -1 : (*y < *x ? 1 : 0);
  }
  static std::optional<int> order_of(const Value& a, const Value& b) {
    if (auto order = order_as<Number>(a, b)) return order;
    if (auto order = order_as<Date>(a, b)) return order;
    return order_as<std::string>(a, b);
  }

  // DMN 1.3, table 50: false decides and, true decides or; everything else not boolean is null.
  Value conjunction(const Node& n) {
    bool unknown = false;
    for (int child : n.children) {
      Value v = value(child);
      if (is_false(v)) return false;
      unknown = unknown || !is_true(v);
    }
    return unknown ? Value() : Value(true);
  }

  Value disjunction(const Node& n) {
    bool unknown = false;
    for (int child : n.children) {
      Value v = value(child);
      if (is_true(v)) return true;
      unknown = unknown || !is_false(v);
    }
    return unknown ? Value() : Value(false);
  }

  static Value both(const Value& a, const Value& b) {
    if (is_false(a) || is_false(b)) return false;
    return is_true(a) && is_true(b) ? Value(true) : Value();
  }

  Value between(const Node& n) {
    Value middle = value(n.children[0]);
    return both(compare(NodeKind::GreaterOrEqual, middle, value(n.children[1])),
                compare(NodeKind::LessOrEqual, middle, value(n.children[2])));
  }

  Value test(int index, const Value& input) {
    const Node& n = node(index);
    switch (n.kind) {
      case NodeKind::AlwaysTest:
        return true;
      case NodeKind::AnyTest:
        return any(n, input);
      case NodeKind::NotTest: {
        Value inner = test(n.children[0], input);
        return inner.is_null() ? inner : Value(is_false(inner));
      }
      case NodeKind::Range:
        return in_range(n, input);
      case NodeKind::CompareTest:
        return compare(comparison_of(n.name), input, value(n.children[0]));
      default:
        return value_test(n, input);
    }
  }

  static NodeKind comparison_of(std::string_view symbol) {
    if (symbol == "=") return NodeKind::Equal;
    if (symbol == "!=") return NodeKind::NotEqual;
    if (symbol == "<") return NodeKind::Less;
    if (symbol == "<=") return NodeKind::LessOrEqual;
    return symbol == ">" ? NodeKind::Greater : NodeKind::GreaterOrEqual;
  }

  Value any(const Node& n, const Value& input) {
    bool unknown = false;
    for (int child : n.children) {
      Value v = test(child, input);
      if (is_true(v)) return true;
      unknown = unknown || v.is_null();
    }
    return unknown ? Value() : Value(false);
  }

  Value in_range(const Node& n, const Value& input) {
    return both(
        compare(n.low_open ? NodeKind::Greater : NodeKind::GreaterOrEqual, input,
                value(n.children[0])),
        compare(n.high_open ? NodeKind::Less : NodeKind::LessOrEqual, input, value(n.children[1])));
  }

  Value value_test(const Node& n, const Value& input) {
    Value expected = value(n.children[0]);
    if (n.uses_input) return expected.as<bool>() ? expected : Value();
    auto list = expected.as<List>();
    if (list && !input.as<List>()) return std::ranges::find(*list, input) != list->end();
    return equal(input, expected);
  }

  const Tree& tree_;
  const Context& variables_;
  const Value* input_;
  std::vector<EvaluationError>& errors_;
};

std::vector<std::string> names_in(const Tree& tree) {
  std::vector<std::string> names;
  for (const Node& node : tree.nodes) {
    if (node.kind == NodeKind::Name) names.push_back(node.name);
  }
  std::ranges::sort(names);
  names.erase(std::ranges::unique(names).begin(), names.end());
  return names;
}

}  // namespace

Result<Expression, SyntaxError> Expression::compile(std::string_view text) {
  auto tree = parse_expression(text);
  if (!tree) return Unexpected{tree.error()};
  return Expression(std::move(tree).value());
}

Value Expression::evaluate(const Context& variables) const {
  std::vector<EvaluationError> errors;
  return evaluate(variables, errors);
}

Value Expression::evaluate(const Context& variables, std::vector<EvaluationError>& errors) const {
  return Evaluator(*tree_, variables, nullptr, errors).run();
}

bool Expression::is_true(const Context& variables) const {
  return evaluate(variables) == Value(true);
}

const std::string& Expression::text() const { return tree_->text; }
std::vector<std::string> Expression::names() const { return names_in(*tree_); }

Result<UnaryTests, SyntaxError> UnaryTests::compile(std::string_view text) {
  auto tree = parse_unary_tests(text);
  if (!tree) return Unexpected{tree.error()};
  return UnaryTests(std::move(tree).value());
}

Value UnaryTests::test(const Value& input, const Context& variables) const {
  std::vector<EvaluationError> errors;
  return test(input, variables, errors);
}

Value UnaryTests::test(const Value& input, const Context& variables,
                       std::vector<EvaluationError>& errors) const {
  return Evaluator(*tree_, variables, &input, errors).run();
}

const std::string& UnaryTests::text() const { return tree_->text; }
std::vector<std::string> UnaryTests::names() const { return names_in(*tree_); }
bool UnaryTests::always() const {
  return tree_->nodes[static_cast<std::size_t>(tree_->root)].kind == NodeKind::AlwaysTest;
}

}  // namespace motcua::feel
