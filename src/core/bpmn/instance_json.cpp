#include "bpmn/instance_json.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "base/json.hpp"
#include "feel/expression.hpp"

namespace motcua::bpmn {
namespace {

// null, true, "text" and lists are themselves; {"c": …} is a context, {"f": "date(…)"} any other
// value in FEEL's own notation.
json::value write_value(const feel::Value& value) {
  if (value.is_null()) return nullptr;
  if (const auto* truth = value.as<bool>()) return *truth;
  if (const auto* text = value.as<std::string>()) return json::value(*text);
  if (const auto* list = value.as<feel::List>()) {
    json::array out;
    for (const auto& item : *list) out.push_back(write_value(item));
    return out;
  }
  if (const auto* context = value.as<feel::Context>()) {
    json::object out;
    for (const auto& [name, item] : *context) out[name] = write_value(item);
    return json::object{{"c", std::move(out)}};
  }
  return json::object{{"f", feel::write(value)}};
}

feel::Value read_value(const json::value& value) {
  if (const auto* truth = value.if_bool()) return feel::Value(*truth);
  if (const auto* text = value.if_string()) return feel::Value(std::string(*text));
  if (const auto* list = value.if_array()) {
    feel::List out;
    for (const auto& item : *list) out.push_back(read_value(item));
    return feel::Value(std::move(out));
  }
  if (const auto* context = member(value, "c"); context != nullptr && context->is_object()) {
    feel::Context out;
    for (const auto& [name, item] : context->get_object()) out[name] = read_value(item);
    return feel::Value(std::move(out));
  }
  const auto compiled = feel::Expression::compile(string_member(value, "f"));
  return compiled ? compiled->evaluate({}) : feel::Value();
}

json::array write_execution(const Execution& one) {
  const int flags = (one.interrupted ? 1 : 0) | (one.cancelling ? 2 : 0) | (one.child ? 4 : 0);
  return {one.id, one.parent,     one.node,  one.flow,    static_cast<int>(one.doing),
          flags,  one.throws_for, one.total, one.started, one.finished};
}

// The whole numbers of an array of exactly `size`; empty when it is anything else.
std::vector<std::int64_t> numbers(const json::value& value, std::size_t size) {
  std::vector<std::int64_t> found;
  const auto* array = value.if_array();
  if (array == nullptr || array->size() != size) return {};
  for (const auto& item : *array) {
    const auto* number = item.if_int64();
    if (number == nullptr || *number < -1'000'000'000 || *number > 4'000'000'000) return {};
    found.push_back(*number);
  }
  return found;
}

const json::array& array_of(const json::value& value, std::string_view name) {
  static const json::array none;
  const auto* found = member(value, name);
  return found != nullptr && found->is_array() ? found->get_array() : none;
}

class Reader {
 public:
  Reader(const Definitions& definitions, const json::value& value)
      : definitions_(definitions), value_(value) {}

  bool run(Instance& out) {
    const auto* last = member(value_, "last");
    const auto* ended = member(value_, "ended");
    if (last == nullptr || !last->is_int64() || ended == nullptr || !ended->is_bool()) return false;
    out.last_id = static_cast<std::uint32_t>(last->get_int64());
    out.ended = ended->get_bool();
    const auto* error = member(value_, "error");
    out.failed = error != nullptr && error->is_string();
    if (out.failed) out.error_code = error->get_string();
    return read_executions(out) && read_variables(out) && read_completed(out) && read_marks(out);
  }

 private:
  bool is_node(std::int64_t node) const {
    return node >= 0 && node < static_cast<std::int64_t>(definitions_.nodes.size());
  }

  bool read_executions(Instance& out) const {
    for (const auto& item : array_of(value_, "executions")) {
      const auto n = numbers(item, 10);
      if (n.empty() || !is_node(n[2]) || n[4] < 0 || n[4] > static_cast<int>(Doing::Gathering)) {
        return false;
      }
      Execution one;
      one.id = static_cast<std::uint32_t>(n[0]);
      one.parent = static_cast<std::uint32_t>(n[1]);
      one.node = static_cast<std::int32_t>(n[2]);
      one.flow = static_cast<std::int32_t>(n[3]);
      one.doing = static_cast<Doing>(n[4]);
      one.interrupted = (n[5] & 1) != 0;
      one.cancelling = (n[5] & 2) != 0;
      one.child = (n[5] & 4) != 0;
      one.throws_for = static_cast<std::uint32_t>(n[6]);
      one.total = static_cast<std::int32_t>(n[7]);
      one.started = static_cast<std::int32_t>(n[8]);
      one.finished = static_cast<std::int32_t>(n[9]);
      const bool in_order = out.executions.empty() ? one.parent == 0
                                                   : out.executions.back().id < one.id &&
                                                         out.find(one.parent) != nullptr;
      if (!in_order || one.id > out.last_id) return false;
      if (one.flow >= static_cast<int>(definitions_.flows.size()) || one.flow < -1) return false;
      out.executions.push_back(one);
    }
    return out.executions.size() <= most_executions && out.ended == out.executions.empty();
  }

  bool read_variables(Instance& out) const {
    for (const auto& item : array_of(value_, "variables")) {
      const auto* owner = member(item, "of");
      const auto* values = member(item, "values");
      if (owner == nullptr || !owner->is_int64() || values == nullptr) return false;
      Variables one;
      one.execution = static_cast<std::uint32_t>(owner->get_int64());
      one.isolated = member(item, "isolated") != nullptr;
      const auto read = read_value(*values);
      if (const auto* context = read.as<feel::Context>()) one.values = *context;
      out.variables.push_back(std::move(one));
    }
    return !out.variables.empty();
  }

  bool read_completed(Instance& out) const {
    for (const auto& item : array_of(value_, "completed")) {
      const auto n = numbers(item, 3);
      if (n.empty() || !is_node(n[1])) return false;
      out.completed.push_back({static_cast<std::uint32_t>(n[0]), static_cast<std::int32_t>(n[1]),
                               static_cast<std::uint32_t>(n[2])});
    }
    return true;
  }

  bool read_marks(Instance& out) const {
    for (const auto& item : array_of(value_, "marks")) {
      const auto n = numbers(item, 4);
      if (n.empty() || !is_node(n[1])) return false;
      out.marks.push_back({static_cast<std::uint32_t>(n[0]), static_cast<std::int32_t>(n[1]),
                           static_cast<std::int32_t>(n[2]), static_cast<std::int32_t>(n[3])});
    }
    return true;
  }

  const Definitions& definitions_;
  const json::value& value_;
};

}  // namespace

std::string write_instance(const Instance& instance) {
  json::object out{{"last", instance.last_id}, {"ended", instance.ended}};
  if (instance.failed) out["error"] = instance.error_code;
  json::array executions;
  for (const auto& one : instance.executions) executions.push_back(write_execution(one));
  out["executions"] = std::move(executions);
  json::array variables;
  for (const auto& one : instance.variables) {
    json::object scope{{"of", one.execution}, {"values", write_value(feel::Value(one.values))}};
    if (one.isolated) scope["isolated"] = true;
    variables.push_back(std::move(scope));
  }
  out["variables"] = std::move(variables);
  json::array completed;
  for (const auto& one : instance.completed) {
    completed.push_back(json::array{one.scope, one.node, one.as});
  }
  out["completed"] = std::move(completed);
  json::array marks;
  for (const auto& one : instance.marks) {
    marks.push_back(json::array{one.execution, one.node, one.definition, one.count});
  }
  out["marks"] = std::move(marks);
  return write_json(out);
}

OrFailure<Instance> read_instance(const Definitions& definitions, std::string_view text) {
  const auto value = read_json(text);
  if (!value) return malformed("an instance of a process: " + value.error().what);
  Instance instance;
  if (!Reader(definitions, *value).run(instance)) {
    return malformed("an instance of a process does not fit its definitions");
  }
  return instance;
}

}  // namespace motcua::bpmn
