#include "bpmn/instance.hpp"

#include <algorithm>
#include <deque>
#include <optional>

namespace motcua::bpmn {
namespace {

constexpr int most_moves = 10'000;  // forks may multiply tokens; no real process comes near

// Moves tokens along flows until each waits or has ended.
class Stepper {
 public:
  Stepper(const Process& process, const feel::Context& variables, Instance instance)
      : process_(process), variables_(variables) {
    step_.instance = std::move(instance);
  }

  OrRejection<Step> run(const Node& from) {
    leave_by_all(from);
    for (int moves = 0; !moving_.empty() && !rejection_; ++moves) {
      if (moves == most_moves) return reject(too_many_tokens);
      std::string flow = std::move(moving_.front());
      moving_.pop_front();
      arrive(flow);
    }
    if (rejection_) return Unexpected{*rejection_};
    step_.instance.ended = step_.instance.tasks.empty() && step_.instance.joining_flows.empty();
    return std::move(step_);
  }

 private:
  const Node& target_of(const std::string& flow) const {
    return process_.nodes.at(process_.flows.at(flow).target);
  }

  void leave_by_all(const Node& node) {
    moving_.insert(moving_.end(), node.outgoing.begin(), node.outgoing.end());
  }

  void arrive(const std::string& flow) {
    const Node& node = target_of(flow);
    switch (node.kind) {
      case NodeKind::UserTask:
        step_.instance.tasks.push_back(node.id);
        step_.opened.push_back(node.id);
        return;
      case NodeKind::ExclusiveGateway:
        return choose(node);
      case NodeKind::ParallelGateway:
        return join(node, flow);
      case NodeKind::StartEvent:
      case NodeKind::EndEvent:
        return;
    }
  }

  // BPMN 2.0, 13.4.2: the first condition that is true, in the order of the flows; else the
  // default.
  void choose(const Node& gateway) {
    for (const std::string& flow : gateway.outgoing) {
      const auto& condition = process_.flows.at(flow).condition;
      if (flow == gateway.default_flow) continue;
      if (!condition || condition->is_true(variables_)) return moving_.push_back(flow);
    }
    if (!gateway.default_flow.empty()) return moving_.push_back(gateway.default_flow);
    rejection_ =
        Rejection{&no_way_out, {{"node", gateway.name.empty() ? gateway.id : gateway.name}}};
  }

  // BPMN 2.0, 13.4.1: one token from each incoming flow, then one to each outgoing flow.
  void join(const Node& gateway, const std::string& flow) {
    auto& waiting = step_.instance.joining_flows;
    waiting.push_back(flow);
    const bool complete = std::ranges::all_of(gateway.incoming, [&](const std::string& incoming) {
      return std::ranges::find(waiting, incoming) != waiting.end();
    });
    if (!complete) return;
    for (const std::string& incoming : gateway.incoming) {
      waiting.erase(std::ranges::find(waiting, incoming));
    }
    leave_by_all(gateway);
  }

  const Process& process_;
  const feel::Context& variables_;
  Step step_;
  std::deque<std::string> moving_;  // flows with a token on its way, in order
  std::optional<Rejection> rejection_;
};

}  // namespace

OrRejection<Step> start(const Process& process, const feel::Context& variables) {
  return Stepper(process, variables, {}).run(process.nodes.at(process.start));
}

OrRejection<Step> complete(const Process& process, const Instance& instance, std::string_view task,
                           const feel::Context& variables) {
  Instance left = instance;
  auto open = std::ranges::find(left.tasks, task);
  MOTCUA_ASSERT(open != left.tasks.end());
  left.tasks.erase(open);
  return Stepper(process, variables, std::move(left)).run(process.nodes.find(task)->second);
}

}  // namespace motcua::bpmn
