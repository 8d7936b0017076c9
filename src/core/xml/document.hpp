// XML read for BPMN and DMN: namespaces resolved, the line of every element known, nothing lost.
//
// Bounded: at most 4 MB of UTF-8 text, 200 levels, 200,000 elements, 512 attributes on the way from
// the root to any element, no document type declaration (so no entities). What goes beyond is a
// ReadError with its line, in time proportional to the text.
//
// The tree keeps comments, CDATA, blank text and processing instructions, so that write() gives
// back every element, attribute and text. Elements belong to their Document; whoever edits them
// through root() gets new lines only by reading again.
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
  std::string write() const;               // the document as it is now, in UTF-8

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
