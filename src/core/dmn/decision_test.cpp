#include "dmn/decision.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace motcua::dmn {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::string table(std::string_view policy, std::string_view rules) {
  return "<dmn:definitions xmlns:dmn=\"https://www.omg.org/spec/DMN/20191111/MODEL/\">\n"
         "<dmn:decision id=\"term\" name=\"Term\"><dmn:decisionTable " +
         std::string(policy) +
         ">\n"
         "<dmn:input label=\"rank\"><dmn:inputExpression><dmn:text>rank</dmn:text>"
         "</dmn:inputExpression></dmn:input>\n"
         "<dmn:input><dmn:inputExpression><dmn:text>trip.days</dmn:text>"
         "</dmn:inputExpression></dmn:input>\n"
         "<dmn:output name=\"days\"/>\n" +
         std::string(rules) + "</dmn:decisionTable></dmn:decision></dmn:definitions>";
}

std::string rule(std::string_view rank, std::string_view days, std::string_view output) {
  auto entry = [](std::string_view kind, std::string_view text) {
    return "<dmn:" + std::string(kind) + "><dmn:text>" + std::string(text) +
           "</dmn:text></dmn:" + std::string(kind) + ">";
  };
  return "<dmn:rule id=\"r\">" + entry("inputEntry", rank) + entry("inputEntry", days) +
         entry("outputEntry", output) + "</dmn:rule>\n";
}

Outcome decide(const std::string& xml, const feel::Context& variables) {
  auto tables = import_decisions(xml);
  EXPECT_TRUE(tables.ok());
  return tables->at(0).evaluate(variables);
}

const feel::Context head{{"rank", "head"}, {"trip", feel::Context{{"days", 4}}}};

TEST(DecisionTable, GivesTheValueAndTheReason) {
  auto xml = table("", rule("\"director\"", "-", "7") + rule("\"head\"", "&lt;= 5", "4"));
  Outcome outcome = decide(xml, head);
  EXPECT_EQ(outcome.value, feel::Value(4));
  EXPECT_THAT(outcome.rules, ElementsAre(2));
  EXPECT_EQ(outcome.trace.en, "Rule 2 applied because rank = \"head\" and trip.days = 4");
  EXPECT_EQ(outcome.trace.vi, "Áp dụng quy tắc 2 vì rank = \"head\" và trip.days = 4");
}

TEST(DecisionTable, GivesNullWhenNoRuleApplies) {
  Outcome outcome = decide(table("", rule("\"director\"", "-", "7")), {});
  EXPECT_TRUE(outcome.value.is_null());
  EXPECT_TRUE(outcome.errors.empty());
  EXPECT_EQ(outcome.trace.en, "No rule applies");
}

TEST(DecisionTable, KeepsItsHitPolicy) {
  const std::string two = rule("\"head\"", "-", "7") + rule("-", "4", "4");
  EXPECT_FALSE(decide(table("hitPolicy=\"UNIQUE\"", two), head).errors.empty());
  EXPECT_FALSE(decide(table("hitPolicy=\"ANY\"", two), head).errors.empty());
  EXPECT_EQ(decide(table("hitPolicy=\"FIRST\"", two), head).value, feel::Value(7));
  EXPECT_EQ(decide(table("hitPolicy=\"COLLECT\"", two), head).value, feel::Value(feel::List{7, 4}));
  const std::string same = rule("\"head\"", "-", "7") + rule("-", "4", "7");
  EXPECT_EQ(decide(table("hitPolicy=\"ANY\"", same), head).value, feel::Value(7));
}

TEST(Import, NamesElementReasonAndLine) {
  auto errors_of = [](const std::string& xml) {
    auto tables = import_decisions(xml);
    EXPECT_FALSE(tables.ok());
    return tables.ok() ? std::vector<ImportError>{{}} : tables.error();
  };
  auto broken = errors_of(table("", rule("\"head\"", "-", "7") + rule("nothing()", "-", "7")));
  EXPECT_EQ(broken.at(0).line, 7);
  EXPECT_EQ(broken.at(0).element, "inputEntry");
  EXPECT_THAT(broken.at(0).what.en, HasSubstr("unknown function"));
  EXPECT_THAT(errors_of(table("hitPolicy=\"BEST\"", "")).at(0).what.en, HasSubstr("BEST"));
  EXPECT_THAT(errors_of("<definitions/>").at(0).what.en, HasSubstr("not a DMN"));
  EXPECT_EQ(errors_of("<a>\n<").at(0).line, 2);
  EXPECT_THAT(errors_of("<d:definitions xmlns:d=\"https://www.omg.org/spec/DMN/20230324/MODEL/\">"
                        "<d:decision><d:literalExpression/></d:decision></d:definitions>")
                  .at(0)
                  .what.en,
              HasSubstr("only decision tables"));
}

}  // namespace
}  // namespace motcua::dmn
