// The three-valued logic (DMN 1.5, tables 50 and 51), every case of it.
#include <gtest/gtest.h>

#include "feel/expression.hpp"

namespace motcua::feel {
namespace {

constexpr const char* truths[] = {"true", "false", "null"};

std::string said(const std::string& text) {
  const auto expression = Expression::compile(text);
  return expression ? write(expression->evaluate({})) : "does not compile: " + text;
}

TEST(Logic, ConjunctionIsFalseAsSoonAsOneIs) {
  constexpr const char* expected[3][3] = {
      {"true", "false", "null"}, {"false", "false", "false"}, {"null", "false", "null"}};
  for (int a = 0; a < 3; ++a) {
    for (int b = 0; b < 3; ++b) {
      const std::string left = truths[a];
      const std::string right = truths[b];
      EXPECT_EQ(said(left + " and " + right), expected[a][b]) << left << right;
      EXPECT_EQ(said("all(" + left + ", " + right + ")"), expected[a][b]) << left << right;
    }
  }
}

TEST(Logic, DisjunctionIsTrueAsSoonAsOneIs) {
  constexpr const char* expected[3][3] = {
      {"true", "true", "true"}, {"true", "false", "null"}, {"true", "null", "null"}};
  for (int a = 0; a < 3; ++a) {
    for (int b = 0; b < 3; ++b) {
      const std::string left = truths[a];
      const std::string right = truths[b];
      EXPECT_EQ(said(left + " or " + right), expected[a][b]) << left << right;
      EXPECT_EQ(said("any(" + left + ", " + right + ")"), expected[a][b]) << left << right;
    }
  }
}

TEST(Logic, NegationLeavesNullAsItIs) {
  EXPECT_EQ(said("not(true)"), "false");
  EXPECT_EQ(said("not(false)"), "true");
  EXPECT_EQ(said("not(null)"), "null");
}

// What is no boolean counts as null.
TEST(Logic, TakesOtherValuesForUnknown) {
  EXPECT_EQ(said("1 and true"), "null");
  EXPECT_EQ(said("1 and false"), "false");
  EXPECT_EQ(said("\"a\" or true"), "true");
  EXPECT_EQ(said("\"a\" or false"), "null");
}

TEST(Logic, KeepsItsLaws) {
  for (const std::string a : truths) {
    EXPECT_EQ(said("not(not(" + a + "))"), said(a));
    EXPECT_EQ(said("if " + a + " then 1 else 2"), a == "true" ? "1" : "2");
    for (const std::string b : truths) {
      const std::string both = a + " and " + b;
      const std::string either = a + " or " + b;
      EXPECT_EQ(said("not(" + both + ")"), said("not(" + a + ") or not(" + b + ")")) << both;
      EXPECT_EQ(said("not(" + either + ")"), said("not(" + a + ") and not(" + b + ")")) << both;
      EXPECT_EQ(said(both), said(b + " and " + a));
      EXPECT_EQ(said(either), said(b + " or " + a));
      EXPECT_EQ(said(a + " and (" + either + ")"), said(a)) << either;
      for (const std::string c : truths) {
        EXPECT_EQ(said("(" + both + ") and " + c), said(a + " and (" + b + " and " + c + ")"));
        EXPECT_EQ(said("(" + either + ") or " + c), said(a + " or (" + b + " or " + c + ")"));
        EXPECT_EQ(said(a + " and (" + b + " or " + c + ")"),
                  said("(" + both + ") or (" + a + " and " + c + ")"));
      }
    }
  }
}

TEST(Logic, ComparesNullByEqualityOnly) {
  EXPECT_EQ(said("null = null"), "true");
  EXPECT_EQ(said("null != null"), "false");
  EXPECT_EQ(said("1 = null"), "false");
  EXPECT_EQ(said("1 != null"), "true");
  for (const std::string sign : {"<", "<=", ">", ">="}) {
    EXPECT_EQ(said("null " + sign + " 1"), "null");
    EXPECT_EQ(said("null " + sign + " null"), "null");
  }
  EXPECT_EQ(said("null in [1..2]"), "null");
  EXPECT_EQ(said("null between 1 and 2"), "null");
}

}  // namespace
}  // namespace motcua::feel
