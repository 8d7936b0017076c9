#include "feel/parser.hpp"

#include <algorithm>
#include <array>

#include "feel/parser_state.hpp"

namespace motcua::feel {

Parser::Parser(std::string_view text, const Names& names, bool tests)
    : in_(text), names_(names), tests_(tests), tree_(std::make_shared<Tree>()) {
  tree_->text = std::string(text);
  members_ = names.members;
}

Result<std::shared_ptr<const Tree>, SyntaxError> Parser::run() {
  if (tree_->text.size() > max_text) {
    in_.fail(0, {"biểu thức dài quá 10.000 byte", "the expression is longer than 10,000 bytes"});
  } else {
    tree_->root = tests_ ? unary_tests() : expression();
    if (!in_.failed() && !in_.at_end()) in_.fail_here();
  }
  if (in_.failed()) return Unexpected{*in_.error()};
  if (!tests_ && at(tree_->root).uses_input) {
    const auto input = std::ranges::find(tree_->nodes, NodeKind::Input, &Node::kind);
    return Unexpected{SyntaxError{input == tree_->nodes.end() ? 0 : input->offset,
                                  {"“?” chỉ dùng trong ô điều kiện", "“?” stands only in tests"}}};
  }
  return std::shared_ptr<const Tree>(tree_);
}

int Parser::add(Node node) {
  for (int child : node.children) {
    if (child < 0) continue;
    node.depth = std::max(node.depth, at(child).depth + 1);
    node.uses_input = node.uses_input || at(child).uses_input;
  }
  if (node.depth > max_depth) in_.fail(node.offset, {"lồng quá sâu", "nested too deep"});
  tree_->nodes.push_back(std::move(node));
  return static_cast<int>(tree_->nodes.size()) - 1;
}

int Parser::make(NodeKind kind, std::size_t offset, std::vector<int> children, std::string name) {
  Node node;
  node.kind = kind;
  node.offset = offset;
  node.children = std::move(children);
  node.name = std::move(name);
  return add(std::move(node));
}

bool Parser::is_local(std::string_view name) const {
  return std::ranges::find(locals_, name) != locals_.end() ||
         std::ranges::find(names_.variables, name) != names_.variables.end();
}

int Parser::expression() {
  if (in_.failed()) return literal(0, {});
  in_.skip();
  const std::size_t at = in_.at();
  if (++level_ > max_depth) in_.fail(at, {"lồng quá sâu", "nested too deep"});
  const int node = in_.failed() ? literal(at, {}) : deeper_expression();
  --level_;
  return node;
}

int Parser::deeper_expression() {
  const std::size_t at = in_.at();
  if (in_.take_word("if")) return conditional(at);
  if (in_.take_word("for")) return iteration(at, NodeKind::For, "return");
  if (in_.take_word("some")) return iteration(at, NodeKind::Some, "satisfies");
  if (in_.take_word("every")) return iteration(at, NodeKind::Every, "satisfies");
  return disjunction();
}

int Parser::conditional(std::size_t at) {
  const int condition = expression();
  if (!in_.failed() && !in_.take_word("then")) in_.fail_here();
  const int yes = expression();
  if (!in_.failed() && !in_.take_word("else")) in_.fail_here();
  const int no = expression();
  return make(NodeKind::If, at, {condition, yes, no});
}

int Parser::iteration(std::size_t at, NodeKind kind, std::string_view before_body) {
  const Local scope(locals_);
  Node node;
  node.kind = kind;
  node.offset = at;
  do {
    std::string name = free_name("in");
    if (name.empty() || !in_.take_word("in")) in_.fail_here();
    int domain = expression();
    if (in_.take("..")) {
      const int high = expression();
      domain = make(NodeKind::Range, at, {domain, high}, std::string(iteration_range));
    }
    node.children.push_back(domain);
    node.names.push_back(name);
    locals_.push_back(std::move(name));
  } while (!in_.failed() && in_.take(","));
  if (!in_.failed() && !in_.take_word(before_body)) in_.fail_here();
  if (kind == NodeKind::For) locals_.push_back("partial");
  node.children.push_back(expression());
  return add(std::move(node));
}

int Parser::disjunction() {
  std::vector<int> parts{conjunction()};
  const std::size_t at = in_.at();
  while (!in_.failed() && in_.take_word("or")) parts.push_back(conjunction());
  return parts.size() == 1 ? parts[0] : make(NodeKind::Or, at, std::move(parts));
}

int Parser::conjunction() {
  std::vector<int> parts{comparison()};
  const std::size_t at = in_.at();
  while (!in_.failed() && in_.take_word("and")) parts.push_back(comparison());
  return parts.size() == 1 ? parts[0] : make(NodeKind::And, at, std::move(parts));
}

int Parser::comparison() {
  struct Sign {
    std::string_view sign;
    NodeKind kind;
  };
  constexpr std::array<Sign, 6> signs{{{"<=", NodeKind::LessOrEqual},
                                       {">=", NodeKind::GreaterOrEqual},
                                       {"!=", NodeKind::NotEqual},
                                       {"<", NodeKind::Less},
                                       {">", NodeKind::Greater},
                                       {"=", NodeKind::Equal}}};
  int left = sum();
  while (!in_.failed()) {
    in_.skip();
    const std::size_t at = in_.at();
    if (in_.take_word("between")) {
      const int low = sum();
      if (!in_.failed() && !in_.take_word("and")) in_.fail_here();
      const int high = sum();
      left = make(NodeKind::Between, at, {left, low, high});
    } else if (in_.take_word("in")) {
      left = in_tests(at, left);
    } else {
      const auto sign =
          std::ranges::find_if(signs, [&](const Sign& s) { return in_.take(s.sign); });
      if (sign == signs.end()) return left;
      const int right = sum();
      left = make(sign->kind, at, {left, right});
    }
  }
  return left;
}

// After "in": one test or several in parentheses. The tests' own input is the value.
int Parser::in_tests(std::size_t at, int value) {
  in_.skip();
  const std::size_t open = in_.at();
  int tests = -1;
  if (in_.take("(")) {
    tests = test_list();
    if (!in_.failed() && in_.peek() == '.') {  // no list but a range
      in_.go_to(open);
      tests = unary_test(false);
    } else {
      in_.expect(")");
    }
  } else {
    tests = unary_test(false);
  }
  const int node = make(NodeKind::In, at, {value, tests});
  this->at(node).uses_input = this->at(value).uses_input;
  return node;
}

int Parser::sum() {
  int left = product();
  while (!in_.failed()) {
    in_.skip();
    const std::size_t at = in_.at();
    if (in_.take("+")) {
      const int right = product();
      left = make(NodeKind::Add, at, {left, right});
    } else if (in_.take("-")) {
      const int right = product();
      left = make(NodeKind::Subtract, at, {left, right});
    } else {
      break;
    }
  }
  return left;
}

int Parser::product() {
  int left = exponentiation();
  while (!in_.failed()) {
    in_.skip();
    const std::size_t at = in_.at();
    if (in_.take("*")) {
      const int right = exponentiation();
      left = make(NodeKind::Multiply, at, {left, right});
    } else if (in_.take("/")) {
      const int right = exponentiation();
      left = make(NodeKind::Divide, at, {left, right});
    } else {
      break;
    }
  }
  return left;
}

int Parser::exponentiation() {
  int left = negation();
  while (!in_.failed()) {
    in_.skip();
    const std::size_t at = in_.at();
    if (!in_.take("**")) break;
    const int right = negation();
    left = make(NodeKind::Power, at, {left, right});
  }
  return left;
}

int Parser::negation() {
  in_.skip();
  const std::size_t at = in_.at();
  if (!in_.take("-")) return typed();
  if (++level_ > max_depth) in_.fail(at, {"lồng quá sâu", "nested too deep"});
  const int inner = in_.failed() ? literal(at, {}) : negation();
  --level_;
  return make(NodeKind::Negate, at, {inner});
}

int Parser::typed() {
  int value = postfix(primary());
  while (!in_.failed()) {
    in_.skip();
    const std::size_t at = in_.at();
    if (!in_.take_words("instance", "of")) break;
    Node node;
    node.kind = NodeKind::InstanceOf;
    node.offset = at;
    node.children = {value};
    node.type = type();
    value = add(std::move(node));
  }
  return value;
}

int Parser::postfix(int node) {
  while (!in_.failed()) {
    in_.skip();
    const std::size_t at = in_.at();
    if (in_.peek() == '.') {
      if (in_.take("..")) {
        in_.go_to(at);
        break;
      }
      in_.take(".");
      node = path(at, node);
    } else if (in_.take("(")) {
      node = call(node);
    } else if (in_.peek() == '[' && !(in_range_end_ && closes_range())) {
      in_.take("[");
      const Local scope(locals_);
      locals_.push_back("item");
      const int filter = expression();
      in_.expect("]");
      node = make(NodeKind::Filter, at, {node, filter});
    } else {
      break;
    }
  }
  return node;
}

int Parser::path(std::size_t at, int node) {
  in_.skip();
  std::string name = member_name();
  if (name.empty()) in_.fail_here();
  return make(NodeKind::Path, at, {node}, std::move(name));
}

// "(start position: 2, string: s)": names, each followed by a colon.
bool Parser::takes_names(std::vector<std::string>& names) {
  const std::size_t from = in_.at();
  in_.skip();
  std::string name = free_name(":");
  in_.skip();
  if (!name.empty() && in_.peek() == ':') {
    in_.take(":");
    names.push_back(std::move(name));
    return true;
  }
  in_.go_to(from);
  return false;
}

int Parser::call(int callee) {
  Node node;
  node.kind = NodeKind::Call;
  node.offset = at(callee).offset;
  node.children = {callee};
  if (in_.peek() != ')') {
    const bool named = takes_names(node.names);
    do {
      if (named && node.names.size() < node.children.size() && !takes_names(node.names)) {
        in_.fail_here();
      }
      node.children.push_back(expression());
    } while (!in_.failed() && in_.take(","));
  }
  in_.skip();
  const std::size_t end = in_.at();
  in_.expect(")");
  const Node& called = at(callee);
  if (called.kind == NodeKind::Name && !is_local(called.name) && names_.functions_known) {
    if (called.builtin == nullptr) {
      in_.fail(called.offset,
               {"không có hàm “" + called.name + "”", "unknown function “" + called.name + "”"});
    } else if (!takes_count(called.name, node.children.size() - 1)) {
      in_.fail(end, {"số đối số không đúng", "another number of arguments than it takes"});
    }
  }
  return add(std::move(node));
}

Result<std::shared_ptr<const Tree>, SyntaxError> parse_expression(std::string_view text,
                                                                  const Names& names) {
  return Parser(text, names, false).run();
}

Result<std::shared_ptr<const Tree>, SyntaxError> parse_tests(std::string_view text,
                                                             const Names& names) {
  return Parser(text, names, true).run();
}

}  // namespace motcua::feel
