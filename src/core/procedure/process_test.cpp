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

// Everything that is said of the plain process with something more in it.
std::string said_of(std::string_view more) {
  std::string said;
  for (const auto& error : errors_of(definitions(std::string(plain) + std::string(more)))) {
    said += std::to_string(error.line) + " " + error.element + ": " + error.what.en + "\n";
  }
  return said;
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

TEST(DossierProcess, RefusesWhatDossiersDoNotRunNamingElementReasonAndLine) {
  const std::string between =
      "<bpmn:parallelGateway id=\"g\"/><bpmn:sequenceFlow id=\"c\" sourceRef=\"g\" "
      "targetRef=\"n\"/><bpmn:sequenceFlow id=\"d\" sourceRef=\"n\" targetRef=\"g\"/>"
      "<bpmn:sequenceFlow id=\"f\" sourceRef=\"g\" targetRef=\"e\"/>\n";
  EXPECT_THAT(said_of(between + "<bpmn:serviceTask id=\"n\"/>"),
              HasSubstr("11 serviceTask n: dossiers do not run this element yet"));
  EXPECT_THAT(said_of(between + "<bpmn:manualTask id=\"n\"/>"),
              HasSubstr("11 manualTask n: dossiers do not run this element yet"));
  EXPECT_THAT(said_of(between + "<bpmn:complexGateway id=\"n\"/>"),
              HasSubstr("11 complexGateway n: this element is not supported"));
  EXPECT_THAT(said_of(between + "<bpmn:userTask id=\"n\"><bpmn:standardLoopCharacteristics "
                                "loopMaximum=\"2\"/></bpmn:userTask>"),
              HasSubstr("11 userTask n: dossiers do not run loops"));
  EXPECT_THAT(said_of(between + "<bpmn:userTask id=\"n\"/>\n<bpmn:endEvent id=\"x\">"
                                "<bpmn:incoming>h</bpmn:incoming><bpmn:signalEventDefinition/>"
                                "</bpmn:endEvent><bpmn:sequenceFlow id=\"h\" sourceRef=\"g\" "
                                "targetRef=\"x\"/>"),
              HasSubstr("12 endEvent x: dossiers do not run events with this trigger"));
  EXPECT_THAT(said_of("<bpmn:sequenceFlow id=\"c\" sourceRef=\"t\" targetRef=\"e\"/>"),
              HasSubstr("use a gateway"));
}

TEST(DossierProcess, RefusesBrokenStructure) {
  EXPECT_THAT(said_of("<bpmn:userTask id=\"t\"/>"), HasSubstr("used twice, first in line 6"));
  EXPECT_THAT(said_of("<bpmn:userTask/>"), HasSubstr("id attribute is missing"));
  EXPECT_THAT(said_of("<bpmn:startEvent id=\"s2\"/><bpmn:sequenceFlow id=\"c\" sourceRef=\"s2\" "
                      "targetRef=\"t\"/>"),
              HasSubstr("another start"));
  EXPECT_THAT(said_of("<bpmn:sequenceFlow id=\"c\" sourceRef=\"t\" targetRef=\"gone\"/>"),
              HasSubstr("no element “gone”"));
  EXPECT_THAT(said_of("<bpmn:sequenceFlow id=\"c\" sourceRef=\"e\" targetRef=\"t\"/>"),
              HasSubstr("no flow out"));
  EXPECT_THAT(said_of("<bpmn:sequenceFlow id=\"c\" sourceRef=\"t\" targetRef=\"s\"/>"),
              HasSubstr("no flow in"));
  EXPECT_THAT(errors_of(definitions("<bpmn:userTask id=\"t\"/>")).at(0).what.en,
              HasSubstr("no start event"));
  EXPECT_THAT(errors_of("<x/>").at(0).what.en, HasSubstr("not a BPMN 2.0"));
  EXPECT_EQ(errors_of("<x>\n\n</y>").at(0).line, 3);
}

TEST(DossierProcess, RefusesBadChoices) {
  const auto gateway = [](std::string_view attributes, std::string_view first,
                          std::string_view second) {
    return "<bpmn:exclusiveGateway id=\"g\" " + std::string(attributes) +
           "/><bpmn:userTask id=\"u\"/>"
           "<bpmn:sequenceFlow id=\"x\" sourceRef=\"u\" targetRef=\"g\"/>"
           "<bpmn:sequenceFlow id=\"y\" sourceRef=\"g\" targetRef=\"u\">" +
           std::string(first) +
           "</bpmn:sequenceFlow><bpmn:sequenceFlow id=\"z\" sourceRef=\"g\" targetRef=\"e\">" +
           std::string(second) + "</bpmn:sequenceFlow>";
  };
  const std::string_view yes = "<bpmn:conditionExpression>=a > 1</bpmn:conditionExpression>";
  const std::string_view wrong = "<bpmn:conditionExpression>a >></bpmn:conditionExpression>";
  EXPECT_TRUE(
      read_process(definitions(std::string(plain) + gateway("default=\"z\"", yes, ""))).ok());
  EXPECT_THAT(said_of(gateway("", yes, "")), HasSubstr("is not the default"));
  EXPECT_THAT(said_of(gateway("default=\"b\"", yes, yes)),
              HasSubstr("does not leave this element"));
  EXPECT_THAT(said_of(gateway("default=\"z\"", yes, yes)), HasSubstr("has no condition"));
  EXPECT_THAT(said_of(gateway("", wrong, yes)), HasSubstr("at character 4"));
}

TEST(DossierProcess, RefusesGatewaysThatTurnForEver) {
  EXPECT_THAT(said_of("<bpmn:exclusiveGateway id=\"g\"/><bpmn:exclusiveGateway id=\"h\"/>"
                      "<bpmn:sequenceFlow id=\"x\" sourceRef=\"g\" targetRef=\"h\"/>"
                      "<bpmn:sequenceFlow id=\"y\" sourceRef=\"h\" targetRef=\"g\"/>"),
              HasSubstr("without a task between"));
}

}  // namespace
}  // namespace motcua::procedure
