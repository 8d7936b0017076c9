// What is told of tables that are called: each by the rule that applied, and within what.
#include "dmn/telling.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "dmn/model.hpp"

namespace motcua::dmn {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string definitions(std::string_view name, std::string_view content) {
  return "<definitions xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\" name=\"" +
         std::string(name) + "\" namespace=\"" + std::string(name) + "\">" + std::string(content) +
         "</definitions>";
}

// Two rules by the value of `input`: below 10 gives `low`, else `high`.
std::string two_rules(std::string_view input, std::string_view low, std::string_view high) {
  const auto rule = [](std::string_view test, std::string_view output) {
    return "<rule><inputEntry><text>" + std::string(test) +
           "</text></inputEntry><outputEntry><text>" + std::string(output) +
           "</text></outputEntry></rule>";
  };
  return "<decisionTable hitPolicy=\"UNIQUE\"><input><inputExpression><text>" + std::string(input) +
         "</text></inputExpression></input><output name=\"o\"/>" + rule("&lt; 10", low) +
         rule("&gt;= 10", high) + "</decisionTable>";
}

std::string knowledge(std::string_view name, std::string_view logic) {
  return "<businessKnowledgeModel id=\"" + std::string(name) + "\" name=\"" + std::string(name) +
         "\"><encapsulatedLogic><formalParameter name=\"n\" typeRef=\"number\"/>" +
         std::string(logic) + "</encapsulatedLogic></businessKnowledgeModel>";
}

std::string decision(std::string_view name, std::string_view requirements, std::string_view logic) {
  return "<decision id=\"" + std::string(name) + "\" name=\"" + std::string(name) + "\">" +
         std::string(requirements) + std::string(logic) + "</decision>";
}

std::string needs(std::string_view kind, std::string_view wanted, std::string_view href) {
  return "<" + std::string(kind) + "Requirement><" + std::string(wanted) + " href=\"" +
         std::string(href) + "\"/></" + std::string(kind) + "Requirement>";
}

constexpr std::string_view days =
    "<inputData id=\"days\" name=\"days\"><variable name=\"days\" typeRef=\"number\"/></inputData>";

const std::string needs_days = needs("information", "requiredInput", "#days");

Outcome asked(const std::string& xml, std::string_view decision_name, int given,
              const Resolver& resolver = {}) {
  const auto model = Model::compile(xml, resolver);
  EXPECT_TRUE(model.ok());
  if (!model) return {};
  for (const auto& fault : model->faults()) ADD_FAILURE() << fault.element << ": " << fault.what.en;
  return model->evaluate({decision_name, {{"days", given}}});
}

TEST(Telling, NamesTheKnowledgeModelWhoseRuleApplied) {
  const std::string xml = definitions(
      "m", std::string(days) + knowledge("length", two_rules("n", "\"short\"", "\"long\"")) +
               decision("fee", needs_days + needs("knowledge", "requiredKnowledge", "#length"),
                        "<literalExpression><text>if length(days) = \"long\" then 20 else 5</text>"
                        "</literalExpression>"));
  const Outcome outcome = asked(xml, "fee", 12);
  EXPECT_EQ(outcome.value, feel::Value(20));
  EXPECT_EQ(outcome.trace.en, "fee › length: Rule 2 applied because n = 12");
  EXPECT_EQ(outcome.trace.vi, "fee › length: Áp dụng quy tắc 2 vì n = 12");
  EXPECT_THAT(outcome.rules, ElementsAre(2));
  ASSERT_EQ(outcome.steps.size(), 1U);
  EXPECT_EQ(outcome.steps[0].decision, "length");
  EXPECT_THAT(outcome.steps[0].within, ElementsAre("fee"));
  EXPECT_EQ(outcome.steps[0].value, feel::Value("long"));
}

TEST(Telling, FollowsInvocationsFromTableToTable) {
  const std::string invocation =
      "<invocation><literalExpression><text>length</text></literalExpression><binding>"
      "<parameter name=\"n\"/><literalExpression><text>n * 2</text></literalExpression></binding>"
      "</invocation>";
  std::string outer = knowledge("doubled", invocation);
  outer.insert(outer.find("</businessKnowledgeModel>"),
               needs("knowledge", "requiredKnowledge", "#length"));
  const std::string xml = definitions(
      "m", std::string(days) + knowledge("length", two_rules("n", "\"short\"", "\"long\"")) +
               outer +
               decision("fee", needs_days + needs("knowledge", "requiredKnowledge", "#doubled"),
                        two_rules("days", "doubled(days)", "\"far too long\"")));
  EXPECT_EQ(asked(xml, "fee", 6).trace.en,
            "fee › doubled › length: Rule 2 applied because n = 12\n"
            "fee: Rule 1 applied because days = 6");
  EXPECT_EQ(asked(xml, "fee", 10).trace.en, "fee: Rule 2 applied because days = 10");
}

TEST(Telling, NamesTheDecisionServiceThatWasCalled) {
  const std::string service =
      "<decisionService id=\"judge\" name=\"judge\"><outputDecision href=\"#length\"/>"
      "<inputData href=\"#days\"/></decisionService>";
  const std::string xml = definitions(
      "m", std::string(days) +
               decision("length", needs_days, two_rules("days", "\"short\"", "\"long\"")) +
               service +
               decision("fee", needs_days + needs("knowledge", "requiredKnowledge", "#judge"),
                        "<literalExpression><text>judge(days + 9)</text></literalExpression>"));
  EXPECT_EQ(asked(xml, "fee", 1).trace.en,
            "fee › judge › length: Rule 2 applied because days = 10");
  EXPECT_EQ(asked(xml, "judge", 1).trace.en, "judge › length: Rule 1 applied because days = 1");
}

TEST(Telling, StandsRequiredDecisionsBesideWhatRequiresThem) {
  const std::string xml = definitions(
      "m", std::string(days) + decision("length", needs_days, two_rules("days", "1", "2")) +
               decision("fee", needs("information", "requiredDecision", "#length"),
                        two_rules("length", "\"cheap\"", "\"dear\"")));
  const Outcome outcome = asked(xml, "fee", 3);
  EXPECT_EQ(outcome.trace.en,
            "length: Rule 1 applied because days = 3\nfee: Rule 1 applied because length = 1");
  ASSERT_EQ(outcome.steps.size(), 2U);
  EXPECT_THAT(outcome.steps[0].within, IsEmpty());
}

TEST(Telling, NamesFunctionsInContextsAndImportedModels) {
  const std::string other =
      definitions("other", knowledge("length", two_rules("n", "\"short\"", "\"long\"")));
  const std::string entry =
      "<context><contextEntry><variable name=\"own\"/><functionDefinition><formalParameter "
      "name=\"n\"/>" +
      two_rules("n", "\"few\"", "\"many\"") +
      "</functionDefinition></contextEntry><contextEntry><literalExpression><text>[own(days), "
      "lib.length(days)]</text></literalExpression></contextEntry></context>";
  const std::string xml = definitions(
      "m",
      "<import name=\"lib\" namespace=\"other\" "
      "importType=\"https://www.omg.org/spec/DMN/20230324/MODEL/\"/>" +
          std::string(days) +
          decision("fee", needs_days + needs("knowledge", "requiredKnowledge", "other#length"),
                   entry));
  const Outcome outcome = asked(xml, "fee", 12, [&](const ImportRequest&) { return other; });
  EXPECT_EQ(outcome.trace.en,
            "fee › own: Rule 2 applied because n = 12\n"
            "fee › lib.length: Rule 2 applied because n = 12");
}

TEST(Telling, IsBounded) {
  const std::string xml = definitions(
      "m", std::string(days) + knowledge("length", two_rules("n", "1", "2")) +
               decision("fee", needs_days + needs("knowledge", "requiredKnowledge", "#length"),
                        "<literalExpression><text>count(for i in 1..1500 return length(i))</text>"
                        "</literalExpression>"));
  const Outcome outcome = asked(xml, "fee", 1);
  EXPECT_EQ(outcome.value, feel::Value(1500));
  EXPECT_EQ(outcome.steps.size(), most_told_steps);
  EXPECT_TRUE(outcome.trace.en.ends_with("\n… and 500 more questions to tables"));
}

TEST(Telling, ShortensTheWayToADeepRecursion) {
  std::string recursive =
      knowledge("down", two_rules("n", "if n = 0 then 0 else down(n - 1)", "0"));
  const std::string xml = definitions(
      "m", std::string(days) + recursive +
               decision("fee", needs_days + needs("knowledge", "requiredKnowledge", "#down"),
                        "<literalExpression><text>down(days)</text></literalExpression>"));
  const Outcome outcome = asked(xml, "fee", 9);
  ASSERT_EQ(outcome.steps.size(), 10U);
  EXPECT_TRUE(outcome.trace.en.starts_with(
      "… › down › down › down › down › down › down › down: Rule 1 applied because n = 0\n"))
      << outcome.trace.en;
  EXPECT_TRUE(outcome.trace.en.ends_with("fee › down: Rule 1 applied because n = 9"));
}

TEST(Telling, IsSilentWhenNobodyAsks) {
  const auto model = Model::compile(definitions(
      "m", std::string(days) + decision("fee", needs_days, two_rules("days", "1", "2"))));
  ASSERT_TRUE(model.ok());
  const Outcome outcome = model->evaluate({"fee", {{"days", 1}}, std::nullopt, false});
  EXPECT_EQ(outcome.value, feel::Value(1));
  EXPECT_THAT(outcome.steps, IsEmpty());
  EXPECT_EQ(outcome.trace.en, "");
}

}  // namespace
}  // namespace motcua::dmn
