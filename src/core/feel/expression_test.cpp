#include "feel/expression.hpp"

#include <gtest/gtest.h>

namespace motcua::feel {
namespace {

Value evaluated(std::string_view text, const Context& variables = {}) {
  auto expression = Expression::compile(text);
  EXPECT_TRUE(expression.ok()) << text << ": " << (expression ? "" : expression.error().what.en);
  return expression ? expression->evaluate(variables) : Value("did not compile");
}

Value tested(std::string_view tests, const Value& input, const Context& variables = {}) {
  auto cell = UnaryTests::compile(tests);
  EXPECT_TRUE(cell.ok()) << tests << ": " << (cell ? "" : cell.error().what.en);
  return cell ? cell->test(input, variables) : Value("did not compile");
}

struct Case {
  std::string_view text;
  Value expected;
};

class Evaluates : public testing::TestWithParam<Case> {};

TEST_P(Evaluates, ToTheExpectedValue) {
  Context variables{
      {"rank", "head"},
      {"days", 6},
      {"leader", Context{{"post", "director"}}},
      {"members", List{Context{{"party_managed", false}}, Context{{"party_managed", true}}}}};
  EXPECT_EQ(write(evaluated(GetParam().text, variables)), write(GetParam().expected))
      << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Feel, Evaluates,
    testing::Values(
        Case{"0.1 + 0.2 = 0.3", true}, Case{"1 + 2 * 3", 7}, Case{"(1 + 2) * 3 - -1", 10},
        Case{"10 / 4", Number::parse("2.5").value()}, Case{"1 / 0", Value()},
        Case{"\"a\" + \"b\"", "ab"}, Case{"1 + \"b\"", Value()}, Case{"rank = \"head\"", true},
        Case{"rank != \"head\"", false}, Case{"rank = 1", Value()}, Case{"null = null", true},
        Case{"days = null", false}, Case{"days < null", Value()}, Case{"days >= 6", true},
        Case{"leader.post", "director"}, Case{"leader.absent", Value()},
        Case{"list contains(members.party_managed, true)", true}, Case{"count(members)", 2},
        Case{"true and null", Value()}, Case{"false and null", false}, Case{"true or null", true},
        Case{"false or null", Value()}, Case{"not(null)", Value()}, Case{"not(days > 6)", true},
        Case{"if days > 5 then \"long\" else \"short\"", "long"}, Case{"if null then 1 else 2", 2},
        Case{"days between 1 and 6", true}, Case{"days in [1..6)", false},
        Case{"days in (1..6]", true}, Case{"days in ]1..6]", true}, Case{"days in (5, 6)", true},
        Case{"days in (< 3, > 5)", true}, Case{"days in [5, 6] and true", true},
        Case{"days in (7)", false}, Case{"date(\"2017-04-12\") < date(\"2017-04-13\")", true},
        Case{"date(\"2017-02-29\")", Value()}, Case{"@\"2017-04-12\" = date(\"2017-04-12\")", true},
        Case{"contains(\"Sở Ngoại vụ\", \"Ngoại\")", true}, Case{"starts with(rank, \"he\")", true},
        Case{"string length(\"Sở\")", 2}, Case{"sum([1, 2, 3])", 6}, Case{"max(1, 5, 3)", 5},
        Case{"min([])", Value()}, Case{"number(\"1.50\") = 1.5", true}, Case{"string(1.50)", "1.5"},
        Case{"count(null)", Value()}, Case{"[1, 2] = [1, 2]", true},
        Case{"1 // a comment\n + 1 /* another */", 2}, Case{"unknown_name", Value()},
        Case{"\"say \\\"a\\\"\"", "say \"a\""}, Case{"\"\"", ""}));

TEST(UnaryTests, MatchLikeTheCellsOfADecisionTable) {
  EXPECT_EQ(tested("-", Value()), Value(true));
  EXPECT_EQ(tested("\"official\", \"business\"", "business"), Value(true));
  EXPECT_EQ(tested("not(\"official\", \"business\")", "business"), Value(false));
  EXPECT_EQ(tested("< 5", 4), Value(true));
  EXPECT_EQ(tested("[1..3)", 3), Value(false));
  EXPECT_EQ(tested("> limit", 4, {{"limit", 3}}), Value(true));
  EXPECT_EQ(tested("allowed", "b", {{"allowed", List{"a", "b"}}}), Value(true));
  EXPECT_EQ(tested("string length(?) > 2", "abc"), Value(true));
  EXPECT_EQ(tested("< 5", "text"), Value());
  EXPECT_EQ(tested("null", Value()), Value(true));
  EXPECT_EQ(tested("-1", -1), Value(true));
}

TEST(Expression, SaysWhereTheTextIsWrong) {
  auto at = [](std::string_view text) {
    auto expression = Expression::compile(text);
    EXPECT_FALSE(expression.ok()) << text;
    return expression.ok() ? 999 : expression.error().offset;
  };
  EXPECT_EQ(at(""), 0U);
  EXPECT_EQ(at("1 +"), 3U);
  EXPECT_EQ(at("a b"), 2U);
  EXPECT_EQ(at("\"open"), 0U);
  EXPECT_EQ(at("a = #"), 4U);
  EXPECT_EQ(at("nothing()"), 0U);
  EXPECT_EQ(at("count(1, 2)"), 10U);
  EXPECT_EQ(at("? > 1"), 0U);
  EXPECT_EQ(at("if a then b"), 11U);
  EXPECT_EQ(at("@\"2017-02-29\""), 0U);
  EXPECT_EQ(at("(1"), 2U);
}

TEST(Expression, GivesErrorsWithPositionsAsValues) {
  std::vector<EvaluationError> errors;
  EXPECT_EQ(Expression::compile("1 + missing")->evaluate({}, errors), Value());
  ASSERT_EQ(errors.size(), 2U);
  EXPECT_EQ(errors[0].offset, 4U);
  EXPECT_EQ(errors[0].what, "no variable “missing”");
}

TEST(Expression, RefusesWhatIsTooDeepOrTooLong) {
  EXPECT_FALSE(Expression::compile(std::string(5000, '(')).ok());
  EXPECT_FALSE(Expression::compile(std::string(5000, '-') + "1").ok());
  EXPECT_FALSE(Expression::compile(std::string(5000, '[')).ok());
  EXPECT_FALSE(Expression::compile(std::string(20'000, ' ')).ok());
  std::string sum = "1";
  for (int i = 0; i < 300; ++i) sum += "+1";
  EXPECT_FALSE(Expression::compile(sum).ok());
  std::string many = "a";
  for (int i = 0; i < 900; ++i) many += " or a";
  EXPECT_EQ(evaluated(many, {{"a", false}}), Value(false));
}

TEST(Expression, NamesItsVariables) {
  auto expression = Expression::compile("outcome = \"rework\" or a.b > a.c");
  EXPECT_EQ(expression->names(), (std::vector<std::string>{"a", "outcome"}));
}

TEST(Values, KeepTheDigitsOfAForm) {
  Context answers =
      context_from_json(*read_json(R"({"amount": 0.1, "n": 3, "who": {"x": [null]}})"));
  EXPECT_EQ(evaluated("amount * n = 0.3", answers), Value(true));
  EXPECT_EQ(write(evaluated("who", answers)), "{x: [null]}");
}

}  // namespace
}  // namespace motcua::feel
