// The constraints BPMN 2.0 (OMG formal/2013-12-09) puts on a model beyond its XML schema, each one
// a small function named by what must hold. Numbers in comments are those of the list of extended
// constraints by Geiger and Wirtz that outside suites use.
//
// A rule looks at the tree and reports every element that breaks it; it changes nothing and does
// not depend on other rules.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "bpmn/element_tree.hpp"
#include "bpmn/fault.hpp"

namespace motcua::bpmn {

class Findings {
 public:
  explicit Findings(const ElementTree& tree) : tree_(tree) {}

  void report(int element, Text what) {
    found_.push_back({tree_.line(element), tree_.name(element), std::move(what), rule_});
  }
  void begin(std::string_view rule) { rule_ = rule; }
  std::vector<ImportError> take() { return std::move(found_); }

 private:
  const ElementTree& tree_;
  std::string_view rule_;
  std::vector<ImportError> found_;
};

struct Rule {
  std::string_view name;
  void (*check)(const ElementTree& tree, Findings& findings);
};

std::span<const Rule> activity_rules();
std::span<const Rule> boundary_rules();
std::span<const Rule> collaboration_rules();
std::span<const Rule> item_rules();
std::span<const Rule> event_rules();
std::span<const Rule> flow_rules();
std::span<const Rule> gateway_rules();
std::span<const Rule> message_rules();
std::span<const Rule> reference_rules();

// Every breach of every rule, by line; at most 200.
std::vector<ImportError> broken_constraints(const ElementTree& tree);

// The event definitions of an event, its own and the referenced ones, in that order.
std::vector<int> event_definitions_of(const ElementTree& tree, int event);
bool has_definition(const ElementTree& tree, int event, std::string_view kind);
// The process an element is in says isExecutable="true".
bool is_executable(const ElementTree& tree, int element);

}  // namespace motcua::bpmn
