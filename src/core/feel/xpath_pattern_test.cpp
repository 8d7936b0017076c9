// Patterns as XPath has them (Functions and Operators 3.1, 5.6): one line each.
#include "feel/xpath_pattern.hpp"

#include <gtest/gtest.h>

#include "feel/expression.hpp"
#include "feel/regex.hpp"

namespace motcua::feel {
namespace {

struct PatternCase {
  const char* pattern;
  const char* flags;
  const char* text;
  const char*
      found;  // the first match in brackets, "-" where there is none, "wrong" for no pattern
};

std::string first_match(const PatternCase& c) {
  const auto regex = Regex::compile(c.pattern, c.flags);
  if (!regex) return "wrong";
  std::string found = "-";
  const std::string_view text = c.text;
  const bool done = regex->each_match(text, [&](const std::vector<Regex::Group>& groups) {
    found = "[" + std::string(text.substr(groups[0].from, groups[0].to - groups[0].from)) + "]";
    return false;
  });
  return done ? found : "too costly";
}

class Patterns : public testing::TestWithParam<PatternCase> {};

TEST_P(Patterns, FindWhatXpathSays) {
  EXPECT_EQ(first_match(GetParam()), GetParam().found)
      << GetParam().pattern << " with “" << GetParam().flags << "” in " << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Classes, Patterns,
    testing::Values(
        PatternCase{"[a-z-[aeiou]]+", "", "aebcdio", "[bcd]"},
        PatternCase{"[a-z-[m-p-[n]]]+", "", "mopnx", "[nx]"},
        PatternCase{"[^a-z-[A-F]]+", "", "xABGHz", "[GH]"},
        PatternCase{"[A-Z-[OI]]", "i", "o", "-"}, PatternCase{"[A-Z-[OI]]", "i", "x", "[x]"},
        PatternCase{"[-a]+", "", "b-a-", "[-a-]"}, PatternCase{"[a-]+", "", "b-a-", "[-a-]"},
        PatternCase{"[a--[b]]+", "", "b-a", "[-a]"}, PatternCase{"[0-9-.]+", "", "x1-2.", "[1-2.]"},
        PatternCase{"[\\]\\[\\-]+", "", "a[-]", "[[-]]"}, PatternCase{"[^Q]", "i", "q", "-"},
        PatternCase{"[#-%]", "", "a$", "[$]"}, PatternCase{"[]", "", "", "wrong"},
        PatternCase{"[^]", "", "", "wrong"}, PatternCase{"[z-a]", "", "", "wrong"},
        PatternCase{"[a", "", "", "wrong"}, PatternCase{"a]", "", "", "wrong"},
        PatternCase{"[a[b]]", "", "", "wrong"}, PatternCase{"[a-z-[b]c]", "", "", "wrong"},
        PatternCase{"[a-\\d]", "", "", "wrong"}, PatternCase{"[+--z]", "", "", "wrong"}));

INSTANTIATE_TEST_SUITE_P(
    Sets, Patterns,
    testing::Values(
        PatternCase{"\\w+", "", "a_b", "[a]"}, PatternCase{"\\w+", "", "đ+2", "[đ+2]"},
        PatternCase{"\\W", "", "a_b", "[_]"}, PatternCase{"\\d+", "", "a٣4", "[٣4]"},
        PatternCase{"[\\D]+", "", "1ab2", "[ab]"}, PatternCase{"a\\sb", "", "a\u00A0b", "-"},
        PatternCase{"[\\S]+", "", " ab ", "[ab]"},
        PatternCase{"\\i\\c*", "", "-1đơn-vị.2 x", "[đơn-vị.2]"},
        PatternCase{"[\\I]+", "", "ab-1c", "[-1]"},
        PatternCase{"[\\i-[:]]\\c*", "", ":a:b", "[a:b]"}, PatternCase{"\\C", "", "a:b c", "[ ]"},
        PatternCase{"\\p{Lu}+", "", "aBCd", "[BC]"}, PatternCase{"\\p{Lu}+", "i", "aBCd", "[BC]"},
        PatternCase{"[\\p{Lu}c]+", "i", "aBCd", "[BC]"},
        PatternCase{"[^\\p{Lu}a]+", "i", "aBcd", "[cd]"},
        PatternCase{"\\P{L}+", "", "ab12c", "[12]"},
        PatternCase{"\\p{IsBasicLatin}+", "", "đabc", "[abc]"},
        PatternCase{"\\p{IsLatin-1Supplement}", "", "aà", "[à]"},
        PatternCase{"\\p{IsLatinExtendedAdditional}", "", "đặt", "[ặ]"},
        PatternCase{"\\P{IsBasicLatin}+", "", "abđư", "[đư]"},
        PatternCase{"\\p{IsGreek}", "", "aβ", "[β]"},
        PatternCase{"[\\p{IsBasicLatin}-[a-y]]", "", "abcz", "[z]"},
        PatternCase{"\\p{IsNowhere}", "", "", "wrong"}, PatternCase{"\\p{Xx}", "", "", "wrong"},
        PatternCase{"\\pL", "", "", "wrong"}, PatternCase{"\\p{L", "", "", "wrong"},
        PatternCase{"\\p{ L}", "", "", "wrong"}, PatternCase{"\\h", "", "", "wrong"},
        PatternCase{"\\", "", "", "wrong"}));

INSTANTIATE_TEST_SUITE_P(
    Flags, Patterns,
    testing::Values(PatternCase{"a.b", "", "a\nb", "-"}, PatternCase{"a.b", "", "a\rb", "-"},
                    PatternCase{"a.b", "s", "a\nb", "[a\nb]"}, PatternCase{"a.b", "m", "a\rb", "-"},
                    PatternCase{"b$", "", "b\n", "-"}, PatternCase{"^b$", "m", "a\nb\nc", "[b]"},
                    PatternCase{"^b", "m", "a\rb", "-"}, PatternCase{"^b", "", "a\nb", "-"},
                    PatternCase{"^*b", "", "ab", "[b]"},
                    PatternCase{"ĐƯỜNG", "i", "đường", "[đường]"},
                    PatternCase{" a b [ ] c ", "x", "ab c", "[ab c]"},
                    PatternCase{"\\p{ I s Basic Latin }", "x", "a", "[a]"},
                    PatternCase{"\\ s", "x", "a b", "[ ]"}, PatternCase{"a b", "", "a b", "[a b]"},
                    PatternCase{"[ab", "q", "x[ab", "[[ab]"}, PatternCase{"A.", "qi", "a.", "[a.]"},
                    PatternCase{"a b", "qx", "a b", "[a b]"}, PatternCase{"a", "g", "", "wrong"}));

INSTANTIATE_TEST_SUITE_P(
    Structure, Patterns,
    testing::Values(
        PatternCase{"(a)\\1", "", "abaa", "[aa]"}, PatternCase{"(a)\\1", "i", "aA", "[aA]"},
        PatternCase{"(a)|b\\1c", "", "bc", "[bc]"},
        PatternCase{"(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)\\10", "", "abcdefghijj", "[abcdefghijj]"},
        PatternCase{"(a)\\10", "", "aa0", "[aa0]"}, PatternCase{"(?:ab)+", "", "xabab", "[abab]"},
        PatternCase{"a{2}", "", "aaa", "[aa]"}, PatternCase{"a{2,}?", "", "aaa", "[aa]"},
        PatternCase{"a{0}b", "", "ab", "[b]"}, PatternCase{"a|", "", "b", "[]"},
        PatternCase{"()", "", "b", "[]"}, PatternCase{"", "", "b", "[]"},
        PatternCase{"\\$\\^\\{\\}", "", "$^{}", "[$^{}]"},
        PatternCase{"#\\n\\t", "", "#\n\t", "[#\n\t]"}, PatternCase{"(a\\1)", "", "", "wrong"},
        PatternCase{"\\1(a)", "", "", "wrong"}, PatternCase{"\\0", "", "", "wrong"},
        PatternCase{"(a)[\\1]", "", "", "wrong"}, PatternCase{"a++", "", "", "wrong"},
        PatternCase{"a**", "", "", "wrong"}, PatternCase{"*a", "", "", "wrong"},
        PatternCase{"a{2,1}", "", "", "wrong"}, PatternCase{"a{,2}", "", "", "wrong"},
        PatternCase{"a{x}", "", "", "wrong"}, PatternCase{"a{70000}", "", "", "wrong"},
        PatternCase{"(a", "", "", "wrong"}, PatternCase{"a)", "", "", "wrong"},
        PatternCase{"(?=a)", "", "", "wrong"}, PatternCase{"(?#a)", "", "", "wrong"},
        PatternCase{"(*F)a", "", "", "wrong"}, PatternCase{"a{", "", "", "wrong"},
        PatternCase{"}", "", "", "wrong"}));

TEST(PatternLimits, EndSearchesThatWouldNotEnd) {
  const std::string as(60, 'a');
  for (const char* pattern : {"^(a+)+$", "^(a|a)*$", "^(a|aa)+$", "(.*)*(.*)*(.*)*[bc]\\1",
                              "^([a-z-[b]]+)+$", "(a?){60}a{60}[bc]"}) {
    const auto regex = Regex::compile(pattern, "");
    ASSERT_TRUE(regex) << pattern;
    EXPECT_FALSE(regex->each_match(as + "!", [](const auto&) { return true; })) << pattern;
  }
}

TEST(PatternLimits, RefusePatternsThatAreTooDeepOrTooLong) {
  const auto nested = [](std::string_view open, std::string_view close, int times) {
    std::string text = "a";
    for (int i = 0; i < times; ++i) text = std::string(open) + text + std::string(close);
    return text;
  };
  EXPECT_TRUE(Regex::compile(nested("(", ")", 100), ""));
  EXPECT_FALSE(Regex::compile(nested("(", ")", 300), ""));
  EXPECT_FALSE(Regex::compile(nested("[b-[", "]]", 300), ""));
  EXPECT_FALSE(Regex::compile(std::string(20'000, 'a'), ""));
  EXPECT_FALSE(Regex::compile("((((a{999}){999}){999}){999}){999}", ""));
  EXPECT_FALSE(Regex::compile("\xFF", ""));
}

}  // namespace
}  // namespace motcua::feel
