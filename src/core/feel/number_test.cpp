#include "feel/number.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace motcua::feel {
namespace {

TEST(Number, ReadsAndWritesExactly) {
  for (std::string_view text :
       {"0", "12", "-0.5", "1234567890123456789012345678901234", "0.0001"}) {
    EXPECT_EQ(Number::parse(text).value().write(), text);
  }
  EXPECT_EQ(Number::parse("1.50").value().write(), "1.5");
  EXPECT_EQ(Number::parse("1e3").value().write(), "1000");
  EXPECT_EQ(Number::parse("5e-3").value().write(), "0.005");
  EXPECT_EQ(Number::parse("1e99").value().write(), "1e99");
  EXPECT_EQ(Number::parse("5" + std::string(39, '0')), Number::parse("5e39"));
  EXPECT_EQ(Number::parse("1." + std::string(60, '0')), Number(1));
}

TEST(Number, RefusesWhatItCannotHold) {
  for (std::string_view text : {"", "-", ".", "1.", "1x", "1e", "1e9999", "+1", " 1",
                                "12345678901234567890123456789012345"}) {
    EXPECT_FALSE(Number::parse(text)) << text;
  }
  EXPECT_FALSE(Number::parse("1" + std::string(7000, '0')));
  EXPECT_FALSE(Number::parse("1" + std::string(40, '0') + ".5"));
  EXPECT_FALSE(divide(1, 0));
  auto huge = Number::parse("1e6000").value();
  EXPECT_FALSE(multiply(huge, huge));
  EXPECT_FALSE(huge.integer());
  EXPECT_FALSE(Number::parse("0.5")->integer());
}

TEST(Number, EqualValuesAreEqualHoweverWritten) {
  EXPECT_EQ(Number::parse("1.0"), Number(1));
  EXPECT_EQ(Number::parse("-0"), Number(0));
  EXPECT_EQ(add(*Number::parse("0.1"), *Number::parse("0.2")), Number::parse("0.3"));
}

RC_GTEST_PROP(Number, CalculatesLikeWholeNumbers, (std::int32_t a, std::int32_t b)) {
  RC_ASSERT(add(a, b)->integer() == std::int64_t{a} + b);
  RC_ASSERT(multiply(a, b)->integer() == std::int64_t{a} * b);
  RC_ASSERT((Number(a) < Number(b)) == (a < b));
  RC_ASSERT(Number::parse(std::to_string(a)) == Number(a));
  RC_ASSERT(Number(a).write() == std::to_string(a));
}

}  // namespace
}  // namespace motcua::feel
