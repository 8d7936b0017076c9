#include "procedure/progress.hpp"

#include <algorithm>

#include "bpmn/instance.hpp"

namespace motcua::procedure {
namespace {

bpmn::Execution waiting(bpmn::Instance& instance, bpmn::Doing doing, int node) {
  bpmn::Execution one;
  one.id = ++instance.last_id;
  one.parent = 1;
  one.node = node;
  one.doing = doing;
  return one;
}

// The engine's instance that this progress stands for.
bpmn::Instance instance_of(const Process& process, const Progress& progress,
                           const feel::Context& variables) {
  bpmn::Instance instance;
  bpmn::Execution root;
  root.id = ++instance.last_id;
  root.node = process.definitions->processes.front();
  root.doing = bpmn::Doing::Scope;
  instance.executions.push_back(root);
  instance.variables.push_back({root.id, variables});
  for (const std::string& id : progress.joining_flows) {
    const SequenceFlow& flow = process.flows.at(id);
    const int gateway = process.nodes.at(flow.target).number;
    auto one = waiting(instance, bpmn::Doing::AtJoin, gateway);
    one.flow = flow.number;
    instance.executions.push_back(one);
  }
  for (const std::string& id : progress.tasks) {
    const int task = process.nodes.at(id).number;
    instance.executions.push_back(waiting(instance, bpmn::Doing::Working, task));
  }
  return instance;
}

OrRejection<ProgressStep> take(const Process& process, bpmn::Instance instance,
                               const bpmn::Trigger& trigger) {
  const bpmn::Definitions& definitions = *process.definitions;
  auto step = bpmn::step(definitions, std::move(instance), trigger);
  if (!step) return Unexpected{step.error()};
  ProgressStep out;
  for (const bpmn::Request& request : step->requests) {
    out.opened.push_back(definitions.node(request.node).id);
  }
  for (const bpmn::Execution& one : step->instance.executions) {
    if (one.doing == bpmn::Doing::Working) {
      out.instance.tasks.push_back(definitions.node(one.node).id);
    }
    if (one.doing == bpmn::Doing::AtJoin) {
      out.instance.joining_flows.push_back(definitions.flow(one.flow).id);
    }
  }
  out.instance.ended = step->instance.ended;
  return out;
}

}  // namespace

OrRejection<ProgressStep> start(const Process& process, const feel::Context& variables) {
  bpmn::Start trigger;
  trigger.process = process.definitions->processes.front();
  trigger.variables = variables;
  return take(process, {}, trigger);
}

OrRejection<ProgressStep> complete(const Process& process, const Progress& progress,
                                   std::string_view task, const feel::Context& variables) {
  MOTCUA_ASSERT(std::ranges::find(progress.tasks, task) != progress.tasks.end());
  bpmn::Instance instance = instance_of(process, progress, variables);
  const int node = process.nodes.find(task)->second.number;
  const auto open = std::ranges::find(instance.executions, node, &bpmn::Execution::node);
  return take(process, std::move(instance), bpmn::TaskCompleted{open->id, {}});
}

}  // namespace motcua::procedure
