#include "feel/expression.hpp"

#include <algorithm>
#include <set>

#include "feel/evaluation.hpp"
#include "feel/operators.hpp"
#include "feel/parser.hpp"

namespace motcua::feel {
namespace {

std::vector<std::string> free_names(const Tree& tree) {
  std::set<std::string> defined;
  for (const Node& node : tree.nodes) {
    if (node.kind == NodeKind::For || node.kind == NodeKind::Some || node.kind == NodeKind::Every ||
        node.kind == NodeKind::FunctionOf) {
      defined.insert(node.names.begin(), node.names.end());
    }
  }
  std::set<std::string> names;
  for (const Node& node : tree.nodes) {
    const bool is_variable = node.kind == NodeKind::Name && node.builtin == nullptr;
    if (is_variable && !defined.contains(node.name)) names.insert(node.name);
  }
  return {names.begin(), names.end()};
}

std::optional<Value> constant_of(const Tree& tree, int number) {
  const Node& node = tree.nodes[static_cast<std::size_t>(number)];
  if (node.kind == NodeKind::Literal) return node.literal;
  if (node.kind != NodeKind::Negate) return std::nullopt;
  const Node& inner = tree.nodes[static_cast<std::size_t>(node.children[0])];
  const auto* positive = inner.kind == NodeKind::Literal ? inner.literal.as<Number>() : nullptr;
  return positive ? std::optional<Value>(positive->negated()) : std::nullopt;
}

std::optional<DirectTest> direct_test(const Tree& tree, const Node& node) {
  using How = DirectTest::How;
  DirectTest test;
  if (node.kind == NodeKind::CompareTest) {
    const auto end = constant_of(tree, node.children[0]);
    if (!end || end->is_null() || node.name == "!=") return std::nullopt;
    test.how = node.name == "<"    ? How::Less
               : node.name == "<=" ? How::LessOrEqual
               : node.name == ">"  ? How::Greater
               : node.name == ">=" ? How::GreaterOrEqual
                                   : How::Equal;
    test.low = *end;
    return test;
  }
  if (node.kind != NodeKind::ValueTest) return std::nullopt;
  const Node& child = tree.nodes[static_cast<std::size_t>(node.children[0])];
  if (child.kind == NodeKind::Range) {
    if (child.name == unequal_range) return std::nullopt;
    const auto low = constant_of(tree, child.children[0]);
    const auto high = constant_of(tree, child.children[1]);
    if (!low || !high || low->is_null() || high->is_null()) return std::nullopt;
    return DirectTest{How::Within, *low, *high, child.low_open, child.high_open};
  }
  const auto value = constant_of(tree, node.children[0]);
  if (!value) return std::nullopt;
  test.how = How::Equal;
  test.low = *value;
  return test;
}

bool direct_holds(const DirectTest& test, const Value& input) {
  using How = DirectTest::How;
  if (test.how == How::Always) return true;
  if (test.how == How::Equal) {
    if (const auto* text = test.low.as<std::string>()) {
      const auto* other = input.as<std::string>();
      return other != nullptr && *other == *text;
    }
    return equal(input, test.low) == Value(true);
  }
  const auto first = order(input, test.low);
  if (!first) return false;
  switch (test.how) {
    case How::Less:
      return *first < 0;
    case How::LessOrEqual:
      return *first <= 0;
    case How::Greater:
      return *first > 0;
    case How::GreaterOrEqual:
      return *first >= 0;
    default:
      break;
  }
  if (test.low_open ? *first <= 0 : *first < 0) return false;
  const auto second = order(input, test.high);
  return second && (test.high_open ? *second < 0 : *second <= 0);
}

}  // namespace

Result<Expression, SyntaxError> Expression::compile(std::string_view text) {
  return compile(text, Names{});
}

Result<Expression, SyntaxError> Expression::compile(std::string_view text, const Names& names) {
  auto tree = parse_expression(text, names);
  if (!tree) return Unexpected{tree.error()};
  return Expression(std::move(*tree));
}

Value Expression::evaluate(const Context& variables) const {
  Run run;
  return evaluate(variables, run);
}

Value Expression::evaluate(const Context& variables, std::vector<EvaluationError>& errors) const {
  Run run;
  run.errors = &errors;
  return evaluate(variables, run);
}

Value Expression::evaluate(const Context& variables, Run& run) const {
  const Frame frame{nullptr, &variables, {}, nullptr};
  return Evaluation(tree_, run).value_of(tree_->root, &frame);
}

bool Expression::is_true(const Context& variables) const {
  return evaluate(variables) == Value(true);
}

const std::string& Expression::text() const { return tree_->text; }
std::vector<std::string> Expression::names() const { return free_names(*tree_); }

const Value* Expression::constant() const {
  const Node& root = tree_->nodes[static_cast<std::size_t>(tree_->root)];
  return root.kind == NodeKind::Literal ? &root.literal : nullptr;
}

UnaryTests::UnaryTests(std::shared_ptr<const Tree> tree) : tree_(std::move(tree)) {
  const Node* root = &tree_->nodes[static_cast<std::size_t>(tree_->root)];
  if (root->kind == NodeKind::AlwaysTest) {
    direct_.push_back({});
    return;
  }
  if (root->kind != NodeKind::AnyTest) return;
  for (int child : root->children) {
    auto test = direct_test(*tree_, tree_->nodes[static_cast<std::size_t>(child)]);
    if (!test) {
      direct_.clear();
      return;
    }
    direct_.push_back(std::move(*test));
  }
}

Result<UnaryTests, SyntaxError> UnaryTests::compile(std::string_view text) {
  return compile(text, Names{});
}

Result<UnaryTests, SyntaxError> UnaryTests::compile(std::string_view text, const Names& names) {
  auto tree = parse_tests(text, names);
  if (!tree) return Unexpected{tree.error()};
  return UnaryTests(std::move(*tree));
}

Value UnaryTests::test(const Value& input, const Context& variables) const {
  Run run;
  return test(input, variables, run);
}

Value UnaryTests::test(const Value& input, const Context& variables,
                       std::vector<EvaluationError>& errors) const {
  Run run;
  run.errors = &errors;
  return test(input, variables, run);
}

Value UnaryTests::test(const Value& input, const Context& variables, Run& run) const {
  const Frame frame{nullptr, &variables, {}, nullptr};
  return Evaluation(tree_, run).test(tree_->root, input, &frame);
}

bool UnaryTests::holds(const Value& input, const Context& variables, Run& run) const {
  if (!direct_.empty()) {
    return std::ranges::any_of(direct_,
                               [&](const DirectTest& test) { return direct_holds(test, input); });
  }
  return test(input, variables, run) == Value(true);
}

const std::string& UnaryTests::text() const { return tree_->text; }
std::vector<std::string> UnaryTests::names() const { return free_names(*tree_); }

bool UnaryTests::always() const {
  return tree_->nodes[static_cast<std::size_t>(tree_->root)].kind == NodeKind::AlwaysTest;
}

}  // namespace motcua::feel
