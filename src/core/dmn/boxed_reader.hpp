// Reads boxed expressions (DMN 1.5, chapter 10.2): what may stand as the logic of a decision.
// Internal to core/dmn.
#pragma once

#include <string>

#include "dmn/content.hpp"
#include "dmn/reader.hpp"

namespace motcua::dmn {

class BoxedReader {
 public:
  BoxedReader(Reader& reader, feel::Names names) : reader_(reader), names_(std::move(names)) {}

  // The expression among the child elements; nothing when there is none.
  std::optional<Boxed> expression_in(pugi::xml_node parent);
  Boxed function(pugi::xml_node element);  // functionDefinition or encapsulatedLogic
  void name_tables(Boxed& boxed, const std::string& decision);

 private:
  std::optional<Boxed> read(pugi::xml_node element);
  Boxed literal(pugi::xml_node element);
  Boxed table(pugi::xml_node element);
  Boxed context(pugi::xml_node element);
  Boxed relation(pugi::xml_node element);
  Boxed invocation(pugi::xml_node element);
  Boxed iterator(pugi::xml_node element, BoxedKind kind, const char* body);
  Boxed parts(pugi::xml_node element, BoxedKind kind, std::initializer_list<const char*> names);
  Boxed required_in(pugi::xml_node parent);
  feel::TypePointer type_of(pugi::xml_node element);

  Reader& reader_;
  feel::Names names_;
};

}  // namespace motcua::dmn
