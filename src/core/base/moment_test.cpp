#include "base/moment.hpp"

#include <gtest/gtest.h>

namespace motcua {
namespace {

TEST(Moment, ReadsAndWritesRfc3339) {
  EXPECT_EQ(write_moment(*parse_moment("2017-04-12T09:10")), "2017-04-12T09:10:00+07:00");
  EXPECT_EQ(write_moment(*parse_moment("2017-04-12T02:10:05Z")), "2017-04-12T09:10:05+07:00");
  EXPECT_EQ(write_moment(*parse_moment("2017-04-12 09:10:00+07:00")), "2017-04-12T09:10:00+07:00");
  EXPECT_EQ(from_unix(to_unix(*parse_moment("2017-04-12T09:10"))),
            *parse_moment("2017-04-12T09:10"));
}

TEST(Moment, RefusesDatesThatDoNotExist) {
  for (const auto* text :
       {"2017-02-29T09:10", "2017-13-01T09:10", "2017-04-12T24:00", "2017-04-12T09:60",
        "2017-04-12", "2017-04-12T09:10x", "17-04-12T09:10", "2017-04-12T09:10+7"}) {
    EXPECT_FALSE(parse_moment(text).has_value()) << text;
  }
  EXPECT_FALSE(parse_date("2017-02-30").has_value());
  EXPECT_EQ(write_vietnamese(*parse_date("2016-02-29")), "29/02/2016");
}

}  // namespace
}  // namespace motcua
