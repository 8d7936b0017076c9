// Who is one person, what a year counted for him, and what a matrix is told of it.

#include <gmock/gmock.h>

#include "travel/travel_test.hpp"

namespace motcua::travel::test {
namespace {

constexpr std::string_view an_number = "001075000001";

const PersonYear* found_in(const std::map<std::string, PersonYear, std::less<>>& all,
                           std::string_view key) {
  const auto found = all.find(key);
  return found == all.end() ? nullptr : &found->second;
}

TEST(TravelPeople, ANumberMakesOnePersonWhateverTheNameOrTheUnit) {
  TestBook book;
  book.take(trip("2017-04-10", "2017-04-14", {deputy("Nguyễn Văn An", "001075000001")}), "D1");
  auto moved = trip("2017-06-05", "2017-06-06", {deputy("NGUYỄN VĂN AN", "001075000001")});
  moved.unit = "Sở Y tế";
  moved.countries = {"Lào", "Nhật Bản"};
  book.take(moved, "D2");
  const People people(book.entries);
  const auto all = people_in(book.scene("2017-07-03"), people, 2017);
  ASSERT_EQ(all.size(), 1U);
  const auto* an = found_in(all, "id:" + std::string(an_number));
  ASSERT_NE(an, nullptr);
  EXPECT_EQ(an->trips.size(), 2U);
  EXPECT_EQ(an->days, 7);
  EXPECT_EQ(an->countries.size(), 2U);
  EXPECT_TRUE(an->leader);
  EXPECT_FALSE(an->over_limit) << "two trips are allowed";
  EXPECT_TRUE(people.namesakes().empty());
}

TEST(TravelPeople, TwoOfOneNameAndUnitWithoutNumbersCountAsOneUntilOneHasHis) {
  TestBook book;
  book.take(trip("2017-04-10", "2017-04-14", {deputy("Nguyễn Văn An")}), "D1");
  const auto second = book.take(trip("2017-05-08", "2017-05-09", {deputy("Nguyễn Văn An")}), "D2");
  EXPECT_EQ(people_in(book.scene("2017-07-03"), People(book.entries), 2017).size(), 1U);
  EXPECT_EQ(book.act(second, "correct-traveller",
                     {{"traveller", "1"},
                      {"name", "Nguyễn Văn An"},
                      {"rank_group", "department-deputy"},
                      {"identity", std::string(an_number)},
                      {"reason", "Hai người trùng tên"}},
                     "2017-05-10T09:00"),
            "");
  const People people(book.entries);
  EXPECT_EQ(people_in(book.scene("2017-07-03"), people, 2017).size(), 2U);
  ASSERT_EQ(people.namesakes().size(), 1U) << "somebody is asked whether they are one";
  const auto pair = people.namesakes()[0];
  book.judge(pair.one, pair.other, false, "2017-05-11T09:00");
  EXPECT_TRUE(People(book.entries).namesakes().empty());
  EXPECT_EQ(people_in(book.scene("2017-07-03"), People(book.entries), 2017).size(), 2U);
  book.judge(pair.one, pair.other, true, "2017-05-12T09:00");
  EXPECT_EQ(people_in(book.scene("2017-07-03"), People(book.entries), 2017).size(), 1U)
      << "the newest word stands";
}

TEST(TravelPeople, TwoNumbersOfOneKindAreTwoPersonsAndNobodyIsAsked) {
  TestBook book;
  book.take(trip("2017-04-10", "2017-04-14", {deputy("Nguyễn Văn An", "001075000001")}), "D1");
  book.take(trip("2017-05-08", "2017-05-09", {deputy("Nguyễn Văn An", "001075000002")}), "D2");
  EXPECT_TRUE(People(book.entries).namesakes().empty());
}

TEST(TravelPeople, OnlyALeaderHasALimitOfTripsAndACancelledTripIsNone) {
  TestBook book;
  std::string last;
  for (const auto* day : {"2017-02-06", "2017-04-10", "2017-06-05"}) {
    last =
        book.take(trip(day, day, {deputy("Nguyễn Văn An", "1"), clerk("Trần Thị Bé", "2")}), day);
  }
  const auto counted = [&] {
    return people_in(book.scene("2017-07-03"), People(book.entries), 2017);
  };
  EXPECT_TRUE(counted().at("id:1").over_limit);
  EXPECT_FALSE(counted().at("id:2").over_limit);
  EXPECT_EQ(counted().at("id:1").reports_overdue.size(), 3U) << "of who headed it";
  EXPECT_TRUE(counted().at("id:2").reports_overdue.empty());
  EXPECT_EQ(book.act(last, "cancel", {{"reason", "Hoãn"}}, "2017-05-10T09:00"), "");
  EXPECT_EQ(counted().at("id:1").trips.size(), 2U);
  EXPECT_FALSE(counted().at("id:1").over_limit);
}

// --- what an authority matrix is told -----------------------------------------------------------

json::value asking_for(std::string_view identity, std::string_view from,
                       std::string_view rank = "department-deputy") {
  return *read_json(R"({"unit":{"name":"Sở Du lịch"},"leader":{"name":"Nguyễn Văn An",)"
                    R"("identity":")" +
                    std::string(identity) + R"(","rank_group":")" + std::string(rank) +
                    R"("},"trip":{"from":")" + std::string(from) + R"(","to":")" +
                    std::string(from) + R"("}})");
}

const authority::RegisterFact& fact_in(const authority::RegisterFacts& facts,
                                       std::string_view name) {
  static const authority::RegisterFact none;
  const auto found = std::ranges::find(facts, name, &authority::RegisterFact::name);
  return found == facts.end() ? none : *found;
}

class TripCountsOfAn : public testing::Test {
 protected:
  TripCountsOfAn() {
    first_ = book_.take(trip("2017-05-08", "2017-05-11", {deputy("Nguyễn Văn An", "1")}), "D1",
                        "2017-04-03T10:00");
    second_ = book_.take(trip("2017-06-05", "2017-06-06", {deputy("Nguyễn Văn An", "1")}), "D2",
                         "2017-04-04T10:00");
    book_.take(trip("2018-01-08", "2018-01-09", {deputy("Nguyễn Văn An", "1")}), "D3",
               "2017-04-05T10:00");
  }
  authority::RegisterFacts told(std::string_view at, std::string_view identity = "1",
                                std::string_view from = "2017-09-04",
                                std::string_view dossier = {}) const {
    const auto answers = asking_for(identity, from);
    return TripCounts(book_.entries, book_.settings)
        .facts_for({"official-travel", answers, "Sở Du lịch", dossier, calendar::moment(at)});
  }

  TestBook book_;
  std::string first_;
  std::string second_;
};

TEST_F(TripCountsOfAn, AreThoseOfTheYearOfTheTripThatIsAskedFor) {
  const auto facts = told("2017-04-10T09:00");
  const auto& trips = fact_in(facts, "trips_this_year");
  EXPECT_EQ(trips.value, 2);
  EXPECT_EQ(trips.of, "Nguyễn Văn An");
  EXPECT_THAT(trips.records, testing::ElementsAre(first_, second_));
  EXPECT_EQ(fact_in(facts, "days_this_year").value, 6);
  EXPECT_EQ(fact_in(told("2017-04-10T09:00", "1", "2018-03-05"), "trips_this_year").value, 1);
}

TEST_F(TripCountsOfAn, AreAsTheRegisterStoodThen) {
  EXPECT_EQ(fact_in(told("2017-04-03T09:59"), "trips_this_year").value, 0);
  EXPECT_EQ(fact_in(told("2017-04-03T10:00"), "trips_this_year").value, 1);
}

TEST_F(TripCountsOfAn, LeaveOutTheDossierItself) {
  const auto facts = told("2017-04-10T09:00", "1", "2017-06-05", "D2");
  EXPECT_EQ(fact_in(facts, "trips_this_year").value, 1);
}

TEST_F(TripCountsOfAn, AreNobodyElses) {
  EXPECT_EQ(fact_in(told("2017-04-10T09:00", "2"), "trips_this_year").value, 0);
}

TEST_F(TripCountsOfAn, TellBesideWhatANamesakeMayHaveTravelled) {
  const auto of_health = [&](std::string_view day, const std::string& dossier) {
    auto made = trip(day, day, {deputy("NGUYỄN VĂN AN")});
    made.unit = "Sở Y tế";
    return book_.take(made, dossier);
  };
  const auto one = of_health("2017-03-06", "D8");
  const auto two = of_health("2017-07-03", "D9");
  const auto trips = fact_in(told("2017-04-10T09:00"), "trips_this_year");
  EXPECT_EQ(trips.value, 2) << "they count for nobody";
  ASSERT_EQ(trips.doubts.size(), 1U);
  EXPECT_EQ(trips.doubts[0], (authority::Doubt{"Nguyễn Văn An", 2, 2, {one, two}}));
  EXPECT_EQ(trips.at_most(), 4);
  EXPECT_EQ(fact_in(told("2017-04-10T09:00"), "days_this_year").doubts[0].more, 2);
  const auto other_year = fact_in(told("2017-04-10T09:00", "1", "2018-03-05"), "trips_this_year");
  EXPECT_TRUE(other_year.doubts.empty()) << "of the year of the trip only";

  const std::string health = "name:nguyen van an|so y te";
  book_.judge("id:1", health, false, "2017-04-07T09:00");
  EXPECT_TRUE(fact_in(told("2017-04-10T09:00"), "trips_this_year").doubts.empty());
  book_.judge("id:1", health, true, "2017-04-08T09:00");
  const auto judged = fact_in(told("2017-04-10T09:00"), "trips_this_year");
  EXPECT_EQ(judged.value, 4);
  EXPECT_TRUE(judged.doubts.empty());
}

TEST_F(TripCountsOfAn, AreInNoDoubtForAnotherNumberOfOneKind) {
  EXPECT_TRUE(fact_in(told("2017-04-10T09:00", "2"), "trips_this_year").doubts.empty());
}

TEST(TravelPeople, TheTravellersOfATripAskedForAreLookedAtBesideTheBook) {
  TestBook book;
  book.take(trip("2017-04-10", "2017-04-14", {deputy("Nguyễn Văn An")}), "D1");
  auto asked = trip("2017-09-04", "2017-09-04", {deputy("Nguyễn Văn An", "1")});
  asked.unit = "Sở Y tế";
  EXPECT_TRUE(People(book.entries).namesakes().empty());
  const People people(book.entries, {&asked, 1});
  ASSERT_EQ(people.namesakes().size(), 1U);
  EXPECT_EQ(people.key_named(person_id("id:1")), "id:1");
  EXPECT_EQ(People(book.entries).key_named(person_id("id:1")), "");
}

TEST_F(TripCountsOfAn, TellAReportThatIsMissing) {
  EXPECT_EQ(fact_in(told("2017-05-21T09:00"), "reports_overdue").value, 0);
  EXPECT_EQ(fact_in(told("2017-05-22T09:00"), "reports_overdue").value, 1);
}

TEST_F(TripCountsOfAn, TakeInWhatIsDecidedAndNotYetInTheBook) {
  const auto of_book =
      std::make_shared<const TripCounts>(TripCounts(book_.entries, book_.settings));
  TripCounts more(of_book);
  const Taken third{Kind::Out, "D4", trip("2017-10-02", "2017-10-03", {deputy("An", "1")})};
  more.add(third, calendar::moment("2017-04-06T09:00"));
  more.add(third, calendar::moment("2017-04-06T09:00"));
  const auto answers = asking_for("1", "2017-12-04");
  const authority::RegisterQuestion asked{
      "official-travel", answers, {}, {}, calendar::moment("2017-04-10T09:00")};
  EXPECT_EQ(fact_in(more.facts_for(asked), "trips_this_year").value, 3)
      << "once, though told twice";
  more.leave_out("D1");
  EXPECT_EQ(fact_in(more.facts_for(asked), "trips_this_year").value, 2);
  EXPECT_EQ(fact_in(of_book->facts_for(asked), "trips_this_year").value, 2);
}

TEST_F(TripCountsOfAn, AreOfNoOtherProcedureAndOfNobodyUnnamed) {
  const TripCounts counts(book_.entries, book_.settings);
  const auto answers = asking_for("1", "2017-09-04");
  const auto at = calendar::moment("2017-04-10T09:00");
  EXPECT_TRUE(counts.facts_for({"foreign-guest-entry", answers, {}, {}, at}).empty());
  const json::value nothing = json::object{};
  EXPECT_TRUE(counts.facts_for({"official-travel", nothing, "Sở Du lịch", {}, at}).empty());
}

TEST(TripCounts, TheLimitIsALeadersAndAnyonesTripsAreToldBeside) {
  TestBook book;
  book.take(trip("2017-05-08", "2017-05-11", {clerk("Nguyễn Văn An", "1")}), "D1");
  const auto answers = asking_for("1", "2017-09-04", "staff");
  const auto facts =
      TripCounts(book.entries, book.settings)
          .facts_for({"official-travel", answers, {}, {}, calendar::moment("2017-04-10T09:00")});
  EXPECT_EQ(fact_in(facts, "trips_this_year").value, 0);
  EXPECT_EQ(fact_in(facts, "trips_this_year").name, "trips_this_year") << "known, and none";
  EXPECT_EQ(fact_in(facts, "trips_this_year_of_anyone").value, 1);
}

}  // namespace
}  // namespace motcua::travel::test
