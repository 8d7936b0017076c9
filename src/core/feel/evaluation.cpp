#include "feel/evaluation.hpp"

#include <algorithm>
#include <utility>

#include "feel/function.hpp"
#include "feel/operators.hpp"

namespace motcua::feel {
namespace {

constexpr int most_nested = 1000;      // nodes under evaluation, calls of functions included
constexpr int most_value_depth = 200;  // lists in lists

constexpr std::string_view input_name = "?";

}  // namespace

Value Run::fail(std::string what) {
  constexpr std::size_t most_errors = 100;
  if (errors != nullptr && errors->size() < most_errors)
    errors->push_back({offset, std::move(what)});
  return {};
}

bool Run::spend(std::uint64_t steps_taken) {
  if (exhausted) return false;
  if (steps_taken > steps) {
    fail("the evaluation takes too many steps");
    exhausted = true;
    return false;
  }
  steps -= steps_taken;
  return true;
}

bool Run::take_parts(std::uint64_t made) {
  if (exhausted) return false;
  if (made > parts) {
    fail("the evaluation takes too much memory");
    exhausted = true;
    return false;
  }
  parts -= made;
  return true;
}

const Value* Frame::find(std::string_view wanted) const {
  for (const Frame* frame = this; frame != nullptr; frame = frame->outer) {
    if (frame->context != nullptr) {
      if (const Value* found = frame->context->get(wanted)) return found;
    } else if (frame->value != nullptr && frame->name == wanted) {
      return frame->value;
    }
  }
  return nullptr;
}

Value Evaluation::value_of(int number, const Frame* frame) {
  const Node& node = at(number);
  if (node.kind == NodeKind::Literal) return node.literal;
  const std::size_t before = std::exchange(run_.offset, node.offset);
  if (!run_.spend(1)) return {};
  if (run_.depth >= most_nested) {
    run_.fail("nested too deep");
    run_.exhausted = true;
    return {};
  }
  ++run_.depth;
  Value value = dispatch(node, frame);
  --run_.depth;
  run_.offset = before;
  const bool made = node.kind == NodeKind::ListOf || node.kind == NodeKind::ContextOf ||
                    node.kind == NodeKind::Call || node.kind == NodeKind::For ||
                    node.kind == NodeKind::Filter || node.kind == NodeKind::Path ||
                    node.kind == NodeKind::FunctionOf || node.kind == NodeKind::Range;
  if (!made) return value;
  const Extent extent = value.extent();
  if (extent.depth > most_value_depth) return run_.fail("lists nested too deep");
  if (!run_.take_parts(extent.parts)) return {};
  return value;
}

Value Evaluation::dispatch(const Node& node, const Frame* frame) {
  switch (node.kind) {
    case NodeKind::Literal:
      return node.literal;
    case NodeKind::Name:
      return name(node, frame);
    case NodeKind::Input:
      return frame != nullptr && frame->find(input_name) ? *frame->find(input_name) : Value();
    case NodeKind::Path:
      return path(node, frame);
    case NodeKind::Call:
      return call(node, frame);
    case NodeKind::ListOf:
      return list(node, frame);
    case NodeKind::ContextOf:
      return context(node, frame);
    case NodeKind::Negate:
      return negate_value(value_of(node.children[0], frame), run_);
    case NodeKind::And:
      return logic(node, frame, false);
    case NodeKind::Or:
      return logic(node, frame, true);
    case NodeKind::If:
      return choice(node, frame);
    case NodeKind::For:
      return iterate(node, frame);
    case NodeKind::Some:
    case NodeKind::Every:
      return quantify(node, frame);
    case NodeKind::Between:
      return between(node, frame);
    case NodeKind::In:
      return test(node.children[1], value_of(node.children[0], frame), frame);
    case NodeKind::Range:
      return range(node, frame);
    case NodeKind::Filter:
      return filter(node, frame);
    case NodeKind::InstanceOf: {
      const Value value = value_of(node.children[0], frame);
      if (value.is_null()) return node.type->kind == TypeKind::Null;
      return is_instance(value, *node.type);
    }
    case NodeKind::FunctionOf:
      return function(node, frame);
    default:
      return binary(node, frame);
  }
}

Value Evaluation::binary(const Node& node, const Frame* frame) {
  const Value a = value_of(node.children[0], frame);
  const Value b = value_of(node.children[1], frame);
  run_.offset = node.offset;
  switch (node.kind) {
    case NodeKind::Add:
      return add_values(a, b, run_);
    case NodeKind::Subtract:
      return subtract_values(a, b, run_);
    case NodeKind::Multiply:
      return multiply_values(a, b, run_);
    case NodeKind::Divide:
      return divide_values(a, b, run_);
    case NodeKind::Power:
      return raise_value(a, b, run_);
    case NodeKind::Equal:
      return run_.spend(a.extent().parts) ? compare_values("=", a, b) : Value();
    case NodeKind::NotEqual:
      return run_.spend(a.extent().parts) ? compare_values("!=", a, b) : Value();
    case NodeKind::Less:
      return compare_values("<", a, b);
    case NodeKind::LessOrEqual:
      return compare_values("<=", a, b);
    case NodeKind::Greater:
      return compare_values(">", a, b);
    default:
      return compare_values(">=", a, b);
  }
}

Value Evaluation::name(const Node& node, const Frame* frame) {
  if (const Value* found = frame == nullptr ? nullptr : frame->find(node.name)) return *found;
  if (node.builtin == nullptr) return run_.fail("no variable “" + node.name + "”");
  Function function;
  function.name = node.name;
  function.builtin = node.builtin;
  std::string_view rest = node.builtin->signature;
  while (!rest.empty()) {
    function.parameters.emplace_back(rest.substr(0, rest.find(':')));
    function.types.push_back(nullptr);
    const std::size_t end = rest.find(", ");
    rest = end == std::string_view::npos ? "" : rest.substr(end + 2);
  }
  return function;
}

Value Evaluation::member(const Value& value, std::string_view name) {
  if (const auto* context = value.as<Context>()) {
    const Value* found = context->get(name);
    return found ? *found : run_.fail("no entry “" + std::string(name) + "”");
  }
  if (auto found = property(value, name)) return *found;
  if (value.is_null()) return {};
  return run_.fail("a " + std::string(kind_name(value)) + " has no “" + std::string(name) + "”");
}

Value Evaluation::path(const Node& node, const Frame* frame) {
  const Value value = value_of(node.children[0], frame);
  run_.offset = node.offset;
  const auto* list = value.as<List>();
  if (list == nullptr) return member(value, node.name);
  List members;
  for (const Value& item : *list) {
    if (!run_.spend(1)) return {};
    members.push_back(item.as<List>() ? Value() : member(item, node.name));
  }
  return members;
}

Value Evaluation::list(const Node& node, const Frame* frame) {
  List items;
  for (int child : node.children) items.push_back(value_of(child, frame));
  return items;
}

// Later entries see the earlier ones; a function sees itself by its entry's name.
Value Evaluation::context(const Node& node, const Frame* frame) {
  Context entries;
  const Frame inner{frame, &entries, {}, nullptr};
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    Value value = value_of(node.children[i], &inner);
    if (const auto* made = value.as<Function>(); made && made->name.empty()) {
      Function named = *made;
      named.name = node.names[i];
      value = std::move(named);
    }
    entries.insert_or_assign(node.names[i], std::move(value));
  }
  return entries;
}

// Three-valued: the decisive value wins, else what is no boolean makes it null.
Value Evaluation::logic(const Node& node, const Frame* frame, bool decisive) {
  bool unknown = false;
  for (int child : node.children) {
    const Value value = value_of(child, frame);
    const auto* truth = value.as<bool>();
    if (truth == nullptr) {
      unknown = true;
    } else if (*truth == decisive) {
      return decisive;
    }
  }
  return unknown ? Value() : Value(!decisive);
}

Value Evaluation::choice(const Node& node, const Frame* frame) {
  const Value condition = value_of(node.children[0], frame);
  return value_of(node.children[condition == Value(true) ? 1 : 2], frame);
}

namespace {

Range::Form range_form(std::string_view name) {
  if (name == one_ended_range) return Range::Form::OneEnded;
  if (name == equal_range) return Range::Form::Equal;
  return name == unequal_range ? Range::Form::Unequal : Range::Form::Interval;
}

}  // namespace

Value Evaluation::range(const Node& node, const Frame* frame) {
  Range range;
  range.low = value_of(node.children[0], frame);
  range.high = value_of(node.children[1], frame);
  range.low_included = !node.low_open;
  range.high_included = !node.high_open;
  range.form = range_form(node.name);
  run_.offset = node.offset;
  if (!range.low.is_null() && !range.high.is_null()) {
    const auto ordering = order(range.low, range.high);
    if (!ordering || !range.low.same_kind(range.high)) {
      return run_.fail("a range needs two ends of one kind");
    }
    if (*ordering > 0 && node.name != iteration_range) {
      return run_.fail("a range begins before it ends");
    }
  }
  return range;
}

Value Evaluation::between(const Node& node, const Frame* frame) {
  const Value value = value_of(node.children[0], frame);
  const Value above = compare_values(">=", value, value_of(node.children[1], frame));
  const Value below = compare_values("<=", value, value_of(node.children[2], frame));
  if (above.is_null() || below.is_null()) return {};
  return above == Value(true) && below == Value(true);
}

Value Evaluation::function(const Node& node, const Frame* frame) {
  Function function;
  function.parameters = node.names;
  function.types = node.types;
  function.result = node.type;
  function.tree = shared_;
  function.body = node.children[0];
  for (const std::string& name : node.free) {
    const bool own = std::ranges::find(node.names, name) != node.names.end();
    const Value* found = frame == nullptr || own ? nullptr : frame->find(name);
    if (found != nullptr) function.captured.insert_or_assign(name, *found);
  }
  return function;
}

Value Evaluation::call(const Node& node, const Frame* frame) {
  const Node& callee = at(node.children[0]);
  const bool by_name = callee.kind == NodeKind::Name;
  const Value* variable = by_name && frame != nullptr ? frame->find(callee.name) : nullptr;
  Value made;
  if (variable == nullptr && (!by_name || callee.builtin == nullptr)) {
    made = value_of(node.children[0], frame);
    variable = &made;
  }
  std::vector<Value> arguments;
  for (std::size_t i = 1; i < node.children.size(); ++i) {
    arguments.push_back(value_of(node.children[i], frame));
  }
  run_.offset = node.offset;
  if (run_.exhausted) return {};
  if (variable == nullptr) return call_builtin(callee.name, arguments, node.names, run_);
  const auto* function = variable->as<Function>();
  if (function == nullptr) return run_.fail("what is called is no function");
  if (function->builtin) {
    return call_builtin(function->builtin->name, arguments, node.names, run_);
  }
  if (node.names.empty()) return call_function(*variable, arguments, run_);
  std::vector<Value> placed(function->parameters.size());
  for (std::size_t i = 0; i < node.names.size(); ++i) {
    const auto found = std::ranges::find(function->parameters, node.names[i]);
    if (found == function->parameters.end()) {
      return run_.fail("no parameter “" + node.names[i] + "”");
    }
    placed[static_cast<std::size_t>(found - function->parameters.begin())] = arguments[i];
  }
  if (node.names.size() != placed.size()) return run_.fail("another number of arguments");
  return call_function(*variable, placed, run_);
}

Value call_function(const Value& value, std::span<const Value> arguments, Run& run) {
  const auto* function = value.as<Function>();
  if (function == nullptr) return run.fail("what is called is no function");
  if (function->builtin) return call_builtin(function->builtin->name, arguments, {}, run);
  if (arguments.size() != function->parameters.size()) {
    return run.fail("another number of arguments than it takes");
  }
  Context parameters;
  std::vector<Value> fitting;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    std::optional<Value> argument = arguments[i];
    if (i < function->types.size() && function->types[i]) {
      argument = coerce(arguments[i], *function->types[i]);
    }
    if (!argument) return run.fail("“" + function->parameters[i] + "” has another type");
    fitting.push_back(*argument);
    parameters.insert_or_assign(function->parameters[i], std::move(*argument));
  }
  Value result;
  if (function->native) {
    if (!run.spend(1) || run.depth >= most_nested) return run.fail("nested too deep");
    run.depth += 10;  // what a caller's function needs of the stack
    result = (*function->native)(fitting, run);
    run.depth -= 10;
  } else {
    const Frame self{nullptr, nullptr, function->name, &value};
    const Frame captured{
        function->name.empty() ? nullptr : &self, &function->captured, {}, nullptr};
    const Frame inner{&captured, &parameters, {}, nullptr};
    result = Evaluation(function->tree, run).value_of(function->body, &inner);
  }
  if (!function->result) return result;
  auto typed = coerce(result, *function->result);
  return typed ? *typed : run.fail("the function's result has another type");
}

Value Evaluation::test(int number, const Value& input, const Frame* frame) {
  const Node& node = at(number);
  if (!run_.spend(1)) return {};
  switch (node.kind) {
    case NodeKind::AlwaysTest:
      return true;
    case NodeKind::AnyTest:
      return any_test(node, input, frame);
    case NodeKind::NotTest: {
      const Value any = test(node.children[0], input, frame);
      const auto* truth = any.as<bool>();
      return truth == nullptr ? Value() : Value(!*truth);
    }
    case NodeKind::CompareTest: {
      const Frame inner{frame, nullptr, input_name, &input};
      const Value end = value_of(node.children[0], &inner);
      return compare_values(node.name, input, end);
    }
    default:
      return value_test(node, input, frame);
  }
}

Value Evaluation::any_test(const Node& node, const Value& input, const Frame* frame) {
  bool unknown = false;
  for (int child : node.children) {
    const Value value = test(child, input, frame);
    if (value == Value(true)) return true;
    if (value.is_null()) unknown = true;
  }
  return unknown ? Value() : Value(false);
}

// Table 55: with "?" the expression is the test; else the input equals
// the value, lies in the range, is in the list or in a range of the list.
Value Evaluation::value_test(const Node& node, const Value& input, const Frame* frame) {
  const Frame inner{frame, nullptr, input_name, &input};
  const Node& child = at(node.children[0]);
  const Value value = value_of(node.children[0], &inner);
  if (child.uses_input) {
    const auto* truth = value.as<bool>();
    return truth ? value : equal(input, value);
  }
  if (const auto* range = value.as<Range>(); range && !input.as<Range>()) {
    return within(input, *range);
  }
  if (const auto* list = value.as<List>()) {
    if (input.as<List>() && equal(input, value) == Value(true)) return true;
    for (const Value& item : *list) {
      if (!run_.spend(1)) return {};
      const auto* range = item.as<Range>();
      if ((range && !input.as<Range>() ? within(input, *range) : equal(input, item)) ==
          Value(true)) {
        return true;
      }
    }
    return false;
  }
  return equal(input, value);
}

}  // namespace motcua::feel
