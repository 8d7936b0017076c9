#include "procedure/process.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace motcua::procedure {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::string definitions(std::string_view inside) {
  return "<bpmn:definitions xmlns:bpmn=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"\n"
         "  xmlns:motcua=\"urn:motcua:bpmn:1\">\n<bpmn:process id=\"p\" name=\"P\">\n" +
         std::string(inside) + "</bpmn:process></bpmn:definitions>";
}

constexpr std::string_view plain =
    "<bpmn:laneSet id=\"lanes\"/>\n"
    "<bpmn:startEvent id=\"s\"/>\n"
    "<bpmn:userTask id=\"t\" name=\"Thẩm định\" motcua:act=\"propose\" motcua:role=\"specialist\""
    " motcua:unit=\"division\" motcua:share-of=\"u\"><bpmn:documentation>x</bpmn:documentation>"
    "</bpmn:userTask>\n"
    "<bpmn:endEvent id=\"e\"/>\n"
    "<bpmn:sequenceFlow id=\"a\" sourceRef=\"s\" targetRef=\"t\"/>\n"
    "<bpmn:sequenceFlow id=\"b\" sourceRef=\"t\" targetRef=\"e\"/>\n";

std::vector<bpmn::ImportError> errors_of(const std::string& xml) {
  auto process = read_process(xml);
  EXPECT_FALSE(process.ok()) << xml;
  return process.ok() ? std::vector<bpmn::ImportError>{{}} : process.error();
}

bpmn::ImportError error_with(std::string_view more) {
  return errors_of(definitions(std::string(plain) + std::string(more))).at(0);
}

TEST(DossierProcess, ReadsNodesFlowsAndOurAttributes) {
  const std::string xml = definitions(plain);
  auto process = read_process(xml);
  ASSERT_TRUE(process.ok());
  EXPECT_EQ(process->id, "p");
  EXPECT_EQ(process->start, "s");
  EXPECT_EQ(process->xml, xml);
  const ProcessNode& task = process->nodes.at("t");
  EXPECT_EQ(task.name, "Thẩm định");
  EXPECT_EQ(task.task.act, "propose");
  EXPECT_EQ(task.task.role, "specialist");
  EXPECT_EQ(task.task.unit, "division");
  EXPECT_EQ(task.task.share_of, "u");
  EXPECT_EQ(task.line, 6);
  EXPECT_THAT(task.incoming, ElementsAre("a"));
  EXPECT_THAT(task.outgoing, ElementsAre("b"));
}

TEST(DossierProcess, RefusesWhatIsNotRunNamingElementReasonAndLine) {
  auto service = error_with("<bpmn:serviceTask id=\"call\"/>\n");
  EXPECT_EQ(service.line, 10);
  EXPECT_EQ(service.element, "serviceTask call");
  EXPECT_EQ(service.what.en, "this element is not supported");
  EXPECT_EQ(
      error_with("<bpmn:endEvent id=\"x\">\n<bpmn:terminateEventDefinition/></bpmn:endEvent>").line,
      11);
  EXPECT_THAT(error_with("<bpmn:userTask id=\"m\"><bpmn:multiInstanceLoopCharacteristics/>"
                         "</bpmn:userTask>")
                  .element,
              HasSubstr("multiInstance"));
}

TEST(DossierProcess, RefusesBrokenStructure) {
  EXPECT_THAT(error_with("<bpmn:userTask id=\"t\"/>").what.en, HasSubstr("used twice"));
  EXPECT_THAT(error_with("<bpmn:userTask/>").what.en, HasSubstr("id attribute is missing"));
  EXPECT_THAT(error_with("<bpmn:startEvent id=\"s2\"/>").what.en, HasSubstr("another start"));
  EXPECT_THAT(
      error_with("<bpmn:sequenceFlow id=\"c\" sourceRef=\"t\" targetRef=\"gone\"/>").what.en,
      HasSubstr("no element “gone”"));
  EXPECT_THAT(error_with("<bpmn:sequenceFlow id=\"c\" sourceRef=\"t\" targetRef=\"e\"/>").what.en,
              HasSubstr("use a gateway"));
  EXPECT_THAT(error_with("<bpmn:sequenceFlow id=\"c\" sourceRef=\"e\" targetRef=\"t\"/>").what.en,
              HasSubstr("no flow out"));
  EXPECT_THAT(error_with("<bpmn:sequenceFlow id=\"c\" sourceRef=\"t\" targetRef=\"s\"/>").what.en,
              HasSubstr("no flow in"));
  EXPECT_THAT(errors_of(definitions("<bpmn:endEvent id=\"e\"/>")).at(0).what.en,
              HasSubstr("no start event"));
  EXPECT_THAT(errors_of("<x/>").at(0).what.en, HasSubstr("not a BPMN 2.0"));
  EXPECT_EQ(errors_of("<x>\n\n</y>").at(0).line, 3);
}

TEST(DossierProcess, RefusesBadChoices) {
  auto gateway = [](std::string_view attributes, std::string_view first, std::string_view second) {
    return "<bpmn:userTask id=\"u\"/><bpmn:exclusiveGateway id=\"g\" " + std::string(attributes) +
           "/><bpmn:sequenceFlow id=\"x\" sourceRef=\"u\" targetRef=\"g\"/>"
           "<bpmn:sequenceFlow id=\"y\" sourceRef=\"g\" targetRef=\"t\">" +
           std::string(first) +
           "</bpmn:sequenceFlow><bpmn:sequenceFlow id=\"z\" sourceRef=\"g\" targetRef=\"e\">" +
           std::string(second) + "</bpmn:sequenceFlow>";
  };
  const std::string_view yes = "<bpmn:conditionExpression>=a > 1</bpmn:conditionExpression>";
  const std::string_view wrong = "<bpmn:conditionExpression>a >></bpmn:conditionExpression>";
  EXPECT_TRUE(
      read_process(definitions(std::string(plain) + gateway("default=\"z\"", yes, ""))).ok());
  EXPECT_THAT(error_with(gateway("", yes, "")).what.en, HasSubstr("is not the default"));
  EXPECT_THAT(error_with(gateway("default=\"b\"", yes, yes)).what.en,
              HasSubstr("does not leave this gateway"));
  EXPECT_THAT(error_with(gateway("", wrong, yes)).what.en, HasSubstr("at character 4"));
  EXPECT_THAT(error_with("<bpmn:userTask id=\"v\"/><bpmn:sequenceFlow id=\"x\" sourceRef=\"v\" "
                         "targetRef=\"e\">" +
                         std::string(yes) + "</bpmn:sequenceFlow>")
                  .what.en,
              HasSubstr("after exclusive gateways only"));
}

TEST(DossierProcess, RefusesGatewaysThatTurnForEver) {
  EXPECT_THAT(error_with("<bpmn:exclusiveGateway id=\"g\"/><bpmn:exclusiveGateway id=\"h\"/>"
                         "<bpmn:sequenceFlow id=\"x\" sourceRef=\"g\" targetRef=\"h\"/>"
                         "<bpmn:sequenceFlow id=\"y\" sourceRef=\"h\" targetRef=\"g\"/>")
                  .what.en,
              HasSubstr("without a task between"));
}

}  // namespace
}  // namespace motcua::procedure
