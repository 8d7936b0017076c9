// Feeds a hostile BPMN model to the import and, when it is accepted, hostile triggers to the
// engine: the text up to the first byte 1 is the model, each two bytes after it a trigger.
//
// Checked beside the sanitizers and the time limit: a refusal has a place and words, a step keeps
// the engine's limits, and an instance that is written and read back is the same.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "bpmn/instance.hpp"
#include "bpmn/instance_json.hpp"

namespace {

using namespace motcua;

constexpr int most_triggers = 30;

void require(bool holds) {
  if (!holds) std::abort();
}

bpmn::Trigger trigger_of(const bpmn::Instance& instance, int kind, std::size_t place) {
  const auto& executions = instance.executions;
  const std::uint32_t id = executions.empty() ? 0 : executions[place % executions.size()].id;
  switch (kind % 8) {
    case 0:
      return bpmn::MessageReceived{"m", {{"x", feel::Value(static_cast<int>(place))}}, 0};
    case 1:
      return bpmn::SignalReceived{"s", {}};
    case 2:
      return bpmn::ErrorReceived{id, "E"};
    case 3:
      return bpmn::EscalationReceived{id, "E"};
    case 4:
      return bpmn::VariablesChanged{{{"x", feel::Value(static_cast<int>(place))}}};
    default:
      return bpmn::TaskCompleted{id, {{"x", feel::Value(static_cast<int>(place % 5))}}};
  }
}

void run(const bpmn::Definitions& model, std::string_view triggers) {
  bpmn::Start start;
  start.process = model.processes.front();
  start.variables = {{"x", 1}};
  auto step = bpmn::step(model, {}, start);
  if (!step) return require(!step.error().message(Language::English).empty());
  bpmn::Instance instance = step->instance;
  int count = 0;
  for (std::size_t i = 0; i + 1 < triggers.size() && ++count < most_triggers; i += 2) {
    const auto waits = bpmn::subscriptions(model, instance);
    const auto kind = static_cast<unsigned char>(triggers[i]);
    const auto place = static_cast<std::size_t>(static_cast<unsigned char>(triggers[i + 1]));
    bpmn::Trigger trigger = trigger_of(instance, kind, place);
    if (kind % 3 == 0 && !waits.empty()) {
      const auto& one = waits[place % waits.size()];
      trigger = bpmn::TimerDue{one.execution, one.node, one.definition};
    }
    auto next = bpmn::step(model, instance, trigger);
    if (!next) continue;
    instance = next->instance;
    require(instance.executions.size() <= bpmn::most_executions);
    require(instance.ended == instance.executions.empty());
    const auto again = bpmn::read_instance(model, bpmn::write_instance(instance));
    require(again.ok() && *again == instance);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* input, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(input), size);
  const auto end = std::min(text.find('\1'), text.size());
  const auto model = bpmn::import_definitions(text.substr(0, end));
  if (model) {
    run(*model, text.substr(std::min(end + 1, text.size())));
    return 0;
  }
  require(!model.error().empty());
  for (const auto& error : model.error()) {
    require(error.line >= 1 && !error.element.empty());
    require(!error.what.vi.empty() && !error.what.en.empty());
  }
  return 0;
}
