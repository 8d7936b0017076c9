#include "article/markup.hpp"

#include <gtest/gtest.h>

#include "base/text.hpp"

namespace motcua::article {
namespace {

using Line = std::vector<Span>;

std::vector<Span> only_line(std::string_view text) {
  const auto blocks = read_markup(text);
  EXPECT_EQ(blocks.size(), 1u);
  return blocks.empty() || blocks[0].lines.empty() ? Line{} : blocks[0].lines[0];
}

TEST(Markup, ReadsParagraphsListsAndHeadings) {
  const auto blocks = read_markup("Một\nhai\n\n## Giấy tờ\n- đơn\n- ảnh\nba\n\n\nbốn\r\n");
  ASSERT_EQ(blocks.size(), 5u);
  EXPECT_EQ(blocks[0], (Block{BlockKind::Paragraph, {{{"Một hai", ""}}}}));
  EXPECT_EQ(blocks[1], (Block{BlockKind::Heading, {{{"Giấy tờ", ""}}}}));
  EXPECT_EQ(blocks[2], (Block{BlockKind::List, {{{"đơn", ""}}, {{"ảnh", ""}}}}));
  EXPECT_EQ(blocks[3], (Block{BlockKind::Paragraph, {{{"ba", ""}}}}));
  EXPECT_EQ(blocks[4], (Block{BlockKind::Paragraph, {{{"bốn", ""}}}}));
}

TEST(Markup, OfNothingIsNothing) {
  EXPECT_TRUE(read_markup("").empty());
  EXPECT_TRUE(read_markup(" \n \n\n").empty());
}

TEST(Markup, ReadsLinksOfThisSiteAndOfHttps) {
  EXPECT_EQ(only_line("Xem [thủ tục](/thu-tuc/abtc/) và [trang](https://example.org/a?b=c#d)."),
            (Line{{"Xem ", ""},
                  {"thủ tục", "/thu-tuc/abtc/"},
                  {" và ", ""},
                  {"trang", "https://example.org/a?b=c#d"},
                  {".", ""}}));
}

TEST(Markup, LeavesEveryOtherAddressAsText) {
  for (const char* text :
       {"[x](javascript:alert(1))", "[x](JaVaScRiPt:alert)", "[x](data:text/html,a)",
        "[x](//evil.example/)", "[x](http://example.org/)", "[x](https://)", "[x]()",
        "[x](/a\"onclick=alert)", "[x](/a<b>)", "[x](/a b)", "[x](\\/a)", "[x](/đ)", "[](/a)",
        "[x](/a", "[x /a)", "[ ](/a)", "[x](/\x01)"}) {
    EXPECT_EQ(only_line(text), (Line{{text, ""}})) << text;
  }
}

TEST(Markup, KnowsNoHtml) {
  EXPECT_EQ(only_line("<script>alert(1)</script>"), (Line{{"<script>alert(1)</script>", ""}}));
  EXPECT_EQ(only_line("[<b>](/a)"), (Line{{"<b>", "/a"}}));
}

TEST(Markup, TakesTheInnerLinkOfTwo) {
  EXPECT_EQ(only_line("[a [b](/c)"), (Line{{"[a ", ""}, {"b", "/c"}}));
}

TEST(Markup, GivesEveryLetterBackInSomeSpan) {
  const std::string text = "[[[](((]][a](/b)](](";
  std::string back;
  for (const auto& span : only_line(text)) back += span.text;
  EXPECT_EQ(back, "[[[](((]]a](](");
}

TEST(Markup, OfManyOpenSignsIsReadQuickly) {
  const std::string text(20'000, '[');
  EXPECT_EQ(only_line(text), (Line{{text, ""}}));
}

TEST(Lead, IsTheFirstParagraphCutAtAWord) {
  EXPECT_EQ(lead_of("## Đầu\n- một\n\nXem [đây](/a) nhé.", 100), "Xem đây nhé.");
  const auto cut = lead_of("Đường đường đường đường", 12);
  EXPECT_EQ(cut, "Đường…");
  EXPECT_TRUE(is_valid_utf8(lead_of("ĐĐĐĐĐĐĐĐĐĐ", 5)));
  EXPECT_EQ(lead_of("", 10), "");
}

}  // namespace
}  // namespace motcua::article
