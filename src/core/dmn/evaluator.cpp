#include "dmn/evaluator.hpp"

#include <map>
#include <string_view>
#include <utility>

#include "dmn/boxed_evaluation.hpp"
#include "dmn/telling.hpp"
#include "feel/function.hpp"

namespace motcua::dmn {
namespace {

using feel::Context;
using feel::Value;

// The decisions of one question to one model: each is evaluated once.
class Evaluator {
 public:
  // `import`: the name under which another model imports this one; empty for the one that is asked.
  Evaluator(ContentPointer content, Context inputs, feel::Run& run, std::string_view import = {})
      : content_(std::move(content)), inputs_(std::move(inputs)), run_(run), import_(import) {}

  void know(const std::string& id, Value value) { known_[id] = std::move(value); }

  Value value_of(const Requirement& requirement) {
    if (requirement.import >= 0) return imported(requirement.import).value_of({-1, requirement.id});
    const Element* element = content_->find(requirement.id);
    if (element == nullptr) return run_.fail("no element “" + requirement.id + "”");
    if (const auto known = known_.find(element->id); known != known_.end()) return known->second;
    known_[element->id] = {};  // a decision that requires itself sees null
    Value value = made(*element);
    known_[element->id] = value;
    return value;
  }

 private:
  Value made(const Element& element) {
    switch (element.kind) {
      case ElementKind::Input: {
        const Value* given = inputs_.get(element.name);
        if (given == nullptr) return run_.fail("no input “" + element.name + "”");
        return typed(*given, element.type, element.name, run_);
      }
      case ElementKind::Decision: {
        if (!element.logic) return run_.fail("“" + element.name + "” has no logic");
        const Context scope = scope_of(element);  // what it requires stands beside it, not within
        const Within within(run_, element.name, import_);
        Value value = element.logic->kind == BoxedKind::Function
                          ? function_of(content_, *element.logic, scope, element.name)
                          : evaluate_boxed(content_, *element.logic, scope, run_);
        return typed(std::move(value), element.type, element.name, run_);
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
      return run_.fail("“" + element.name + "” has no logic");
    }
    feel::Function function;
    function.name = element.name;
    function.parameters = element.logic->names;
    function.types = element.logic->types;
    // A function's own type may be given as that of its result.
    const bool own = element.type && element.type->kind == feel::TypeKind::Function;
    function.result = own ? element.type->result : element.type;
    function.native = std::make_shared<const feel::NativeCall>(
        [content = content_, inputs = inputs_, found = &element, import = std::string(import_)](
            std::span<const Value> arguments, feel::Run& run) {
          return Evaluator(content, inputs, run, import).invoke(*found, arguments);
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
    const Within within(run_, element.name, import_);
    return evaluate_boxed(content_, element.logic->children[0], scope, run_);
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
        [content = content_, found = &element, import = std::string(import_)](
            std::span<const Value> arguments, feel::Run& run) {
          return Evaluator(content, {}, run, import).serve(*found, arguments);
        });
    return function;
  }

 public:
  Value serve(const Element& element, std::span<const Value> arguments) {
    const Within within(run_, element.name, import_);
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
        if (input) value = typed(std::move(value), input->type, input->name, run_);
        arguments.push_back(std::move(value));
      }
    }
    Value value = serve(element, arguments);
    const bool own = element.type && element.type->kind == feel::TypeKind::Function;
    return typed(std::move(value), own ? element.type->result : element.type, element.name, run_);
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
      evaluator = std::make_unique<Evaluator>(model.content, std::move(inputs), run_, model.name);
    }
    return *evaluator;
  }

  ContentPointer content_;
  Context inputs_;
  feel::Run& run_;
  std::string_view import_;  // in what made this: a model, or a function
  std::map<std::string, Value> known_;
  std::map<int, std::unique_ptr<Evaluator>> imports_;
};

}  // namespace

feel::Value ask(const ContentPointer& content, const Element& element, const feel::Context& inputs,
                feel::Run& run) {
  Evaluator evaluator(content, inputs, run);
  return element.kind == ElementKind::Service ? evaluator.serve_by_name(element)
                                              : evaluator.value_of({-1, element.id});
}

}  // namespace motcua::dmn
