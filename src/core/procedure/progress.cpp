#include "procedure/progress.hpp"

#include <algorithm>

#include "bpmn/instance.hpp"
#include "bpmn/instance_json.hpp"
#include "feel/expression.hpp"

namespace motcua::procedure {
namespace {

constexpr int most_decisions = 1'000;  // asked within one step

bpmn::Execution waiting(bpmn::Instance& instance, bpmn::Doing doing, int node) {
  bpmn::Execution one;
  one.id = ++instance.last_id;
  one.parent = 1;
  one.node = node;
  one.doing = doing;
  return one;
}

// The engine's instance that this progress of a plain process stands for.
bpmn::Instance instance_of_plain(const Process& process, const Progress& progress) {
  bpmn::Instance instance;
  bpmn::Execution root;
  root.id = ++instance.last_id;
  root.node = process.definitions->processes.front();
  root.doing = bpmn::Doing::Scope;
  instance.executions.push_back(root);
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

feel::Context* outermost(bpmn::Instance& instance) {
  if (instance.executions.empty()) return nullptr;
  const auto root = instance.executions.front().id;
  const auto found = std::ranges::find(instance.variables, root, &bpmn::Variables::execution);
  if (found != instance.variables.end()) return &found->values;
  instance.variables.push_back({root, {}});
  return &instance.variables.back().values;
}

// What a record of the journal keeps always reads back: it was written here.
bpmn::Instance instance_of(const Process& process, const Progress& progress,
                           const feel::Context& variables) {
  bpmn::Instance instance;
  if (progress.state.empty()) {
    instance = instance_of_plain(process, progress);
  } else {
    auto read = bpmn::read_instance(*process.definitions, progress.state);
    MOTCUA_ASSERT(read.ok());
    instance = std::move(*read);
  }
  if (auto* known = outermost(instance)) {
    for (const auto& [name, value] : variables) known->insert_or_assign(name, value);
  }
  return instance;
}

std::vector<std::string> open_tasks(const Process& process, const bpmn::Instance& instance) {
  std::vector<std::string> tasks;
  for (const bpmn::Execution& one : instance.executions) {
    const bpmn::Node& node = process.definitions->node(one.node);
    if (one.doing == bpmn::Doing::Working && node.kind == bpmn::NodeKind::UserTask) {
      tasks.push_back(node.id);
    }
  }
  return tasks;
}

// One step of the process: what the engine asks for within it is done here.
class Stepping {
 public:
  Stepping(const Process& process, const feel::Context& variables)
      : process_(process), variables_(variables) {}

  OrRejection<ProgressStep> take(bpmn::Instance instance, const bpmn::Trigger& trigger) {
    had_ = open_tasks(process_, instance);
    if (auto no = step(std::move(instance), trigger)) return Unexpected{*no};
    for (int asked = 0; !decisions_.empty(); ++asked) {
      if (asked >= most_decisions) return reject(bpmn::too_many_tokens, {{"node", process_.id}});
      const bpmn::Request request = std::move(decisions_.front());
      decisions_.erase(decisions_.begin());
      if (instance_.find(request.execution) == nullptr) continue;
      if (auto no = decide(request)) return Unexpected{*no};
    }
    finish();
    return std::move(out_);
  }

  // The task that was done is none that was interrupted.
  void done(std::string_view task) { done_ = task; }

 private:
  std::optional<Rejection> step(bpmn::Instance instance, const bpmn::Trigger& trigger) {
    auto step = bpmn::step(*process_.definitions, std::move(instance), trigger);
    if (!step) return step.error();
    instance_ = std::move(step->instance);
    for (bpmn::Request& request : step->requests) take_request(std::move(request));
    for (const bpmn::Event& event : step->events) {
      const bpmn::Node& node = process_.definitions->node(event.node);
      if (event.type != bpmn::EventType::Completed) continue;
      if (node.kind == bpmn::NodeKind::ScriptTask) note_script(node);
    }
    return std::nullopt;
  }

  void take_request(bpmn::Request request) {
    const bpmn::Node& node = process_.definitions->node(request.node);
    if (request.kind == bpmn::RequestKind::UserTask) out_.opened.push_back(node.id);
    if (request.kind == bpmn::RequestKind::StartTimer) {
      const bpmn::Timer& timer = node.events.front().timer;
      out_.timers.push_back({{request.execution, node.id},
                             timer.kind,
                             std::move(request.name),
                             request.working_time});
    } else if (request.kind == bpmn::RequestKind::BusinessRuleTask) {
      decisions_.push_back(std::move(request));
    }
  }

  void note_script(const bpmn::Node& node) {
    const auto* value = bpmn::variables_of(instance_).get(node.result);
    out_.automatic.push_back(
        {node.id, node.result, value == nullptr ? "null" : feel::write(*value), 0});
  }

  std::optional<Rejection> decide(const bpmn::Request& request) {
    const bpmn::Node& node = process_.definitions->node(request.node);
    const auto& asked = process_.nodes.find(node.id)->second;
    const Rejection no{&bpmn::expression_gives_no_value, {{"node", node.id}}};
    const auto* table = process_.find_decision(asked.decision);
    if (table == nullptr) return no;
    const auto outcome = table->evaluate(bpmn::variables_of(instance_));
    if (outcome.value.is_null()) return no;
    out_.automatic.push_back({node.id, node.result, feel::write(outcome.value),
                              outcome.rules.size() == 1 ? outcome.rules.front() : 0});
    const bpmn::TaskCompleted completed{request.execution, {{"result", outcome.value}}};
    return step(std::move(instance_), completed);
  }

  void finish() {
    const bpmn::Definitions& definitions = *process_.definitions;
    Progress& progress = out_.instance;
    progress.ended = instance_.ended;
    progress.tasks = open_tasks(process_, instance_);
    for (const bpmn::Execution& one : instance_.executions) {
      if (one.doing == bpmn::Doing::AtJoin) {
        progress.joining_flows.push_back(definitions.flow(one.flow).id);
      }
    }
    for (const bpmn::Subscription& one : bpmn::subscriptions(definitions, instance_)) {
      if (one.kind != bpmn::EventKind::Timer) continue;
      out_.running.push_back({one.execution, definitions.node(one.node).id});
    }
    find_interrupted();
    if (process_.plain || instance_.ended) return;
    if (auto* kept = outermost(instance_)) {
      feel::Context own;
      for (const auto& [name, value] : *kept) {
        if (variables_.get(name) == nullptr) own.insert_or_assign(name, value);
      }
      *kept = std::move(own);
    }
    progress.state = bpmn::write_instance(instance_);
  }

  // Opened and ended within the step is as if it had never been; of those before, each that is gone
  // and was not done.
  void find_interrupted() {
    auto left = out_.instance.tasks;
    const auto take_one = [&](const std::string& task) {
      const auto found = std::ranges::find(left, task);
      if (found == left.end()) return false;
      left.erase(found);
      return true;
    };
    std::erase_if(out_.opened, [&](const std::string& task) { return !take_one(task); });
    bool done_left = !done_.empty();
    for (const std::string& task : had_) {
      if (done_left && task == done_) {
        done_left = false;
      } else if (!take_one(task)) {
        out_.interrupted.push_back(task);
      }
    }
  }

  const Process& process_;
  const feel::Context& variables_;
  bpmn::Instance instance_;
  std::vector<bpmn::Request> decisions_;
  std::vector<std::string> had_;
  std::string done_;
  ProgressStep out_;
};

}  // namespace

OrRejection<ProgressStep> start(const Process& process, const feel::Context& variables) {
  bpmn::Start trigger;
  trigger.process = process.definitions->processes.front();
  trigger.variables = variables;
  return Stepping(process, variables).take({}, trigger);
}

OrRejection<ProgressStep> complete(const Process& process, const Progress& progress,
                                   std::string_view task, const feel::Context& variables) {
  MOTCUA_ASSERT(std::ranges::find(progress.tasks, task) != progress.tasks.end());
  bpmn::Instance instance = instance_of(process, progress, variables);
  const int node = process.nodes.find(task)->second.number;
  const auto open = std::ranges::find(instance.executions, node, &bpmn::Execution::node);
  const bpmn::TaskCompleted completed{open->id, {}};
  Stepping stepping(process, variables);
  stepping.done(task);
  return stepping.take(std::move(instance), completed);
}

OrRejection<ProgressStep> timer_came(const Process& process, const Progress& progress,
                                     const TimerName& timer, const feel::Context& variables) {
  const auto node = process.nodes.find(timer.node);
  if (progress.state.empty() || node == process.nodes.end()) return reject(bpmn::nothing_waits);
  return Stepping(process, variables)
      .take(instance_of(process, progress, variables),
            bpmn::TimerDue{timer.execution, node->second.number, 0});
}

}  // namespace motcua::procedure
