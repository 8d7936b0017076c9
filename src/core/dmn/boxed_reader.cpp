#include "dmn/boxed_reader.hpp"

namespace motcua::dmn {

std::optional<Boxed> BoxedReader::expression_in(pugi::xml_node parent) {
  for (auto element : xml::elements(parent)) {
    if (auto boxed = read(element)) return boxed;
  }
  return std::nullopt;
}

Boxed BoxedReader::required_in(pugi::xml_node parent) {
  auto boxed = expression_in(parent);
  return boxed ? std::move(*boxed) : Boxed{};
}

feel::TypePointer BoxedReader::type_of(pugi::xml_node element) {
  const std::string type = xml::attribute(element, "", "typeRef");
  return type.empty() ? nullptr : names_.type(type);
}

std::optional<Boxed> BoxedReader::read(pugi::xml_node element) {
  const auto local = xml::name_of(element).local;
  std::optional<Boxed> boxed;
  if (local == "literalExpression") boxed = literal(element);
  if (local == "decisionTable") boxed = table(element);
  if (local == "context") boxed = context(element);
  if (local == "relation") boxed = relation(element);
  if (local == "invocation") boxed = invocation(element);
  if (local == "functionDefinition") return function(element);
  if (local == "conditional")
    boxed = parts(element, BoxedKind::Conditional, {"if", "then", "else"});
  if (local == "filter") {
    const std::size_t before = names_.variables.size();
    names_.variables.push_back("item");
    boxed = parts(element, BoxedKind::Filter, {"in", "match"});
    names_.variables.resize(before);
  }
  if (local == "for") boxed = iterator(element, BoxedKind::For, "return");
  if (local == "some") boxed = iterator(element, BoxedKind::Some, "satisfies");
  if (local == "every") boxed = iterator(element, BoxedKind::Every, "satisfies");
  if (local == "list") {
    boxed = Boxed{BoxedKind::ListOf};
    for (auto item : xml::elements(element)) {
      if (auto read_item = read(item)) boxed->children.push_back(std::move(*read_item));
    }
  }
  if (boxed && !boxed->type) boxed->type = type_of(element);
  return boxed;
}

Boxed BoxedReader::literal(pugi::xml_node element) {
  Boxed boxed;
  const auto text = reader_.child(element, "text");
  if (!text) return boxed;
  boxed.expression = reader_.expression(element, reader_.text(element), names_);
  if (boxed.expression) boxed.kind = BoxedKind::Literal;
  return boxed;
}

Boxed BoxedReader::table(pugi::xml_node element) {
  Boxed boxed;
  auto content = reader_.table(element, names_);
  if (!content) return boxed;
  boxed.kind = BoxedKind::Table;
  boxed.table = DecisionTable(std::move(*content));
  return boxed;
}

Boxed BoxedReader::context(pugi::xml_node element) {
  Boxed boxed{BoxedKind::ContextOf};
  const std::size_t before = names_.variables.size();
  for (auto entry : reader_.children(element, "contextEntry")) {
    const auto variable = reader_.child(entry, "variable");
    std::string name = xml::attribute(variable, "", "name");
    names_.variables.push_back(name);
    names_.members.push_back(name);
    boxed.children.push_back(required_in(entry));
    boxed.types.push_back(type_of(variable));
    boxed.names.push_back(std::move(name));
  }
  names_.variables.resize(before);
  return boxed;
}

Boxed BoxedReader::relation(pugi::xml_node element) {
  Boxed boxed{BoxedKind::Relation};
  for (auto column : reader_.children(element, "column")) {
    boxed.names.push_back(xml::attribute(column, "", "name"));
    names_.members.push_back(boxed.names.back());
  }
  for (auto row : reader_.children(element, "row")) {
    std::size_t cells = 0;
    for (auto cell : xml::elements(row)) {
      if (auto value = read(cell)) boxed.children.push_back(std::move(*value)), ++cells;
    }
    if (cells != boxed.names.size()) {
      reader_.refuse(row, {"số ô khác số cột", "another number of cells than columns"});
      return {};
    }
  }
  return boxed;
}

Boxed BoxedReader::invocation(pugi::xml_node element) {
  Boxed boxed{BoxedKind::Invocation};
  boxed.children.push_back(required_in(element));
  for (auto binding : reader_.children(element, "binding")) {
    boxed.names.push_back(xml::attribute(reader_.child(binding, "parameter"), "", "name"));
    boxed.children.push_back(required_in(binding));
  }
  return boxed;
}

Boxed BoxedReader::function(pugi::xml_node element) {
  Boxed boxed{BoxedKind::Function};
  const std::string kind = xml::attribute(element, "", "kind");
  if (!kind.empty() && kind != "FEEL") {
    reader_.refuse(element, {"không hỗ trợ hàm ngoài (" + kind + ")",
                             "external functions (" + kind + ") are not supported"});
    return {};
  }
  const std::size_t before = names_.variables.size();
  for (auto parameter : reader_.children(element, "formalParameter")) {
    boxed.names.push_back(xml::attribute(parameter, "", "name"));
    boxed.types.push_back(type_of(parameter));
    names_.variables.push_back(boxed.names.back());
  }
  boxed.children.push_back(required_in(element));
  boxed.type = type_of(element);
  names_.variables.resize(before);
  return boxed;
}

Boxed BoxedReader::parts(pugi::xml_node element, BoxedKind kind,
                         std::initializer_list<const char*> names) {
  Boxed boxed{kind};
  for (const char* name : names)
    boxed.children.push_back(required_in(reader_.child(element, name)));
  return boxed;
}

Boxed BoxedReader::iterator(pugi::xml_node element, BoxedKind kind, const char* body) {
  const std::size_t before = names_.variables.size();
  const std::string name = xml::attribute(element, "", "iteratorVariable");
  names_.variables.push_back(name);
  names_.variables.push_back("partial");
  Boxed boxed = parts(element, kind, {"in", body});
  boxed.names.push_back(name);
  names_.variables.resize(before);
  return boxed;
}

void BoxedReader::name_tables(Boxed& boxed, const std::string& decision) {
  if (boxed.table) boxed.table->rename(decision);
  for (Boxed& child : boxed.children) name_tables(child, decision);
}

}  // namespace motcua::dmn
