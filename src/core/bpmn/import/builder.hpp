// Builds executable definitions from an element tree whose constraints hold. Internal to core/bpmn.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "bpmn/definitions.hpp"
#include "bpmn/element_tree.hpp"

namespace motcua::bpmn {

class Builder {
 public:
  explicit Builder(const ElementTree& tree) : tree_(tree) {}

  Result<Definitions, std::vector<ImportError>> run();

 private:
  // scopes.cpp
  int add_node(int element, NodeKind kind, int scope);
  void add_process(int element);
  void add_global_task(int element);
  void read_scope(int element, int node);
  void read_child(int element, int scope);
  void find_starts(int scope);
  // activities.cpp
  void read_activity(int element, int node);
  void read_task(int element, int node);
  void read_loop(int element, int node);
  void read_multi_instance(int element, Loop& loop);
  void read_data(int element, int node);
  Association read_association(int element, bool input);
  void read_call(int element, int node);
  void declare_variables(int element, int node);
  // events.cpp
  void read_event(int element, int node);
  std::optional<EventDefinition> read_definition(int element);
  void read_timer(int element, EventDefinition& definition);
  std::string code_of(int element, const char* reference, const char* code) const;
  // links.cpp
  void add_flows();
  void connect_boundaries();
  void connect_calls();
  void connect_links();
  void map_call_data(int element, Node& call);
  void find_compensable();
  void note_conditions();
  void find_joins();
  void reach_back(int gateway, std::size_t bit, std::vector<std::uint64_t>& reach);
  void refuse_circles();
  bool turns(int node, std::vector<char>& state, int depth);

  std::optional<feel::Expression> compile(int element);    // its text
  std::optional<feel::Expression> condition(int element);  // … that may give a boolean
  std::string variable_name(int element) const;
  void refuse(int element, Text what);
  Node& node(int number) { return definitions_.nodes[static_cast<std::size_t>(number)]; }
  int node_of(int element) const;  // the node made for an element, or -1

  const ElementTree& tree_;
  Definitions definitions_;
  std::vector<int> nodes_by_element_;
  std::vector<std::pair<int, int>> calls_;  // element and node
  std::vector<ImportError> errors_;
};

}  // namespace motcua::bpmn
