// Random well-formed processes along random paths: tokens are neither lost nor doubled, every
// instance ends, and a restart before every step changes nothing.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <map>
#include <set>
#include <tuple>

#include "bpmn/instance_json.hpp"
#include "bpmn/random_process_test.hpp"
#include "bpmn/sample_test.hpp"

namespace motcua::bpmn {
namespace {

feel::Context random_choice(bool may_turn) {
  feel::Context values;
  for (int i = 0; i < 5; ++i) values["c" + std::to_string(i)] = feel::Value(pick(0, 4));
  values["both"] = feel::Value(*rc::gen::arbitrary<bool>());
  values["again"] = feel::Value(may_turn && *rc::gen::arbitrary<bool>());
  return values;
}

std::vector<std::uint32_t> working(const Instance& instance) {
  std::vector<std::uint32_t> found;
  for (const Execution& one : instance.executions) {
    if (one.doing == Doing::Working) found.push_back(one.id);
  }
  return found;
}

// What can still move without anybody outside: nothing, at rest.
void check_at_rest(const Definitions& model, const Instance& instance) {
  RC_ASSERT(instance.ended == instance.executions.empty());
  if (instance.ended) return;
  // With nothing to wait for nobody could ever move it on: its tokens would be lost.
  RC_ASSERT(!working(instance).empty() || !subscriptions(model, instance).empty());
  std::map<std::uint32_t, int> seen;
  for (const Execution& one : instance.executions) {
    RC_ASSERT(++seen[one.id] == 1);
    RC_ASSERT(one.parent == 0 || instance.find(one.parent) != nullptr);
    const bool holds = one.doing == Doing::Scope || one.doing == Doing::Looping;
    const bool empty = std::ranges::none_of(
        instance.executions, [&](const Execution& other) { return other.parent == one.id; });
    RC_ASSERT(!holds || !empty);
  }
}

Trigger coming(const Subscription& waited) {
  if (waited.kind == EventKind::Timer) {
    return TimerDue{waited.execution, waited.node, waited.definition};
  }
  if (waited.kind == EventKind::Message) return MessageReceived{"m", {}, waited.execution};
  return SignalReceived{"s", {}};
}

// Work is done more often than events come, so that it comes to an end.
Trigger random_trigger(const Definitions& model, const Instance& instance, bool goes_round) {
  const auto open = working(instance);
  const auto waits = subscriptions(model, instance);
  const auto place = static_cast<std::size_t>(pick(0, 1'000));
  const bool event = !waits.empty() && pick(0, goes_round ? 6 : 60) == 0;
  if (open.empty() || event) return coming(waits[place % waits.size()]);
  return TaskCompleted{open[place % open.size()], random_choice(goes_round)};
}

std::vector<std::tuple<EventType, std::uint32_t, std::int32_t>> happened(
    const std::vector<Event>& events) {
  std::vector<std::tuple<EventType, std::uint32_t, std::int32_t>> all;
  for (const Event& one : events) all.emplace_back(one.type, one.execution, one.node);
  return all;
}

// What has really run, so that nothing falls out of the random processes unnoticed.
std::set<std::string> met_in(const Definitions& model, const std::vector<Event>& events) {
  std::set<std::string> met;
  for (const Event& event : events) {
    const Node& node = model.node(event.node);
    const bool caught = event.type == EventType::Caught;
    if (node.kind == NodeKind::BoundaryEvent && caught) {
      met.insert(node.interrupts ? "interrupting boundary" : "passing boundary");
    }
    for (const EventDefinition& one : node.events) {
      if (caught && one.kind == EventKind::Timer) met.insert("timer");
      if (caught && one.kind == EventKind::Message) met.insert("message");
      if (caught && one.kind == EventKind::Error) met.insert("error");
      if (caught && one.kind == EventKind::Escalation) met.insert("escalation");
      if (caught && one.kind == EventKind::Cancel) met.insert("cancel");
    }
    if (event.type != EventType::Completed) continue;
    met.insert(std::string(element_name(node.kind)));
    if (node.kind == NodeKind::EventSubProcess) met.insert("event sub-process");
    if (node.for_compensation) met.insert("compensation handler");
    if (node.loop.kind == LoopKind::Standard) met.insert("standard loop");
    if (node.loop.kind == LoopKind::Sequential) met.insert("sequential multi-instance");
    if (node.loop.kind == LoopKind::Parallel) met.insert("parallel multi-instance");
  }
  return met;
}

TEST(RandomProcesses, LoseNoTokenAndEndAndStandARestartBeforeEveryStep) {
  std::set<std::string> met;
  EXPECT_TRUE(rc::check("tokens are kept, instances end, restarts change nothing", [&met] {
    const std::string xml = Drawing().xml();
    const auto model = import_definitions(xml);
    if (!model) RC_FAIL(model.error().front().what.en + " in " + xml);
    auto straight = step(*model, {}, Start{model->processes[0], random_choice(false), -1, 0});
    RC_ASSERT(straight.ok());
    Instance kept = straight->instance;
    for (int moves = 0; !straight->instance.ended; ++moves) {
      RC_ASSERT(moves < 3'000);
      check_at_rest(*model, straight->instance);
      const Trigger trigger = random_trigger(*model, straight->instance, moves < 30);
      const auto again = read_instance(*model, write_instance(kept));
      RC_ASSERT(again.ok());
      const auto restarted = step(*model, *again, trigger);
      straight = step(*model, straight->instance, trigger);
      RC_ASSERT(straight.ok() && restarted.ok());
      RC_ASSERT(restarted->instance == straight->instance);
      RC_ASSERT(restarted->requests.size() == straight->requests.size());
      RC_ASSERT(happened(restarted->events) == happened(straight->events));
      met.merge(met_in(*model, straight->events));
      kept = restarted->instance;
    }
  }));
  for (const char* wanted :
       {"inclusiveGateway", "parallelGateway", "standard loop", "sequential multi-instance",
        "parallel multi-instance", "interrupting boundary", "passing boundary", "event sub-process",
        "compensation handler", "transaction", "cancel", "error", "escalation", "timer",
        "message"}) {
    EXPECT_TRUE(met.contains(wanted)) << wanted << " never ran";
  }
}

}  // namespace
}  // namespace motcua::bpmn
