// What a compiled model consists of. Internal to core/dmn.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "dmn/model.hpp"

namespace motcua::dmn {

enum class BoxedKind {
  Literal,  // expression
  Table,
  ContextOf,    // names (an empty one: the result), types, children
  ListOf,       // children
  Relation,     // names of columns, children row by row
  Invocation,   // child 0 is called with children as the parameters names
  Function,     // parameters names and types, child 0 the body
  Conditional,  // if, then, else
  Filter,       // in, match
  For,          // in, return, over names[0]
  Some,         // in, satisfies
  Every,
  Faulty,  // could not be compiled
};

struct Boxed {
  BoxedKind kind = BoxedKind::Faulty;
  std::optional<feel::Expression> expression = {};
  std::optional<DecisionTable> table = {};
  std::vector<std::string> names = {};
  std::vector<feel::TypePointer> types = {};
  feel::TypePointer type = {};
  std::vector<Boxed> children = {};
};

enum class ElementKind { Input, Decision, Knowledge, Service };

// Where a requirement points to: an element of this model or of one that it imports.
struct Requirement {
  int import = -1;  // among the imports; -1: this model
  std::string id;
};

struct Element {
  ElementKind kind = ElementKind::Input;
  std::string id;
  std::string name;  // of its variable
  feel::TypePointer type = {};
  std::optional<Boxed> logic = {};  // of a business knowledge model: a function
  std::vector<Requirement> requires_what = {};
  // Decision services
  std::vector<Requirement> outputs = {};
  std::vector<Requirement> input_decisions = {};
  std::vector<Requirement> input_data = {};
  int line = 0;
};

struct ImportedModel {
  std::string name;
  std::string uri;
  std::shared_ptr<const ModelContent> content;  // shared by all models that import it
};

struct ModelContent {
  std::string uri;
  std::string name;
  std::vector<Element> elements;
  std::map<std::string, std::size_t, std::less<>> by_id;
  std::map<std::string, feel::TypePointer, std::less<>> types;
  std::vector<std::string> members;  // names in its types and elements
  std::vector<ImportedModel> imports;
  std::vector<ImportError> faults;

  const Element* find(std::string_view id) const {
    const auto found = by_id.find(id);
    return found == by_id.end() ? nullptr : &elements[found->second];
  }
};

using ContentPointer = std::shared_ptr<const ModelContent>;

struct CompileState {
  const Resolver& resolver;
  int& models_left;  // how many more may be imported, by whatever imports
  int depth = 0;
};

Result<ContentPointer, std::vector<ImportError>> compile_content(std::string_view xml,
                                                                 const CompileState& state);

}  // namespace motcua::dmn
