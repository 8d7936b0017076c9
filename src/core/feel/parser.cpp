#include "feel/parser.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <utility>

#include "feel/builtins.hpp"
#include "feel/lexer.hpp"

namespace motcua::feel {
namespace {

constexpr std::array<std::string_view, 16> keywords = {
    "if",  "then", "else",  "and",    "or",   "in",       "between",  "not",
    "for", "some", "every", "return", "true", "function", "instance", "null"};

struct Operator {
  std::string_view symbol;
  NodeKind kind;
};
constexpr std::array<Operator, 6> comparisons = {{{"=", NodeKind::Equal},
                                                  {"!=", NodeKind::NotEqual},
                                                  {"<", NodeKind::Less},
                                                  {"<=", NodeKind::LessOrEqual},
                                                  {">", NodeKind::Greater},
                                                  {">=", NodeKind::GreaterOrEqual}}};
constexpr std::array<Operator, 2> sums = {{{"+", NodeKind::Add}, {"-", NodeKind::Subtract}}};
constexpr std::array<Operator, 2> products = {{{"*", NodeKind::Multiply}, {"/", NodeKind::Divide}}};

// A recursive descent; after the first error every function returns at once.
class Parser {
 public:
  Parser(std::string_view text, std::vector<Token> tokens) : tokens_(std::move(tokens)) {
    tree_.text = text;
  }

  Result<std::shared_ptr<const Tree>, SyntaxError> run(bool unary_tests) {
    tree_.root = unary_tests ? tests_of_cell() : expression();
    if (!error_ && token().kind != TokenKind::End) fail_here();
    if (error_) return Unexpected{*error_};
    return std::shared_ptr<const Tree>(std::make_shared<Tree>(std::move(tree_)));
  }

 private:
  const Token& token(std::size_t ahead = 0) const {
    return tokens_[std::min(at_ + ahead, tokens_.size() - 1)];
  }
  bool is_symbol(std::string_view text, std::size_t ahead = 0) const {
    return token(ahead).kind == TokenKind::Symbol && token(ahead).text == text;
  }
  bool is_word(std::string_view text) const {
    return token().kind == TokenKind::Name && token().text == text;
  }
  bool take_symbol(std::string_view text) { return is_symbol(text) && (++at_, true); }
  bool take_word(std::string_view text) { return is_word(text) && (++at_, true); }

  int fail(Text what) {
    if (!error_) error_ = SyntaxError{token().offset, std::move(what)};
    return -1;
  }
  int fail_here() {
    if (token().kind == TokenKind::End) return fail({"thiếu phần sau", "unexpected end"});
    return fail({"“" + token().text + "” không đúng chỗ", "unexpected “" + token().text + "”"});
  }
  void expect_symbol(std::string_view text) {
    if (!take_symbol(text))
      fail({"cần có “" + std::string(text) + "”", "expected “" + std::string(text) + "”"});
  }
  void expect_word(std::string_view text) {
    if (!take_word(text))
      fail({"cần có “" + std::string(text) + "”", "expected “" + std::string(text) + "”"});
  }

  int add(Node node) {
    if (error_) return -1;
    for (int child : node.children) {
      const Node& below = tree_.nodes[static_cast<std::size_t>(child)];
      node.depth = std::max(node.depth, below.depth + 1);
      node.uses_input = node.uses_input || below.uses_input;
    }
    if (node.depth > max_depth) return fail({"lồng quá sâu", "nested too deeply"});
    tree_.nodes.push_back(std::move(node));
    return static_cast<int>(tree_.nodes.size()) - 1;
  }

  // Guards the descent itself: parentheses nest without making nodes.
  class Level {
   public:
    explicit Level(Parser& parser) : parser_(parser) {
      if (++parser_.level_ > max_depth) parser_.fail({"lồng quá sâu", "nested too deeply"});
    }
    ~Level() { --parser_.level_; }
    Level(const Level&) = delete;
    Level& operator=(const Level&) = delete;

   private:
    Parser& parser_;
  };

  int expression() {
    Level level(*this);
    if (error_) return -1;
    return is_word("if") ? condition() : disjunction();
  }

  int condition() {
    Node node{.kind = NodeKind::If, .offset = token().offset};
    expect_word("if");
    node.children.push_back(expression());
    expect_word("then");
    node.children.push_back(expression());
    expect_word("else");
    node.children.push_back(expression());
    return add(std::move(node));
  }

  int joined(NodeKind kind, std::string_view word, int (Parser::*operand)()) {
    Node node{.kind = kind, .offset = token().offset};
    node.children.push_back((this->*operand)());
    while (!error_ && take_word(word)) node.children.push_back((this->*operand)());
    return node.children.size() == 1 ? node.children[0] : add(std::move(node));
  }
  int disjunction() { return joined(NodeKind::Or, "or", &Parser::conjunction); }
  int conjunction() { return joined(NodeKind::And, "and", &Parser::comparison); }

  int comparison() {
    std::size_t offset = token().offset;
    int left = sum();
    if (error_) return -1;
    for (const Operator& op : comparisons) {
      if (!take_symbol(op.symbol)) continue;
      int right = sum();
      return add({.kind = op.kind, .offset = offset, .children = {left, right}});
    }
    if (take_word("between")) return between(offset, left);
    if (take_word("in")) return membership(offset, left);
    return left;
  }

  int between(std::size_t offset, int left) {
    int low = sum();
    expect_word("and");
    int high = sum();
    return add({.kind = NodeKind::Between, .offset = offset, .children = {left, low, high}});
  }

  int membership(std::size_t offset, int left) {
    int tests = -1;
    // "in (1, 2)" lists tests; "in (1..5]" is a range with an open start.
    if (is_symbol("(") && !opens_range()) {
      take_symbol("(");
      tests = any_of_tests();
      expect_symbol(")");
    } else {
      tests = test();
    }
    return add({.kind = NodeKind::In, .offset = offset, .children = {left, tests}});
  }

  int chain(std::span<const Operator> operators, int (Parser::*operand)()) {
    std::size_t offset = token().offset;
    int left = (this->*operand)();
    for (bool found = true; found && !error_;) {
      found = false;
      for (const Operator& op : operators) {
        if (error_ || !take_symbol(op.symbol)) continue;
        int right = (this->*operand)();
        left = add({.kind = op.kind, .offset = offset, .children = {left, right}});
        found = true;
      }
    }
    return left;
  }
  int sum() { return chain(sums, &Parser::product); }
  int product() { return chain(products, &Parser::unary); }

  int unary() {
    Level level(*this);
    if (error_) return -1;
    std::size_t offset = token().offset;
    if (!take_symbol("-")) return postfix();
    int operand = unary();
    return add({.kind = NodeKind::Negate, .offset = offset, .children = {operand}});
  }

  int postfix() {
    int left = primary();
    while (!error_ && is_symbol(".")) {
      std::size_t offset = token().offset;
      take_symbol(".");
      if (token().kind != TokenKind::Name)
        return fail({"cần có tên sau dấu “.”", "expected a name after “.”"});
      std::string name = tokens_[at_++].text;
      left = add({.kind = NodeKind::Path, .offset = offset, .name = name, .children = {left}});
    }
    return left;
  }

  int literal(Value value, std::size_t length = 1) {
    std::size_t offset = token().offset;
    at_ += length;
    return add({.kind = NodeKind::Literal, .offset = offset, .literal = std::move(value)});
  }

  int primary() {
    if (token().kind == TokenKind::Number) return number();
    if (token().kind == TokenKind::String) return literal(token().text);
    if (token().kind == TokenKind::Name) return named();
    if (is_symbol("?")) return input();
    if (is_symbol("@")) return at_literal();
    if (is_symbol("[")) return list();
    if (take_symbol("(")) {
      int inside = expression();
      expect_symbol(")");
      return inside;
    }
    return fail_here();
  }

  int number() {
    auto value = Number::parse(token().text);
    return value ? literal(*value)
                 : fail({"số có hơn 34 chữ số", "number with more than 34 digits"});
  }

  int input() {
    std::size_t offset = token().offset;
    if (!tests_) return fail({"“?” chỉ đứng trong phép thử", "“?” stands only in a test"});
    take_symbol("?");
    return add({.kind = NodeKind::Input, .offset = offset, .uses_input = true});
  }

  int at_literal() {
    bool text_follows = token(1).kind == TokenKind::String;
    auto date = text_follows ? parse_date(token(1).text) : std::nullopt;
    return date ? literal(*date, 2) : fail({"ngày không tồn tại", "not a date that exists"});
  }

  int named() {
    if (is_word("true")) return literal(true);
    if (is_word("false")) return literal(false);
    if (is_word("null")) return literal(Value());
    Token first = token();
    std::string name = first.text;
    std::size_t words = 1;
    while (begins_builtin(name) && token(words).kind == TokenKind::Name) {
      name += " " + token(words++).text;
    }
    if (is_symbol("(", words) && (name == "not" || !is_keyword(name))) return call(name, words);
    if (is_keyword(first.text)) return fail_here();
    ++at_;
    return add({.kind = NodeKind::Name, .offset = first.offset, .name = first.text});
  }

  static bool is_keyword(std::string_view word) {
    return std::ranges::find(keywords, word) != keywords.end();
  }

  int call(const std::string& name, std::size_t words) {
    const Builtin* builtin = find_builtin(name);
    if (!builtin) return fail({"không có hàm “" + name + "”", "unknown function “" + name + "”"});
    Node node{.kind = NodeKind::Call, .offset = token().offset, .name = name};
    at_ += words + 1;
    if (!is_symbol(")")) arguments(node.children);
    auto count = static_cast<int>(node.children.size());
    if (count < builtin->least || (builtin->most >= 0 && count > builtin->most)) {
      return fail({"sai số lượng đối số của “" + name + "”",
                   "wrong number of arguments for “" + name + "”"});
    }
    expect_symbol(")");
    return add(std::move(node));
  }

  void arguments(std::vector<int>& children) {
    do {
      children.push_back(expression());
    } while (!error_ && take_symbol(","));
  }

  int list() {
    Node node{.kind = NodeKind::ListOf, .offset = token().offset};
    expect_symbol("[");
    if (!is_symbol("]")) arguments(node.children);
    expect_symbol("]");
    return add(std::move(node));
  }

  // --- tests ---

  // Looks ahead for ".." before the bracket that began here closes.
  bool opens_range() const {
    if (is_symbol("]")) return true;
    if (!is_symbol("[") && !is_symbol("(")) return false;
    int open = 0;
    for (std::size_t i = 0; token(i).kind != TokenKind::End; ++i) {
      if (is_symbol("(", i) || is_symbol("[", i)) ++open;
      if (open == 1 && is_symbol("..", i)) return true;
      if ((is_symbol(")", i) || is_symbol("]", i)) && --open == 0) return false;
    }
    return false;
  }

  int range() {
    Node node{.kind = NodeKind::Range, .offset = token().offset};
    node.low_open = !is_symbol("[");
    ++at_;
    node.children.push_back(sum());
    expect_symbol("..");
    node.children.push_back(sum());
    node.high_open = !is_symbol("]");
    if (!take_symbol("]") && !take_symbol(")") && !take_symbol("["))
      fail({"khoảng không có điểm cuối", "range without end"});
    return add(std::move(node));
  }

  int test() {
    Level level(*this);
    if (error_) return -1;
    std::size_t offset = token().offset;
    if (opens_range()) return range();
    for (const Operator& op : comparisons) {
      if (!take_symbol(op.symbol)) continue;
      int operand = sum();
      return add({.kind = NodeKind::CompareTest,
                  .offset = offset,
                  .name = std::string(op.symbol),
                  .children = {operand}});
    }
    // In a cell a whole condition may stand (with ?); after "in" only a value, or "and" would be
    // eaten.
    int value = tests_ ? expression() : sum();
    return add({.kind = NodeKind::ValueTest, .offset = offset, .children = {value}});
  }

  int any_of_tests() {
    Node node{.kind = NodeKind::AnyTest, .offset = token().offset};
    do {
      node.children.push_back(test());
    } while (!error_ && take_symbol(","));
    return add(std::move(node));
  }

  int tests_of_cell() {
    tests_ = true;
    std::size_t offset = token().offset;
    if (is_symbol("-") && token(1).kind == TokenKind::End) {
      take_symbol("-");
      return add({.kind = NodeKind::AlwaysTest, .offset = offset});
    }
    if (is_word("not") && is_symbol("(", 1)) {
      at_ += 2;
      int tests = any_of_tests();
      expect_symbol(")");
      return add({.kind = NodeKind::NotTest, .offset = offset, .children = {tests}});
    }
    return any_of_tests();
  }

  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  int level_ = 0;
  bool tests_ = false;
  Tree tree_;
  std::optional<SyntaxError> error_;
};

Result<std::shared_ptr<const Tree>, SyntaxError> parse(std::string_view text, bool unary_tests) {
  auto tokens = tokens_of(text);
  if (!tokens) return Unexpected{tokens.error()};
  return Parser(text, std::move(tokens).value()).run(unary_tests);
}

}  // namespace

Result<std::shared_ptr<const Tree>, SyntaxError> parse_expression(std::string_view text) {
  return parse(text, false);
}

Result<std::shared_ptr<const Tree>, SyntaxError> parse_unary_tests(std::string_view text) {
  return parse(text, true);
}

}  // namespace motcua::feel
