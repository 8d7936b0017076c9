#include "schema/loops.hpp"

namespace motcua::schema {
namespace {

using Nodes = std::vector<NodeId>;

struct AppliedInPlace {
  Nodes operator()(const AllCheck& check) const { return check.parts; }
  Nodes operator()(const AnyCheck& check) const { return check.choices; }
  Nodes operator()(const OneCheck& check) const { return check.choices; }
  Nodes operator()(const NotCheck& check) const { return {check.forbidden}; }
  Nodes operator()(const ReferenceCheck& check) const { return {check.target}; }
  Nodes operator()(const IfCheck& check) const {
    Nodes nodes{check.condition};
    if (check.then) nodes.push_back(*check.then);
    if (check.otherwise) nodes.push_back(*check.otherwise);
    return nodes;
  }
  Nodes operator()(const DependentSchemasCheck& check) const {
    Nodes nodes;
    for (const auto& [name, node] : check.rules) nodes.push_back(node);
    return nodes;
  }
  template <class Other>
  Nodes operator()(const Other&) const {
    return {};
  }
};

Nodes next_of(const Node& node) {
  Nodes all;
  for (const auto& check : node.checks) {
    const Nodes some = std::visit(AppliedInPlace{}, check);
    all.insert(all.end(), some.begin(), some.end());
  }
  return all;
}

enum class Seen { Not, OnThePath, Done };

struct Stop {
  NodeId node;
  Nodes next;
};

}  // namespace

std::optional<NodeId> find_loop(const Program& program) {
  std::vector<Seen> seen(program.nodes.size(), Seen::Not);
  std::vector<Stop> path;
  const auto enter = [&](NodeId node) {
    seen[node] = Seen::OnThePath;
    path.push_back({node, next_of(program.nodes[node])});
  };
  for (NodeId start = 0; start < program.nodes.size(); ++start) {
    if (seen[start] == Seen::Not) enter(start);
    while (!path.empty()) {
      Stop& here = path.back();
      if (here.next.empty()) {
        seen[here.node] = Seen::Done;
        path.pop_back();
        continue;
      }
      const NodeId next = here.next.back();
      here.next.pop_back();
      if (seen[next] == Seen::OnThePath) return next;
      if (seen[next] == Seen::Not) enter(next);
    }
  }
  return std::nullopt;
}

}  // namespace motcua::schema
