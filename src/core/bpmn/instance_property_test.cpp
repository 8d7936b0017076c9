// Random well-formed processes along random paths: tokens are neither lost nor doubled, every
// instance ends, and a restart before every step changes nothing.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <map>

#include "bpmn/instance_json.hpp"
#include "bpmn/sample_test.hpp"

namespace motcua::bpmn {
namespace {

// At full size from the first case on: a small process has nothing that could go wrong.
int pick(int low, int high) {
  return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(low, high));
}

// Blocks with one way in and one way out. Every choice is made by a variable of its own, so that
// the test knows how many tokens a block holds.
struct Piece {
  std::string in;
  std::string out;
};

class Drawing {
 public:
  Piece block(int depth) {
    const int kind = depth == 0 ? pick(0, 3) : pick(0, 11);
    switch (kind) {
      case 3:
        return after(block(depth - 1), block(depth - 1));
      case 4:
        return split("exclusiveGateway", depth);
      case 5:
        return split("parallelGateway", depth);
      case 6:
        return split("inclusiveGateway", depth);
      case 7:
        return turn(depth);
      case 8:
        return inside(depth, "");
      case 9:
        return inside(depth, repeated());
      case 10:
        return guarded(depth);
      default:
        return task(kind);
    }
  }
  std::string node(std::string_view kind, std::string_view attributes = "",
                   std::string_view content = "") {
    const std::string id = "n" + std::to_string(++nodes_);
    text_ += "<" + std::string(kind) + " id=\"" + id + "\"" + std::string(attributes) + ">" +
             std::string(content) + "</" + std::string(kind) + ">\n";
    return id;
  }
  void link(const std::string& from, const std::string& to, std::string_view condition = "") {
    const std::string id = "f" + std::to_string(++flows_);
    text_ += "<sequenceFlow id=\"" + id + "\" sourceRef=\"" + from + "\" targetRef=\"" + to + "\">";
    if (!condition.empty()) {
      text_ += "<conditionExpression>" + std::string(condition) + "</conditionExpression>";
    }
    text_ += "</sequenceFlow>\n";
  }
  std::string xml() {
    const Piece all = block(3);
    link(node("startEvent"), all.in);
    link(all.out, node("endEvent"));
    return in_definitions("<signal id=\"s\"/><process id=\"p\">" + text_ + "</process>");
  }

 private:
  Piece task(int kind) {
    const std::string content = kind == 2 ? repeated() : "";
    const std::string id = node(kind == 1 ? "serviceTask" : "userTask", "", content);
    return {id, id};
  }
  static std::string repeated() {
    const int kind = pick(0, 3);
    if (kind == 0) return "<standardLoopCharacteristics loopMaximum=\"2\"/>";
    const std::string sequential = kind == 1 ? " isSequential=\"true\"" : "";
    return "<multiInstanceLoopCharacteristics" + sequential +
           "><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics>";
  }
  Piece after(const Piece& first, const Piece& second) {
    link(first.out, second.in);
    return {first.in, second.out};
  }
  Piece split(std::string_view gateway, int depth) {
    const int branches = pick(2, 4);
    const Piece made{node(gateway), node(gateway)};
    const std::string chosen = "c" + std::to_string(++choices_ % 5);
    for (int i = 0; i < branches; ++i) {
      const Piece branch = block(depth - 1);
      std::string condition;
      if (gateway != "parallelGateway") {
        condition = i + 1 < branches ? chosen + " = " + std::to_string(i)
                                     : chosen + " &gt;= " + std::to_string(i);
        if (gateway == "inclusiveGateway") condition += " or both";
      }
      link(made.in, branch.in, condition);
      link(branch.out, made.out);
    }
    return made;
  }
  Piece turn(int depth) {
    const Piece made{node("exclusiveGateway"), node("exclusiveGateway")};
    const Piece body = after(task(0), block(depth - 1));
    link(made.in, body.in);
    link(body.out, made.out);
    const std::string on = node("exclusiveGateway");
    link(made.out, made.in, "again");
    link(made.out, on, "not(again)");
    return {made.in, on};
  }
  // A sub-process around a block; its elements are moved into it.
  Piece inside(int depth, const std::string& loop) {
    const std::size_t from = text_.size();
    const Piece body = block(depth - 1);
    link(node("startEvent"), body.in);
    link(body.out, node("endEvent"));
    const std::string content = text_.substr(from);
    text_.resize(from);
    const std::string id = node("subProcess", "", loop + content);
    return {id, id};
  }
  // … that a signal takes away.
  Piece guarded(int depth) {
    const Piece made = inside(depth, "");
    const std::string merge = node("exclusiveGateway");
    const std::string boundary = node("boundaryEvent", " attachedToRef=\"" + made.in + "\"",
                                      "<signalEventDefinition signalRef=\"s\"/>");
    link(made.out, merge);
    link(boundary, merge);
    return {made.in, merge};
  }

  int nodes_ = 0;
  int flows_ = 0;
  int choices_ = 0;
  std::string text_;
};

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
void check_at_rest(const Instance& instance) {
  RC_ASSERT(instance.ended == instance.executions.empty());
  if (instance.ended) return;
  // Without work nobody could ever move it on: its tokens would be lost.
  RC_ASSERT(!working(instance).empty());
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

Trigger random_trigger(const Instance& instance, bool may_turn) {
  if (pick(0, 12) == 11) return SignalReceived{"s", {}};
  const auto open = working(instance);
  const auto place = static_cast<std::size_t>(pick(0, 1'000)) % open.size();
  return TaskCompleted{open[place], random_choice(may_turn)};
}

TEST(RandomProcesses, LoseNoTokenAndEndAndStandARestartBeforeEveryStep) {
  EXPECT_TRUE(rc::check("tokens are kept, instances end, restarts change nothing", [] {
    const std::string xml = Drawing().xml();
    const auto model = import_definitions(xml);
    RC_ASSERT(model.ok());
    auto straight = step(*model, {}, Start{model->processes[0], random_choice(false), -1, 0});
    RC_ASSERT(straight.ok());
    Instance kept = straight->instance;
    for (int moves = 0; !straight->instance.ended; ++moves) {
      RC_ASSERT(moves < 3'000);
      check_at_rest(straight->instance);
      const Trigger trigger = random_trigger(straight->instance, moves < 30);
      const auto again = read_instance(*model, write_instance(kept));
      RC_ASSERT(again.ok());
      const auto restarted = step(*model, *again, trigger);
      straight = step(*model, straight->instance, trigger);
      RC_ASSERT(straight.ok() && restarted.ok());
      RC_ASSERT(restarted->instance == straight->instance);
      RC_ASSERT(restarted->requests.size() == straight->requests.size());
      kept = restarted->instance;
    }
  }));
}

}  // namespace
}  // namespace motcua::bpmn
