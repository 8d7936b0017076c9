// Events and their definitions.
#include <array>

#include "bpmn/import/builder.hpp"

namespace motcua::bpmn {
namespace {

struct DefinitionName {
  std::string_view element;
  EventKind kind;
};
constexpr std::array<DefinitionName, 10> event_definitions = {{
    {"messageEventDefinition", EventKind::Message},
    {"timerEventDefinition", EventKind::Timer},
    {"signalEventDefinition", EventKind::Signal},
    {"errorEventDefinition", EventKind::Error},
    {"escalationEventDefinition", EventKind::Escalation},
    {"conditionalEventDefinition", EventKind::Conditional},
    {"compensateEventDefinition", EventKind::Compensation},
    {"cancelEventDefinition", EventKind::Cancel},
    {"linkEventDefinition", EventKind::Link},
    {"terminateEventDefinition", EventKind::Terminate},
}};

}  // namespace

void Builder::read_event(int element, int number) {
  std::vector<EventDefinition> definitions;
  for (const int child : tree_.at(element).children) {
    if (auto made = read_definition(child)) definitions.push_back(std::move(*made));
  }
  for (const int referenced : tree_.references(element, "eventDefinitionRef")) {
    if (auto made = read_definition(referenced)) definitions.push_back(std::move(*made));
  }
  read_data(element, number);
  Node& one = node(number);
  one.events = std::move(definitions);
  one.parallel_multiple =
      one.events.size() > 1 && tree_.is_true(element, "parallelMultiple", false);
  const bool boundary = one.kind == NodeKind::BoundaryEvent;
  one.interrupts = tree_.is_true(element, boundary ? "cancelActivity" : "isInterrupting", true);
}

std::optional<EventDefinition> Builder::read_definition(int element) {
  const std::string_view name = tree_.at(element).kind;
  const DefinitionName* found = nullptr;
  for (const auto& one : event_definitions) {
    if (one.element == name) found = &one;
  }
  if (found == nullptr) return std::nullopt;
  EventDefinition made;
  made.kind = found->kind;
  switch (made.kind) {
    case EventKind::Message:
      made.name = code_of(element, "messageRef", nullptr);
      break;
    case EventKind::Signal:
      made.name = code_of(element, "signalRef", nullptr);
      break;
    case EventKind::Error:
      made.name = code_of(element, "errorRef", "errorCode");
      break;
    case EventKind::Escalation:
      made.name = code_of(element, "escalationRef", "escalationCode");
      break;
    case EventKind::Timer:
      read_timer(element, made);
      break;
    case EventKind::Conditional:
      if (const int when = tree_.child(element, "condition"); when != nothing) {
        made.condition = condition(when);
      }
      break;
    case EventKind::Compensation:
      made.waits = tree_.is_true(element, "waitForCompletion", true);
      made.activity = tree_.reference(element, "activityRef");  // an element until linked
      break;
    case EventKind::Link:
      made.name = tree_.attribute(element, "name");
      break;
    case EventKind::None:
    case EventKind::Cancel:
    case EventKind::Terminate:
      break;
  }
  return made;
}

std::string Builder::code_of(int element, const char* reference, const char* code) const {
  const int target = tree_.reference(element, reference);
  if (target == nothing) return std::string(tree_.attribute(element, reference));
  const std::string_view given =
      code == nullptr ? std::string_view() : tree_.attribute(target, code);
  return given.empty() ? tree_.at(target).id : std::string(given);
}

void Builder::read_timer(int element, EventDefinition& definition) {
  Timer& timer = definition.timer;
  if (const std::string term = tree_.extension(element, "working-time"); !term.empty()) {
    timer.kind = TimerKind::WorkingTime;
    timer.text = term;
    const auto parsed = calendar::parse_term(term);
    if (parsed && *parsed) {
      timer.working_time = **parsed;
      return;
    }
    return refuse(element, {"thời hạn theo giờ làm việc “" + term + "” không đọc được",
                            "cannot read the working time “" + term + "”"});
  }
  for (const int child : tree_.at(element).children) {
    const std::string_view kind = tree_.at(child).kind;
    if (kind == "timeDate") timer.kind = TimerKind::Date;
    if (kind == "timeDuration") timer.kind = TimerKind::Duration;
    if (kind == "timeCycle") timer.kind = TimerKind::Cycle;
    if (kind != "timeDate" && kind != "timeDuration" && kind != "timeCycle") continue;
    timer.text = tree_.text(child);
    if (timer.text.starts_with('=')) timer.expression = compile(child);
  }
  if (!timer.text.empty()) return;
  refuse(element, {"đồng hồ không có ngày, khoảng thời gian hay chu kỳ",
                   "the timer has no date, duration or cycle"});
}

}  // namespace motcua::bpmn
