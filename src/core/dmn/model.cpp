#include "dmn/model.hpp"

#include <algorithm>
#include <map>

#include "dmn/content.hpp"
#include "feel/function.hpp"

namespace motcua::dmn {
namespace {

using feel::Context;
using feel::Value;
using ContentPointer = std::shared_ptr<const ModelContent>;

struct Asking {
  feel::Run& run;
  std::vector<TraceStep>* steps = nullptr;
};

Value evaluate_boxed(const ContentPointer& content, const Boxed& boxed, const Context& scope,
                     const Asking& asking);

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
      [content, body = &boxed.children[0], parameters = boxed.names, scope](
          std::span<const Value> arguments, feel::Run& run) {
        Context inner = scope;
        for (std::size_t i = 0; i < parameters.size(); ++i) {
          inner.insert_or_assign(parameters[i], arguments[i]);
        }
        return evaluate_boxed(content, *body, inner, {run, nullptr});
      });
  return function;
}

Value evaluate_context(const ContentPointer& content, const Boxed& boxed, Context scope,
                       const Asking& asking) {
  Context result;
  for (std::size_t i = 0; i < boxed.children.size(); ++i) {
    const std::string& name = boxed.names[i];
    Value value = boxed.children[i].kind == BoxedKind::Function
                      ? function_of(content, boxed.children[i], scope, name)
                      : evaluate_boxed(content, boxed.children[i], scope, asking);
    value = typed(std::move(value), boxed.types[i], name, asking.run);
    if (name.empty()) return value;
    scope.insert_or_assign(name, value);
    result.insert_or_assign(name, std::move(value));
  }
  return result;
}

Value evaluate_relation(const ContentPointer& content, const Boxed& boxed, const Context& scope,
                        const Asking& asking) {
  feel::List rows;
  const std::size_t columns = std::max<std::size_t>(boxed.names.size(), 1);
  for (std::size_t i = 0; i < boxed.children.size(); i += columns) {
    Context row;
    for (std::size_t j = 0; j < columns; ++j) {
      row.insert_or_assign(boxed.names[j],
                           evaluate_boxed(content, boxed.children[i + j], scope, asking));
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

Value evaluate_invocation(const ContentPointer& content, const Boxed& boxed, const Context& scope,
                          const Asking& asking) {
  const Value called = evaluate_boxed(content, boxed.children[0], scope, asking);
  const auto* function = called.as<feel::Function>();
  if (function == nullptr) return asking.run.fail("what is invoked is no function");
  std::vector<Value> arguments(function->parameters.size());
  for (std::size_t i = 0; i < boxed.names.size(); ++i) {
    const auto found = std::ranges::find(function->parameters, boxed.names[i]);
    if (found == function->parameters.end()) {
      return asking.run.fail("no parameter “" + boxed.names[i] + "”");
    }
    arguments[static_cast<std::size_t>(found - function->parameters.begin())] =
        evaluate_boxed(content, boxed.children[i + 1], scope, asking);
  }
  return feel::call_function(called, arguments, asking.run);
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
                      const Asking& asking) {
  const Value in = evaluate_boxed(content, boxed.children[0], scope, asking);
  if (in.is_null()) return {};
  const auto* list = in.as<feel::List>();
  const feel::List single{in};
  feel::List kept;
  for (const Value& item : list ? *list : single) {
    if (!asking.run.spend(scope.size() + 1)) return {};
    const Value holds =
        evaluate_boxed(content, boxed.children[1], with_item(scope, "item", item, true), asking);
    if (holds.as<bool>() == nullptr) return asking.run.fail("a filter needs a boolean");
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
                   const Asking& asking) {
  const auto items = domain(evaluate_boxed(content, boxed.children[0], scope, asking), asking.run);
  if (!items) return {};
  feel::List results;
  for (const Value& item : *items) {
    if (!asking.run.spend(scope.size() + results.size() + 1)) return {};
    Context inner = with_item(scope, boxed.names[0], item, false);
    inner.insert_or_assign("partial", results);
    results.push_back(evaluate_boxed(content, boxed.children[1], inner, asking));
  }
  return results;
}

Value evaluate_quantified(const ContentPointer& content, const Boxed& boxed, const Context& scope,
                          const Asking& asking) {
  const auto items = domain(evaluate_boxed(content, boxed.children[0], scope, asking), asking.run);
  if (!items) return {};
  const bool wanted = boxed.kind == BoxedKind::Some;
  for (const Value& item : *items) {
    if (!asking.run.spend(scope.size() + 1)) return {};
    const Value holds = evaluate_boxed(content, boxed.children[1],
                                       with_item(scope, boxed.names[0], item, false), asking);
    if (holds.as<bool>() == nullptr) return asking.run.fail("what must hold gives no boolean");
    if (holds == Value(wanted)) return wanted;
  }
  return !wanted;
}

Value evaluate_table(const DecisionTable& table, const Context& scope, const Asking& asking) {
  if (asking.steps == nullptr) return table.decide(scope, asking.run);
  TraceStep step;
  Value value = table.decide(scope, asking.run, &step);
  asking.steps->push_back(std::move(step));
  return value;
}

Value evaluate_kind(const ContentPointer& content, const Boxed& boxed, const Context& scope,
                    const Asking& asking) {
  switch (boxed.kind) {
    case BoxedKind::Literal:
      return boxed.expression->evaluate(scope, asking.run);
    case BoxedKind::Table:
      return evaluate_table(*boxed.table, scope, asking);
    case BoxedKind::ContextOf:
      return evaluate_context(content, boxed, scope, asking);
    case BoxedKind::ListOf: {
      feel::List items;
      for (const Boxed& child : boxed.children) {
        items.push_back(evaluate_boxed(content, child, scope, asking));
      }
      return items;
    }
    case BoxedKind::Relation:
      return evaluate_relation(content, boxed, scope, asking);
    case BoxedKind::Invocation:
      return evaluate_invocation(content, boxed, scope, asking);
    case BoxedKind::Function:
      return function_of(content, boxed, scope, "");
    case BoxedKind::Conditional: {
      const Value condition = evaluate_boxed(content, boxed.children[0], scope, asking);
      if (condition.as<bool>() == nullptr && !condition.is_null()) {
        return asking.run.fail("a condition needs a boolean");
      }
      return evaluate_boxed(content, boxed.children[condition == Value(true) ? 1 : 2], scope,
                            asking);
    }
    case BoxedKind::Filter:
      return evaluate_filter(content, boxed, scope, asking);
    case BoxedKind::For:
      return evaluate_for(content, boxed, scope, asking);
    case BoxedKind::Some:
    case BoxedKind::Every:
      return evaluate_quantified(content, boxed, scope, asking);
    case BoxedKind::Faulty:
      break;
  }
  return asking.run.fail("the expression has a fault");
}

Value evaluate_boxed(const ContentPointer& content, const Boxed& boxed, const Context& scope,
                     const Asking& asking) {
  if (!asking.run.spend(1)) return {};
  Value value = evaluate_kind(content, boxed, scope, asking);
  if (boxed.kind == BoxedKind::Function) return value;
  return typed(std::move(value), boxed.type, "", asking.run);
}

// The decisions of one question to one model: each is evaluated once.
class Evaluator {
 public:
  Evaluator(ContentPointer content, Context inputs, const Asking& asking)
      : content_(std::move(content)), inputs_(std::move(inputs)), asking_(asking) {}

  void know(const std::string& id, Value value) { known_[id] = std::move(value); }

  Value value_of(const Requirement& requirement) {
    if (requirement.import >= 0) return imported(requirement.import).value_of({-1, requirement.id});
    const Element* element = content_->find(requirement.id);
    if (element == nullptr) return asking_.run.fail("no element “" + requirement.id + "”");
    if (const auto known = known_.find(element->id); known != known_.end()) return known->second;
    known_[element->id] = {};  // a decision that requires itself sees null
    Value value = made(*element);
    known_[element->id] = value;
    return value;
  }

  const ModelContent& content() const { return *content_; }

 private:
  Value made(const Element& element) {
    switch (element.kind) {
      case ElementKind::Input: {
        const Value* given = inputs_.get(element.name);
        if (given == nullptr) return asking_.run.fail("no input “" + element.name + "”");
        return typed(*given, element.type, element.name, asking_.run);
      }
      case ElementKind::Decision: {
        if (!element.logic) return asking_.run.fail("“" + element.name + "” has no logic");
        const Context scope = scope_of(element);
        Value value = element.logic->kind == BoxedKind::Function
                          ? function_of(content_, *element.logic, scope, element.name)
                          : evaluate_boxed(content_, *element.logic, scope, asking_);
        return typed(std::move(value), element.type, element.name, asking_.run);
      }
      case ElementKind::Knowledge:
        return knowledge(element);
      case ElementKind::Service:
        break;
    }
    return service(element);
  }

  Context scope_of(const Element& element) {
    Context scope;
    for (const Requirement& requirement : element.requires_what) {
      Value value = value_of(requirement);
      if (requirement.import < 0) {
        if (const Element* found = content_->find(requirement.id)) {
          scope.insert_or_assign(found->name, std::move(value));
        }
        continue;
      }
      const auto& import = content_->imports[static_cast<std::size_t>(requirement.import)];
      const Element* found = import.content->find(requirement.id);
      if (found == nullptr) continue;
      if (import.name.empty()) {
        scope.insert_or_assign(found->name, std::move(value));
        continue;
      }
      const auto* before = scope.get(import.name);
      Context members = before && before->as<Context>() ? *before->as<Context>() : Context{};
      members.insert_or_assign(found->name, std::move(value));
      scope.insert_or_assign(import.name, std::move(members));
    }
    return scope;
  }

  Value knowledge(const Element& element) {
    if (!element.logic || element.logic->kind != BoxedKind::Function) {
      return asking_.run.fail("“" + element.name + "” has no logic");
    }
    feel::Function function;
    function.name = element.name;
    function.parameters = element.logic->names;
    function.types = element.logic->types;
    // A function's own type may be given as that of its result.
    const bool own = element.type && element.type->kind == feel::TypeKind::Function;
    function.result = own ? element.type->result : element.type;
    function.native = std::make_shared<const feel::NativeCall>(
        [content = content_, inputs = inputs_, found = &element](std::span<const Value> arguments,
                                                                 feel::Run& run) {
          Evaluator inner(content, inputs, {run, nullptr});
          return inner.invoke(*found, arguments);
        });
    return function;
  }

  Value invoke(const Element& element, std::span<const Value> arguments) {
    known_[element.id] = knowledge(element);
    Context scope = scope_of(element);
    scope.insert_or_assign(element.name, known_[element.id]);
    for (std::size_t i = 0; i < arguments.size(); ++i) {
      scope.insert_or_assign(element.logic->names[i], arguments[i]);
    }
    return evaluate_boxed(content_, element.logic->children[0], scope, asking_);
  }

  const Element* element_of(const Requirement& requirement) const {
    const auto& content =
        requirement.import < 0
            ? content_
            : content_->imports[static_cast<std::size_t>(requirement.import)].content;
    return content->find(requirement.id);
  }

  // DMN 1.5, 10.4: a function of its input data, then its input decisions.
  Value service(const Element& element) {
    feel::Function function;
    function.name = element.name;
    for (const auto* inputs : {&element.input_data, &element.input_decisions}) {
      for (const Requirement& requirement : *inputs) {
        const Element* input = element_of(requirement);
        function.parameters.push_back(input ? input->name : "");
        function.types.push_back(input ? input->type : nullptr);
      }
    }
    const bool own = element.type && element.type->kind == feel::TypeKind::Function;
    function.result = own ? element.type->result : element.type;
    function.native = std::make_shared<const feel::NativeCall>(
        [content = content_, found = &element](std::span<const Value> arguments, feel::Run& run) {
          return Evaluator(content, {}, {run, nullptr}).serve(*found, arguments);
        });
    return function;
  }

 public:
  Value serve(const Element& element, std::span<const Value> arguments) {
    std::size_t at = 0;
    for (const auto* inputs : {&element.input_data, &element.input_decisions}) {
      for (const Requirement& requirement : *inputs) {
        Value value = at < arguments.size() ? arguments[at] : Value();
        ++at;
        if (requirement.import >= 0) {
          imported(requirement.import).know(requirement.id, std::move(value));
        } else {
          know(requirement.id, std::move(value));
        }
      }
    }
    Context results;
    for (const Requirement& output : element.outputs) {
      Value value = value_of(output);
      if (element.outputs.size() == 1) return value;
      const Element* found = element_of(output);
      results.insert_or_assign(found ? found->name : output.id, std::move(value));
    }
    return results;
  }

  Value serve_by_name(const Element& element) {
    std::vector<Value> arguments;
    for (const auto* inputs : {&element.input_data, &element.input_decisions}) {
      for (const Requirement& requirement : *inputs) {
        const Element* input = element_of(requirement);
        const Value* given = input ? inputs_.get(input->name) : nullptr;
        Value value = given ? *given : Value();
        if (input) value = typed(std::move(value), input->type, input->name, asking_.run);
        arguments.push_back(std::move(value));
      }
    }
    Value value = serve(element, arguments);
    const bool own = element.type && element.type->kind == feel::TypeKind::Function;
    return typed(std::move(value), own ? element.type->result : element.type, element.name,
                 asking_.run);
  }

 private:
  Evaluator& imported(int import) {
    auto& evaluator = imports_[import];
    if (!evaluator) {
      const auto& model = content_->imports[static_cast<std::size_t>(import)];
      const Value* given = inputs_.get(model.name);
      const auto* own = given ? given->as<Context>() : nullptr;
      Context inputs = own ? *own : inputs_;
      const std::string prefix = model.name + ".";
      for (const auto& [name, value] : inputs_) {
        if (name.starts_with(prefix)) inputs.insert_or_assign(name.substr(prefix.size()), value);
      }
      evaluator = std::make_unique<Evaluator>(model.content, std::move(inputs), asking_);
    }
    return *evaluator;
  }

  ContentPointer content_;
  Context inputs_;
  Asking asking_;
  std::map<std::string, Value> known_;
  std::map<int, std::unique_ptr<Evaluator>> imports_;
};

void tell(Outcome& outcome) {
  for (const TraceStep& step : outcome.steps) {
    outcome.trace.vi +=
        (outcome.trace.vi.empty() ? "" : "\n") + step.decision + ": " + step.text.vi;
    outcome.trace.en +=
        (outcome.trace.en.empty() ? "" : "\n") + step.decision + ": " + step.text.en;
  }
}

}  // namespace

Result<Model, std::vector<ImportError>> Model::compile(std::string_view xml,
                                                       const Resolver& resolver) {
  auto content = compile_content(xml, {resolver});
  if (!content) return Unexpected{content.error()};
  return Model(std::move(*content));
}

const std::vector<ImportError>& Model::faults() const { return content_->faults; }

namespace {

std::vector<std::string> element_names(const ModelContent& content, ElementKind kind) {
  std::vector<std::string> names;
  for (const Element& element : content.elements) {
    if (element.kind == kind) names.push_back(element.name);
  }
  return names;
}

}  // namespace

std::vector<std::string> Model::decisions() const {
  return element_names(*content_, ElementKind::Decision);
}
std::vector<std::string> Model::services() const {
  return element_names(*content_, ElementKind::Service);
}
std::vector<std::string> Model::inputs() const {
  return element_names(*content_, ElementKind::Input);
}

Outcome Model::evaluate(const Question& question) const {
  Outcome outcome;
  std::vector<feel::EvaluationError> errors;
  feel::Run run;
  run.errors = &errors;
  run.now = question.now;
  const auto found = std::ranges::find_if(content_->elements, [&](const Element& element) {
    return (element.kind == ElementKind::Decision || element.kind == ElementKind::Service ||
            element.kind == ElementKind::Knowledge) &&
           (element.name == question.decision || element.id == question.decision);
  });
  if (found == content_->elements.end()) {
    outcome.errors.push_back("no decision “" + std::string(question.decision) + "”");
    return outcome;
  }
  Evaluator evaluator(content_, question.inputs, {run, question.trace ? &outcome.steps : nullptr});
  outcome.value = found->kind == ElementKind::Service ? evaluator.serve_by_name(*found)
                                                      : evaluator.value_of({-1, found->id});
  for (const auto& error : errors) outcome.errors.push_back(error.what);
  if (!outcome.steps.empty()) outcome.rules = outcome.steps.back().rules;
  tell(outcome);
  return outcome;
}

}  // namespace motcua::dmn
