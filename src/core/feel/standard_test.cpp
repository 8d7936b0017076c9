// Cases of every family of the standard, one line each: the text and what it gives.
#include <gtest/gtest.h>

#include "feel/expression.hpp"

namespace motcua::feel {
namespace {

struct StandardCase {
  const char* text;
  const char* expected;
};

class Standard : public testing::TestWithParam<StandardCase> {};

TEST_P(Standard, GivesWhatItSays) {
  Names names;
  names.variables = {"full name", "a-b"};
  const auto expression = Expression::compile(GetParam().text, names);
  ASSERT_TRUE(expression.ok()) << GetParam().text << ": " << expression.error().what.en;
  feel::Run run;
  run.now = read_date_time("2026-11-30T07:00:00+07:00");
  const Context variables{{"full name", "Lan"}, {"a-b", 5}};
  EXPECT_EQ(write(expression->evaluate(variables, run)), GetParam().expected) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Feel, Standard,
    testing::Values(
        StandardCase{"full name + \"!\"", "\"Lan!\""}, StandardCase{"a-b - 1", "4"},
        StandardCase{"for i in 1..3 return i * i", "[1, 4, 9]"},
        StandardCase{"for i in 3..1 return i", "[3, 2, 1]"},
        StandardCase{"for i in 1..4 return if i = 1 then 1 else i * partial[-1]", "[1, 2, 6, 24]"},
        StandardCase{"some x in [1, 2] satisfies x > 1", "true"},
        StandardCase{"every x in [1, 2] satisfies x > 1", "false"},
        StandardCase{"[1, 2, 3, 4][item > 2]", "[3, 4]"}, StandardCase{"[1, 2, 3][-1]", "3"},
        StandardCase{"[{a: 1}, {a: 2}][a = 2].a", "[2]"}, StandardCase{"{a: 1, b: a + 1}.b", "2"},
        StandardCase{"{f: function(n) if n < 2 then 1 else n * f(n - 1), r: f(5)}.r", "120"},
        StandardCase{"sort([3, 1, 2], function(x, y) x < y)", "[1, 2, 3]"},
        StandardCase{"substring(start position: 2, string: \"abc\")", "\"bc\""},
        StandardCase{"2 ** 10", "1024"}, StandardCase{"-3 ** 2", "9"},
        StandardCase{"decimal(1 / 3, 4)", "0.3333"}, StandardCase{"decimal(2.5, 0)", "2"},
        StandardCase{"round half up(2.5, 0)", "3"}, StandardCase{"modulo(-12, 5)", "3"},
        StandardCase{"sqrt(16)", "4"}, StandardCase{"decimal(exp(1), 10)", "2.7182818285"},
        StandardCase{"decimal(log(10), 10)", "2.302585093"},
        StandardCase{"date(\"2024-02-29\") + duration(\"P1Y\")", "date(\"2025-02-28\")"},
        StandardCase{"@\"2024-03-01\" - @\"2024-02-28\"", "duration(\"P2D\")"},
        StandardCase{"@\"2024-07-01T00:00:00@Europe/Paris\".time offset", "duration(\"PT2H\")"},
        StandardCase{"@\"P1DT25H\".hours", "1"},
        StandardCase{"day of week(@\"2026-11-30\")", "\"Monday\""},
        StandardCase{"today()", "date(\"2026-11-30\")"}, StandardCase{"5 in (< 3, > 4)", "true"},
        StandardCase{"overlaps([1..5], (5..6])", "false"},
        StandardCase{"[1..10[ = [1..10)", "true"}, StandardCase{"(= 10) = [10..10]", "false"},
        StandardCase{"(= 10) = (=10)", "true"}, StandardCase{"(!= 10) = (!=10)", "true"},
        StandardCase{"(= 10) = (!= 10)", "false"},
        StandardCase{"for i in [9, 10] return i in [(!= 10)]", "[true, false]"},
        StandardCase{"[9, 10][item in [(= 10)]]", "[10]"},
        StandardCase{"[(= 10), (!= 10), (< 10)]", "[(= 10), (!= 10), (< 10)]"},
        StandardCase{"(!= 10).start", "null"}, StandardCase{"(= 10).end included", "true"},
        StandardCase{"before(1, (!= 10))", "null"},
        StandardCase{"for i in (!= 10) return i", "null"},
        StandardCase{"@\"10:30:00.1\" = @\"10:30:00.2\"", "true"},
        StandardCase{"@\"10:30:00.1\" < @\"10:30:00.2\"", "false"},
        StandardCase{"@\"1969-12-31T23:59:59.9Z\" < @\"1970-01-01T00:00:00Z\"", "true"},
        StandardCase{"@\"10:30:00.2\" - @\"10:30:00.1\"", "duration(\"PT0.1S\")"},
        StandardCase{"[1, \"a\"] instance of list<number>", "false"},
        StandardCase{"matches(\"foobar\", \"^fo*b\")", "true"},
        StandardCase{"replace(\"abcd\", \"(ab)|(a)\", \"[1=$1][2=$2]\")", "\"[1=ab][2=]cd\""},
        StandardCase{"split(\"a;b;;c\", \";\")", "[\"a\", \"b\", \"\", \"c\"]"},
        StandardCase{"upper case(\"đường\")", "\"ĐƯỜNG\""},
        StandardCase{"string length(\"\\U01F40E\")", "1"},
        StandardCase{"context put({a: 1}, \"b\", 2)", "{a: 1, b: 2}"},
        StandardCase{"get value({a: {b: 3}}, [\"a\", \"b\"])", "3"},
        StandardCase{"median(8, 2, 5, 3, 4)", "4"},
        StandardCase{"decimal(stddev(2, 4, 7, 5), 12)", "2.081665999466"},
        StandardCase{"distinct values([1, 2, 1])", "[1, 2]"}, StandardCase{"null + 1", "null"}));

TEST(HostileText, EndsInBoundedTime) {
  for (const char* text :
       {"for i in 1..1000000000 return i", "{f: function(n) f(n + 1), r: f(1)}.r",
        "count(for i in 1..100000 return [partial[-1]])",
        "matches(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\", \"^(a+)+$\")",
        "for i in 1..60 return if i = 1 then [1] else [partial[-1], partial[-1]]"}) {
    const auto expression = Expression::compile(text);
    ASSERT_TRUE(expression.ok()) << text << expression.error().what.en;
    std::vector<EvaluationError> errors;
    expression->evaluate({}, errors);
    EXPECT_FALSE(errors.empty()) << text;
  }
}

TEST(ExternalFunctions, AreRefused) {
  const auto external = Expression::compile("function(x) external {java: {class: \"A\"}}");
  ASSERT_FALSE(external.ok());
  EXPECT_NE(external.error().what.en.find("not supported"), std::string::npos);
}

}  // namespace
}  // namespace motcua::feel
