// What importing tables and models share: walking the elements of a DMN namespace, compiling the
// FEEL in them, noting what is wrong with its line. Internal to core/dmn.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dmn/decision.hpp"
#include "xml/document.hpp"

namespace motcua::dmn {

// The model namespace of DMN 1.1 to 1.5 that this is; false otherwise.
bool is_dmn_namespace(std::string_view uri);

class Reader {
 public:
  Reader(const xml::Document& document, std::string_view uri, std::vector<ImportError>& errors)
      : document_(document), uri_(uri), errors_(errors) {}

  void refuse(pugi::xml_node at, Text what);
  pugi::xml_node child(pugi::xml_node element, std::string_view local) const;
  std::vector<pugi::xml_node> children(pugi::xml_node element, std::string_view local) const;
  std::string text(pugi::xml_node element) const;  // of its child "text"
  int line(pugi::xml_node at) const { return document_.line(at); }

  std::optional<feel::Expression> expression(pugi::xml_node at, const std::string& source,
                                             const feel::Names& names);
  std::optional<feel::UnaryTests> tests(pugi::xml_node at, const std::string& source,
                                        const feel::Names& names);
  // Nothing where something was wrong (noted). `names.type` gives the types of columns.
  std::optional<TableContent> table(pugi::xml_node table, const feel::Names& names);

 private:
  void read_policy(pugi::xml_node table, TableContent& content);
  void read_inputs(pugi::xml_node table, TableContent& content, const feel::Names& names);
  void read_outputs(pugi::xml_node table, TableContent& content, const feel::Names& names);
  Rule read_rule(pugi::xml_node element, const TableContent& content, const feel::Names& names);

  const xml::Document& document_;
  std::string_view uri_;
  std::vector<ImportError>& errors_;
};

}  // namespace motcua::dmn
