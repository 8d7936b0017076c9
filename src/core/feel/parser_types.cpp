#include <algorithm>
#include <array>

#include "feel/parser_state.hpp"

namespace motcua::feel {

std::vector<TypePointer> Parser::type_list(std::string_view end) {
  std::vector<TypePointer> types;
  in_.skip();
  if (in_.take(end)) return types;
  do types.push_back(type());
  while (!in_.failed() && in_.take(","));
  in_.expect(end);
  return types;
}

TypePointer Parser::type() {
  if (in_.failed()) return nullptr;
  in_.skip();
  const std::size_t from = in_.at();
  if (++level_ > max_depth) in_.fail(from, {"lồng quá sâu", "nested too deep"});
  Type made;
  const auto takes = [&](std::string_view word) {
    in_.go_to(from);
    return !in_.failed() && in_.take_word(word) && in_.take("<");
  };
  if (takes("list") || takes("range")) {
    in_.go_to(from);
    made.kind = in_.take_word("list") ? TypeKind::ListOf : TypeKind::Range;
    if (made.kind == TypeKind::Range) in_.take_word("range");
    in_.take("<");
    made.elements = type_list(">");
    if (made.elements.size() != 1) in_.fail_here();
  } else if (takes("context")) {
    made.kind = TypeKind::Context;
    do {
      std::string name = entry_key();
      in_.expect(":");
      made.members.emplace_back(std::move(name), type());
    } while (!in_.failed() && in_.take(","));
    in_.expect(">");
  } else if (takes("function")) {
    made.kind = TypeKind::Function;
    made.elements = type_list(">");
    in_.expect("->");
    made.result = type();
  } else {
    in_.go_to(from);
    --level_;
    return type_of_words();
  }
  --level_;
  return std::make_shared<const Type>(std::move(made));
}

// "number", "days and time duration", or a name the model defines, with a dot for an import's.
TypePointer Parser::type_of_words() {
  const std::size_t from = in_.at();
  for (std::string_view name : {"days and time duration", "years and months duration",
                                "date and time", "day and time duration"}) {
    if (const auto end = in_.match_name(name)) {
      in_.go_to(*end);
      return builtin_type(name);
    }
  }
  std::string name = in_.take_word("function") ? "function" : in_.take_word("null") ? "Null" : "";
  std::size_t end = in_.at();
  TypePointer found = name.empty() ? nullptr : builtin_type(name);
  const auto look_up = [&](const std::string& wanted) {
    auto type = names_.type ? names_.type(wanted) : nullptr;
    return type ? type : builtin_type(wanted);
  };
  while (name.empty() || !found || end != in_.at()) {
    const std::size_t before = in_.at();
    in_.skip();
    const bool blank = in_.at() > before;
    std::string part;
    if (!name.empty() && !in_.at_name()) {
      const char c = in_.peek();
      if (c != '.' && c != '-' && !(c >= '0' && c <= '9')) break;
      part = c;
      in_.go_to(in_.at() + 1);
    } else {
      part = in_.take_simple_name();
    }
    if (part.empty() || (is_keyword(part) && !name.empty())) break;
    name += (blank && !name.empty() ? " " : "") + part;
    if (auto longer = look_up(name)) {
      found = std::move(longer);
      end = in_.at();
    }
  }
  if (!found) {
    in_.fail(from, {"không có kiểu “" + name + "”", "unknown type “" + name + "”"});
    return nullptr;
  }
  in_.go_to(end);
  return found;
}

std::string_view Parser::comparison_sign() {
  for (std::string_view sign : {"<=", ">=", "!=", "<", ">", "="}) {
    if (in_.take(sign)) return sign;
  }
  return {};
}

int Parser::unary_tests() {
  in_.skip();
  const std::size_t offset = in_.at();
  if (in_.take("-")) {
    if (in_.at_end()) return make(NodeKind::AlwaysTest, offset, {});
    in_.go_to(offset);
  }
  if (in_.take_word("not") && in_.take("(")) {
    const int tests = test_list();
    if (!in_.failed() && in_.take(")") && in_.at_end()) {
      return make(NodeKind::NotTest, offset, {tests});
    }
    if (in_.failed()) return tests;
  }
  in_.go_to(offset);
  return test_list();
}

int Parser::test_list() {
  in_.skip();
  const std::size_t offset = in_.at();
  std::vector<int> tests{unary_test()};
  while (!in_.failed() && in_.take(",")) tests.push_back(unary_test());
  return make(NodeKind::AnyTest, offset, std::move(tests));
}

int Parser::unary_test(bool whole_expression) {
  in_.skip();
  const std::size_t offset = in_.at();
  if (const auto sign = comparison_sign(); !sign.empty()) {
    const int end = sum();
    return make(NodeKind::CompareTest, offset, {end}, std::string(sign));
  }
  const int value = whole_expression ? expression() : sum();
  return make(NodeKind::ValueTest, offset, {value});
}

}  // namespace motcua::feel
