#include "bpmn/constraints/constraints.hpp"

#include <algorithm>
#include <array>

namespace motcua::bpmn {
namespace {

constexpr std::size_t most_findings = 200;

}  // namespace

std::vector<int> event_definitions_of(const ElementTree& tree, int event) {
  std::vector<int> found;
  for (const int child : tree.at(event).children) {
    if (is_event_definition(tree.at(child).kind)) found.push_back(child);
  }
  const auto referenced = tree.references(event, "eventDefinitionRef");
  found.insert(found.end(), referenced.begin(), referenced.end());
  return found;
}

bool has_definition(const ElementTree& tree, int event, std::string_view kind) {
  const auto definitions = event_definitions_of(tree, event);
  return std::ranges::any_of(definitions, [&](int one) { return tree.at(one).kind == kind; });
}

bool is_executable(const ElementTree& tree, int element) {
  constexpr std::array<std::string_view, 1> processes = {"process"};
  const int process = tree.nearest(element, processes);
  return process != nothing && tree.is_true(process, "isExecutable", false);
}

std::vector<ImportError> broken_constraints(const ElementTree& tree) {
  Findings findings(tree);
  for (const auto rules :
       {reference_rules(), flow_rules(), gateway_rules(), event_rules(), boundary_rules(),
        activity_rules(), item_rules(), message_rules(), collaboration_rules()}) {
    for (const Rule& rule : rules) {
      findings.begin(rule.name);
      rule.check(tree, findings);
    }
  }
  std::vector<ImportError> broken = findings.take();
  std::ranges::stable_sort(broken, {}, &ImportError::line);
  if (broken.size() > most_findings) broken.resize(most_findings);
  return broken;
}

}  // namespace motcua::bpmn
