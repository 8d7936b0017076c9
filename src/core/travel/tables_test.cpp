// Tables of cases of the book of travel, in the domain's words: who is one person, what a year
// counts, how late a report or a passport is, what statistics count, and which key leaders are
// away.

#include <gmock/gmock.h>

#include "travel/figures.hpp"
#include "travel/travel_test.hpp"

namespace motcua::travel::test {
namespace {

// --- persons and namesakes ----------------------------------------------------------------------

struct Named {
  std::string name;
  std::string unit = "Sở Du lịch";
  std::string identity = {};
  std::string passport = {};
};
enum class Are { One, Two, InDoubt };
struct PersonCase {
  const char* what;
  Named one;
  Named other;
  Are are;
};

Traveller traveller_of(const Named& named) {
  auto one = deputy(named.name, named.identity);
  one.unit = named.unit;
  one.passport = named.passport;
  return one;
}

TEST(TravelTables, WhoIsOnePerson) {
  const std::string an = "Nguyễn Văn An";
  const PersonCase cases[] = {
      {"one number, whatever the name", {an, "Sở Y tế", "1"}, {"An", "Sở Du lịch", "1"}, Are::One},
      {"one passport, no number",
       {an, "Sở Y tế", "", "D1"},
       {an, "Sở Du lịch", "", "d1"},
       Are::One},
      {"one name in one unit, no numbers", {an}, {an}, Are::One},
      {"written without marks or in capitals", {an}, {"NGUYEN VAN AN"}, Are::One},
      {"one name in two units, no numbers", {an}, {an, "Sở Y tế"}, Are::InDoubt},
      {"one name in one unit, one with his number", {an}, {an, "Sở Du lịch", "1"}, Are::InDoubt},
      {"a number and a passport", {an, "Sở Y tế", "1"}, {an, "Sở Y tế", "", "D1"}, Are::InDoubt},
      {"two numbers", {an, "Sở Du lịch", "1"}, {an, "Sở Du lịch", "2"}, Are::Two},
      {"two passports", {an, "Sở Y tế", "", "D1"}, {an, "Sở Y tế", "", "D2"}, Are::Two},
      {"two names in one unit", {an}, {"Trần Thị Bé"}, Are::Two},
      {"a post written beside the name", {an}, {an + " (Phó Giám đốc)"}, Are::Two},
  };
  for (const auto& [what, one, other, are] : cases) {
    SCOPED_TRACE(what);
    TestBook book;
    book.take(trip("2017-04-10", "2017-04-14", {traveller_of(one)}), "D1");
    book.take(trip("2017-05-08", "2017-05-09", {traveller_of(other)}), "D2");
    const People people(book.entries);
    const auto counted = people_in(book.scene("2017-07-03"), people, 2017);
    EXPECT_EQ(counted.size(), are == Are::One ? 1U : 2U);
    EXPECT_EQ(people.namesakes().size(), are == Are::InDoubt ? 1U : 0U);
  }
}

// --- what a year counts -------------------------------------------------------------------------

struct YearCase {
  const char* what;
  std::vector<std::pair<const char*, const char*>> trips;
  int year;
  std::size_t counted;
  int days;
  bool over_limit;
};

TEST(TravelTables, WhatAYearCounts) {
  const YearCase cases[] = {
      {"no trip", {}, 2017, 0, 0, false},
      {"first and last day counted", {{"2017-04-10", "2017-04-14"}}, 2017, 1, 5, false},
      {"over New Year: the year of the first day",
       {{"2017-12-28", "2018-01-03"}},
       2017,
       1,
       7,
       false},
      {"over New Year: none of the next", {{"2017-12-28", "2018-01-03"}}, 2018, 0, 0, false},
      {"from the last day of the year", {{"2017-12-31", "2018-01-01"}}, 2017, 1, 2, false},
      {"from the first day of the next", {{"2018-01-01", "2018-01-01"}}, 2018, 1, 1, false},
      {"two are allowed",
       {{"2017-04-10", "2017-04-10"}, {"2017-12-31", "2018-01-02"}},
       2017,
       2,
       4,
       false},
      {"a third is over the limit",
       {{"2017-01-02", "2017-01-02"}, {"2017-04-10", "2017-04-10"}, {"2017-12-31", "2018-01-02"}},
       2017,
       3,
       5,
       true},
      {"three in two years are not",
       {{"2017-04-10", "2017-04-10"}, {"2017-12-31", "2018-01-02"}, {"2018-02-05", "2018-02-06"}},
       2017,
       2,
       4,
       false},
  };
  for (const auto& [what, trips, year, counted, days, over_limit] : cases) {
    SCOPED_TRACE(what);
    TestBook book;
    int dossier = 0;
    for (const auto& [from, to] : trips) {
      book.take(trip(from, to, {deputy("Nguyễn Văn An", "1")}), std::to_string(++dossier));
    }
    const auto all = people_in(book.scene("2017-01-02"), People(book.entries), year);
    const auto found = all.find("id:1");
    const auto an = found == all.end() ? PersonYear{} : found->second;
    EXPECT_EQ(an.trips.size(), counted);
    EXPECT_EQ(an.days, days);
    EXPECT_EQ(an.over_limit, over_limit);
  }
}

struct LeaderCase {
  const char* what;
  const char* rank;
  bool key_leader;
  bool is_leader;
  bool is_key;
};

TEST(TravelTables, WhoIsALeaderFollowsFromTheSettings) {
  Limits limits;
  limits.leaders = {{"department-head", "division-head"}, "văn bản"};
  limits.key_leaders = {{"department-head"}, "văn bản"};
  for (const auto& [what, rank, flag, leader, key] :
       {LeaderCase{"a rank that is named", "department-head", false, true, true},
        {"a leader who is no key leader", "division-head", false, true, false},
        {"a rank that is not named", "department-deputy", false, false, false},
        {"said of him in the form", "staff", true, true, true}}) {
    SCOPED_TRACE(what);
    Traveller one;
    one.rank_group = rank;
    one.key_leader = flag;
    EXPECT_EQ(is_leader(one, limits), leader);
    EXPECT_EQ(is_key_leader(one, limits), key);
  }
}

// --- how late -----------------------------------------------------------------------------------

struct ReportCase {
  const char* what;
  const char* last_day;
  const char* reported;  // empty: not yet
  const char* today;
  int late_by;
};

TEST(TravelTables, HowLateAReportIs) {
  for (const auto& [what, last_day, reported, today, late_by] :
       {ReportCase{"the tenth day is in time", "2017-04-14", "", "2017-04-24", 0},
        {"the eleventh is one late", "2017-04-14", "", "2017-04-25", 1},
        {"days off count too", "2017-04-20", "", "2017-05-02", 2},
        {"over New Year", "2017-12-28", "", "2018-01-10", 3},
        {"over the end of February", "2017-02-20", "", "2017-03-05", 3},
        {"came on the last day", "2017-04-14", "2017-04-24", "2017-06-01", 0},
        {"came late and stays so", "2017-04-14", "2017-04-27", "2017-06-01", 3},
        {"the trip is not over", "2017-04-14", "", "2017-04-12", 0}}) {
    SCOPED_TRACE(what);
    TestBook book;
    const auto code = book.take(trip(last_day, last_day, {deputy("Nguyễn Văn An")}), "D1");
    if (*reported != '\0') {
      EXPECT_EQ(book.act(code, "receive-report", {{"on", reported}, {"document", "1/BC"}},
                         std::string(reported) + "T09:00"),
                "");
    }
    EXPECT_EQ(report_late_by(*book.entry(code), book.scene(today)), late_by);
  }
}

struct PassportCase {
  const char* what;
  const char* entered;
  const char* given_back;
  int late_by;  // working days
};

TEST(TravelTables, HowLateAPassportIsHandedBack) {
  for (const auto& [what, entered, given_back, late_by] :
       {PassportCase{"the fifth working day is in time", "2017-04-10", "2017-04-17", 0},
        {"the sixth is one late", "2017-04-10", "2017-04-18", 1},
        {"entry on a Sunday", "2017-04-09", "2017-04-14", 0},
        {"a weekend is not late", "2017-04-10", "2017-04-16", 0},
        {"given back at once", "2017-04-10", "2017-04-10", 0}}) {
    SCOPED_TRACE(what);
    TestBook book;
    const PassportHandedBack back{on(given_back), on(entered), "An", "2/BB", {}};
    EXPECT_EQ(hand_back_late_by(back, book.scene("2017-06-01")), late_by);
  }
}

// --- statistics ---------------------------------------------------------------------------------

struct FigureCase {
  const char* what;
  const char* period;
  std::size_t delegations;
  int trips;  // of persons
  int days;
};

TEST(TravelTables, WhatStatisticsCount) {
  TestBook book;
  book.take(trip("2016-12-30", "2017-01-02", {deputy("Nguyễn Văn An", "1")}), "D1");
  book.take(trip("2017-01-01", "2017-01-02", {deputy("Nguyễn Văn An", "1"), clerk("Bé", "2")}),
            "D2");
  book.take(trip("2017-06-30", "2017-07-04", {deputy("Lê Minh Chi", "3")}), "D3");
  const auto off = book.take(trip("2017-08-07", "2017-08-08", {deputy("Lê Minh Chi", "3")}), "D4");
  EXPECT_EQ(book.act(off, "cancel", {{"reason", "Hoãn"}}, "2017-04-20T09:00"), "");
  for (const auto& [what, period, delegations, trips, days] :
       {FigureCase{"over New Year: of the year it began", "2016", 1, 1, 4},
        {"a year", "2017", 2, 3, 9},
        {"a half-year by the first day", "2017-H1", 2, 3, 9},
        {"the half it ends in has none, the cancelled left out", "2017-H2", 0, 0, 0},
        {"a month", "2017-06", 1, 1, 5},
        {"a month of two people", "2017-01", 1, 2, 4}}) {
    SCOPED_TRACE(what);
    for (const auto by : all_groupings) {
      const auto scene = book.scene("2017-09-04");
      const auto figures = count_by(by, Kind::Out, *parse_period(period), scene);
      EXPECT_EQ(figures.whole.delegations.size(), delegations) << write_by(by);
      EXPECT_EQ(figures.whole.trips, trips) << write_by(by);
      EXPECT_EQ(figures.whole.days, days) << write_by(by);
    }
  }
}

}  // namespace
}  // namespace motcua::travel::test
