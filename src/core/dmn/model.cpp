#include "dmn/model.hpp"

#include <algorithm>
#include <utility>

#include "dmn/content.hpp"
#include "dmn/evaluator.hpp"
#include "dmn/telling.hpp"

namespace motcua::dmn {

Result<Model, std::vector<ImportError>> Model::compile(std::string_view xml,
                                                       const Resolver& resolver) {
  int models_left = most_imports;
  auto content = compile_content(xml, {resolver, models_left});
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
  Telling telling;
  if (question.trace) run.witness = &telling;
  outcome.value = ask(content_, *found, question.inputs, run);
  for (const auto& error : errors) outcome.errors.push_back(error.what);
  std::move(telling).write(outcome);
  return outcome;
}

}  // namespace motcua::dmn
