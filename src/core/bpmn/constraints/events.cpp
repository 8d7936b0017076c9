// Events: which kinds may start, be caught, be thrown and end, and what their definitions say.
#include <algorithm>
#include <array>
#include <cctype>

#include "bpmn/constraints/constraints.hpp"

namespace motcua::bpmn {
namespace {

template <std::size_t N>
void only_these(const ElementTree& tree, Findings& findings, int event,
                const std::array<std::string_view, N>& allowed) {
  for (const int definition : event_definitions_of(tree, event)) {
    const std::string kind(tree.at(definition).kind);
    if (std::ranges::find(allowed, kind) != allowed.end()) continue;
    const std::string owner(tree.at(event).kind);
    findings.report(event, {owner + " không được mang " + kind, owner + " may not carry " + kind});
  }
}

bool in_event_sub_process(const ElementTree& tree, int event) {
  const int scope = tree.at(event).parent;
  return is_sub_process(tree.at(scope).kind) && tree.is_true(scope, "triggeredByEvent", false);
}

// EXT096
void start_events_have_no_incoming(const ElementTree& tree, Findings& findings) {
  for (const int event : tree.all("startEvent")) {
    if (tree.at(event).incoming.empty()) continue;
    findings.report(event,
                    {"sự kiện bắt đầu không được có luồng vào", "a start event has no flow in"});
  }
}

// EXT098, EXT100
void start_events_fit_their_scope(const ElementTree& tree, Findings& findings) {
  constexpr std::array<std::string_view, 4> of_process = {
      "messageEventDefinition", "timerEventDefinition", "conditionalEventDefinition",
      "signalEventDefinition"};
  for (const int event : tree.all("startEvent")) {
    const std::string_view scope = tree.at(tree.at(event).parent).kind;
    if (scope == "process") only_these(tree, findings, event, of_process);
    if (!is_sub_process(scope) || in_event_sub_process(tree, event)) continue;
    if (event_definitions_of(tree, event).empty()) continue;
    findings.report(event, {"quy trình con bắt đầu bằng sự kiện không kiểu",
                            "a sub-process starts with a start event without a trigger"});
  }
}

// EXT058: exactly one start event, with a trigger
void event_sub_processes_have_one_start(const ElementTree& tree, Findings& findings) {
  constexpr std::array<std::string_view, 7> allowed = {
      "messageEventDefinition",   "timerEventDefinition", "conditionalEventDefinition",
      "signalEventDefinition",    "errorEventDefinition", "escalationEventDefinition",
      "compensateEventDefinition"};
  for (int scope = 0; scope < tree.size(); ++scope) {
    if (!is_sub_process(tree.at(scope).kind)) continue;
    if (!tree.is_true(scope, "triggeredByEvent", false)) continue;
    const auto starts = tree.children(scope, "startEvent");
    if (starts.size() != 1) {
      findings.report(scope, {"quy trình con theo sự kiện phải có đúng một sự kiện bắt đầu",
                              "an event sub-process has exactly one start event"});
      continue;
    }
    if (event_definitions_of(tree, starts.front()).empty()) {
      findings.report(starts.front(),
                      {"quy trình con theo sự kiện phải bắt đầu bằng một sự kiện có kiểu",
                       "an event sub-process starts with a trigger"});
    }
    only_these(tree, findings, starts.front(), allowed);
    if (!has_definition(tree, starts.front(), "errorEventDefinition")) continue;
    if (tree.is_true(starts.front(), "isInterrupting", true)) continue;
    findings.report(starts.front(), {"sự kiện lỗi luôn ngắt", "an error always interrupts"});
  }
}

// EXT104
void end_events_have_no_outgoing(const ElementTree& tree, Findings& findings) {
  for (const int event : tree.all("endEvent")) {
    if (tree.at(event).outgoing.empty()) continue;
    findings.report(event,
                    {"sự kiện kết thúc không được có luồng ra", "an end event has no flow out"});
  }
}

// EXT106
void cancel_ends_are_in_transactions(const ElementTree& tree, Findings& findings) {
  for (const int event : tree.all("endEvent")) {
    if (!has_definition(tree, event, "cancelEventDefinition")) continue;
    if (tree.at(tree.at(event).parent).kind == "transaction") continue;
    findings.report(event, {"sự kiện hủy chỉ được dùng trong giao dịch",
                            "a cancel end event is used in a transaction only"});
  }
}

// EXT146
void end_events_throw_what_they_may(const ElementTree& tree, Findings& findings) {
  constexpr std::array<std::string_view, 7> allowed = {
      "messageEventDefinition",    "errorEventDefinition",  "escalationEventDefinition",
      "compensateEventDefinition", "signalEventDefinition", "cancelEventDefinition",
      "terminateEventDefinition"};
  for (const int event : tree.all("endEvent")) only_these(tree, findings, event, allowed);
}

// EXT145
void throw_events_throw_what_they_may(const ElementTree& tree, Findings& findings) {
  constexpr std::array<std::string_view, 5> allowed = {
      "messageEventDefinition", "escalationEventDefinition", "compensateEventDefinition",
      "signalEventDefinition", "linkEventDefinition"};
  for (const int event : tree.all("intermediateThrowEvent")) {
    only_these(tree, findings, event, allowed);
  }
}

// EXT122, EXT148
void catch_events_catch_what_they_may(const ElementTree& tree, Findings& findings) {
  constexpr std::array<std::string_view, 5> allowed = {
      "messageEventDefinition", "timerEventDefinition", "conditionalEventDefinition",
      "signalEventDefinition", "linkEventDefinition"};
  for (const int event : tree.all("intermediateCatchEvent")) {
    only_these(tree, findings, event, allowed);
    if (!event_definitions_of(tree, event).empty()) continue;
    if (!tree.children(event, "eventDefinitionRef").empty()) continue;
    findings.report(event,
                    {"sự kiện bắt phải nói bắt gì", "a catching event says what it catches"});
  }
}

// EXT116, EXT117
void intermediate_events_go_on(const ElementTree& tree, Findings& findings) {
  for (const std::string_view kind : {"intermediateThrowEvent", "intermediateCatchEvent"}) {
    for (const int event : tree.all(kind)) {
      const bool is_link = has_definition(tree, event, "linkEventDefinition");
      if (tree.at(event).outgoing.empty() && !(is_link && kind == "intermediateThrowEvent")) {
        findings.report(
            event, {"sự kiện trung gian phải có luồng ra", "an intermediate event has a flow out"});
      }
      if (!is_link) continue;
      const bool thrown = kind == "intermediateThrowEvent";
      if (thrown ? tree.at(event).outgoing.empty() : tree.at(event).incoming.empty()) continue;
      findings.report(event, {"đầu liên kết không có luồng ở phía liên kết",
                              "a link has no sequence flow on the side of its partner"});
    }
  }
}

std::string_view link_name(const ElementTree& tree, int definition) {
  return tree.attribute(definition, "name");
}

bool same_link(const ElementTree& tree, int thrown, int caught) {
  const auto sources = tree.references(caught, "source");
  const auto targets = tree.references(thrown, "target");
  const bool names_it = std::ranges::find(sources, thrown) != sources.end() ||
                        std::ranges::find(targets, caught) != targets.end();
  return names_it || link_name(tree, thrown) == link_name(tree, caught);
}

int scope_of_link(const ElementTree& tree, int definition) {
  return tree.at(tree.at(definition).parent).parent;
}

// EXT118: a source and a target that name each other agree.
void links_agree(const ElementTree& tree, Findings& findings) {
  for (const int link : tree.all("linkEventDefinition")) {
    for (const int caught : tree.references(link, "target")) {
      const auto sources = tree.references(caught, "source");
      if (sources.empty() || std::ranges::find(sources, link) != sources.end()) continue;
      findings.report(tree.at(link).parent, {"đích của liên kết không ghi liên kết này là nguồn",
                                             "the link's target does not name it as its source"});
    }
    for (const int thrown : tree.references(link, "source")) {
      const auto targets = tree.references(thrown, "target");
      if (targets.empty() || std::ranges::find(targets, link) != targets.end()) continue;
      findings.report(tree.at(link).parent, {"nguồn của liên kết không ghi liên kết này là đích",
                                             "the link's source does not name it as its target"});
    }
  }
}

// EXT119, EXT124, EXT125, EXT126: each end has its partner, in the same scope; one target only.
void links_have_partners(const ElementTree& tree, Findings& findings) {
  const auto links = tree.all("linkEventDefinition");
  for (const int link : links) {
    const int event = tree.at(link).parent;
    const bool thrown = tree.at(event).kind == "intermediateThrowEvent";
    if (!thrown && tree.at(event).kind != "intermediateCatchEvent") continue;
    int partners = 0;
    bool elsewhere = false;
    for (const int other : links) {
      const bool other_thrown = tree.at(tree.at(other).parent).kind == "intermediateThrowEvent";
      if (other == link || other_thrown == thrown) continue;
      if (!same_link(tree, thrown ? link : other, thrown ? other : link)) continue;
      const bool here = scope_of_link(tree, other) == scope_of_link(tree, link);
      partners += here ? 1 : 0;
      elsewhere |= !here;
    }
    if (partners == 0 && elsewhere) {
      findings.report(event, {"liên kết không được đi qua ranh giới quy trình con",
                              "a link does not cross the border of a sub-process"});
    } else if (partners == 0) {
      findings.report(event, thrown ? Text{"liên kết không có đích", "the link has no target"}
                                    : Text{"liên kết không có nguồn", "the link has no source"});
    } else if (thrown && partners > 1) {
      findings.report(event, {"liên kết có nhiều đích", "the link has more than one target"});
    }
  }
}

bool throws(const ElementTree& tree, int event) { return is_throw_event(tree.at(event).kind); }

// EXT010, EXT011
void thrown_errors_and_escalations_have_codes(const ElementTree& tree, Findings& findings) {
  struct Code {
    std::string_view definition;
    const char* reference;
    const char* code;
  };
  constexpr std::array<Code, 2> codes = {{
      {"errorEventDefinition", "errorRef", "errorCode"},
      {"escalationEventDefinition", "escalationRef", "escalationCode"},
  }};
  for (int event = 0; event < tree.size(); ++event) {
    if (!is_event(tree.at(event).kind) || !throws(tree, event)) continue;
    for (const int definition : event_definitions_of(tree, event)) {
      for (const Code& code : codes) {
        if (tree.at(definition).kind != code.definition) continue;
        const int target = tree.reference(definition, code.reference);
        if (target != nothing && !tree.attribute(target, code.code).empty()) continue;
        const std::string named = code.code;
        findings.report(event, {"ném ra mà không có mã (" + named + ")",
                                "throws without a code (" + named + ")"});
      }
    }
  }
}

bool is_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, is_ascii_digit);
}

// A number and its letter at the front of `rest`, taken away; false when there is none.
bool take_part(std::string_view& rest, std::string_view letters, std::size_t& at) {
  std::size_t digits = 0;
  while (digits < rest.size() && (is_ascii_digit(rest[digits]) || rest[digits] == '.')) ++digits;
  if (digits == 0 || digits == rest.size()) return false;
  const std::size_t letter = letters.find(rest[digits], at);
  if (letter == std::string_view::npos) return false;
  at = letter + 1;
  rest.remove_prefix(digits + 1);
  return true;
}

// ISO 8601: P[nY][nM][nW][nD][T[nH][nM][nS]]
bool is_duration(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  if (!text.starts_with('P') || text.size() < 3) return false;
  text.remove_prefix(1);
  std::size_t at = 0;
  while (!text.empty() && text.front() != 'T') {
    if (!take_part(text, "YMWD", at)) return false;
  }
  if (text.empty()) return true;
  text.remove_prefix(1);
  at = 0;
  if (text.empty()) return false;
  while (!text.empty()) {
    if (!take_part(text, "HMS", at)) return false;
  }
  return true;
}

// ISO 8601: YYYY-MM-DD[Thh:mm[:ss[.f]][Z|±hh:mm]]
bool is_date(std::string_view text) {
  const auto shaped = [&](std::string_view part, std::string_view shape) {
    if (part.size() != shape.size()) return false;
    for (std::size_t i = 0; i < shape.size(); ++i) {
      if (shape[i] == '0' ? !is_ascii_digit(part[i]) : part[i] != shape[i]) return false;
    }
    return true;
  };
  if (!shaped(text.substr(0, 10), "0000-00-00")) return false;
  text.remove_prefix(10);
  if (text.empty()) return true;
  if (!shaped(text.substr(0, 6), "T00:00")) return false;
  text.remove_prefix(6);
  if (text.starts_with(':')) {
    if (!shaped(text.substr(0, 3), ":00")) return false;
    text.remove_prefix(3);
    if (text.starts_with('.')) {
      text.remove_prefix(1);
      while (!text.empty() && is_ascii_digit(text.front())) text.remove_prefix(1);
    }
  }
  return text.empty() || text == "Z" || shaped(text, "+00:00") || shaped(text, "-00:00");
}

// ISO 8601: R[n]/duration, R[n]/start/duration, R[n]/duration/end
bool is_cycle(std::string_view text) {
  if (!text.starts_with('R')) return false;
  const auto slash = text.find('/');
  if (slash == std::string_view::npos) return false;
  const std::string_view count = text.substr(1, slash - 1);
  if (!count.empty() && (!is_digits(count) || count.size() > 6)) return false;
  text.remove_prefix(slash + 1);
  const auto second = text.find('/');
  if (second == std::string_view::npos) return is_duration(text);
  const std::string_view first = text.substr(0, second);
  const std::string_view last = text.substr(second + 1);
  return (is_date(first) && is_duration(last)) || (is_duration(first) && is_date(last));
}

// EXT132 … EXT135: one of date, duration and cycle, each as ISO 8601 has it; "=" begins FEEL.
void timers_are_readable(const ElementTree& tree, Findings& findings) {
  for (const int timer : tree.all("timerEventDefinition")) {
    int times = 0;
    for (const int child : tree.at(timer).children) {
      const std::string kind(tree.at(child).kind);
      const std::string text = tree.text(child);
      bool right = true;
      if (kind == "timeDate") right = is_date(text);
      if (kind == "timeDuration") right = is_duration(text);
      if (kind == "timeCycle") right = is_cycle(text);
      times += kind.starts_with("time") ? 1 : 0;
      if (right || text.empty() || text.starts_with('=')) continue;
      findings.report(child, {kind + " “" + text + "” không theo ISO 8601",
                              "the " + kind + " “" + text + "” is not as ISO 8601 has it"});
    }
    if (times <= 1) continue;
    findings.report(timer, {"đồng hồ chỉ được có một trong ngày, khoảng thời gian, chu kỳ",
                            "a timer has one of date, duration and cycle"});
  }
}

constexpr std::array<Rule, 13> rules_of_events = {{
    {"start_events_have_no_incoming", start_events_have_no_incoming},
    {"start_events_fit_their_scope", start_events_fit_their_scope},
    {"event_sub_processes_have_one_start", event_sub_processes_have_one_start},
    {"end_events_have_no_outgoing", end_events_have_no_outgoing},
    {"cancel_ends_are_in_transactions", cancel_ends_are_in_transactions},
    {"end_events_throw_what_they_may", end_events_throw_what_they_may},
    {"throw_events_throw_what_they_may", throw_events_throw_what_they_may},
    {"catch_events_catch_what_they_may", catch_events_catch_what_they_may},
    {"intermediate_events_go_on", intermediate_events_go_on},
    {"links_agree", links_agree},
    {"links_have_partners", links_have_partners},
    {"thrown_errors_and_escalations_have_codes", thrown_errors_and_escalations_have_codes},
    {"timers_are_readable", timers_are_readable},
}};

}  // namespace

std::span<const Rule> event_rules() { return rules_of_events; }

}  // namespace motcua::bpmn
