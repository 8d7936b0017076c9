// Which other key leaders of a unit are away on the days of a trip, as an authority matrix is told.

#include <gmock/gmock.h>

#include "travel/travel_test.hpp"

namespace motcua::travel::test {
namespace {

Traveller chairman(std::string name, std::string identity = {}) {
  auto one = deputy(std::move(name), std::move(identity));
  one.rank_group = "department-head";
  return one;
}

Settings heads_are_key_leaders() {
  Limits limits;
  limits.key_leaders = {{"department-head"}, "chưa kiểm chứng"};
  return Settings({limits});
}

json::value asking_for(std::string_view from, std::string_view to, const Traveller& leader) {
  return *read_json(R"({"unit":{"name":"UBND quận Ba Đình"},"leader":{"name":")" + leader.name +
                    R"(","identity":")" + leader.identity + R"(","rank_group":")" +
                    leader.rank_group + R"("},"trip":{"from":")" + std::string(from) +
                    R"(","to":")" + std::string(to) + R"("}})");
}

class KeyLeadersAway : public testing::Test {
 protected:
  KeyLeadersAway() { book_.settings = heads_are_key_leaders(); }
  std::string send(const Traveller& who, std::string_view from, std::string_view to,
                   std::string unit = "UBND quận Ba Đình") {
    auto made = trip(from, to, {who});
    made.unit = std::move(unit);
    return book_.take(made, "D" + std::to_string(++dossiers_));
  }
  authority::RegisterFact told(std::string_view from, std::string_view to,
                               const Traveller& leader = chairman("Trần Thị Bình", "2"),
                               std::string_view at = "2017-04-10T09:00",
                               std::string_view dossier = {}) const {
    const auto answers = asking_for(from, to, leader);
    const auto facts =
        TripCounts(book_.entries, book_.settings)
            .facts_for({"official-travel", answers, {}, dossier, calendar::moment(at)});
    const auto found = std::ranges::find(facts, "key_leaders_away", &authority::RegisterFact::name);
    return found == facts.end() ? authority::RegisterFact{} : *found;
  }

  TestBook book_;
  int dossiers_ = 0;
};

struct DaysCase {
  const char* what;
  const char* from;
  const char* to;
  int away;
};

TEST_F(KeyLeadersAway, AreThoseWithADayInCommon) {
  const auto code = send(chairman("Nguyễn Văn An", "1"), "2017-05-08", "2017-05-11");
  for (const auto& [what, from, to, away] :
       {DaysCase{"back the day before", "2017-05-12", "2017-05-15", 0},
        {"leaves the day after", "2017-05-04", "2017-05-07", 0},
        {"leaves the day he comes back", "2017-05-11", "2017-05-15", 1},
        {"back the day he leaves", "2017-05-04", "2017-05-08", 1},
        {"inside", "2017-05-09", "2017-05-10", 1},
        {"around", "2017-05-01", "2017-05-31", 1}}) {
    SCOPED_TRACE(what);
    const auto fact = told(from, to);
    EXPECT_EQ(fact.value, away);
    EXPECT_EQ(fact.of, away == 0 ? "" : "Nguyễn Văn An");
    EXPECT_EQ(fact.records,
              away == 0 ? std::vector<std::string>{} : std::vector<std::string>{code});
  }
}

TEST_F(KeyLeadersAway, AreOfTheUnitAndOfTheRankAndAnother) {
  send(chairman("Nguyễn Văn An", "1"), "2017-05-08", "2017-05-11", "UBND quận Hoàn Kiếm");
  EXPECT_EQ(told("2017-05-08", "2017-05-11").value, 0) << "of another unit";
  send(deputy("Lê Minh Chi", "3"), "2017-05-08", "2017-05-11");
  EXPECT_EQ(told("2017-05-08", "2017-05-11").value, 0) << "no key leader";
  send(chairman("Trần Thị Bình", "2"), "2017-05-10", "2017-05-12");
  EXPECT_EQ(told("2017-05-08", "2017-05-11").value, 0) << "herself";
  send(chairman("Phạm Quốc Dũng", "4"), "2017-05-10", "2017-05-12");
  EXPECT_EQ(told("2017-05-08", "2017-05-11").value, 1);
  EXPECT_EQ(told("2017-05-08", "2017-05-11", deputy("Lê Minh Chi", "3")).value, 0)
      << "where no key leader travels, nobody is missed";
}

TEST_F(KeyLeadersAway, AreAsTheRegisterStoodThen) {
  const auto code = send(chairman("Nguyễn Văn An", "1"), "2017-05-08", "2017-05-11");
  EXPECT_EQ(book_.act(code, "cancel", {{"reason", "Hoãn"}}, "2017-04-07T09:00"), "");
  const auto at = [&](std::string_view moment) {
    return told("2017-05-08", "2017-05-11", chairman("Trần Thị Bình", "2"), moment).value;
  };
  EXPECT_EQ(at("2017-04-03T08:59"), 0) << "not decided yet";
  EXPECT_EQ(at("2017-04-05T09:00"), 1);
  EXPECT_EQ(at("2017-04-07T09:00"), 0) << "cancelled";
}

TEST_F(KeyLeadersAway, LeaveOutTheDossierItself) {
  send(chairman("Nguyễn Văn An", "1"), "2017-05-08", "2017-05-11");
  EXPECT_EQ(
      told("2017-05-08", "2017-05-11", chairman("Trần Thị Bình", "2"), "2017-04-10T09:00", "D1")
          .value,
      0);
}

TEST_F(KeyLeadersAway, AreInDoubtWhereOneMayBeTheTravellerHimself) {
  const auto code = send(chairman("Trần Thị Bình"), "2017-05-08", "2017-05-11");
  const auto fact = told("2017-05-10", "2017-05-12");
  EXPECT_EQ(fact.value, 0);
  ASSERT_EQ(fact.doubts.size(), 1U);
  EXPECT_EQ(fact.doubts[0], (authority::Doubt{"Trần Thị Bình", 0, 1, {code}}));
}

TEST_F(KeyLeadersAway, AreNotKnownWhereNobodySaidWhoIsOne) {
  send(chairman("Nguyễn Văn An", "1"), "2017-05-08", "2017-05-11");
  book_.settings = Settings();
  EXPECT_EQ(told("2017-05-08", "2017-05-11").name, "");
}

TEST(TravelSettings, NameRanksOfTheFormAndTheirSource) {
  const auto read = [](std::string_view ranks) {
    return read_settings("[[travel]]\nfrom = 2017-01-01\nkey_leaders = " + std::string(ranks));
  };
  const auto settings = read(R"({ ranks = ["department-head"], source = "chưa kiểm chứng" })");
  ASSERT_TRUE(settings.ok());
  EXPECT_TRUE(settings->on(on("2017-04-10")).key_leaders.has("department-head"));
  EXPECT_TRUE(settings->on(on("2017-04-10")).leaders.has("department-deputy")) << "the usual ones";
  for (const auto* wrong : {R"({ ranks = ["king"], source = "x" })", R"({ ranks = [] })",
                            R"({ ranks = "department-head", source = "x" })", "2"}) {
    EXPECT_FALSE(read(wrong).ok()) << wrong;
  }
}

}  // namespace
}  // namespace motcua::travel::test
