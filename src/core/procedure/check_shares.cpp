// The days: along the longest way of a case the steps' shares may not exceed the legal term.

#include <algorithm>
#include <map>
#include <optional>

#include "procedure/check_parts.hpp"

namespace motcua::procedure {
namespace {

using Node = ProcessNode;
using calendar::Term;
using calendar::TermUnit;

// Working time in minutes; calendar days and months have no fixed working time.
std::optional<std::int64_t> working_minutes(const Term& term) {
  if (term.unit == TermUnit::WorkingDays) return std::int64_t{term.amount} * 480;
  if (term.unit == TermUnit::HalfDays) return std::int64_t{term.amount} * 240;
  if (term.unit == TermUnit::WorkingHours) return std::int64_t{term.amount} * 60;
  return std::nullopt;
}

// Lengths that can be added: working minutes, or the unit itself when both sides have it.
std::optional<std::int64_t> length_like(const Term& term, const Term& like) {
  if (term.unit == like.unit) return term.amount * working_minutes({like.unit, 1}).value_or(1);
  if (!working_minutes(like)) return std::nullopt;
  return working_minutes(term);
}

// The ways a dossier of one case may take.
class CaseWays {
 public:
  CaseWays(const Version& version, const Case& one, Term like)
      : process_(version.process), case_(one), like_(like) {}

  std::int64_t longest() { return from(process_.start); }
  bool visits(std::string_view task) const { return longest_.contains(std::string(task)); }

 private:
  // Ways back (rework) do not add to the legal sum: a node already on the way counts nothing.
  std::int64_t from(const std::string& id) {
    if (auto known = longest_.find(id); known != longest_.end()) return known->second;
    longest_[id] = 0;
    const Node& node = process_.nodes.at(id);
    std::int64_t most = 0;
    std::int64_t most_by_timer = 0;
    for (const std::string& next : open_ways(node)) {
      const Node& behind = process_.nodes.at(next);
      if (behind.kind == NodeKind::BoundaryTimer) {
        most_by_timer = std::max(most_by_timer, from(next));
      } else {
        most = std::max(most, from(next));
      }
    }
    return longest_[id] = std::max(most + share_of(node), most_by_timer);
  }

  std::int64_t share_of(const Node& node) const {
    if (node.wait) return length_like(*node.wait, like_).value_or(0);
    auto share = case_.shares.find(node.id);
    if (node.kind != NodeKind::UserTask || share == case_.shares.end()) return 0;
    return length_like(share->second, like_).value_or(0);
  }

  // A condition on the case alone is decided; any other may go either way.
  std::vector<std::string> open_ways(const Node& node) const {
    if (node.kind != NodeKind::ExclusiveGateway) return node.next;
    std::vector<std::string> open;
    for (const std::string& id : node.outgoing) {
      const auto& flow = process_.flows.at(id);
      const auto& condition = flow.condition;
      if (id == node.default_flow) continue;
      const bool decided = condition && condition->names() == std::vector<std::string>{"case"};
      const bool holds = !decided || condition->is_true({{"case", case_.id}});
      if (holds) open.push_back(flow.target);
      if (holds && decided) return open;
    }
    if (!node.default_flow.empty()) open.push_back(process_.flows.at(node.default_flow).target);
    return open;
  }

  const Process& process_;
  const Case& case_;
  Term like_;
  std::map<std::string, std::int64_t> longest_;
};

void check_named_tasks(Checking& checking, const Case& one) {
  const auto& nodes = checking.version().process.nodes;
  for (const auto& [task, share] : one.shares) {
    auto node = nodes.find(task);
    if (node != nodes.end() && node->second.kind == NodeKind::UserTask) continue;
    checking.report(
        procedure_file, checking.line_of("case." + one.id + ".share." + task), "task-unknown",
        {"quy trình không có bước “" + task + "”", "the process has no step “" + task + "”"});
  }
}

void check_visits(Checking& checking, const Case& one, const CaseWays& ways) {
  for (const auto& [id, node] : checking.version().process.nodes) {
    if (node.kind != NodeKind::UserTask) continue;
    const bool shared = one.shares.contains(id);
    if (shared && !ways.visits(id)) {
      checking.report(procedure_file, checking.line_of("case." + one.id + ".share." + id),
                      "share-not-used",
                      {"trường hợp “" + one.id + "” không đi qua bước “" + id + "”",
                       "the case “" + one.id + "” never comes to the step “" + id + "”"});
    }
    if (!shared && node.task.share_of.empty() && ways.visits(id)) {
      checking.report(procedure_file, checking.line_of("case." + one.id), "share-missing",
                      {"trường hợp “" + one.id + "” chưa chia thời hạn cho bước “" + id + "”",
                       "the case “" + one.id + "” gives no share of its term to “" + id + "”"});
    }
  }
}

// False when a share cannot be added to the others.
bool check_units(Checking& checking, const Case& one, const Term& term) {
  bool comparable = true;
  for (const auto& [task, share] : one.shares) {
    if (length_like(share, term)) continue;
    comparable = false;
    checking.report(procedure_file, checking.line_of("case." + one.id + ".share." + task),
                    "shares-not-comparable",
                    {"không cộng được phần của “" + task + "” với thời hạn của trường hợp",
                     "the share of “" + task + "” cannot be added up to the term of the case"});
  }
  return comparable;
}

void check_term(Checking& checking, const Case& one, Channel channel, const Term& term) {
  if (!check_units(checking, one, term)) return;
  CaseWays ways(checking.version(), one, term);
  const std::int64_t longest = ways.longest();
  if (channel == one.terms.begin()->first) check_visits(checking, one, ways);
  const std::int64_t allowed = length_like(term, term).value_or(0);
  if (longest <= allowed) return;
  const std::int64_t unit = length_like({term.unit, 1}, term).value_or(1);
  // Rounded upwards: 6.5 days of steps are more than 6.
  Term steps{term.unit, static_cast<int>((longest + unit - 1) / unit)};
  const Text sum = calendar::describe_term(steps);
  const Text limit = calendar::describe_term(term);
  const std::string place = "case." + one.id + ".term." + std::string(write_channel(channel));
  checking.report(procedure_file, checking.line_of(place), "shares-exceed-term",
                  {"các bước cộng lại " + sum.vi + ", quá thời hạn " + limit.vi,
                   "the steps add up to " + sum.en + ", more than the term of " + limit.en});
}

}  // namespace

void check_shares(Checking& checking) {
  if (checking.version().cases.empty()) {
    checking.report(procedure_file, 1, "no-case", {"chưa có trường hợp nào", "there is no case"});
  }
  for (const Case& one : checking.version().cases) {
    check_named_tasks(checking, one);
    for (const auto& [channel, term] : one.terms) {
      if (term) check_term(checking, one, channel, *term);
    }
  }
}

}  // namespace motcua::procedure
