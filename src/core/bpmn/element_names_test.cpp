#include "bpmn/element_names.hpp"

#include <gtest/gtest.h>

#include "xml/document.hpp"

namespace motcua::bpmn {
namespace {

constexpr std::string_view two_languages = R"xml(<?xml version="1.0"?>
<b:definitions xmlns:b="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:m="urn:motcua:bpmn:1"
  xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:other="urn:other">
 <b:process id="p"><b:laneSet id="set">
  <b:lane id="lane" name="Phòng" m:name-en="Division"/></b:laneSet>
  <b:subProcess id="inner" name="Trong">
   <b:exclusiveGateway id="way" name="Đủ?" m:name-en="Whole?"/></b:subProcess>
  <b:sequenceFlow id="yes" m:name-en="Yes"/><b:task id="nameless"/>
  <b:task id="foreign" name="Khác" other:name-en="Another"/></b:process>
 <di:BPMNShape id="shape" name="Hình"/></b:definitions>)xml";

TEST(ElementNames, AreThoseOfBothLanguages) {
  const auto names = element_names(two_languages);
  EXPECT_EQ(names.size(), 5u);
  EXPECT_EQ(names.at("lane"), (Text{"Phòng", "Division"}));
  EXPECT_EQ(names.at("way"), (Text{"Đủ?", "Whole?"}));
  EXPECT_EQ(names.at("inner"), (Text{"Trong", ""}));
  EXPECT_EQ(names.at("yes"), (Text{"", "Yes"}));
  EXPECT_EQ(names.at("foreign").en, "") << "another namespace is not ours";
  EXPECT_FALSE(names.contains("shape"));
}

TEST(ElementNames, StayThroughReadingAndWriting) {
  const auto read = xml::Document::read(two_languages);
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(element_names(read->write()), element_names(two_languages));
}

TEST(ElementNames, OfWhatIsNoXmlAreNone) {
  EXPECT_TRUE(element_names("<no").empty());
  EXPECT_TRUE(element_names("").empty());
}

}  // namespace
}  // namespace motcua::bpmn
