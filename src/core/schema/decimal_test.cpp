#include "schema/decimal.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "schema/equality.hpp"

namespace motcua::schema {
namespace {

Decimal number(std::string_view text) { return Decimal(*read_json(text)); }

TEST(Decimal, IsWrittenAsPeopleWriteIt) {
  for (const std::string text : {"0", "7", "-7", "0.01", "-0.5", "12.5", "1000000", "0.1",
                                 "18446744073709551615", "-9223372036854775808"}) {
    EXPECT_EQ(number(text).write(), text);
  }
  EXPECT_EQ(number("1.0").write(), "1");
  EXPECT_EQ(number("-0.0").write(), "0");
  EXPECT_EQ(number("1e300").write(), "1e+300");
  EXPECT_EQ(number("12e-300").write(), "12e-300");
}

TEST(Decimal, ComparesByWorthNotByKind) {
  EXPECT_EQ(number("1"), number("1.0"));
  EXPECT_EQ(number("0"), number("-0.0"));
  EXPECT_EQ(number("100"), number("1e2"));
  EXPECT_LT(number("9007199254740992"), number("9007199254740993"));  // one double, two numbers
  EXPECT_LT(number("18446744073709551614"), number("18446744073709551615"));
  EXPECT_LT(number("-1e308"), number("-9223372036854775808"));
  EXPECT_LT(number("0.1"), number("0.11"));
  EXPECT_LT(number("-0.11"), number("-0.1"));
  EXPECT_LT(number("99"), number("1e2"));
}

TEST(Decimal, DividesExactly) {
  const auto divides = [](std::string_view divisor, std::string_view value) {
    return number(value).is_multiple_of(number(divisor));
  };
  EXPECT_TRUE(divides("0.01", "19.99"));
  EXPECT_TRUE(divides("0.01", "0.07"));
  EXPECT_FALSE(divides("0.01", "19.995"));
  EXPECT_TRUE(divides("0.0001", "0.0075"));
  EXPECT_TRUE(divides("1e-8", "12391239123"));
  EXPECT_TRUE(divides("0.5", "1e308"));
  EXPECT_FALSE(divides("0.123456789", "1e308"));
  EXPECT_TRUE(divides("1000", "5000000"));
  EXPECT_FALSE(divides("1000", "5000500"));
  EXPECT_FALSE(divides("3", "1e308"));
  EXPECT_TRUE(divides("7", "0"));
}

RC_GTEST_PROP(Decimal, OrdersWholeNumbersAsTheyAre, (std::int64_t a, std::int64_t b)) {
  RC_ASSERT((Decimal(json::value(a)) <=> Decimal(json::value(b))) == (a <=> b));
  RC_ASSERT(Decimal(json::value(a)).write() == std::to_string(a));
}

RC_GTEST_PROP(Decimal, KnowsMultiples, (std::int32_t factor, std::uint16_t divisor)) {
  const std::int64_t step = divisor + 1;
  const Decimal value(json::value(step * factor));
  RC_ASSERT(value.is_multiple_of(Decimal(json::value(step))));
  const Decimal next(json::value(step * factor + 1));
  RC_ASSERT(next.is_multiple_of(Decimal(json::value(step))) == (step == 1));
}

TEST(Equality, LooksAtWorthAndNotAtOrder) {
  const auto same = [](std::string_view a, std::string_view b) {
    const auto left = *read_json(a);
    const auto right = *read_json(b);
    EXPECT_EQ(canonical_text(left) == canonical_text(right), are_equal(left, right)) << a << b;
    return are_equal(left, right);
  };
  EXPECT_TRUE(same(R"({"a": 1, "b": [1.0]})", R"({"b": [1], "a": 1e0})"));
  EXPECT_FALSE(same("1", "true"));
  EXPECT_FALSE(same("0", "false"));
  EXPECT_FALSE(same("\"1\"", "1"));
  EXPECT_FALSE(same("[1, 2]", "[2, 1]"));
  EXPECT_FALSE(same(R"({"a": 1})", R"({"a": 1, "b": 1})"));
  EXPECT_FALSE(same(R"([["a"], "b"])", R"([["a", "b"]])"));
}

}  // namespace
}  // namespace motcua::schema
