// What a process does by itself: timers, scripts, decisions, sub-processes.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "procedure/progress.hpp"

namespace motcua::procedure {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

std::string whole(std::string_view inside) {
  return "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" "
         "xmlns:motcua=\"urn:motcua:bpmn:1\"><process id=\"p\">" +
         std::string(inside) + "</process></definitions>";
}

std::string way(std::string_view from, std::string_view to, std::string_view condition = "") {
  std::string out = "<sequenceFlow id=\"" + std::string(from) + "-" + std::string(to) +
                    "\" sourceRef=\"" + std::string(from) + "\" targetRef=\"" + std::string(to) +
                    "\">";
  if (!condition.empty()) {
    out += "<conditionExpression>" + std::string(condition) + "</conditionExpression>";
  }
  return out + "</sequenceFlow>";
}

Process read(std::string_view inside) {
  auto process = read_process(whole(inside));
  if (process) return std::move(process).value();
  for (const auto& error : process.error()) ADD_FAILURE() << error.element << ": " << error.what.en;
  return {};
}

std::string refused(std::string_view inside) {
  const auto process = read_process(whole(inside));
  return process.ok() ? "" : process.error().front().what.en;
}

const std::string examined_within_a_day =
    "<startEvent id=\"s\"/><userTask id=\"examine\"/>"
    "<boundaryEvent id=\"late\" attachedToRef=\"examine\">"
    "<timerEventDefinition motcua:working-time=\"1 working-day\"/></boundaryEvent>"
    "<userTask id=\"head\"/><userTask id=\"return\"/><endEvent id=\"e\"/>" +
    way("s", "examine") + way("examine", "return") + way("late", "head") + way("head", "return") +
    way("return", "e");

TEST(ProcessTimer, GivesTheWorkToAnotherWhenItsTimeIsOver) {
  const Process process = read(examined_within_a_day);
  const auto begun = start(process, {});
  ASSERT_TRUE(begun.ok());
  ASSERT_EQ(begun->timers.size(), 1u);
  EXPECT_EQ(begun->timers[0].name.node, "late");
  EXPECT_EQ(calendar::write_term(begun->timers[0].working_time), "1 working-day");
  EXPECT_THAT(begun->running, ElementsAre(begun->timers[0].name));

  const auto late = timer_came(process, begun->instance, begun->timers[0].name, {});
  ASSERT_TRUE(late.ok());
  EXPECT_THAT(late->interrupted, ElementsAre("examine"));
  EXPECT_THAT(late->opened, ElementsAre("head"));
  EXPECT_THAT(late->running, IsEmpty());
  EXPECT_EQ(timer_came(process, late->instance, begun->timers[0].name, {}).error().code(),
            "nothing_waits");
}

TEST(ProcessTimer, StopsWithTheWorkItWatchesOver) {
  const Process process = read(examined_within_a_day);
  const auto begun = start(process, {});
  const auto done = complete(process, begun->instance, "examine", {});
  ASSERT_TRUE(done.ok());
  EXPECT_THAT(done->interrupted, IsEmpty());
  EXPECT_THAT(done->running, IsEmpty());
  EXPECT_FALSE(timer_came(process, done->instance, begun->timers[0].name, {}).ok());
}

TEST(ProcessTimer, RemindsBesideTheWorkAndAgain) {
  const Process process = read(
      "<startEvent id=\"s\"/><userTask id=\"t\"/>"
      "<boundaryEvent id=\"remind\" attachedToRef=\"t\" cancelActivity=\"false\">"
      "<timerEventDefinition><timeCycle>R2/P7D</timeCycle></timerEventDefinition>"
      "</boundaryEvent><userTask id=\"look\"/><endEvent id=\"e\"/><endEvent id=\"f\"/>" +
      way("s", "t") + way("t", "e") + way("remind", "look") + way("look", "f"));
  const auto begun = start(process, {});
  EXPECT_EQ(begun->timers[0].text, "R2/P7D");
  const auto first = timer_came(process, begun->instance, begun->running.front(), {});
  ASSERT_TRUE(first.ok());
  EXPECT_THAT(first->interrupted, IsEmpty());
  EXPECT_THAT(first->instance.tasks, UnorderedElementsAre("t", "look"));
  ASSERT_EQ(first->timers.size(), 1u) << "it is set again";
  const auto second = timer_came(process, first->instance, first->running.front(), {});
  EXPECT_THAT(second->instance.tasks, UnorderedElementsAre("t", "look", "look"));
  EXPECT_THAT(second->running, IsEmpty());
  const auto one = complete(process, second->instance, "look", {});
  EXPECT_THAT(one->instance.tasks, UnorderedElementsAre("t", "look"));
}

TEST(ProcessTimer, WaitsOnTheWay) {
  const Process process = read(
      "<startEvent id=\"s\"/><intermediateCatchEvent id=\"wait\"><timerEventDefinition>"
      "<timeDate>2017-05-02</timeDate></timerEventDefinition></intermediateCatchEvent>"
      "<userTask id=\"t\"/><endEvent id=\"e\"/>" +
      way("s", "wait") + way("wait", "t") + way("t", "e"));
  const auto begun = start(process, {});
  EXPECT_THAT(begun->instance.tasks, IsEmpty());
  EXPECT_FALSE(begun->instance.ended);
  EXPECT_EQ(begun->timers[0].kind, bpmn::TimerKind::Date);
  EXPECT_THAT(timer_came(process, begun->instance, begun->running.front(), {})->opened,
              ElementsAre("t"));
}

constexpr std::string_view ways_of_a_case =
    "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" id=\"d\" name=\"d\" "
    "namespace=\"d\"><decision id=\"way\" name=\"Cách giải quyết\"><decisionTable "
    "hitPolicy=\"FIRST\"><input id=\"i\"><inputExpression><text>copies</text></inputExpression>"
    "</input><output id=\"o\" name=\"way\"/><rule id=\"r1\"><inputEntry><text>&lt;= 3</text>"
    "</inputEntry><outputEntry><text>\"at once\"</text></outputEntry></rule><rule id=\"r2\">"
    "<inputEntry><text>&gt; 3</text></inputEntry><outputEntry><text>\"by hand\"</text>"
    "</outputEntry></rule></decisionTable></decision></definitions>";

Process decided_by_rule() {
  Process process = read(
      "<startEvent id=\"s\"/><businessRuleTask id=\"ask\" motcua:decision=\"way\" "
      "motcua:result=\"way\"/><scriptTask id=\"sum\" scriptFormat=\"feel\" "
      "motcua:result=\"pages\"><script>copies * 2</script></scriptTask>"
      "<exclusiveGateway id=\"g\" default=\"g-examine\"/><userTask id=\"examine\"/>"
      "<userTask id=\"return\"/><endEvent id=\"e\"/>" +
      way("s", "ask") + way("ask", "sum") + way("sum", "g") +
      way("g", "return", "way = \"at once\"") + way("g", "examine") + way("examine", "return") +
      way("return", "e"));
  auto tables = dmn::import_decisions(ways_of_a_case);
  EXPECT_TRUE(tables.ok());
  process.decisions = std::make_shared<const std::vector<dmn::DecisionTable>>(std::move(*tables));
  return process;
}

TEST(ProcessDecision, SendsTheSimpleCaseOnByItselfAndSaysByWhichRow) {
  const Process process = decided_by_rule();
  const auto simple = start(process, {{"copies", 2}});
  ASSERT_TRUE(simple.ok());
  EXPECT_THAT(simple->opened, ElementsAre("return"));
  ASSERT_EQ(simple->automatic.size(), 2u);
  EXPECT_EQ(simple->automatic[0].node, "ask");
  EXPECT_EQ(simple->automatic[0].value, "\"at once\"");
  EXPECT_EQ(simple->automatic[0].rule, 1);
  EXPECT_EQ(simple->automatic[1].result, "pages");
  EXPECT_EQ(simple->automatic[1].value, "4");
  EXPECT_THAT(start(process, {{"copies", 4}})->opened, ElementsAre("examine"));
}

TEST(ProcessDecision, ThatGivesNoValueIsARejectionThatNamesTheStep) {
  const auto none = start(decided_by_rule(), {{"copies", "many"}});
  ASSERT_FALSE(none.ok());
  EXPECT_EQ(none.error().code(), "expression_gives_no_value");
  EXPECT_THAT(none.error().message(Language::English), HasSubstr("ask"));
}

TEST(ProcessDecision, WhatItFoundOutIsKeptButNotTheApplicantsAnswers) {
  const Process process = decided_by_rule();
  const auto step = start(process, {{"copies", 4}, {"name", "Nguyễn Văn An"}});
  EXPECT_THAT(step->instance.state, HasSubstr("by hand"));
  EXPECT_THAT(step->instance.state, testing::Not(HasSubstr("Nguyễn")));
}

const std::string in_a_sub_process =
    "<startEvent id=\"s\"/><subProcess id=\"sub\"><startEvent id=\"is\"/><parallelGateway "
    "id=\"f\"/><userTask id=\"a\"/><userTask id=\"b\"/><endEvent id=\"ie\"/>" +
    way("is", "f") + way("f", "a") + way("f", "b") + way("a", "ie") + way("b", "ie") +
    "</subProcess><boundaryEvent id=\"late\" attachedToRef=\"sub\"><timerEventDefinition>"
    "<timeDuration>P1D</timeDuration></timerEventDefinition></boundaryEvent>"
    "<userTask id=\"t\"/><userTask id=\"h\"/><endEvent id=\"e\"/>" +
    way("s", "sub") + way("sub", "t") + way("late", "h") + way("h", "t") + way("t", "e");

TEST(ProcessSubProcess, GoesOnWhenEverythingInsideIsDone) {
  const Process process = read(in_a_sub_process);
  EXPECT_EQ(process.nodes.at("a").scope, "sub");
  EXPECT_THAT(process.nodes.at("sub").next, UnorderedElementsAre("is", "late"));
  EXPECT_THAT(process.nodes.at("ie").next, ElementsAre("t"));
  auto step = start(process, {});
  EXPECT_THAT(step->instance.tasks, UnorderedElementsAre("a", "b"));
  step = complete(process, step->instance, "a", {});
  EXPECT_THAT(step->opened, IsEmpty());
  step = complete(process, step->instance, "b", {});
  EXPECT_THAT(step->opened, ElementsAre("t"));
}

TEST(ProcessSubProcess, IsInterruptedWithEverythingInside) {
  const Process process = read(in_a_sub_process);
  const auto begun = start(process, {});
  const auto late = timer_came(process, begun->instance, begun->running.front(), {});
  ASSERT_TRUE(late.ok());
  EXPECT_THAT(late->interrupted, UnorderedElementsAre("a", "b"));
  EXPECT_THAT(late->instance.tasks, ElementsAre("h"));
}

TEST(ProcessReading, RefusesWhatWouldNotRun) {
  const auto beside = [](std::string_view task) {
    return "<startEvent id=\"s\"/>" + std::string(task) + "<endEvent id=\"e\"/>" + way("s", "x") +
           way("x", "e");
  };
  EXPECT_THAT(refused(beside("<businessRuleTask id=\"x\" motcua:result=\"r\"/>")),
              HasSubstr("motcua:decision is missing"));
  EXPECT_THAT(refused(beside("<businessRuleTask id=\"x\" motcua:decision=\"d\"/>")),
              HasSubstr("motcua:result has to name a variable"));
  EXPECT_THAT(refused(beside("<scriptTask id=\"x\" scriptFormat=\"feel\" "
                             "motcua:result=\"outcome\"><script>1</script></scriptTask>")),
              HasSubstr("of the process's own"));
  EXPECT_THAT(refused(beside("<scriptTask id=\"x\" scriptFormat=\"javascript\" "
                             "motcua:result=\"r\"><script>1</script></scriptTask>")),
              HasSubstr("in FEEL"));
  EXPECT_THAT(refused(beside("<intermediateCatchEvent id=\"x\"><signalEventDefinition/>"
                             "</intermediateCatchEvent>")),
              HasSubstr("trigger"));
}

}  // namespace
}  // namespace motcua::procedure
