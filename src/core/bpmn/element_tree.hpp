// The elements of a BPMN 2.0 document (OMG formal/2013-12-09) with their references resolved: what
// the constraints look at and the executable model is built from.
//
// Elements are numbered in document order; element 0 is <definitions>. What is in another
// namespace, in extensionElements or in the diagram interchange is not among them: it is kept by
// the document and has no effect. Lives no longer than its Document.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "xml/document.hpp"

namespace motcua::bpmn {

inline constexpr std::string_view bpmn_uri = "http://www.omg.org/spec/BPMN/20100524/MODEL";
inline constexpr std::string_view motcua_uri = "urn:motcua:bpmn:1";
inline constexpr int nothing = -1;
inline constexpr int most_elements = 20'000;  // some rules look at pairs of elements

struct Element {
  pugi::xml_node xml;
  std::string_view kind;  // local name: "userTask", "sequenceFlow" …
  std::string id;         // empty when it has none
  int parent = nothing;
  std::vector<int> children;
  std::vector<int> incoming;  // sequence flows that name it as target, in document order
  std::vector<int> outgoing;  // sequence flows that name it as source
};

class ElementTree {
 public:
  explicit ElementTree(const xml::Document& document);

  bool is_bpmn() const { return !elements_.empty(); }
  bool is_too_large() const { return size() > most_elements; }
  const Element& at(int element) const { return elements_[static_cast<std::size_t>(element)]; }
  int size() const { return static_cast<int>(elements_.size()); }
  int line(int element) const { return document_.line(at(element).xml); }
  std::string name(int element) const;  // "userTask review" for messages

  std::string_view attribute(int element, const char* name) const;
  std::string extension(int element, std::string_view name) const;  // in motcua_uri
  bool is_true(int element, const char* attribute, bool otherwise) const;
  std::string text(int element) const;

  int child(int element, std::string_view kind) const;  // the first, or nothing
  std::vector<int> children(int element, std::string_view kind) const;
  const std::vector<int>& all(std::string_view kind) const;
  // The element a QName or id names ("tns:message" as well as "message"), or nothing.
  int find(std::string_view reference) const;
  int reference(int element, const char* attribute) const;                      // by an attribute
  std::vector<int> references(int element, std::string_view child_kind) const;  // by child elements
  int nearest(int element, std::span<const std::string_view> kinds) const;  // itself or around it

 private:
  void walk(pugi::xml_node xml, int parent);
  void connect();

  const xml::Document& document_;
  std::vector<Element> elements_;
  std::map<std::string, int, std::less<>> by_id_;
  std::map<std::string_view, std::vector<int>> by_kind_;
};

// Groups of element kinds, by the standard's class diagram.
bool is_activity(std::string_view kind);
bool is_task(std::string_view kind);
bool is_sub_process(std::string_view kind);  // also transaction and adHocSubProcess
bool is_gateway(std::string_view kind);
bool is_event(std::string_view kind);
bool is_throw_event(std::string_view kind);
bool is_catch_event(std::string_view kind);
bool is_choreography_activity(std::string_view kind);
bool is_flow_node(std::string_view kind);
bool is_event_definition(std::string_view kind);
bool is_global_task(std::string_view kind);
bool is_artifact(std::string_view kind);

}  // namespace motcua::bpmn
