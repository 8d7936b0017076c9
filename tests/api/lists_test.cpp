// Work lists: pages, filters and orders, and questions that make no sense.

#include <gtest/gtest.h>

#include <algorithm>

#include "test_office.hpp"

namespace motcua::api::test {
namespace {

class WorkLists : public ::testing::Test {
 protected:
  WorkLists() : lan_(office_, "lan") {
    for (int i = 0; i < 7; ++i) codes_.push_back(received(i).text("code"));
  }

  Answer received(int i) { return lan_.receive("receive-" + std::to_string(i)); }

  std::vector<std::string> listed(const std::string& query) {
    const auto list = lan_.get("/api/dossiers?" + query).read();
    std::vector<std::string> codes;
    for (const auto& item : member(list, "items")->as_array()) {
      codes.emplace_back(string_member(item, "code"));
    }
    return codes;
  }

  TestOffice office_;
  Officer lan_;
  std::vector<std::string> codes_;
};

TEST_F(WorkLists, PagesTogetherHoldEveryDossierOnce) {
  std::vector<std::string> all;
  for (int page = 1; page <= 4; ++page) {
    const auto codes = listed("view=all&sort=code&size=2&page=" + std::to_string(page));
    EXPECT_EQ(codes.size(), page < 4 ? 2u : 1u);
    all.insert(all.end(), codes.begin(), codes.end());
  }
  EXPECT_EQ(all, codes_);
  EXPECT_TRUE(listed("view=all&size=2&page=5").empty());
}

TEST_F(WorkLists, AreSortedBothWays) {
  auto backwards = codes_;
  std::reverse(backwards.begin(), backwards.end());
  EXPECT_EQ(listed("view=all&sort=code"), codes_);
  EXPECT_EQ(listed("view=all&sort=-code"), backwards);
}

TEST_F(WorkLists, FilterByStatusUnitAndWords) {
  ASSERT_EQ(lan_.act(codes_[0], "hand-over", 1, "hand-over-1").status, 200);
  EXPECT_EQ(listed("view=unit").size(), 6u);
  EXPECT_EQ(listed("view=all&q=du+lich").size(), 7u);
  EXPECT_EQ(listed("view=all&q=" + codes_[3]), std::vector{codes_[3]});
  EXPECT_TRUE(listed("view=all&q=khong+co+ai").empty());
  EXPECT_TRUE(listed("view=all&status=10").empty());
  EXPECT_TRUE(listed("view=all&procedure=abtc").empty());
}

TEST_F(WorkLists, WordsAreOnlyWords) {
  for (const std::string words : {"%25", "_", "'", "%22", "a'%20OR%20'1'='1"}) {
    EXPECT_TRUE(listed("view=all&q=zzz" + words).empty()) << words;
  }
}

TEST_F(WorkLists, QuestionsThatMakeNoSenseAreToldAllAtOnce) {
  const auto answer = lan_.get(
      "/api/dossiers?view=theirs&due=soonish&sort=rank&status=11&page=0&size=201&open=maybe");
  EXPECT_EQ(answer.status, 422);
  const auto problem = answer.read();
  std::vector<std::string> paths;
  for (const auto& error : member(problem, "errors")->as_array()) {
    paths.emplace_back(string_member(error, "path"));
  }
  std::sort(paths.begin(), paths.end());
  EXPECT_EQ(paths, (std::vector<std::string>{"/due", "/open", "/page", "/size", "/sort", "/status",
                                             "/view"}));
}

TEST_F(WorkLists, NumbersAreWholeNumbers) {
  for (const std::string query : {"page=1x", "page=", "page=-1", "page=1.5", "size=0",
                                  "page=99999999999999999999", "status=+3"}) {
    EXPECT_EQ(lan_.get("/api/dossiers?" + query).status, 422) << query;
  }
}

TEST_F(WorkLists, ADossierTakenBackIsNotCalledDone) {
  const auto taken_back = lan_.ask({"POST",
                                    "/api/dossiers/" + codes_[2] + "/acts/withdraw",
                                    R"({"reason":"Chuyến đi bị huỷ"})",
                                    {{"idempotency-key", "withdraw-2"}, {"if-match", "\"1\""}}});
  ASSERT_EQ(taken_back.status, 200) << taken_back.body;
  const auto list = lan_.get("/api/dossiers?view=all&open=false&q=" + codes_[2]).read();
  const auto line = member(list, "items")->as_array().at(0);
  EXPECT_EQ(string_member(*member(*member(line, "countdown"), "text"), "vi"), "Đã rút");
  const auto page = lan_.get("/api/dossiers/" + codes_[2]).read();
  const auto* countdown = member(*member(page, "promise"), "countdown");
  EXPECT_EQ(string_member(*countdown, "kind"), "ended");
  EXPECT_EQ(string_member(*member(*countdown, "text"), "en"), "Withdrawn");
}

TEST_F(WorkLists, AGuidedApplicationOffersItsSlip) {
  const auto guided = lan_.ask({"POST",
                                "/api/counter/dossiers",
                                R"({"procedure":"official-travel","case":"standard",)"
                                R"("outcome":"guided","applicant":{"name":"Sở Du lịch"},)"
                                R"("papers":[{"paper":"invitation","originals":0,"copies":0,)"
                                R"("lacking":"chưa có"}]})",
                                {{"idempotency-key", "guided-1"}}});
  ASSERT_EQ(guided.status, 201) << guided.body;
  const auto code = guided.text("code");
  const auto page = lan_.get("/api/dossiers/" + code).read();
  const auto& slips = member(page, "slips")->as_array();
  ASSERT_EQ(slips.size(), 1u);
  EXPECT_EQ(slips.at(0), "supplement-request");
  EXPECT_EQ(lan_.get("/api/dossiers/" + code + "/slips/supplement-request").status, 200);
}

}  // namespace
}  // namespace motcua::api::test
