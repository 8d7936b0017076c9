#include "dmn/model.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace motcua::dmn {
namespace {

constexpr std::string_view travel =
    "<definitions xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\" name=\"m\" "
    "namespace=\"n\"><inputData id=\"i\" name=\"trip days\"><variable name=\"trip days\" "
    "typeRef=\"number\"/></inputData>"
    "<businessKnowledgeModel id=\"k\" name=\"twice\"><encapsulatedLogic><formalParameter "
    "name=\"n\" typeRef=\"number\"/><literalExpression><text>n * 2</text></literalExpression>"
    "</encapsulatedLogic></businessKnowledgeModel>"
    "<decision id=\"d\" name=\"decider\"><informationRequirement><requiredInput href=\"#i\"/>"
    "</informationRequirement><knowledgeRequirement><requiredKnowledge href=\"#k\"/>"
    "</knowledgeRequirement><decisionTable hitPolicy=\"PRIORITY\"><input><inputExpression>"
    "<text>twice(trip days)</text></inputExpression></input><output name=\"o\"><outputValues>"
    "<text>\"city\", \"department\"</text></outputValues></output>"
    "<rule><inputEntry><text>-</text></inputEntry><outputEntry><text>\"department\"</text>"
    "</outputEntry></rule><rule><inputEntry><text>&gt; 20</text></inputEntry><outputEntry>"
    "<text>\"city\"</text></outputEntry></rule></decisionTable></decision></definitions>";

TEST(Model, FollowsRequirementsAndTellsTheTrace) {
  const auto model = Model::compile(travel);
  ASSERT_TRUE(model.ok());
  EXPECT_TRUE(model->faults().empty());
  const auto outcome = model->evaluate({"decider", {{"trip days", 11}}});
  EXPECT_EQ(outcome.value, feel::Value("city"));
  EXPECT_THAT(outcome.rules, testing::ElementsAre(2));
  EXPECT_EQ(outcome.trace.en, "decider: Rule 2 applied because twice(trip days) = 22");
  EXPECT_EQ(outcome.trace.vi, "decider: Áp dụng quy tắc 2 vì twice(trip days) = 22");
  EXPECT_EQ(model->evaluate({"decider", {{"trip days", 3}}}).value, feel::Value("department"));
}

TEST(Model, NotesAnInputOfAnotherType) {
  const auto model = Model::compile(travel);
  ASSERT_TRUE(model.ok());
  EXPECT_FALSE(model->evaluate({"decider", {{"trip days", "eleven"}}}).errors.empty());
}

// Each imports itself three times: 3 to the tenth, if nothing counted them.
TEST(Model, BoundsHowManyModelsAreImported) {
  std::string imports;
  for (const char* name : {"a", "b", "c"}) {
    imports += "<import name=\"" + std::string(name) +
               "\" namespace=\"n\" "
               "importType=\"https://www.omg.org/spec/DMN/20230324/MODEL/\"/>";
  }
  std::string xml(travel);
  xml.insert(xml.find("<inputData"), imports);
  int asked = 0;
  const auto model = Model::compile(xml, [&](const ImportRequest&) {
    ++asked;
    return xml;
  });
  ASSERT_FALSE(model.ok());
  EXPECT_EQ(model.error().front().element, "import");
  EXPECT_THAT(model.error().front().what.en, testing::HasSubstr("imported model"));
  EXPECT_LT(asked, 4 * most_imports);
}

}  // namespace
}  // namespace motcua::dmn
