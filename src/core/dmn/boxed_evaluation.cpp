#include "dmn/boxed_evaluation.hpp"

#include <algorithm>
#include <utility>

#include "dmn/telling.hpp"
#include "feel/function.hpp"

namespace motcua::dmn {

using feel::Context;
using feel::Value;

Value typed(Value value, const feel::TypePointer& type, std::string_view name, feel::Run& run) {
  if (!type) return value;
  auto fitting = feel::coerce(value, *type);
  if (fitting) return std::move(*fitting);
  return run.fail("“" + std::string(name) +
                  "” has another type: " + feel::write(value).substr(0, 80));
}

Value function_of(const ContentPointer& content, const Boxed& boxed, const Context& scope,
                  const std::string& name) {
  feel::Function function;
  function.name = name;
  function.parameters = boxed.names;
  function.types = boxed.types;
  function.result = boxed.type;
  // The body is asked with the variables from where the function stands and its parameters.
  function.native = std::make_shared<const feel::NativeCall>(
      [content, body = &boxed.children[0], parameters = boxed.names, scope, name](
          std::span<const Value> arguments, feel::Run& run) {
        const Within within(run, name);
        Context inner = scope;
        for (std::size_t i = 0; i < parameters.size(); ++i) {
          inner.insert_or_assign(parameters[i], arguments[i]);
        }
        return evaluate_boxed(content, *body, inner, run);
      });
  return function;
}

namespace {

Value evaluate_context(const ContentPointer& content, const Boxed& boxed, Context scope,
                       feel::Run& run) {
  Context result;
  for (std::size_t i = 0; i < boxed.children.size(); ++i) {
    const std::string& name = boxed.names[i];
    Value value = boxed.children[i].kind == BoxedKind::Function
                      ? function_of(content, boxed.children[i], scope, name)
                      : evaluate_boxed(content, boxed.children[i], scope, run);
    value = typed(std::move(value), boxed.types[i], name, run);
    if (name.empty()) return value;
    scope.insert_or_assign(name, value);
    result.insert_or_assign(name, std::move(value));
  }
  return result;
}

Value evaluate_relation(const ContentPointer& content, const Boxed& boxed, const Context& scope,
                        feel::Run& run) {
  feel::List rows;
  const std::size_t columns = std::max<std::size_t>(boxed.names.size(), 1);
  for (std::size_t i = 0; i < boxed.children.size(); i += columns) {
    Context row;
    for (std::size_t j = 0; j < columns; ++j) {
      row.insert_or_assign(boxed.names[j],
                           evaluate_boxed(content, boxed.children[i + j], scope, run));
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

Value evaluate_invocation(const ContentPointer& content, const Boxed& boxed, const Context& scope,
                          feel::Run& run) {
  const Value called = evaluate_boxed(content, boxed.children[0], scope, run);
  const auto* function = called.as<feel::Function>();
  if (function == nullptr) return run.fail("what is invoked is no function");
  std::vector<Value> arguments(function->parameters.size());
  for (std::size_t i = 0; i < boxed.names.size(); ++i) {
    const auto found = std::ranges::find(function->parameters, boxed.names[i]);
    if (found == function->parameters.end()) {
      return run.fail("no parameter “" + boxed.names[i] + "”");
    }
    arguments[static_cast<std::size_t>(found - function->parameters.begin())] =
        evaluate_boxed(content, boxed.children[i + 1], scope, run);
  }
  return feel::call_function(called, arguments, run);
}

Context with_item(const Context& scope, std::string_view name, const Value& item, bool members) {
  Context inner = scope;
  inner.insert_or_assign(name, item);
  if (const auto* context = members ? item.as<Context>() : nullptr) {
    for (const auto& [member, value] : *context) inner.insert_or_assign(member, value);
  }
  return inner;
}

Value evaluate_filter(const ContentPointer& content, const Boxed& boxed, const Context& scope,
                      feel::Run& run) {
  const Value in = evaluate_boxed(content, boxed.children[0], scope, run);
  if (in.is_null()) return {};
  const auto* list = in.as<feel::List>();
  const feel::List single{in};
  feel::List kept;
  for (const Value& item : list ? *list : single) {
    if (!run.spend(scope.size() + 1)) return {};
    const Value holds =
        evaluate_boxed(content, boxed.children[1], with_item(scope, "item", item, true), run);
    if (holds.as<bool>() == nullptr) return run.fail("a filter needs a boolean");
    if (*holds.as<bool>()) kept.push_back(item);
  }
  return kept;
}

// for, some and every: the items that the iteration goes through.
std::optional<feel::List> domain(const Value& in, feel::Run& run) {
  if (const auto* list = in.as<feel::List>()) return *list;
  if (in.as<feel::Range>()) {
    const auto each = feel::Expression::compile("for i in domain return i");
    const Value all = each->evaluate({{"domain", in}}, run);
    if (const auto* list = all.as<feel::List>()) return *list;
    return std::nullopt;
  }
  if (in.is_null()) {
    run.fail("null cannot be gone through");
    return std::nullopt;
  }
  return feel::List{in};
}

Value evaluate_for(const ContentPointer& content, const Boxed& boxed, const Context& scope,
                   feel::Run& run) {
  const auto items = domain(evaluate_boxed(content, boxed.children[0], scope, run), run);
  if (!items) return {};
  feel::List results;
  for (const Value& item : *items) {
    if (!run.spend(scope.size() + results.size() + 1)) return {};
    Context inner = with_item(scope, boxed.names[0], item, false);
    inner.insert_or_assign("partial", results);
    results.push_back(evaluate_boxed(content, boxed.children[1], inner, run));
  }
  return results;
}

Value evaluate_quantified(const ContentPointer& content, const Boxed& boxed, const Context& scope,
                          feel::Run& run) {
  const auto items = domain(evaluate_boxed(content, boxed.children[0], scope, run), run);
  if (!items) return {};
  const bool wanted = boxed.kind == BoxedKind::Some;
  for (const Value& item : *items) {
    if (!run.spend(scope.size() + 1)) return {};
    const Value holds = evaluate_boxed(content, boxed.children[1],
                                       with_item(scope, boxed.names[0], item, false), run);
    if (holds.as<bool>() == nullptr) return run.fail("what must hold gives no boolean");
    if (holds == Value(wanted)) return wanted;
  }
  return !wanted;
}

Value evaluate_table(const DecisionTable& table, const Context& scope, feel::Run& run) {
  Telling* telling = telling_of(run);
  if (telling == nullptr) return table.decide(scope, run);
  if (telling->steps.size() >= most_told_steps) {
    ++telling->untold;
    return table.decide(scope, run);
  }
  TraceStep step;
  Value value = table.decide(scope, run, &step);
  telling->tell(std::move(step));
  return value;
}

Value evaluate_kind(const ContentPointer& content, const Boxed& boxed, const Context& scope,
                    feel::Run& run) {
  switch (boxed.kind) {
    case BoxedKind::Literal:
      return boxed.expression->evaluate(scope, run);
    case BoxedKind::Table:
      return evaluate_table(*boxed.table, scope, run);
    case BoxedKind::ContextOf:
      return evaluate_context(content, boxed, scope, run);
    case BoxedKind::ListOf: {
      feel::List items;
      for (const Boxed& child : boxed.children) {
        items.push_back(evaluate_boxed(content, child, scope, run));
      }
      return items;
    }
    case BoxedKind::Relation:
      return evaluate_relation(content, boxed, scope, run);
    case BoxedKind::Invocation:
      return evaluate_invocation(content, boxed, scope, run);
    case BoxedKind::Function:
      return function_of(content, boxed, scope, "");
    case BoxedKind::Conditional: {
      const Value condition = evaluate_boxed(content, boxed.children[0], scope, run);
      if (condition.as<bool>() == nullptr && !condition.is_null()) {
        return run.fail("a condition needs a boolean");
      }
      return evaluate_boxed(content, boxed.children[condition == Value(true) ? 1 : 2], scope, run);
    }
    case BoxedKind::Filter:
      return evaluate_filter(content, boxed, scope, run);
    case BoxedKind::For:
      return evaluate_for(content, boxed, scope, run);
    case BoxedKind::Some:
    case BoxedKind::Every:
      return evaluate_quantified(content, boxed, scope, run);
    case BoxedKind::Faulty:
      break;
  }
  return run.fail("the expression has a fault");
}

}  // namespace

Value evaluate_boxed(const ContentPointer& content, const Boxed& boxed, const Context& scope,
                     feel::Run& run) {
  if (!run.spend(1)) return {};
  Value value = evaluate_kind(content, boxed, scope, run);
  if (boxed.kind == BoxedKind::Function) return value;
  return typed(std::move(value), boxed.type, "", run);
}

}  // namespace motcua::dmn
