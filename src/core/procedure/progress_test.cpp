#include "procedure/progress.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace motcua::procedure {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

// Builds a well-formed process block by block: each block has one way in and one way out.
class Builder {
 public:
  std::string node(std::string_view kind, std::string_view attributes = "") {
    std::string id = "n" + std::to_string(++nodes_);
    xml_ += "<" + std::string(kind) + " id=\"" + id + "\" " + std::string(attributes) + "/>\n";
    return id;
  }
  // With what stands inside it.
  std::string element(std::string_view kind, std::string_view attributes, std::string_view inside) {
    std::string id = "n" + std::to_string(++nodes_);
    xml_ += "<" + std::string(kind) + " id=\"" + id + "\" " + std::string(attributes) + ">" +
            std::string(inside) + "</" + std::string(kind) + ">\n";
    return id;
  }
  // What `build` adds stands inside a sub-process.
  template <class Build>
  std::string sub_process(Build build) {
    std::string outside;
    std::swap(outside, xml_);
    build();
    std::swap(outside, xml_);
    return element("subProcess", "", outside);
  }
  std::string flow(const std::string& from, const std::string& to, std::string condition = "") {
    std::string id = "f" + std::to_string(++flows_);
    if (!condition.empty()) {
      condition = "<conditionExpression>" + condition + "</conditionExpression>";
    }
    xml_ += "<sequenceFlow id=\"" + id + "\" sourceRef=\"" + from + "\" targetRef=\"" + to + "\">" +
            condition + "</sequenceFlow>\n";
    return id;
  }
  std::string xml() const {
    return "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" "
           "xmlns:motcua=\"urn:motcua:bpmn:1\"><process id=\"p\">" +
           xml_ + "</process></definitions>";
  }

 private:
  int nodes_ = 0;
  int flows_ = 0;
  std::string xml_;
};

struct Block {
  std::string in;
  std::string out;
};

Block random_block(Builder& builder, int depth);

Block fork(Builder& builder, int depth, bool parallel) {
  const std::string kind = parallel ? "parallelGateway" : "exclusiveGateway";
  Block block{builder.node(kind), builder.node(kind)};
  const int branches = *rc::gen::inRange(2, 4);
  for (int i = 0; i < branches; ++i) {
    Block branch = random_block(builder, depth - 1);
    std::string condition =
        i + 1 < branches ? "choice = " + std::to_string(i) : "choice &gt;= " + std::to_string(i);
    builder.flow(block.in, branch.in, parallel ? "" : condition);
    builder.flow(branch.out, block.out);
  }
  return block;
}

Block loop(Builder& builder, int depth) {
  Block block{builder.node("exclusiveGateway"), builder.node("exclusiveGateway")};
  Block inside = random_block(builder, depth - 1);
  const std::string task = builder.node("userTask");
  builder.flow(block.in, task);
  builder.flow(task, inside.in);
  builder.flow(inside.out, block.out);
  // The way on is added by whoever uses the block; one more gateway keeps both conditional.
  const std::string on = builder.node("exclusiveGateway");
  builder.flow(block.out, block.in, "again");
  builder.flow(block.out, on, "not(again)");
  return {block.in, on};
}

constexpr std::string_view one_day =
    "<timerEventDefinition motcua:working-time=\"1 working-day\"/>";

Block inside_a_sub_process(Builder& builder, int depth) {
  const std::string whole = builder.sub_process([&] {
    const std::string begin = builder.node("startEvent");
    const Block inside = random_block(builder, depth - 1);
    builder.flow(begin, inside.in);
    builder.flow(inside.out, builder.node("endEvent"));
  });
  return {whole, whole};
}

// A task with a timer over it; both ways come together behind it.
Block watched(Builder& builder, bool interrupting) {
  const std::string task = builder.node("userTask");
  const std::string merge = builder.node("exclusiveGateway");
  const std::string timer = builder.element(
      "boundaryEvent",
      "attachedToRef=\"" + task + "\" cancelActivity=\"" + (interrupting ? "true" : "false") + "\"",
      one_day);
  const std::string reminded = builder.node("userTask");
  builder.flow(task, merge);
  builder.flow(timer, reminded);
  builder.flow(reminded, interrupting ? merge : builder.node("endEvent"));
  return {task, merge};
}

Block scripted(Builder& builder) {
  const std::string script = builder.element(
      "scriptTask", "scriptFormat=\"feel\" motcua:result=\"sum\"", "<script>1 + 1</script>");
  const std::string task = builder.node("userTask");
  builder.flow(script, task);
  return {script, task};
}

Block random_block(Builder& builder, int depth) {
  const int kind = depth == 0 ? 0 : *rc::gen::inRange(0, 9);
  if (kind == 0) {
    std::string task = builder.node("userTask");
    return {task, task};
  }
  if (kind == 1) {
    Block first = random_block(builder, depth - 1);
    Block second = random_block(builder, depth - 1);
    builder.flow(first.out, second.in);
    return {first.in, second.out};
  }
  if (kind == 4) return loop(builder, depth);
  if (kind == 5) return inside_a_sub_process(builder, depth);
  if (kind == 6) return scripted(builder);
  if (kind >= 7) return watched(builder, kind == 7);
  return fork(builder, depth, kind == 2);
}

std::string random_process() {
  Builder builder;
  Block block = random_block(builder, 3);
  builder.flow(builder.node("startEvent"), block.in);
  builder.flow(block.out, builder.node("endEvent"));
  return builder.xml();
}

struct Choice {
  int which_task = 0;
  int branch = 0;
  bool again = false;
};

feel::Context variables_of(const Choice& choice) {
  return {{"choice", choice.branch}, {"again", choice.again}};
}

std::string pick(const Progress& instance, const Choice& choice) {
  return instance.tasks[static_cast<std::size_t>(choice.which_task) % instance.tasks.size()];
}

TEST(DossierProgress, NeverLosesATokenInWellFormedProcesses) {
  EXPECT_TRUE(rc::check("a token waits until the process ends, and it ends", [] {
    auto process = read_process(random_process());
    RC_ASSERT(process.ok());
    auto step = start(*process, {{"choice", 0}, {"again", false}});
    RC_ASSERT(step.ok());
    for (int moves = 0; !step->instance.ended; ++moves) {
      // Without a task nobody could ever move the dossier on: its tokens would be lost.
      RC_ASSERT(!step->instance.tasks.empty());
      Choice choice{*rc::gen::inRange(0, 6), *rc::gen::inRange(0, 4),
                    moves < 30 && *rc::gen::arbitrary<bool>()};
      const std::size_t before = step->instance.tasks.size();
      const bool by_timer = !step->running.empty() && *rc::gen::arbitrary<bool>();
      auto next = by_timer ? timer_came(*process, step->instance, step->running.front(),
                                        variables_of(choice))
                           : complete(*process, step->instance, pick(step->instance, choice),
                                      variables_of(choice));
      RC_ASSERT(next.ok());
      const std::size_t ended = next->interrupted.size() + (by_timer ? 0 : 1);
      RC_ASSERT(next->instance.tasks.size() == before - ended + next->opened.size());
      RC_ASSERT(moves < 1000);
      step = next;
    }
    RC_ASSERT(step->instance.tasks.empty());
  }));
}

TEST(DossierProgress, GoesOnAfterARestartAsIfThereHadBeenNone) {
  EXPECT_TRUE(rc::check("process and instance read again at each step give the same run", [] {
    const std::string xml = random_process();
    auto process = read_process(xml);
    RC_ASSERT(process.ok());
    const feel::Context begin{{"choice", 0}, {"again", false}};
    Progress straight = start(*process, begin)->instance;
    Progress restarted = start(*read_process(xml), begin)->instance;
    for (int moves = 0; !straight.ended && moves < 40; ++moves) {
      Choice choice{*rc::gen::inRange(0, 6), *rc::gen::inRange(0, 4), *rc::gen::arbitrary<bool>()};
      const std::string task = pick(straight, choice);
      straight = complete(*process, straight, task, variables_of(choice))->instance;
      Progress kept{restarted.tasks, restarted.joining_flows, restarted.ended, restarted.state};
      restarted = complete(*read_process(xml), kept, task, variables_of(choice))->instance;
      RC_ASSERT(restarted == straight);
    }
  }));
}

Process must_import(const Builder& builder) {
  auto process = read_process(builder.xml());
  EXPECT_TRUE(process.ok());
  return std::move(process).value();
}

TEST(DossierProgress, WaitsAtAParallelJoinForEveryBranch) {
  Builder b;
  const std::string start_event = b.node("startEvent");
  const std::string fork_gateway = b.node("parallelGateway");
  const std::string police = b.node("userTask");
  const std::string agencies = b.node("userTask");
  const std::string join_gateway = b.node("parallelGateway");
  const std::string summary = b.node("userTask");
  b.flow(start_event, fork_gateway);
  b.flow(fork_gateway, police);
  b.flow(fork_gateway, agencies);
  const std::string waiting = b.flow(police, join_gateway);
  b.flow(agencies, join_gateway);
  b.flow(join_gateway, summary);
  b.flow(summary, b.node("endEvent"));
  const Process process = must_import(b);

  ProgressStep step = *start(process, {});
  EXPECT_THAT(step.instance.tasks, UnorderedElementsAre(police, agencies));
  step = *complete(process, step.instance, police, {});
  EXPECT_THAT(step.opened, IsEmpty());
  EXPECT_THAT(step.instance.joining_flows, ElementsAre(waiting));
  EXPECT_FALSE(step.instance.ended);
  step = *complete(process, step.instance, agencies, {});
  EXPECT_THAT(step.opened, ElementsAre(summary));
  EXPECT_THAT(step.instance.joining_flows, IsEmpty());
  EXPECT_TRUE(complete(process, step.instance, summary, {})->instance.ended);
}

TEST(DossierProgress, RejectsWhenNoBranchApplies) {
  Builder b;
  const std::string gateway = b.node("exclusiveGateway", "name=\"Kết quả\"");
  const std::string task = b.node("userTask");
  b.flow(b.node("startEvent"), gateway);
  b.flow(gateway, task, "x = 1");
  b.flow(gateway, task, "x = 2");
  b.flow(task, b.node("endEvent"));
  const Process process = must_import(b);
  EXPECT_TRUE(start(process, {{"x", 2}}).ok());
  auto rejected = start(process, {});
  ASSERT_FALSE(rejected.ok());
  EXPECT_EQ(rejected.error().code(), "no_way_out");
  EXPECT_EQ(rejected.error().message(Language::English),
            "The process has no branch that applies at “Kết quả”.");
}

TEST(DossierProgress, RefusesToMultiplyTokensWithoutEnd) {
  Builder b;
  std::string at = b.node("startEvent");
  for (int i = 0; i < 20; ++i) {
    const std::string fork_gateway = b.node("parallelGateway");
    const std::string merge = b.node("exclusiveGateway");
    b.flow(at, fork_gateway);
    b.flow(fork_gateway, merge);
    b.flow(fork_gateway, merge);
    at = merge;
  }
  b.flow(at, b.node("endEvent"));
  EXPECT_EQ(start(must_import(b), {}).error().code(), "too_many_tokens");
}

TEST(DossierProgress, CompletingATaskThatIsNotOpenIsABug) {
  Builder b;
  const std::string task = b.node("userTask");
  b.flow(b.node("startEvent"), task);
  b.flow(task, b.node("endEvent"));
  const Process process = must_import(b);
  EXPECT_THROW((void)complete(process, {}, task, {}), Bug);
}

}  // namespace
}  // namespace motcua::procedure
