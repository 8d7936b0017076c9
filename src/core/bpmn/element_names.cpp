#include "bpmn/element_names.hpp"

#include "bpmn/element_tree.hpp"

namespace motcua::bpmn {
namespace {

using Names = std::map<std::string, Text, std::less<>>;

// As deep as xml::Document lets a tree be.
void collect_names(pugi::xml_node element, Names& names) {
  if (xml::name_of(element).uri == bpmn_uri) {
    std::string id = xml::attribute(element, "", "id");
    Text name{xml::attribute(element, "", "name"), xml::attribute(element, motcua_uri, "name-en")};
    const bool named = !name.vi.empty() || !name.en.empty();
    if (!id.empty() && named) names.emplace(std::move(id), std::move(name));
  }
  for (const auto child : xml::elements(element)) collect_names(child, names);
}

}  // namespace

std::map<std::string, Text, std::less<>> element_names(std::string_view xml) {
  Names names;
  const auto document = xml::Document::read(xml);
  if (document) collect_names(document->root(), names);
  return names;
}

}  // namespace motcua::bpmn
