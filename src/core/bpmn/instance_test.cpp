#include "bpmn/instance.hpp"

#include <gmock/gmock.h>

#include "bpmn/instance_json.hpp"
#include "bpmn/sample_test.hpp"

namespace motcua::bpmn {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

constexpr std::string_view signal_s = "<signal id=\"s\"/>\n";

TEST(Order, ParallelJoinWaitsForEachFlowOnce) {
  const auto model = must_import(
      in_process("<startEvent id=\"b\"/><parallelGateway id=\"f\"/><userTask id=\"one\"/><userTask "
                 "id=\"two\"/>"
                 "<parallelGateway id=\"j\"/><userTask id=\"last\"/><endEvent id=\"e\"/>" +
                 flow("b", "f") + flow("f", "one") + flow("f", "two") + flow("one", "j") +
                 flow("two", "j") + flow("j", "last") + flow("last", "e")));
  Runner run(model);
  EXPECT_THAT(run.start().open(), ElementsAre("one", "two"));
  EXPECT_THAT(run.complete("one").open(), ElementsAre("two"));
  EXPECT_THAT(run.complete("two").open(), ElementsAre("last"));
  EXPECT_TRUE(run.complete("last").instance.ended);
}

// The branch that was not chosen is not waited for; one that may still come is.
TEST(Order, InclusiveJoinWaitsForWhatMayStillCome) {
  const auto model = must_import(in_process(
      "<startEvent id=\"b\"/><inclusiveGateway id=\"f\" default=\"f-c\"/><userTask id=\"a\"/>"
      "<userTask id=\"x\"/><exclusiveGateway id=\"back\" default=\"back-j\"/><userTask id=\"c\"/>"
      "<inclusiveGateway id=\"j\"/><userTask id=\"last\"/><endEvent id=\"e\"/>" +
      flow("b", "f") + flow("f", "a", "a") + flow("f", "x", "x") + flow("f", "c") + flow("a", "j") +
      flow("x", "back") + flow("back", "x", "again") + flow("back", "j") + flow("c", "j") +
      flow("j", "last") + flow("last", "e")));
  Runner both(model);
  both.start({{"a", true}, {"x", true}, {"again", false}});
  EXPECT_THAT(both.open(), ElementsAre("a", "x"));
  EXPECT_THAT(both.complete("a").open(), ElementsAre("x"));
  EXPECT_THAT(both.complete("x", {{"again", true}}).open(), ElementsAre("x"));
  EXPECT_THAT(both.complete("x", {{"again", false}}).open(), ElementsAre("last"));
  Runner one(model);
  one.start({{"a", true}, {"x", false}});
  EXPECT_THAT(one.complete("a").open(), ElementsAre("last"));
  Runner none(model);
  none.start({{"a", false}, {"x", false}});
  EXPECT_THAT(none.open(), ElementsAre("c"));
}

TEST(Order, ASequentialMultiInstanceGoesOneByOneOverItsCollection) {
  const auto model = must_import(in_process(
      "<startEvent id=\"b\"/><property id=\"people\"/><property id=\"answers\"/><userTask id=\"t\">"
      "<ioSpecification><dataInput id=\"in\"/><dataOutput id=\"out\"/><inputSet><dataInputRefs>in"
      "</dataInputRefs></inputSet><outputSet><dataOutputRefs>out</dataOutputRefs></outputSet>"
      "</ioSpecification><dataInputAssociation><sourceRef>people</sourceRef><targetRef>in</"
      "targetRef>"
      "</dataInputAssociation><dataOutputAssociation><sourceRef>out</sourceRef><targetRef>answers"
      "</targetRef></dataOutputAssociation><multiInstanceLoopCharacteristics isSequential=\"true\">"
      "<loopDataInputRef>in</loopDataInputRef><loopDataOutputRef>out</loopDataOutputRef>"
      "<inputDataItem id=\"person\"/><outputDataItem id=\"answer\"/>"
      "</multiInstanceLoopCharacteristics></userTask><endEvent id=\"e\"/>" +
      flow("b", "t") + flow("t", "e")));
  Runner run(model);
  run.start({{"people", feel::List{"Lan", "Bình"}}});
  EXPECT_THAT(run.open(), ElementsAre("t"));
  run.complete("t");
  EXPECT_THAT(run.open(), ElementsAre("t"));
  EXPECT_TRUE(run.complete("t").instance.ended);
  EXPECT_EQ(run.variable("answers").as<feel::List>()->size(), 2U);
}

TEST(Order, ACompletionConditionStopsTheRest) {
  const auto model = must_import(in_process(
      "<startEvent id=\"b\"/><userTask id=\"t\"><multiInstanceLoopCharacteristics>"
      "<loopCardinality>3</loopCardinality><completionCondition>numberOfCompletedInstances &gt;= 2"
      "</completionCondition></multiInstanceLoopCharacteristics></userTask><endEvent id=\"e\"/>" +
      flow("b", "t") + flow("t", "e")));
  Runner run(model);
  EXPECT_THAT(run.start().open(), ElementsAre("t", "t", "t"));
  EXPECT_FALSE(run.complete("t").instance.ended);
  EXPECT_TRUE(run.complete("t").instance.ended);
}

std::string with_boundary(std::string_view event, std::string_view interrupts) {
  return in_definitions(
      std::string(signal_s) +
      "<process id=\"p\"><startEvent id=\"b\"/><subProcess id=\"s1\"><startEvent id=\"ib\"/>"
      "<userTask id=\"t\"/><endEvent id=\"ie\"/>" +
      flow("ib", "t") + flow("t", "ie") +
      "</subProcess><boundaryEvent id=\"on\" attachedToRef=\"s1\" cancelActivity=\"" +
      std::string(interrupts) + "\">" + std::string(event) +
      "</boundaryEvent><userTask id=\"late\"/><endEvent id=\"e\"/><endEvent id=\"e2\"/>" +
      flow("b", "s1") + flow("s1", "e") + flow("on", "late") + flow("late", "e2") + "</process>");
}

TEST(Events, AnInterruptingTimerTakesTheWorkAway) {
  const auto model = must_import(
      with_boundary("<timerEventDefinition motcua:working-time=\"2 working-days\"/>", "true"));
  Runner run(model);
  run.start();
  ASSERT_EQ(run.requests.size(), 2U);
  EXPECT_EQ(run.requests[0].working_time, (calendar::Term{calendar::TermUnit::WorkingDays, 2}));
  EXPECT_THAT(run.due("on").open(), ElementsAre("late"));
  EXPECT_EQ(run.take(TaskCompleted{run.requests[1].execution, {}}).rejected, "nothing_waits");
  EXPECT_TRUE(run.complete("late").instance.ended);
}

TEST(Events, APassingCycleComesAsOftenAsItSays) {
  const auto model = must_import(with_boundary(
      "<timerEventDefinition><timeCycle>R2/PT1H</timeCycle></timerEventDefinition>", "false"));
  Runner run(model);
  run.start();
  const Request timer = *run.request("on");
  const TimerDue due{timer.execution, timer.node, timer.definition};
  EXPECT_THAT(run.take(due).open(), UnorderedElementsAre("t", "late"));
  EXPECT_EQ(run.requests.back().repetition == 1 || run.requests.size() > 2, true);
  EXPECT_THAT(run.take(due).open(), UnorderedElementsAre("t", "late", "late"));
  EXPECT_EQ(run.take(due).rejected, "nothing_waits");
}

TEST(Events, ASignalReachesEverybodyWhoWaits) {
  const auto model =
      must_import(with_boundary("<signalEventDefinition signalRef=\"s\"/>", "false"));
  Runner run(model);
  EXPECT_THAT(run.start().take(SignalReceived{"s", {}}).open(), UnorderedElementsAre("t", "late"));
  EXPECT_THAT(run.take(SignalReceived{"other", {}}).open(), UnorderedElementsAre("t", "late"));
}

TEST(Events, AConditionIsLookedAtWhenVariablesChange) {
  const auto model = must_import(with_boundary(
      "<conditionalEventDefinition><condition>x &gt; 3</condition></conditionalEventDefinition>",
      "false"));
  Runner run(model);
  EXPECT_THAT(run.start({{"x", 1}}).open(), ElementsAre("t"));
  EXPECT_THAT(run.take(VariablesChanged{{{"x", 4}}}).open(), UnorderedElementsAre("t", "late"));
  EXPECT_THAT(run.take(VariablesChanged{{{"x", 5}}}).open(), UnorderedElementsAre("t", "late"));
  run.take(VariablesChanged{{{"x", 0}}});
  EXPECT_THAT(run.take(VariablesChanged{{{"x", 9}}}).open(),
              UnorderedElementsAre("t", "late", "late"));
}

TEST(Events, AnErrorOfTheWorkIsCaughtOutsideOrEndsTheInstance) {
  const std::string errors = "<errorEventDefinition errorRef=\"err\"/>";
  std::string xml = with_boundary(errors, "true");
  xml.insert(xml.find("<process"), "<error id=\"err\" errorCode=\"E1\"/>");
  const auto model = must_import(xml);
  Runner caught(model);
  caught.start();
  EXPECT_THAT(caught.take(ErrorReceived{caught.requests[0].execution, "E1"}).open(),
              ElementsAre("late"));
  Runner uncaught(model);
  uncaught.start();
  uncaught.take(ErrorReceived{uncaught.requests[0].execution, "E2"});
  EXPECT_TRUE(uncaught.instance.failed);
  EXPECT_TRUE(uncaught.instance.ended);
  EXPECT_EQ(uncaught.instance.error_code, "E2");
}

TEST(Events, MessagesGoOutAndComeIn) {
  const auto model = must_import(in_definitions(
      "<message id=\"m\"/><process id=\"p\"><startEvent id=\"b\"/><sendTask id=\"ask\" "
      "messageRef=\"m\"/><receiveTask id=\"answer\" messageRef=\"m\"/><endEvent id=\"e\"/>" +
      flow("b", "ask") + flow("ask", "answer") + flow("answer", "e") + "</process>"));
  Runner run(model);
  run.start();
  EXPECT_THAT(run.asked(RequestKind::SendMessage), ElementsAre("m"));
  EXPECT_EQ(run.take(MessageReceived{"other", {}, 0}).rejected, "nothing_waits");
  EXPECT_TRUE(run.take(MessageReceived{"m", {{"said", "yes"}}, 0}).instance.ended);
  EXPECT_EQ(run.variable("said"), feel::Value("yes"));
}

TEST(Events, TheFirstEventBehindAGatewayTakesTheToken) {
  const auto model = must_import(in_definitions(
      std::string(signal_s) +
      "<process id=\"p\"><startEvent id=\"b\"/><eventBasedGateway id=\"g\"/>"
      "<intermediateCatchEvent id=\"c1\"><signalEventDefinition signalRef=\"s\"/>"
      "</intermediateCatchEvent><intermediateCatchEvent id=\"c2\"><timerEventDefinition>"
      "<timeDuration>P1D</timeDuration></timerEventDefinition></intermediateCatchEvent>"
      "<userTask id=\"t1\"/><userTask id=\"t2\"/><endEvent id=\"e\"/>" +
      flow("b", "g") + flow("g", "c1") + flow("g", "c2") + flow("c1", "t1") + flow("c2", "t2") +
      flow("t1", "e") + flow("t2", "e") + "</process>"));
  Runner run(model);
  run.start();
  EXPECT_THAT(run.take(SignalReceived{"s", {}}).open(), ElementsAre("t1"));
  EXPECT_EQ(run.take(TimerDue{run.requests[0].execution, run.requests[0].node, 0}).rejected,
            "nothing_waits");
}

TEST(Compensation, TakesBackInReverseOrder) {
  const auto done = [](const std::string& id) {
    return "<userTask id=\"" + id + "\"/><boundaryEvent id=\"on" + id + "\" attachedToRef=\"" + id +
           "\"><compensateEventDefinition/></boundaryEvent><userTask id=\"undo" + id +
           "\" isForCompensation=\"true\"/><association sourceRef=\"on" + id +
           "\" targetRef=\"undo" + id + "\"/>";
  };
  const auto model = must_import(in_process(
      "<startEvent id=\"b\"/>" + done("A") + done("B") +
      "<intermediateThrowEvent id=\"back\"><compensateEventDefinition/></intermediateThrowEvent>"
      "<userTask id=\"after\"/><endEvent id=\"e\"/>" +
      flow("b", "A") + flow("A", "B") + flow("B", "back") + flow("back", "after") +
      flow("after", "e")));
  Runner run(model);
  run.start().complete("A").complete("B");
  EXPECT_THAT(run.open(), ElementsAre("undoB"));
  EXPECT_THAT(run.complete("undoB").open(), ElementsAre("undoA"));
  EXPECT_THAT(run.complete("undoA").open(), ElementsAre("after"));
  EXPECT_TRUE(run.complete("after").instance.ended);
}

TEST(Scripts, InFeelAreRunByTheEngine) {
  const auto model = must_import(in_process(
      "<startEvent id=\"b\"/><scriptTask id=\"s\" scriptFormat=\"feel\" motcua:result=\"total\">"
      "<script>=price * 2</script></scriptTask><scriptTask id=\"other\" scriptFormat=\"groovy\">"
      "<script>x</script></scriptTask><endEvent id=\"e\"/>" +
      flow("b", "s") + flow("s", "other") + flow("other", "e")));
  Runner run(model);
  run.start({{"price", 21}});
  EXPECT_EQ(run.variable("total"), feel::Value(42));
  EXPECT_THAT(run.open(), ElementsAre("other"));
}

TEST(Calls, SeeTheirInputsAndGiveTheirOutputs) {
  const auto io = [](const std::string& in, const std::string& out) {
    return "<ioSpecification><dataInput id=\"" + in + "\"/><dataOutput id=\"" + out +
           "\"/><inputSet><dataInputRefs>" + in +
           "</dataInputRefs></inputSet><outputSet>"
           "<dataOutputRefs>" +
           out + "</dataOutputRefs></outputSet></ioSpecification>";
  };
  const auto model = must_import(in_definitions(
      "<process id=\"p\"><property id=\"amount\"/><property id=\"fee\"/><startEvent id=\"b\"/>"
      "<callActivity id=\"c\" calledElement=\"q\">" +
      io("ci", "co") +
      "<dataInputAssociation><sourceRef>amount</sourceRef><targetRef>ci</targetRef>"
      "</dataInputAssociation><dataOutputAssociation><sourceRef>co</sourceRef><targetRef>fee"
      "</targetRef></dataOutputAssociation></callActivity><endEvent id=\"e\"/>" +
      flow("b", "c") + flow("c", "e") + "</process><process id=\"q\">" + io("given", "made") +
      "<startEvent id=\"qb\"/><scriptTask id=\"qs\" scriptFormat=\"feel\" motcua:result=\"made\">"
      "<script>if hidden = null then given + 1 else 0</script></scriptTask><userTask id=\"qt\"/>"
      "<endEvent id=\"qe\"/>" +
      flow("qb", "qs") + flow("qs", "qt") + flow("qt", "qe") + "</process>"));
  Runner run(model);
  run.start({{"amount", 5}, {"hidden", 1}});
  EXPECT_THAT(run.open(), ElementsAre("qt"));
  EXPECT_TRUE(run.complete("qt").instance.ended);
  EXPECT_EQ(run.variable("fee"), feel::Value(6));
}

TEST(Bounds, TokensAndMovesWithoutEndAreRefusedByName) {
  std::string inside = "<startEvent id=\"b\"/>";
  std::string at = "b";
  for (int i = 0; i < 20; ++i) {
    const std::string fork = "f" + std::to_string(i);
    const std::string merge = "m" + std::to_string(i);
    inside += "<parallelGateway id=\"" + fork + "\"/><exclusiveGateway id=\"" + merge + "\"/>" +
              flow(at, fork) + flow(fork, merge) + "<sequenceFlow id=\"d" + std::to_string(i) +
              "\" sourceRef=\"" + fork + "\" targetRef=\"" + merge + "\"/>";
    at = merge;
  }
  const auto model = must_import(in_process(inside + "<endEvent id=\"e\"/>" + flow(at, "e")));
  Runner run(model);
  EXPECT_EQ(run.start().rejected, "too_many_tokens");
  EXPECT_TRUE(run.instance.executions.empty());
}

TEST(Bounds, AScriptThatDoublesItsTextIsStopped) {
  const auto model = must_import(in_process(
      "<startEvent id=\"b\"/><scriptTask id=\"s\" scriptFormat=\"feel\" motcua:result=\"x\">"
      "<standardLoopCharacteristics loopMaximum=\"100\"/><script>x + x</script></scriptTask>"
      "<endEvent id=\"e\"/>" +
      flow("b", "s") + flow("s", "e")));
  Runner run(model);
  EXPECT_EQ(run.start({{"x", "dài"}}).rejected, "value_too_large");
}

TEST(Bounds, AWaitingInstanceIsSmall) {
  std::string inside = "<startEvent id=\"b\"/><endEvent id=\"e\"/>";
  std::string at = "b";
  for (int i = 0; i < 6; ++i) {
    const std::string id = "t" + std::to_string(i);
    inside += "<userTask id=\"" + id + "\"/>" + flow(at, id);
    at = id;
  }
  const auto model = must_import(in_process(inside + flow(at, "e")));
  Runner run(model);
  run.start();
  const std::size_t held = sizeof(Instance) +
                           run.instance.executions.capacity() * sizeof(Execution) +
                           run.instance.variables.capacity() * sizeof(Variables);
  EXPECT_LE(held, 4'096U);
  EXPECT_LE(write_instance(run.instance).size(), 512U);
}

TEST(Keeping, ReadsBackWhatWasWrittenAndRefusesTheRest) {
  const auto model = must_import(with_boundary(
      "<timerEventDefinition><timeCycle>R2/PT1H</timeCycle></timerEventDefinition>", "false"));
  Runner run(model);
  run.start({{"x", feel::List{1, true, feel::Context{{"a", "ă"}}}}, {"y", feel::Value()}});
  run.due("on");
  const std::string text = write_instance(run.instance);
  const auto again = read_instance(model, text);
  ASSERT_TRUE(again.ok());
  EXPECT_EQ(*again, run.instance);
  EXPECT_FALSE(read_instance(model, "{}").ok());
  EXPECT_FALSE(read_instance(model, "[1").ok());
  std::string foreign = text;
  foreign.replace(foreign.find("[[1,0,"), 6, "[[1,9,");
  EXPECT_FALSE(read_instance(model, foreign).ok());
}

TEST(Starting, NeedsAProcessAndWhatStartsIt) {
  const auto model =
      must_import(in_definitions(std::string(signal_s) +
                                 "<process id=\"p\"><startEvent id=\"b\"><signalEventDefinition "
                                 "signalRef=\"s\"/></startEvent><userTask id=\"t\"/>"
                                 "<endEvent id=\"e\"/>" +
                                 flow("b", "t") + flow("t", "e") + "</process>"));
  Runner run(model);
  EXPECT_EQ(run.start().rejected, "cannot_start_here");
  EXPECT_THAT(run.take(Start{model.processes[0], {}, model.find("b"), 0}).open(), ElementsAre("t"));
  EXPECT_EQ(run.start().rejected, "nothing_waits");
  EXPECT_TRUE(run.take(Cancel{}).instance.ended);
  EXPECT_THAT(run.open(), IsEmpty());
}

}  // namespace
}  // namespace motcua::bpmn
