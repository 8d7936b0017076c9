#include "report/satisfaction.hpp"

#include <gtest/gtest.h>

namespace motcua::report {
namespace {

TEST(Satisfaction, the_interval_is_wilsons) {
  // 8 of 10 by R's binom.confint(8, 10, methods = "wilson"): 0.4901625 to 0.9433178
  EXPECT_EQ(wilson_interval(8, 10).from, 4901);
  EXPECT_EQ(wilson_interval(8, 10).to, 9434);
  EXPECT_EQ(wilson_interval(0, 10).from, 0);
  EXPECT_EQ(wilson_interval(10, 10).to, 10'000);
  EXPECT_EQ(wilson_interval(1, 1).from, 2065);  // one voice says little
}

TEST(Satisfaction, the_interval_holds_the_share_and_narrows) {
  for (std::int64_t all : {1, 2, 7, 100, 12'345, 1'000'000}) {
    for (std::int64_t some : {std::int64_t{0}, all / 3, all / 2, all}) {
      const auto interval = wilson_interval(some, all);
      EXPECT_LE(interval.from * all, some * 10'000) << some << " of " << all;
      EXPECT_GE(interval.to * all, some * 10'000) << some << " of " << all;
    }
  }
  EXPECT_LT(wilson_interval(800, 1000).to - wilson_interval(800, 1000).from, 500);
}

TEST(Satisfaction, is_measured_by_the_marks_that_were_given) {
  const RatingRules rules;
  EXPECT_TRUE(is_satisfied({2, 2, -1, -1, -1, -1, 2, -1, 1}, rules));  // 7 of 8 points
  EXPECT_FALSE(is_satisfied({2, 1, -1, -1, -1, -1, -1, -1, -1}, rules));
  EXPECT_FALSE(is_satisfied({-1, -1, -1, -1, -1, -1, -1, -1, -1}, rules));
}

TEST(Satisfaction, a_small_group_is_not_told_nor_found_by_subtraction) {
  Satisfaction small;
  small.all = {"", 100, 37, 30, true};
  small.by_procedure = {{"a", 50, 30, 25, true}, {"b", 30, 5, 3, true}, {"c", 20, 2, 2, true}};
  protect_small_groups(small);
  EXPECT_TRUE(small.by_procedure[0].shown);
  EXPECT_FALSE(small.by_procedure[1].shown) << "the whole without it would tell of the third";
  EXPECT_FALSE(small.by_procedure[2].shown);
  EXPECT_TRUE(small.all.shown);
}

TEST(Satisfaction, few_ratings_of_the_whole_office_are_not_told) {
  Satisfaction few;
  few.all = {"", 9, 4, 4, true};
  few.by_procedure = {{"a", 9, 4, 4, true}};
  protect_small_groups(few);
  EXPECT_FALSE(few.all.shown);
  EXPECT_FALSE(few.by_procedure[0].shown);
}

}  // namespace
}  // namespace motcua::report
