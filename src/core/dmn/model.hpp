// A whole DMN model (1.2 to 1.5 XML), compiled once and evaluated many times: decisions of every
// boxed kind, business knowledge models, decision services, item definitions, imports.
//
// Immutable; may be used from several threads at once. Decisions see what they require and nothing
// else. Nothing here asks for the time: now() and today() say what the caller passes.
// What is not supported (external Java and PMML functions) is a fault with its element and line; an
// expression with a fault is null when evaluated, so a model that is to be used has no faults.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dmn/decision.hpp"

namespace motcua::dmn {

struct ModelContent;

struct ImportRequest {
  std::string_view target;    // the namespace of the model that is imported
  std::string_view location;  // its locationURI; may be empty
};

inline constexpr int most_imports = 100;  // of one model, those of its imports counted

// The XML of an imported model; nothing when there is none.
using Resolver = std::function<std::optional<std::string>(const ImportRequest&)>;

struct Question {
  std::string_view decision;  // name or id of a decision, decision service or knowledge model
  feel::Context inputs;       // by name of input data; of an imported model's by the import's name
  std::optional<feel::DateTime> now = {};
  bool trace = true;  // whether to tell the steps
};

class Model {
 public:
  // Refuses what is no DMN document, cannot be read within the limits of xml::Document, or imports
  // what is not found or is refused; never gives an empty list of errors. What is wrong within it
  // is a fault.
  static Result<Model, std::vector<ImportError>> compile(std::string_view xml,
                                                         const Resolver& resolver = {});

  const std::vector<ImportError>& faults() const;  // in the order of the XML; none: all can be used
  std::vector<std::string> decisions() const;      // names, in document order
  std::vector<std::string> services() const;
  std::vector<std::string> inputs() const;  // names of input data

  // The trace is that of the steps, one line each, what answered first first: "decider › twice:
  // Rule 2 applied because n = 11". The value is null and the errors say why where something is
  // wrong; an error inside need not make it null.
  Outcome evaluate(const Question& question) const;

 private:
  explicit Model(std::shared_ptr<const ModelContent> content) : content_(std::move(content)) {}
  // Shared with the functions that evaluation gives out: a business knowledge model is a value.
  std::shared_ptr<const ModelContent> content_;
};

}  // namespace motcua::dmn
