#include "authority/check_procedure.hpp"

#include <algorithm>
#include <set>

namespace motcua::authority {
namespace {

const Matrix* newest(const Matrices& matrices, std::string_view id) {
  const Matrix* found = nullptr;
  for (const auto& one : matrices.versions()) {
    if (one.id == id) found = &one;
  }
  return found;
}

// Deciders its rows name; in the order of their ids.
std::set<std::string> given_by(const Matrix& matrix) {
  std::set<std::string> ids;
  for (const auto& rule : matrix.table->rules()) {
    const auto value = rule.outputs.front().evaluate({});
    if (const auto* id = value.as<std::string>()) ids.insert(*id);
  }
  return ids;
}

// An outside body decides at a step of its unit; a post of the office at one no liaison records.
std::optional<std::string> step_of(const procedure::Version& version, const Decider& decider) {
  for (const auto& [id, node] : version.process.nodes) {
    const auto& task = node.task;
    if (task.act != "sign-off") continue;
    if (decider.post.empty() ? task.unit == decider.unit : task.role != "liaison") return id;
  }
  return std::nullopt;
}

bool is_held(const Office& office, const std::string& post, Date day) {
  return !holders_of(office, {}, post, day).empty();
}

}  // namespace

procedure::Problems check_procedure(const procedure::Version& version, const Matrices& matrices,
                                    const Office* office, Date day) {
  procedure::Problems problems;
  if (version.authority.empty()) return problems;
  const auto report = [&](std::string_view file, std::string code, Text what,
                          std::string element = {}) {
    problems.push_back(
        {std::string(file), 1, std::move(code), std::move(what), std::move(element)});
  };
  const auto* matrix = newest(matrices, version.authority);
  if (matrix == nullptr) {
    report("procedure.toml", "matrix-unknown",
           {"không có ma trận thẩm quyền “" + version.authority + "”",
            "there is no authority matrix “" + version.authority + "”"});
    return problems;
  }
  for (const auto& id : given_by(*matrix)) {
    const auto* decider = matrix->find_decider(id);
    if (decider == nullptr) continue;  // what check_matrix() says
    const Text name{"“" + decider->name.vi + "”", "“" + decider->name.en + "”"};
    const auto step = step_of(version, *decider);
    if (!step) {
      report("process.bpmn", "no-one-has-authority",
             {name.vi + " có thẩm quyền nhưng quy trình không có bước quyết định nào của cấp này",
              name.en + " has the authority, and the process has no step at which to decide"});
    } else if (office != nullptr && !decider->post.empty() &&
               !is_held(*office, decider->post, day)) {
      report("process.bpmn", "no-one-has-authority",
             {"không ai giữ chức vụ " + name.vi + " có thẩm quyền quyết định",
              "nobody holds the post " + name.en + ", which has the authority"},
             *step);
    }
  }
  return problems;
}

}  // namespace motcua::authority
