#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "feel/parser_state.hpp"
#include "feel/temporal.hpp"

namespace motcua::feel {
namespace {

Value read_at_literal(const std::string& text) {
  if (auto date = read_date(text)) return *date;
  if (auto time = read_time(text)) return *time;
  if (auto moment = read_date_time(text)) return *moment;
  if (auto duration = read_days_duration(text)) return *duration;
  if (auto duration = read_months_duration(text)) return *duration;
  return {};
}

// Whether a name needs to be known to be read: it has more than one word in it.
bool is_plain(std::string_view name) {
  return std::ranges::all_of(name, [](char c) {
    return c == '_' || is_ascii_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) >= 0x80;
  });
}

}  // namespace

int Parser::literal(std::size_t offset, Value value) {
  Node node;
  node.offset = offset;
  node.literal = std::move(value);
  return add(std::move(node));
}

int Parser::primary() {
  in_.skip();
  const std::size_t offset = in_.at();
  const char c = in_.peek();
  if (in_.failed() || c == '\0') {
    in_.fail_here();
    return literal(offset, {});
  }
  if (c == '(') return parenthesised();
  if (c == '[' || c == ']') return bracketed();
  if (c == '{') return context();
  if (c == '@') return at_literal(offset);
  if (c == '"') {
    auto text = in_.take_string();
    return literal(offset, text ? Value(std::move(*text)) : Value());
  }
  if (is_ascii_digit(c) || c == '.') {
    const auto number = in_.take_number();
    return literal(offset, number ? Value(*number) : Value());
  }
  if (in_.take_word("null")) return literal(offset, {});
  if (in_.take_word("true")) return literal(offset, true);
  if (in_.take_word("false")) return literal(offset, false);
  if (in_.take_word("function")) return function_definition(offset);
  return name_or_word();
}

int Parser::at_literal(std::size_t offset) {
  in_.take("@");
  if (in_.peek() != '"') {
    in_.fail_here();
    return literal(offset, {});
  }
  const auto text = in_.take_string();
  Value value = text ? read_at_literal(*text) : Value();
  if (value.is_null()) {
    in_.fail(offset, {"không phải ngày, giờ hay khoảng thời gian",
                      "neither a date nor a time nor a duration"});
  }
  return literal(offset, std::move(value));
}

std::string Parser::take_known(const std::vector<std::string>& names) const {
  std::string longest;
  for (const std::string& name : names) {
    if (name.size() > longest.size() && !is_plain(name) && in_.match_name(name)) longest = name;
  }
  return longest;
}

std::string Parser::variable_name() {
  std::string longest;
  for (const auto* known : std::initializer_list<const std::vector<std::string>*>{
           &locals_, &names_.variables, &members_}) {
    std::string found = take_known(*known);
    if (found.size() > longest.size()) longest = std::move(found);
  }
  for (std::string_view name : long_builtin_names()) {
    if (name.size() > longest.size() && in_.match_name(name)) longest = std::string(name);
  }
  if (!longest.empty()) {
    in_.go_to(in_.match_name(longest).value_or(in_.at()));
    return longest;
  }
  const std::size_t from = in_.at();
  std::string word = in_.take_simple_name();
  if (is_keyword(word)) {
    in_.go_to(from);
    return {};
  }
  return word;
}

int Parser::name_or_word() {
  const std::size_t offset = in_.at();
  std::string name = variable_name();
  if (name.empty()) {
    in_.fail_here();
    return literal(offset, {});
  }
  Node node;
  node.offset = offset;
  node.kind = name == "?" ? NodeKind::Input : NodeKind::Name;
  node.uses_input = name == "?";
  if (const auto builtins = find_builtin(name); !builtins.empty()) node.builtin = builtins.data();
  node.name = std::move(name);
  return add(std::move(node));
}

// After a dot: a known member, or words up to what cannot belong to a name.
std::string Parser::member_name() {
  std::string known = take_known(members_);
  if (!known.empty()) {
    in_.go_to(in_.match_name(known).value_or(in_.at()));
    return known;
  }
  std::string name = in_.take_simple_name();
  while (!name.empty()) {
    const std::size_t from = in_.at();
    in_.skip();
    const std::string next = in_.take_simple_name();
    if (next.empty() || next == "?" || is_keyword(next)) {
      in_.go_to(from);
      break;
    }
    name += ' ' + next;
  }
  return name;
}

// A name that is being defined: everything up to the word or the sign that must follow it.
std::string Parser::free_name(std::string_view stop) {
  std::string name;
  bool blank = false;
  const bool word = is_keyword(stop);
  in_.skip();
  if (!in_.at_name()) return {};
  while (!in_.at_end()) {
    const std::size_t from = in_.at();
    if (word && in_.sees_word(stop)) break;
    std::string part = in_.take_simple_name();
    const char c = part.empty() ? in_.peek() : '\0';
    if (part.empty() && (is_ascii_digit(c) || (c != '\0' && std::string_view("./-'+*").find(c) !=
                                                                std::string_view::npos))) {
      part = c;
      in_.go_to(from + 1);
    }
    if (part.empty()) break;
    name += (blank ? " " : "") + part;
    const std::size_t end = in_.at();
    in_.skip();
    blank = in_.at() > end;
  }
  return name;
}

std::string Parser::entry_key() {
  in_.skip();
  if (in_.peek() == '"') return in_.take_string().value_or("");
  std::string name = free_name(":");
  if (name.empty()) in_.fail_here();
  return name;
}

int Parser::context() {
  const Local scope(locals_);
  Node node;
  node.kind = NodeKind::ContextOf;
  node.offset = in_.at();
  in_.take("{");
  if (in_.peek() != '}') {
    do {
      in_.skip();
      const std::size_t offset = in_.at();
      std::string key = entry_key();
      in_.expect(":");
      locals_.push_back(key);  // a function may call itself
      node.children.push_back(expression());
      if (std::ranges::find(node.names, key) != node.names.end()) {
        in_.fail(offset, {"mục “" + key + "” có hai lần", "the entry “" + key + "” comes twice"});
      }
      members_.push_back(key);
      node.names.push_back(std::move(key));
    } while (!in_.failed() && in_.take(","));
  }
  in_.expect("}");
  return add(std::move(node));
}

// Whether the "[" here ends a range (as in [1..10[) and begins no filter.
bool Parser::closes_range() {
  const std::size_t from = in_.at();
  in_.take("[");
  const char next = in_.peek();
  bool closes =
      next == '\0' || std::string_view(",)]}=!<>.*/+").find(next) != std::string_view::npos;
  for (std::string_view word :
       {"and", "or", "in", "then", "else", "return", "satisfies", "between", "instance"}) {
    closes = closes || in_.sees_word(word);
  }
  in_.go_to(from);
  return closes;
}

int Parser::range_from(std::size_t offset, int low, bool low_open) {
  const bool before = std::exchange(in_range_end_, true);
  const int high = expression();
  in_range_end_ = before;
  const int node = make(NodeKind::Range, offset, {low, high});
  at(node).low_open = low_open;
  in_.skip();
  if (in_.take(")") || in_.take("[")) {
    at(node).high_open = true;
  } else {
    in_.expect("]");
  }
  return node;
}

// (< 5): everything below 5.
int Parser::comparison_range(std::size_t offset, std::string_view sign, int end) {
  if (sign == "=") {
    return make(NodeKind::Range, offset, {end, end}, std::string(equal_range));
  }
  if (sign == "!=") {
    return make(NodeKind::Range, offset, {end, end}, std::string(unequal_range));
  }
  const bool below = sign.front() == '<';
  const int nothing = literal(offset, {});
  const int node = make(NodeKind::Range, offset,
                        below ? std::vector<int>{nothing, end} : std::vector<int>{end, nothing},
                        std::string(one_ended_range));
  const bool included = sign.size() == 2;
  at(node).low_open = below || !included;
  at(node).high_open = !below || !included;
  return node;
}

int Parser::parenthesised() {
  const std::size_t offset = in_.at();
  in_.take("(");
  const auto sign = comparison_sign();
  const int inner = sign.empty() ? expression() : comparison_range(offset, sign, sum());
  if (!in_.failed() && in_.take("..")) return range_from(offset, inner, true);
  in_.expect(")");
  return inner;
}

int Parser::bracketed() {
  const std::size_t offset = in_.at();
  if (in_.take("]")) {
    const int low = expression();
    in_.expect("..");
    return range_from(offset, low, true);
  }
  in_.take("[");
  std::vector<int> items;
  if (in_.peek() != ']') {
    items.push_back(expression());
    if (!in_.failed() && in_.take("..")) return range_from(offset, items[0], false);
    while (!in_.failed() && in_.take(",")) items.push_back(expression());
  }
  in_.expect("]");
  return make(NodeKind::ListOf, offset, std::move(items));
}

int Parser::function_definition(std::size_t offset) {
  const Local scope(locals_);
  Node node;
  node.kind = NodeKind::FunctionOf;
  node.offset = offset;
  in_.expect("(");
  if (in_.peek() != ')') {
    do {
      std::string name = free_name(":");
      if (name.empty()) in_.fail_here();
      node.types.push_back(in_.take(":") ? type() : nullptr);
      locals_.push_back(name);
      node.names.push_back(std::move(name));
    } while (!in_.failed() && in_.take(","));
  }
  in_.expect(")");
  if (in_.take(":")) node.type = type();
  if (in_.take_word("external")) {
    in_.fail(offset, {"không hỗ trợ hàm ngoài (Java, PMML)",
                      "external functions (Java, PMML) are not supported"});
  }
  const std::size_t first = tree_->nodes.size();
  node.children.push_back(expression());
  for (std::size_t i = first; i < tree_->nodes.size(); ++i) {
    if (tree_->nodes[i].kind == NodeKind::Name) node.free.push_back(tree_->nodes[i].name);
  }
  return add(std::move(node));
}

}  // namespace motcua::feel
