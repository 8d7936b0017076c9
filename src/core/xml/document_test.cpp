#include "xml/document.hpp"

#include <gtest/gtest.h>

namespace motcua::xml {
namespace {

TEST(Document, ResolvesPrefixesAndKnowsLines) {
  auto document = Document::read(
      "<?xml version=\"1.0\"?>\n<b:definitions xmlns:b=\"urn:b\" xmlns=\"urn:d\">\n"
      "  <inner b:act=\"x\" act=\"y\">\n    text <b:deep xmlns:b=\"urn:other\"/>\n  </inner>\n"
      "</b:definitions>\n");
  ASSERT_TRUE(document.ok());
  EXPECT_EQ(name_of(document->root()), (Name{"urn:b", "definitions"}));
  auto inner = children(document->root(), {"urn:d", "inner"}).at(0);
  EXPECT_EQ(document->line(inner), 3);
  EXPECT_EQ(attribute(inner, "urn:b", "act"), "x");
  EXPECT_EQ(attribute(inner, "", "act"), "y");
  EXPECT_EQ(attribute(inner, "urn:d", "act"), "");
  EXPECT_EQ(text_of(inner), "text");
  auto deep = elements(inner).at(0);
  EXPECT_EQ(name_of(deep), (Name{"urn:other", "deep"}));
  EXPECT_EQ(document->line(deep), 4);
}

TEST(Document, SaysOnWhichLineItIsBroken) {
  auto document = Document::read("<a>\n<b>\n</a>");
  ASSERT_FALSE(document.ok());
  EXPECT_EQ(document.error().line, 3);
}

TEST(Document, RefusesHostileText) {
  EXPECT_FALSE(Document::read("<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>").ok());
  EXPECT_FALSE(Document::read("").ok());
  EXPECT_FALSE(Document::read(std::string(5'000'000, ' ')).ok());
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<a>";
  for (int i = 0; i < 100'000; ++i) deep += "</a>";
  auto refused = Document::read(deep);
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().what.en, "nested deeper than 200 levels");
}

}  // namespace
}  // namespace motcua::xml
