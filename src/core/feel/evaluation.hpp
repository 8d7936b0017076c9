// Evaluates the nodes of a Tree in a Run. Internal to core/feel: evaluation.cpp has the nodes,
// iteration.cpp what goes over lists.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "feel/expression.hpp"
#include "feel/tree.hpp"

namespace motcua::feel {

// The variables at some place, innermost first: a context's entries, or one named value.
struct Frame {
  const Frame* outer = nullptr;
  const Context* context = nullptr;
  std::string_view name = {};
  const Value* value = nullptr;

  const Value* find(std::string_view wanted) const;
};

class Evaluation {
 public:
  // `shared`: the tree, to be kept by functions that are made.
  Evaluation(const std::shared_ptr<const Tree>& shared, Run& run)
      : shared_(shared), tree_(*shared), run_(run) {}

  Value value_of(int node, const Frame* frame);
  Value test(int node, const Value& input, const Frame* frame);  // of unary tests

 private:
  const Node& at(int node) const { return tree_.nodes[static_cast<std::size_t>(node)]; }
  Value dispatch(const Node& node, const Frame* frame);
  Value binary(const Node& node, const Frame* frame);
  Value name(const Node& node, const Frame* frame);
  Value path(const Node& node, const Frame* frame);
  Value member(const Value& value, std::string_view name);
  Value call(const Node& node, const Frame* frame);
  Value list(const Node& node, const Frame* frame);
  Value context(const Node& node, const Frame* frame);
  Value logic(const Node& node, const Frame* frame, bool decisive);
  Value choice(const Node& node, const Frame* frame);
  Value range(const Node& node, const Frame* frame);
  Value between(const Node& node, const Frame* frame);
  Value function(const Node& node, const Frame* frame);
  // iteration.cpp
  Value filter(const Node& node, const Frame* frame);
  Value picked(const Value& list, const Number& index);
  Value iterate(const Node& node, const Frame* frame);
  Value quantify(const Node& node, const Frame* frame);
  bool for_each(const Node& node, std::size_t iterator, const Frame* frame,
                const std::function<bool(const Frame*)>& body);
  bool for_range(const Range& range, const std::function<bool(const Value&)>& body);
  // tests
  Value any_test(const Node& node, const Value& input, const Frame* frame);
  Value value_test(const Node& node, const Value& input, const Frame* frame);

  const std::shared_ptr<const Tree>& shared_;
  const Tree& tree_;
  Run& run_;
};

}  // namespace motcua::feel
