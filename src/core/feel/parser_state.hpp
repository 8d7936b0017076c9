// The parser's rules, one function per rule of the grammar (DMN 1.5, 10.3.1.2). Internal to
// core/feel: parser.cpp has expressions, parser_primary.cpp literals, names, ranges and boxed
// parts, parser_types.cpp types and unary tests.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "feel/parser.hpp"
#include "feel/scanner.hpp"
#include "feel/tree.hpp"

namespace motcua::feel {

class Parser {
 public:
  Parser(std::string_view text, const Names& names, bool tests);
  Result<std::shared_ptr<const Tree>, SyntaxError> run();

 private:
  // parser.cpp
  int expression();
  int deeper_expression();
  int conditional(std::size_t at);
  int iteration(std::size_t at, NodeKind kind, std::string_view before_body);
  int disjunction();
  int conjunction();
  int comparison();
  int in_tests(std::size_t at, int value);
  int sum();
  int product();
  int exponentiation();
  int negation();
  int typed();
  int postfix(int node);
  int path(std::size_t at, int node);
  int call(int callee);
  bool takes_names(std::vector<std::string>& names);
  // parser_primary.cpp
  int primary();
  int literal(std::size_t at, Value value);
  int at_literal(std::size_t at);
  int name_or_word();
  int parenthesised();
  int bracketed();
  bool closes_range();
  int range_from(std::size_t at, int low, bool low_open);
  int comparison_range(std::size_t at, std::string_view sign, int end);
  int context();
  int function_definition(std::size_t at);
  std::string take_known(const std::vector<std::string>& names) const;
  std::string variable_name();
  std::string member_name();
  std::string free_name(std::string_view stop);
  std::string entry_key();
  // parser_types.cpp
  TypePointer type();
  TypePointer type_of_words();
  std::vector<TypePointer> type_list(std::string_view end);
  int unary_tests();
  int test_list();
  int unary_test(bool whole_expression = true);
  std::string_view comparison_sign();

  int add(Node node);
  int make(NodeKind kind, std::size_t at, std::vector<int> children, std::string name = {});
  Node& at(int node) { return tree_->nodes[static_cast<std::size_t>(node)]; }
  bool is_local(std::string_view name) const;

  struct Local {  // names defined in the text itself, for a while
    explicit Local(std::vector<std::string>& names) : names_(names), before_(names.size()) {}
    ~Local() { names_.resize(before_); }
    Local(const Local&) = delete;
    Local& operator=(const Local&) = delete;

   private:
    std::vector<std::string>& names_;
    std::size_t before_;
  };

  Scanner in_;
  const Names& names_;
  const bool tests_;
  std::shared_ptr<Tree> tree_;  // shared as it is handed out
  std::vector<std::string> locals_;
  std::vector<std::string> members_;
  int level_ = 0;
  bool in_range_end_ = false;  // a "[" may close the range
};

}  // namespace motcua::feel
