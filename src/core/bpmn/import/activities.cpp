// Tasks, loops, data and calls.
#include <algorithm>

#include "bpmn/import/builder.hpp"

namespace motcua::bpmn {
namespace {

bool is_feel_format(std::string_view format) {
  return format == "feel" || format == "FEEL" || format.ends_with("/feel") ||
         format.find("/FEEL") != std::string_view::npos;
}

int read_quantity(std::string_view text) {
  const std::string digits(text);
  return digits.empty() || digits.size() > 4 ? 1 : std::max(1, std::atoi(digits.c_str()));
}

bool is_one_word(std::string_view name) {
  if (name.empty() || is_ascii_digit(name.front())) return false;
  return std::ranges::none_of(name, [](char c) {
    return c != '_' && static_cast<unsigned char>(c) < 0x80 &&
           std::isalnum(static_cast<unsigned char>(c)) == 0;
  });
}

}  // namespace

std::string Builder::variable_name(int element) const {
  const Element& one = tree_.at(element);
  if (one.kind == "dataObjectReference") {
    const int object = tree_.reference(element, "dataObjectRef");
    return object == nothing ? one.id : variable_name(object);
  }
  const std::string_view name = tree_.attribute(element, "name");
  return is_one_word(name) ? std::string(name) : one.id;
}

void Builder::declare_variables(int element, int number) {
  for (const int child : tree_.at(element).children) {
    const std::string_view kind = tree_.at(child).kind;
    if (kind == "dataObject" || kind == "property") {
      node(number).variables.push_back(variable_name(child));
    }
    if (kind != "ioSpecification" || node(number).kind != NodeKind::Process) continue;
    for (const int item : tree_.at(child).children) {
      const std::string_view item_kind = tree_.at(item).kind;
      if (item_kind == "dataInput" || item_kind == "dataOutput") {
        node(number).variables.push_back(variable_name(item));
      }
    }
  }
}

void Builder::read_activity(int element, int number) {
  Node& one = node(number);
  one.start_quantity = read_quantity(tree_.attribute(element, "startQuantity"));
  one.completion_quantity = read_quantity(tree_.attribute(element, "completionQuantity"));
  one.for_compensation = tree_.is_true(element, "isForCompensation", false);
  read_loop(element, number);
  read_data(element, number);
  if (one.kind == NodeKind::CallActivity) read_call(element, number);
  if (one.kind == NodeKind::AdHocSubProcess) {
    one.sequential = tree_.attribute(element, "ordering") == "Sequential";
    one.cancels_remaining = tree_.is_true(element, "cancelRemainingInstances", true);
    if (const int done = tree_.child(element, "completionCondition"); done != nothing) {
      one.completion = condition(done);
    }
  }
  if (!is_scope(one.kind)) {
    declare_variables(element, number);
    read_task(element, number);
  }
}

void Builder::read_task(int element, int number) {
  Node& one = node(number);
  for (pugi::xml_attribute at : tree_.at(element).xml.attributes()) {
    const std::string_view name = at.name();
    const auto colon = name.find(':');
    if (colon == std::string_view::npos || name.starts_with("xmlns")) continue;
    const std::string_view local = name.substr(colon + 1);
    if (tree_.extension(element, local) == at.value()) {
      one.extensions.emplace(local, at.value());
    }
  }
  one.result = tree_.extension(element, "result");
  one.implementation = tree_.attribute(element, "implementation");
  one.operation = tree_.attribute(element, "operationRef");
  one.instantiates = tree_.is_true(element, "instantiate", false);
  if (one.kind == NodeKind::ReceiveTask || one.kind == NodeKind::SendTask) {
    EventDefinition message;
    message.kind = EventKind::Message;
    const int target = tree_.reference(element, "messageRef");
    message.name = target == nothing ? std::string(tree_.attribute(element, "messageRef"))
                                     : tree_.at(target).id;
    one.events.push_back(std::move(message));
  }
  if (one.kind != NodeKind::ScriptTask) return;
  one.script_format = tree_.attribute(element, "scriptFormat");
  if (one.script_format.empty()) one.script_format = tree_.attribute(element, "scriptLanguage");
  const int script = tree_.child(element, "script");
  if (script == nothing) return;
  one.script_text = tree_.text(script);
  if (is_feel_format(one.script_format)) one.script = compile(script);
}

void Builder::read_loop(int element, int number) {
  Loop& loop = node(number).loop;
  if (const int one = tree_.child(element, "standardLoopCharacteristics"); one != nothing) {
    loop.kind = LoopKind::Standard;
    loop.test_before = tree_.is_true(one, "testBefore", false);
    const std::string maximum(tree_.attribute(one, "loopMaximum"));
    if (!maximum.empty()) loop.maximum = std::atoi(maximum.substr(0, 9).c_str());
    if (const int until = tree_.child(one, "loopCondition"); until != nothing) {
      loop.condition = condition(until);
    }
  }
  if (const int one = tree_.child(element, "multiInstanceLoopCharacteristics"); one != nothing) {
    read_multi_instance(one, loop);
  }
}

void Builder::read_multi_instance(int element, Loop& loop) {
  const int activity = tree_.at(element).parent;
  loop.kind =
      tree_.is_true(element, "isSequential", false) ? LoopKind::Sequential : LoopKind::Parallel;
  if (const int count = tree_.child(element, "loopCardinality"); count != nothing) {
    loop.cardinality = compile(count);
  }
  for (const int from : tree_.references(element, "loopDataInputRef")) {
    loop.collection = variable_name(from);
    // A data input stands for what is associated with it.
    for (const int link : tree_.children(activity, "dataInputAssociation")) {
      const auto targets = tree_.references(link, "targetRef");
      const auto sources = tree_.references(link, "sourceRef");
      if (targets == std::vector<int>{from} && sources.size() == 1) {
        loop.collection = variable_name(sources.front());
      }
    }
  }
  for (const int to : tree_.references(element, "loopDataOutputRef")) {
    loop.output_collection = variable_name(to);
    for (const int link : tree_.children(activity, "dataOutputAssociation")) {
      const auto targets = tree_.references(link, "targetRef");
      if (tree_.references(link, "sourceRef") == std::vector<int>{to} && !targets.empty()) {
        loop.output_collection = variable_name(targets.front());
      }
    }
  }
  if (const int item = tree_.child(element, "inputDataItem"); item != nothing) {
    loop.item = variable_name(item);
  }
  if (const int item = tree_.child(element, "outputDataItem"); item != nothing) {
    loop.output_item = variable_name(item);
  }
  if (const int until = tree_.child(element, "completionCondition"); until != nothing) {
    loop.condition = condition(until);
  }
  const std::string_view behaviour = tree_.attribute(element, "behavior");
  if (behaviour == "None") loop.behaviour = LoopBehaviour::None;
  if (behaviour == "One") loop.behaviour = LoopBehaviour::One;
  if (behaviour == "Complex") loop.behaviour = LoopBehaviour::Complex;
  const char* event = behaviour == "None" ? "noneBehaviorEventRef" : "oneBehaviorEventRef";
  if (const int thrown = tree_.reference(element, event); thrown != nothing) {
    loop.event = read_definition(thrown);
  }
  for (const int one : tree_.children(element, "complexBehaviorDefinition")) {
    ComplexBehaviour complex;
    if (const int when = tree_.child(one, "condition"); when != nothing) {
      complex.condition = condition(when);
    }
    if (const int thrown = tree_.child(one, "event"); thrown != nothing) {
      for (const int inner : tree_.at(thrown).children) {
        if (auto definition = read_definition(inner)) complex.event = std::move(*definition);
      }
      for (const int inner : tree_.references(thrown, "eventDefinitionRef")) {
        if (auto definition = read_definition(inner)) complex.event = std::move(*definition);
      }
    }
    loop.complex.push_back(std::move(complex));
  }
}

Association Builder::read_association(int element, bool input) {
  Association made;
  for (const int source : tree_.references(element, "sourceRef")) {
    if (made.source.empty()) made.source = variable_name(source);
  }
  for (const int target : tree_.references(element, "targetRef")) {
    made.target = variable_name(target);
  }
  if (const int by = tree_.child(element, "transformation"); by != nothing) {
    made.transformation = compile(by);
  }
  for (const int one : tree_.children(element, "assignment")) {
    Assignment assignment;
    if (const int from = tree_.child(one, "from"); from != nothing) assignment.from = compile(from);
    const int to = tree_.child(one, "to");
    const int named = to == nothing ? nothing : tree_.find(tree_.text(to));
    if (named != nothing) assignment.to = variable_name(named);
    if (named == nothing && to != nothing) assignment.to = tree_.text(to);
    if (input && assignment.to.empty()) assignment.to = made.target;
    made.assignments.push_back(std::move(assignment));
  }
  return made;
}

void Builder::read_data(int element, int number) {
  node(number).maps_data = tree_.child(element, "ioSpecification") != nothing;
  for (const int one : tree_.children(element, "dataInputAssociation")) {
    node(number).inputs.push_back(read_association(one, true));
  }
  for (const int one : tree_.children(element, "dataOutputAssociation")) {
    node(number).outputs.push_back(read_association(one, false));
  }
}

void Builder::read_call(int element, int number) {
  const std::string_view called = tree_.attribute(element, "calledElement");
  if (called.empty()) {
    return refuse(element, {"hoạt động gọi không nói gọi phần tử nào (calledElement)",
                            "the call activity does not say what it calls (calledElement)"});
  }
  const int target = tree_.find(called);
  node(number).called = target == nothing ? std::string(called) : tree_.at(target).id;
  if (target != nothing) calls_.emplace_back(element, number);
}

}  // namespace motcua::bpmn
