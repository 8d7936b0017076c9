// The process: every step reachable, doable by somebody, and leading to an end.

#include <algorithm>
#include <deque>

#include "procedure/check_parts.hpp"
#include "procedure/role.hpp"

namespace motcua::procedure {
namespace {

using Node = ProcessNode;
using Names = std::set<std::string, std::less<>>;

constexpr std::size_t most_states = 20'000;
constexpr std::size_t most_tokens = 50;
constexpr std::size_t most_inclusive = 6;  // ways out of which every choice is played

std::string shown(const Node& node) {
  return "“" + (node.name.empty() ? node.id : node.name) + "”";
}

using Ways = std::map<std::string, std::vector<std::string>, std::less<>>;  // from node to nodes

Ways ways_on(const Process& process) {
  Ways ways;
  for (const auto& [id, node] : process.nodes) ways[id] = node.next;
  return ways;
}

Ways ways_back(const Process& process) {
  Ways ways;
  for (const auto& [id, node] : process.nodes) {
    for (const std::string& next : node.next) ways[next].push_back(id);
  }
  return ways;
}

Names reached(const Ways& ways, const std::vector<std::string>& from) {
  Names seen(from.begin(), from.end());
  std::deque<std::string> open(from.begin(), from.end());
  while (!open.empty()) {
    const auto found = ways.find(open.front());
    open.pop_front();
    if (found == ways.end()) continue;
    for (const std::string& next : found->second) {
      if (seen.insert(next).second) open.push_back(next);
    }
  }
  return seen;
}

std::vector<std::string> ends(const Process& process) {
  std::vector<std::string> found;
  for (const auto& [id, node] : process.nodes) {
    if (process.is_end(node)) found.push_back(id);
  }
  return found;
}

// Plays every way the tokens could go, whatever the conditions say, and finds joins that wait for a
// token that can never come.
class TokenGame {
 public:
  explicit TokenGame(const Process& process) : process_(process) {}

  Names stuck_joins() {
    State first(process_.nodes.at(process_.start).outgoing);
    visit(std::move(first));
    while (!open_.empty()) {
      const State state = open_.front();
      open_.pop_front();
      if (!advance(state)) {
        for (const std::string& flow : state) stuck_.insert(process_.flows.at(flow).target);
      }
    }
    return stuck_;
  }

 private:
  using State = std::vector<std::string>;  // flows with a token at their end, sorted

  void visit(State state) {
    std::ranges::sort(state);
    if (state.size() > most_tokens || seen_.size() >= most_states) return;
    if (seen_.insert(state).second) open_.push_back(std::move(state));
  }

  static State without(State state, const std::vector<std::string>& flows) {
    for (const std::string& flow : flows) state.erase(std::ranges::find(state, flow));
    return state;
  }

  bool advance(const State& state) {
    bool moved = state.empty();
    for (const std::string& flow : state) {
      const Node& node = process_.nodes.at(process_.flows.at(flow).target);
      State taken{flow};
      if (node.kind == NodeKind::ParallelGateway) taken = node.incoming;
      if (node.kind == NodeKind::InclusiveGateway) taken = arrived(node, state);
      if (!is_ready(node, state)) continue;
      moved = true;
      leave(node, without(state, taken));
    }
    return moved;
  }

  static State arrived(const Node& node, const State& state) {
    State found;
    for (const std::string& flow : node.incoming) {
      if (std::ranges::find(state, flow) != state.end()) found.push_back(flow);
    }
    return found;
  }

  bool is_ready(const Node& node, const State& state) const {
    if (node.kind == NodeKind::ParallelGateway) {
      return arrived(node, state).size() == node.incoming.size();
    }
    const auto joins = process_.definitions->joins.find(node.number);
    if (joins == process_.definitions->joins.end()) return true;
    // BPMN 2.0.2, 13.4.3, as the engine has it: nobody else may still come by an empty flow.
    std::uint64_t filled = 0;
    for (std::size_t i = 0; i < node.incoming.size(); ++i) {
      if (std::ranges::find(state, node.incoming[i]) != state.end())
        filled |= std::uint64_t{1} << i;
    }
    return std::ranges::none_of(state, [&](const std::string& flow) {
      const Node& other = beside(node, process_.nodes.at(process_.flows.at(flow).target));
      if (other.id == node.id) return false;
      const std::uint64_t ways = joins->second[static_cast<std::size_t>(other.number)];
      return (ways & ~filled) != 0 && (ways & filled) == 0;
    });
  }

  // The node of the gateway's own scope that stands for a token deeper inside.
  const Node& beside(const Node& gateway, const Node& inside) const {
    const Node* node = &inside;
    while (node->scope != gateway.scope && !node->scope.empty()) {
      node = &process_.nodes.at(node->scope);
    }
    return *node;
  }

  bool is_inside(std::string_view flow, std::string_view scope) const {
    const Node* node = &process_.nodes.at(process_.flows.find(flow)->second.target);
    while (!node->scope.empty() && node->scope != scope) node = &process_.nodes.at(node->scope);
    return node->scope == scope;
  }

  // The last token that ends inside a sub-process lets it go on; a terminate takes the others
  // along.
  void end_inside(const Node& end, State rest) {
    if (!process_.definitions->node(end.number).events.empty()) {
      std::erase_if(rest, [&](const std::string& flow) { return is_inside(flow, end.scope); });
    }
    const bool more = std::ranges::any_of(
        rest, [&](const std::string& flow) { return is_inside(flow, end.scope); });
    if (more) return visit(std::move(rest));
    leave_activity(process_.nodes.at(end.scope), rest, process_.nodes.at(end.scope).outgoing);
  }

  // The timers that watch over it may come first, or beside it.
  void leave_activity(const Node& node, const State& rest, const std::vector<std::string>& by) {
    visit_with(rest, by);
    for (const std::string& id : node.next) {
      const Node& timer = process_.nodes.at(id);
      if (timer.kind != NodeKind::BoundaryTimer) continue;
      State taken = timer.outgoing;
      if (!timer.interrupts) taken.insert(taken.end(), by.begin(), by.end());
      visit_with(rest, taken);
    }
  }

  void leave(const Node& node, const State& rest) {
    if (node.kind == NodeKind::SubProcess) {
      const Node& begin = process_.nodes.at(node.next.front());
      return visit_with(rest, begin.outgoing);
    }
    if (node.kind == NodeKind::EndEvent && !node.scope.empty()) return end_inside(node, rest);
    if (node.kind == NodeKind::UserTask) return leave_activity(node, rest, node.outgoing);
    if (node.kind == NodeKind::ExclusiveGateway) {
      for (const std::string& flow : node.outgoing) visit_with(rest, {flow});
      return;
    }
    if (node.kind == NodeKind::InclusiveGateway && node.outgoing.size() <= most_inclusive) {
      for (std::size_t some = 1; some < std::size_t{1} << node.outgoing.size(); ++some) {
        State taken;
        for (std::size_t i = 0; i < node.outgoing.size(); ++i) {
          if ((some >> i & 1) != 0) taken.push_back(node.outgoing[i]);
        }
        visit_with(rest, taken);
      }
      return;
    }
    visit_with(rest, node.outgoing);
  }

  void visit_with(State state, const State& more) {
    state.insert(state.end(), more.begin(), more.end());
    visit(std::move(state));
  }

  const Process& process_;
  std::set<State> seen_;
  std::deque<State> open_;
  Names stuck_;
};

void check_ways(Checking& checking) {
  const Process& process = checking.version().process;
  const Names from_start = reached(ways_on(process), {process.start});
  const Names to_end = reached(ways_back(process), ends(process));
  for (const auto& [id, node] : process.nodes) {
    if (!from_start.contains(id)) {
      checking.report(process_file, node.line, "unreachable-step",
                      {"không có đường nào tới " + shown(node), "nothing leads to " + shown(node)},
                      id);
    } else if (!to_end.contains(id)) {
      checking.report(process_file, node.line, "dead-end",
                      {"từ " + shown(node) + " không tới được điểm kết thúc nào",
                       "no end can be reached from " + shown(node)},
                      id);
    }
  }
  for (const std::string& id : TokenGame(process).stuck_joins()) {
    const Node& node = process.nodes.at(id);
    if (node.kind != NodeKind::ParallelGateway) continue;
    checking.report(process_file, node.line, "dead-end",
                    {shown(node) + " có thể chờ mãi một nhánh không bao giờ tới",
                     shown(node) + " may wait for ever for a branch that never comes"},
                    id);
  }
}

void check_task(Checking& checking, const Node& node, std::span<const std::string> roles_held) {
  const TaskAttributes& task = node.task;
  if (task.act.empty() || task.role.empty() || task.unit.empty()) {
    checking.report(process_file, node.line, "task-incomplete",
                    {shown(node) + " thiếu motcua:act, motcua:role hoặc motcua:unit",
                     shown(node) + " lacks motcua:act, motcua:role or motcua:unit"},
                    node.id);
  }
  const bool held = std::ranges::find(roles_held, task.role) != roles_held.end();
  if (!roles_held.empty() && !task.role.empty() && !held) {
    checking.report(
        process_file, node.line, "role-nobody-holds",
        {"không ai giữ vai trò “" + role_in_words(task.role).vi + "” của " + shown(node),
         "nobody holds the role “" + role_in_words(task.role).en + "” of " + shown(node)},
        node.id);
  }
  if (task.share_of.empty()) return;
  const auto& nodes = checking.version().process.nodes;
  auto other = nodes.find(task.share_of);
  if (other != nodes.end() && other->second.kind == NodeKind::UserTask) return;
  checking.report(process_file, node.line, "task-unknown",
                  {shown(node) + " dùng chung hạn với bước “" + task.share_of + "” không có",
                   shown(node) + " shares the term of “" + task.share_of + "”, which is no step"},
                  node.id);
}

// What the process finds out by itself: from a decision there is, into a variable of its own.
void check_result(Checking& checking, const Node& node, const Names& questions) {
  if (node.kind == NodeKind::BusinessRuleTask &&
      checking.version().process.find_decision(node.decision) == nullptr) {
    checking.report(
        process_file, node.line, "decision-unknown",
        {shown(node) + " hỏi quyết định “" + node.decision + "”, không có trong " + "decisions.dmn",
         shown(node) + " asks the decision “" + node.decision + "”, which " +
             "decisions.dmn does not have"},
        node.id);
  }
  if (!questions.contains(node.result)) return;
  checking.report(
      process_file, node.line, "variable-taken",
      {"“" + node.result + "” của " + shown(node) + " đã là một câu hỏi của đơn",
       "“" + node.result + "” of " + shown(node) + " is a question of the form already"},
      node.id);
}

void check_conditions(Checking& checking) {
  Names known = question_names(checking.version().form_schema);
  known.insert({"case", "channel", "outcome"});
  if (!checking.version().authority.empty()) known.insert("authority");
  for (const auto& [id, node] : checking.version().process.nodes) {
    if (!node.result.empty()) known.insert(node.result);
  }
  for (const auto& [task, form] : checking.version().task_forms) {
    known.merge(question_names(form.schema));
  }
  for (const auto& [id, flow] : checking.version().process.flows) {
    if (!flow.condition) continue;
    for (const std::string& name : flow.condition->names()) {
      if (known.contains(name)) continue;
      checking.report(
          process_file, flow.line, "condition-wrong",
          {"điều kiện của “" + id + "” hỏi “" + name + "”, không có trong đơn",
           "the condition of “" + id + "” asks “" + name + "”, which the form does not have"},
          id);
    }
  }
}

// Acts behind which somebody with authority stands: who approves, who signs off, and whoever signs
// the result, without which it cannot be returned.
bool decides(std::string_view act) {
  return act == "approve" || act == "sign-off" || act == "return-result";
}

}  // namespace

void check_decided(Checking& checking) {
  const Process& process = checking.version().process;
  std::deque<std::string> open{process.start};
  Names seen{process.start};
  while (!open.empty()) {
    const Node& node = process.nodes.find(open.front())->second;
    open.pop_front();
    if (process.is_end(node)) {
      checking.warn("path-without-authority",
                    {"có đường tới " + shown(node) + " mà không ai ký hay duyệt",
                     "a way leads to " + shown(node) + " on which nobody signs or approves"},
                    process_file, node.id);
      continue;
    }
    if (decides(node.task.act)) continue;
    for (const std::string& next : node.next) {
      if (seen.insert(next).second) open.push_back(next);
    }
  }
}

void check_flow(Checking& checking, std::span<const std::string> roles_held) {
  check_ways(checking);
  Names questions = question_names(checking.version().form_schema);
  for (const auto& [task, form] : checking.version().task_forms) {
    questions.merge(question_names(form.schema));
  }
  for (const auto& [id, node] : checking.version().process.nodes) {
    if (node.kind == NodeKind::UserTask) check_task(checking, node, roles_held);
    check_result(checking, node, questions);
  }
  check_conditions(checking);
}

}  // namespace motcua::procedure
