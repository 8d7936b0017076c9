// Small BPMN models for tests, and a caller that answers an instance's requests.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "bpmn/instance.hpp"

namespace motcua::bpmn {

// `inside` stands in <definitions>; elements without prefix are BPMN's.
inline std::string in_definitions(std::string_view inside) {
  return "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" "
         "xmlns:motcua=\"urn:motcua:bpmn:1\">\n" +
         std::string(inside) + "</definitions>";
}

inline std::string in_process(std::string_view inside) {
  return in_definitions("<process id=\"p\">\n" + std::string(inside) + "</process>");
}

inline std::string flow(std::string_view from, std::string_view to,
                        std::string_view condition = "") {
  std::string out = "<sequenceFlow id=\"" + std::string(from) + "-" + std::string(to) +
                    "\" sourceRef=\"" + std::string(from) + "\" targetRef=\"" + std::string(to) +
                    "\">";
  if (!condition.empty()) {
    out += "<conditionExpression>" + std::string(condition) + "</conditionExpression>";
  }
  return out + "</sequenceFlow>\n";
}

inline Definitions must_import(const std::string& xml) {
  auto definitions = import_definitions(xml);
  if (definitions) return std::move(definitions).value();
  for (const auto& error : definitions.error()) {
    ADD_FAILURE() << error.line << " " << error.element << ": " << error.what.en;
  }
  return {};
}

// One running instance, its open requests by node id, and what has happened.
class Runner {
 public:
  explicit Runner(const Definitions& definitions) : definitions_(definitions) {}

  Runner& start(feel::Context variables = {}) {
    return take(Start{definitions_.processes.front(), std::move(variables), -1, 0});
  }
  Runner& take(const Trigger& trigger) {
    auto made = step(definitions_, instance, trigger);
    if (!made) {
      rejected = std::string(made.error().code());
      return *this;
    }
    rejected.clear();
    instance = made->instance;
    requests.insert(requests.end(), made->requests.begin(), made->requests.end());
    return *this;
  }
  // Completes the oldest open request of that node.
  Runner& complete(std::string_view node, feel::Context outputs = {}) {
    const Request* found = request(node);
    if (found == nullptr) {
      ADD_FAILURE() << "nothing was asked of " << node;
      return *this;
    }
    return take(TaskCompleted{found->execution, std::move(outputs)});
  }
  Runner& due(std::string_view node) {
    const Request* found = request(node);
    if (found == nullptr) {
      ADD_FAILURE() << "no timer of " << node;
      return *this;
    }
    return take(TimerDue{found->execution, found->node, found->definition});
  }

  // The ids of what waits for the caller now, in the order it was asked.
  std::vector<std::string> open() const {
    std::vector<std::string> found;
    for (const Execution& one : instance.executions) {
      if (one.doing == Doing::Working) found.push_back(definitions_.node(one.node).id);
    }
    return found;
  }
  std::vector<std::string> asked(RequestKind kind) const {
    std::vector<std::string> found;
    for (const Request& one : requests) {
      if (one.kind == kind) found.push_back(one.name);
    }
    return found;
  }
  feel::Value variable(std::string_view name) const {
    const auto& all = variables_of(instance);
    const auto* found = all.get(name);
    return found == nullptr ? feel::Value() : *found;
  }
  const Request* request(std::string_view node) const {
    for (const Request& one : requests) {
      if (definitions_.node(one.node).id != node) continue;
      if (instance.find(one.execution) != nullptr) return &one;
    }
    return nullptr;
  }

  Instance instance;
  std::vector<Request> requests;
  std::string rejected;

 private:
  const Definitions& definitions_;
};

}  // namespace motcua::bpmn
