// Participants, message flows, conversations and choreographies around processes.
#include <algorithm>
#include <array>
#include <cctype>

#include "bpmn/constraints/constraints.hpp"

namespace motcua::bpmn {
namespace {

// EXT027
void choreographies_do_not_refer_to_choreographies(const ElementTree& tree, Findings& findings) {
  for (const std::string_view kind :
       {"choreography", "globalConversation", "globalChoreographyTask"}) {
    for (const int element : tree.all(kind)) {
      if (tree.child(element, "choreographyRef") == nothing) continue;
      findings.report(element, {"không được có choreographyRef", "has no choreographyRef"});
    }
  }
}

bool read_count(std::string_view text, int& value) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  if (text.empty() || text.size() > 9 || !std::ranges::all_of(text, is_ascii_digit)) return false;
  value = std::atoi(std::string(text).c_str()) * (negative ? -1 : 1);
  return true;
}

// EXT028, EXT029, EXT030
void multiplicities_are_ranges(const ElementTree& tree, Findings& findings) {
  for (const int element : tree.all("participantMultiplicity")) {
    int least = 0;
    int most = 1;
    const auto minimum = tree.attribute(element, "minimum");
    const auto maximum = tree.attribute(element, "maximum");
    const bool readable = (minimum.empty() || read_count(minimum, least)) &&
                          (maximum.empty() || read_count(maximum, most));
    if (readable && least >= 0 && most >= 1 && (maximum.empty() || least <= most)) continue;
    findings.report(element,
                    {"số bên tham gia: minimum từ 0, maximum từ 1 và không nhỏ hơn minimum",
                     "multiplicity: minimum from 0, maximum from 1 and not below minimum"});
  }
}

// The participant an element of a process belongs to, or the participant itself.
int pool_of(const ElementTree& tree, int element) {
  if (tree.at(element).kind == "participant") return element;
  constexpr std::array<std::string_view, 1> processes = {"process"};
  const int process = tree.nearest(element, processes);
  if (process == nothing) return nothing;
  for (const int participant : tree.all("participant")) {
    if (tree.reference(participant, "processRef") == process) return participant;
  }
  return nothing;
}

// EXT008, EXT009, EXT033
void message_flows_join_what_exchanges_messages(const ElementTree& tree, Findings& findings) {
  for (const int flow : tree.all("messageFlow")) {
    for (const char* end : {"sourceRef", "targetRef"}) {
      const std::string named(tree.attribute(flow, end));
      const int element = tree.reference(flow, end);
      if (element == nothing) {
        findings.report(flow, {std::string(end) + ": không có phần tử “" + named + "”",
                               std::string(end) + ": there is no element “" + named + "”"});
        continue;
      }
      const std::string_view kind = tree.at(element).kind;
      if (kind == "participant" || is_activity(kind) || is_event(kind)) continue;
      if (kind == "conversation" || kind == "subConversation" || kind == "callConversation")
        continue;
      findings.report(flow, {std::string(end) + " “" + named + "” là " + std::string(kind) +
                                 ", không gửi hay nhận thông điệp",
                             std::string(end) + " “" + named + "” is a " + std::string(kind) +
                                 ", which exchanges no messages"});
    }
  }
}

// EXT031
void message_flows_leave_their_pool(const ElementTree& tree, Findings& findings) {
  for (const int flow : tree.all("messageFlow")) {
    const int source = tree.reference(flow, "sourceRef");
    const int target = tree.reference(flow, "targetRef");
    if (source == nothing || target == nothing) continue;
    const int pool = pool_of(tree, source);
    const bool same = source == target || (pool != nothing && pool == pool_of(tree, target));
    if (!same) continue;
    findings.report(flow, {"luồng thông điệp phải nối hai bên tham gia khác nhau",
                           "a message flow joins two different participants"});
  }
}

// EXT102, EXT108
void message_flows_respect_start_and_end(const ElementTree& tree, Findings& findings) {
  for (const int flow : tree.all("messageFlow")) {
    const int source = tree.reference(flow, "sourceRef");
    const int target = tree.reference(flow, "targetRef");
    if (source != nothing && is_catch_event(tree.at(source).kind)) {
      findings.report(flow, {"sự kiện bắt đầu hay sự kiện bắt không gửi thông điệp",
                             "a start or catching event is not the source of a message flow"});
    }
    if (target != nothing && is_throw_event(tree.at(target).kind)) {
      findings.report(flow, {"sự kiện kết thúc hay sự kiện ném không nhận thông điệp",
                             "an end or throwing event is not the target of a message flow"});
    }
  }
}

// EXT036: processes know no choreography activities; see also activity_rules.
void choreography_activities_have_participants(const ElementTree& tree, Findings& findings) {
  for (const int task : tree.all("choreographyTask")) {
    if (tree.children(task, "participantRef").size() == 2) continue;
    findings.report(task, {"nhiệm vụ vũ đạo có đúng hai bên tham gia",
                           "a choreography task has exactly two participants"});
  }
}

// EXT005
void lanes_name_flow_nodes(const ElementTree& tree, Findings& findings) {
  for (const int lane : tree.all("lane")) {
    for (const int named : tree.children(lane, "flowNodeRef")) {
      const int node = tree.find(tree.text(named));
      const bool right = node != nothing && is_flow_node(tree.at(node).kind);
      if (right || tree.text(named).empty()) continue;
      findings.report(lane,
                      {"làn có phần tử “" + tree.text(named) + "” không phải nút của quy trình",
                       "the lane holds “" + tree.text(named) + "”, which is no flow node"});
    }
  }
}

constexpr std::array<Rule, 7> rules_of_collaborations = {{
    {"choreographies_do_not_refer_to_choreographies",
     choreographies_do_not_refer_to_choreographies},
    {"multiplicities_are_ranges", multiplicities_are_ranges},
    {"message_flows_join_what_exchanges_messages", message_flows_join_what_exchanges_messages},
    {"message_flows_leave_their_pool", message_flows_leave_their_pool},
    {"message_flows_respect_start_and_end", message_flows_respect_start_and_end},
    {"choreography_activities_have_participants", choreography_activities_have_participants},
    {"lanes_name_flow_nodes", lanes_name_flow_nodes},
}};

}  // namespace

std::span<const Rule> collaboration_rules() { return rules_of_collaborations; }

}  // namespace motcua::bpmn
