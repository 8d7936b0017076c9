// Posts by their days, and who may stand in for whom.

#include "authority/tenure.hpp"

#include <gtest/gtest.h>

#include "authority/office.hpp"

namespace motcua::authority {
namespace {

Date day(std::string_view text) { return *parse_date(text); }

Office small_office() {
  const auto office = read_office(R"(
id = "so"
name = { vi = "Sở", en = "Department" }
code_block = "000"
calendar = "c"
[[unit]]
id = "a"
name = { vi = "Phòng A", en = "Division A" }
[[unit]]
id = "b"
name = { vi = "Phòng B", en = "Division B" }
[[succession]]
from = "a"
to = "b"
on = 2017-07-01
decision = "12/QĐ"
[[person]]
username = "dung"
name = "Dũng"
post = { vi = "Giám đốc Sở", en = "Director" }
unit = "a"
roles = ["director"]
until = 2017-06-30
[[person]]
username = "minh"
name = "Minh"
post = { vi = "Trưởng phòng", en = "Head" }
unit = "a"
roles = ["head"]
[[person.tenure]]
post = { vi = "Phó Giám đốc", en = "Deputy" }
unit = "b"
roles = ["director"]
from = 2017-05-01
by = "7/QĐ"
[[person]]
username = "binh"
name = "Bình"
post = { vi = "Chuyên viên", en = "Specialist" }
unit = "a"
roles = ["specialist"]
)");
  EXPECT_TRUE(office.ok());
  return *office;
}

Substitution by_whom(std::string_view setter) {
  Substitution one;
  one.absent = "dung";
  one.substitute = "minh";
  one.period = {day("2017-04-12"), day("2017-04-14")};
  one.paper = "5/QĐ";
  one.set_by = setter;
  return one;
}

TEST(Tenure, PostsAreHeldFromADayUntilADay) {
  const auto office = small_office();
  EXPECT_EQ(capacities_of(office, {}, "minh", day("2017-04-30")).size(), 1U);
  EXPECT_EQ(capacities_of(office, {}, "minh", day("2017-05-01")).size(), 2U);
  EXPECT_TRUE(capacities_of(office, {}, "dung", day("2017-07-01")).empty());
  EXPECT_TRUE(capacities_of(office, {}, "nobody", day("2017-04-12")).empty());
}

TEST(Tenure, ASubstituteHasTheOthersPostsForItsDays) {
  const auto office = small_office();
  const Substitutions set{by_whom("dung")};
  const auto on = holders_of(office, set, "giam-doc-so", day("2017-04-14"));
  ASSERT_EQ(on.size(), 2U);
  EXPECT_EQ(on.back().username, "minh");
  EXPECT_EQ(on.back().acting_for->paper, "5/QĐ");
  EXPECT_EQ(holders_of(office, set, "giam-doc-so", day("2017-04-15")).size(), 1U);
}

TEST(Tenure, NobodyGivesHimselfAnothersPowers) {
  const auto office = small_office();
  const auto today = day("2017-04-12");
  EXPECT_TRUE(check_substitution(office, by_whom("dung"), today).ok());
  EXPECT_EQ(check_substitution(office, by_whom("minh"), today).error().kind, &substitutes_himself);
  EXPECT_EQ(check_substitution(office, by_whom("binh"), today).error().kind,
            &substitution_not_yours);
  EXPECT_EQ(check_substitution(office, by_whom("dung"), day("2017-04-13")).error().kind,
            &substitution_wrong);
}

TEST(Tenure, AUnitsWorkGoesToItsSuccessorOnTheDay) {
  const auto office = small_office();
  EXPECT_EQ(office.successor_of("a", day("2017-06-30")), "a");
  EXPECT_EQ(office.successor_of("a", day("2017-07-01")), "b");
}

}  // namespace
}  // namespace motcua::authority
