#include "schema/pattern.hpp"

#include <gtest/gtest.h>

#include <string>

namespace motcua::schema {
namespace {

Match search(std::string_view pattern, std::string_view text) {
  const auto compiled = Pattern::compile(pattern);
  EXPECT_TRUE(compiled.ok()) << pattern << ": " << (compiled ? "" : compiled.error().what);
  return compiled ? compiled->search(text) : Match::TooCostly;
}

bool finds(std::string_view pattern, std::string_view text) {
  const Match match = search(pattern, text);
  EXPECT_NE(match, Match::TooCostly) << pattern;
  return match == Match::Found;
}

TEST(Pattern, IsNotAnchoredUnlessItSays) {
  EXPECT_TRUE(finds("b", "abc"));
  EXPECT_FALSE(finds("^b", "abc"));
  EXPECT_TRUE(finds("^a|c$", "xyzc"));
  EXPECT_FALSE(finds("^(?:a|c)$", "ac"));
  EXPECT_FALSE(finds("^a$", "a\n"));  // the end, not the last line break
  EXPECT_FALSE(finds("^b", "a\nb"));
}

TEST(Pattern, CountsCharactersNotBytes) {
  EXPECT_TRUE(finds("^.{4}$", "Đức "));
  EXPECT_TRUE(finds("^.$", "\U0001F600"));
  EXPECT_TRUE(finds("^\\u{1F600}$", "\U0001F600"));
  EXPECT_TRUE(finds("^\\uD83D\\uDE00$", "\U0001F600"));
  EXPECT_FALSE(finds("^.$", "\u2028"));
}

TEST(Pattern, KnowsTheClassesOfEcma262) {
  EXPECT_FALSE(finds("^\\d$", "৪"));
  EXPECT_TRUE(finds("^\\p{digit}$", "৪"));
  EXPECT_FALSE(finds("^\\w$", "é"));
  EXPECT_TRUE(finds("^\\W$", "é"));
  for (const auto* space : {" ", "\u00A0", "\uFEFF", "\u2029", "\u3000"}) {
    EXPECT_TRUE(finds("^\\s$", space));
    EXPECT_FALSE(finds("^[\\S]$", space));
  }
  EXPECT_FALSE(finds("^\\s$", "\u200B"));
  EXPECT_TRUE(finds("^\\p{Lu}\\p{Letter}+$", "Đào"));
  EXPECT_TRUE(finds("^\\p{Script=Greek}$", "π"));
  EXPECT_FALSE(finds("^\\P{L}$", "π"));
  EXPECT_TRUE(finds("^[^\\d\\s]$", "x"));
  EXPECT_FALSE(finds("[]", "anything"));
  EXPECT_TRUE(finds("^[^]$", "\n"));
  EXPECT_TRUE(finds("^[\\w-]+$", "a-b"));
  EXPECT_TRUE(finds("^\\cJ\\x41\\0$", std::string_view("\nA\0", 3)));
}

TEST(Pattern, LooksAroundAndBack) {
  EXPECT_TRUE(finds("^(?=.*\\d)(?!.*x).+$", "a1"));
  EXPECT_FALSE(finds("^(?=.*\\d)(?!.*x).+$", "a1x"));
  EXPECT_TRUE(finds("(?<=\\+)84", "+84"));
  EXPECT_TRUE(finds("^(a|b)\\1$", "aa"));
  EXPECT_FALSE(finds("^(a|b)\\1$", "ab"));
  EXPECT_TRUE(finds("^(?<half>ha)\\k<half>$", "haha"));
}

// Each is a syntax error with the "u" flag in a browser, too.
TEST(Pattern, RefusesWhatEcma262DoesNotHave) {
  for (const auto* broken :
       {"^(abc]",     "a)",    "*a",          "a**",    "a{2,1}", "a{",
        "{",          "}",     "]",           "\\a",    "\\Z",    "\\-",
        "\\_",        "[z-a]", "[\\d-z]",     "(?i)a",  "(?>a)",  "\\p{Nonsense}",
        "\\p{Latin}", "\\pL",  "\\1",         "(a)\\2", "\\k<x>", "(?<n>a)(?<n>b)",
        "(?<1>a)",    "\\u12", "\\u{110000}", "\\x1",   "\\c1",   "\\01",
        "\\",         "[",     "(",           "^*",     "(?=a)*", "\\b+",
        "a++"}) {
    EXPECT_FALSE(Pattern::compile(broken).ok()) << broken;
  }
}

TEST(Pattern, SaysWhereItIsBroken) {
  const auto broken = Pattern::compile("abc\\q");
  ASSERT_FALSE(broken.ok());
  EXPECT_EQ(broken.error().at, 5U);
  EXPECT_EQ(broken.error().what, "an escape that does not exist");
}

TEST(Pattern, GivesUpInsteadOfHanging) {
  const std::string text(40, 'a');
  EXPECT_EQ(search("^(a+)+$", text + "!"), Match::TooCostly);
  EXPECT_EQ(search("(a|a)*$(?<=b)", text), Match::TooCostly);
  EXPECT_EQ(search("a", std::string(100'001, 'b')), Match::TooCostly);
}

TEST(Pattern, IsNotMadeCostlyByLengthAlone) {
  const std::string text(20'000, 'a');
  EXPECT_TRUE(finds("^(?:a|b)*$", text));
  EXPECT_FALSE(finds("b", text));
  EXPECT_TRUE(finds("^[\\s\\S]*?a$", text));
}

TEST(Pattern, HasALimitOfNesting) {
  EXPECT_FALSE(Pattern::compile(std::string(5'000, '(')).ok());
  EXPECT_FALSE(Pattern::compile(std::string(200, '(') + std::string(200, ')')).ok());
  EXPECT_FALSE(Pattern::compile(std::string(10'001, 'a')).ok());
  EXPECT_FALSE(Pattern::compile("((a{1000}){1000}){1000}").ok());
}

}  // namespace
}  // namespace motcua::schema
