// Statistics of travel: what each grouping counts, and that every number opens its delegations.

#include "travel/figures.hpp"

#include <gmock/gmock.h>

#include "travel/travel_test.hpp"

namespace motcua::travel::test {
namespace {

using testing::ElementsAre;
using testing::UnorderedElementsAre;

class TravelFigures : public testing::Test {
 protected:
  TravelFigures() {
    auto fair =
        trip("2017-04-10", "2017-04-14", {deputy("Nguyễn Văn An", "1"), clerk("Trần Thị Bé", "2")});
    fair.purpose_kind = "promotion";
    fair_ = book_.take(fair, "D1");
    auto course = trip("2017-05-08", "2017-05-09", {deputy("Nguyễn Văn An", "1")});
    course.unit = "Sở Y tế";
    course.countries = {"Pháp", "Đức"};
    course.funding = "state-budget";
    course.purpose_kind = "training";
    course_ = book_.take(course, "D2");
    cancelled_ = book_.take(trip("2017-05-15", "2017-05-16", {deputy("Lê Minh Chi", "3")}), "D3");
    EXPECT_EQ(book_.act(cancelled_, "cancel", {{"reason", "Hoãn"}}, "2017-04-20T09:00"), "");
    book_.take_guests(trip("2017-04-10", "2017-04-12", {clerk("John Smith")}));
  }
  Figures count(By by, std::string_view period = "2017") const {
    return count_by(by, Kind::Out, *parse_period(period), book_.scene("2017-04-30"));
  }
  static const Group* group(const Figures& figures, std::string_view label) {
    for (const auto& one : figures.groups) {
      if (one.label.vi.find(label) != std::string::npos) return &one;
    }
    return nullptr;
  }

  TestBook book_;
  std::string fair_;
  std::string course_;
  std::string cancelled_;
};

TEST_F(TravelFigures, CountDelegationsPersonsAndTheirDaysWithoutTheCancelled) {
  const auto whole = count(By::Unit).whole;
  EXPECT_THAT(whole.delegations, UnorderedElementsAre(fair_, course_));
  EXPECT_EQ(whole.trips, 3);
  EXPECT_EQ(whole.days, 5 + 5 + 2);
  EXPECT_THAT(whole.codes_late, ElementsAre(fair_)) << "its report was due on 24 April";
}

TEST_F(TravelFigures, GroupByPerson) {
  const auto figures = count(By::Person);
  ASSERT_NE(group(figures, "Nguyễn Văn An"), nullptr);
  EXPECT_EQ(group(figures, "Nguyễn Văn An")->trips, 2);
  EXPECT_EQ(group(figures, "Nguyễn Văn An")->days, 7);
  EXPECT_EQ(group(figures, "Trần Thị Bé")->trips, 1);
  EXPECT_EQ(figures.groups.front().label.vi.find("Nguyễn Văn An"), 0U) << "most trips first";
  for (const auto& one : figures.groups) EXPECT_EQ(one.id.find("001"), std::string::npos);
}

TEST_F(TravelFigures, GroupByUnitPurposeAndFunding) {
  EXPECT_THAT(group(count(By::Unit), "Sở Y tế")->delegations, ElementsAre(course_));
  EXPECT_THAT(group(count(By::Purpose), "Đào tạo")->delegations, ElementsAre(course_));
  EXPECT_THAT(group(count(By::Funding), "tự túc")->delegations, ElementsAre(fair_));
}

TEST_F(TravelFigures, OneOfTwoCountriesCountsInEach) {
  const auto figures = count(By::Country);
  EXPECT_THAT(group(figures, "Pháp")->delegations, ElementsAre(course_));
  EXPECT_THAT(group(figures, "Đức")->delegations, ElementsAre(course_));
  EXPECT_EQ(figures.whole.delegations.size(), 2U) << "and once in the whole";
}

TEST_F(TravelFigures, CountWhereTheFirstDayLies) {
  EXPECT_THAT(count(By::Unit, "2017-04").whole.delegations, ElementsAre(fair_));
  EXPECT_TRUE(count(By::Unit, "2017-H2").whole.delegations.empty());
  EXPECT_TRUE(count(By::Unit, "2016").groups.empty());
}

TEST(TravelPeriods, AreYearsHalvesAndMonthsAndNothingElse) {
  EXPECT_EQ(parse_period("2017-H2")->first, on("2017-07-01"));
  EXPECT_EQ(parse_period("2017-02")->last, on("2017-02-28"));
  for (const auto* wrong : {"", "2017-H3", "2017-13", "17", "2017-Q1", "2017-2"}) {
    EXPECT_FALSE(parse_period(wrong)) << wrong;
  }
}

}  // namespace
}  // namespace motcua::travel::test
