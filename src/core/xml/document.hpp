// XML read for BPMN and DMN: namespaces resolved, the line of every element known.
//
// Bounded: at most 4 MB of text, 200 levels, no document type declaration (so no entities).
// Read-only after reading; elements belong to their Document.
#pragma once

#include <cstddef>
#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/text.hpp"

namespace motcua::xml {

struct ReadError {
  int line = 1;
  Text what;
};

struct Name {
  std::string_view uri;  // empty: no namespace
  std::string_view local;
  bool operator==(const Name&) const = default;
};

class Document {
 public:
  static Result<Document, ReadError> read(std::string_view text);

  pugi::xml_node root() const { return tree_->document_element(); }
  int line(pugi::xml_node element) const;  // of its start tag, from 1

 private:
  Document() : tree_(std::make_unique<pugi::xml_document>()) {}
  std::unique_ptr<pugi::xml_document> tree_;
  std::vector<std::size_t> line_ends_;
};

Name name_of(pugi::xml_node element);
// The attribute in `uri`, or the one without prefix when `uri` is empty; empty when absent.
std::string attribute(pugi::xml_node element, std::string_view uri, std::string_view local);
std::vector<pugi::xml_node> children(pugi::xml_node element, Name name);
std::vector<pugi::xml_node> elements(pugi::xml_node element);  // all child elements
std::string text_of(pugi::xml_node element);                   // its text, trimmed

}  // namespace motcua::xml
