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
  EXPECT_FALSE(Document::read("<a/><a/>").ok());  // one root, found by the fuzz target
  EXPECT_FALSE(Document::read("").ok());
  EXPECT_FALSE(Document::read(std::string(5'000'000, ' ')).ok());
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<a>";
  for (int i = 0; i < 100'000; ++i) deep += "</a>";
  auto refused = Document::read(deep);
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().what.en, "nested deeper than 200 levels");
}

std::string refusal_of(const std::string& text) {
  const auto document = Document::read(text);
  return document ? "none"
                  : std::to_string(document.error().line) + ": " + document.error().what.en;
}

TEST(Document, RefusesWhatWouldCostTooMuch) {
  std::string many = "<a>\n";
  for (int i = 0; i < 200'001; ++i) many += "<b/>";
  EXPECT_EQ(refusal_of(many + "</a>"), "2: more than 200,000 elements");
  std::string wide = "<a>\n<b";
  for (int i = 0; i < 600; ++i) wide += " a" + std::to_string(i) + "=\"\"";
  EXPECT_EQ(refusal_of(wide + "/></a>"), "2: too many attributes");
  EXPECT_EQ(refusal_of("<a>\n<b c=\"1\" c=\"2\"/></a>"), "2: an attribute is given twice");
  EXPECT_EQ(refusal_of("<a>\n&#1;</a>"), "1: holds a character that XML does not allow");
  EXPECT_EQ(refusal_of("<a>\n\x01</a>"), "2: holds a character that XML does not allow");
  EXPECT_EQ(refusal_of("<a>\xff</a>"), "1: the file is not UTF-8");
  EXPECT_EQ(refusal_of("<a>\n<:b/></a>"), "2: a name is not as XML has it");
}

// Everything comes back: comments, CDATA as text, references, a mark of byte order, blanks.
TEST(Document, WritesWhatItRead) {
  const std::string text =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><!-- một --><b:a xmlns:b=\"urn:b\" "
      "c=\"1&#10;2\">\n"
      "  <b:c>&lt;x&gt;<![CDATA[<&>]]></b:c><!-- hai --><?pi x?>\n</b:a>";
  auto document = Document::read("\xef\xbb\xbf" + text);
  ASSERT_TRUE(document.ok());
  const std::string written = document->write();
  for (const char* part : {"<!-- một -->", "<!-- hai -->", "<?pi x?>", "<![CDATA[<&>]]>", "&#10;",
                           "xmlns:b=\"urn:b\"", "<b:c>&lt;x&gt;", "\n  <b:c>"}) {
    EXPECT_NE(written.find(part), std::string::npos) << part << "\n" << written;
  }
  EXPECT_EQ(Document::read(written)->write(), written);
}

// An edited model is written back with the rest untouched.
TEST(Document, WritesWhatWasEdited) {
  auto document = Document::read("<a><b c=\"1\"/><!-- giữ --></a>");
  document->root().first_child().attribute("c").set_value("2");
  EXPECT_EQ(document->write(), "<a><b c=\"2\"/><!-- giữ --></a>");
}

}  // namespace
}  // namespace motcua::xml
