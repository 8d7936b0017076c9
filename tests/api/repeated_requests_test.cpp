// A request sent twice acts once and is answered as the first time, whatever happened in between.

#include <gtest/gtest.h>

#include <set>
#include <thread>

#include "test_office.hpp"

namespace motcua::api::test {
namespace {

TEST(RepeatedRequest, IsAnsweredAsTheFirstTime) {
  TestOffice office;
  Officer lan(office, "lan");
  const auto code = lan.receive("receive-1").text("code");
  const auto first = lan.act(code, "hand-over", 1, "hand-over-1");
  ASSERT_EQ(first.status, 200) << first.body;
  EXPECT_EQ(lan.act(code, "hand-over", 1, "hand-over-1").body, first.body);
}

TEST(RepeatedRequest, IsAnsweredWithTheVersionItMadeNotWithWhatOthersDidSince) {
  TestOffice office;
  Officer lan(office, "lan");
  Officer binh(office, "binh");
  const auto code = lan.receive("receive-1").text("code");
  const auto first = lan.act(code, "hand-over", 1, "hand-over-1");
  ASSERT_EQ(binh.act(code, "take", 2, "take-0001").status, 200);
  const auto again = lan.act(code, "hand-over", 1, "hand-over-1");
  EXPECT_EQ(again.body, first.body);
  EXPECT_EQ(again.headers.at("etag"), "\"2\"");
  EXPECT_EQ(lan.get("/api/dossiers/" + code).headers.at("etag"), "\"3\"");
}

TEST(RepeatedRequest, IsKnownAfterARestart) {
  TestOffice office;
  Officer lan(office, "lan");
  const auto received = lan.receive("receive-1");
  const auto code = received.text("code");
  const auto first = lan.act(code, "hand-over", 1, "hand-over-1");
  office.restart();
  EXPECT_EQ(lan.receive("receive-1").text("code"), code);
  EXPECT_EQ(lan.act(code, "hand-over", 1, "hand-over-1").body, first.body);
}

TEST(RepeatedRequest, WithOtherContentsIsRefused) {
  TestOffice office;
  Officer lan(office, "lan");
  ASSERT_EQ(lan.receive("receive-1", "một").status, 201);
  const auto other = lan.receive("receive-1", "hai");
  EXPECT_EQ(other.status, 409);
  EXPECT_EQ(other.text("code"), "request-key-reused");
}

TEST(RepeatedRequest, OfAnotherOfficerIsAnother) {
  TestOffice office;
  Officer lan(office, "lan");
  Officer again(office, "lan");
  Officer binh(office, "binh");
  const auto code = lan.receive("receive-1").text("code");
  EXPECT_EQ(again.receive("receive-1").text("code"), code);  // the same person, another session
  EXPECT_EQ(binh.receive("receive-1").status, 403);          // and not Lan's answer
}

TEST(RepeatedRequest, ThatWasRejectedIsJudgedAnew) {
  TestOffice office;
  Officer lan(office, "lan");
  Officer binh(office, "binh");
  const auto code = lan.receive("receive-1").text("code");
  EXPECT_EQ(binh.act(code, "take", 1, "take-0001").status, 403);
  ASSERT_EQ(lan.act(code, "hand-over", 1, "hand-over-1").status, 200);
  EXPECT_EQ(binh.act(code, "take", 2, "take-0001").status, 200);
}

TEST(RepeatedRequest, FromManyThreadsAtOnceActsOnce) {
  TestOffice office;
  Officer lan(office, "lan");
  std::vector<std::string> codes(16);
  std::vector<std::thread> threads;
  for (auto& code : codes) {
    threads.emplace_back([&] { code = lan.receive("receive-1").text("code"); });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(std::set<std::string>(codes.begin(), codes.end()).size(), 1u);
  EXPECT_EQ(lan.get("/api/dossiers?view=all").number("total"), 1);
}

TEST(TwoOfficers, AtOnceMeetAClearConflictAndNothingIsLost) {
  TestOffice office;
  Officer lan(office, "lan");
  const auto code = lan.receive("receive-1").text("code");
  std::vector<Answer> answers(8);
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < answers.size(); ++i) {
    threads.emplace_back(
        [&, i] { answers[i] = lan.act(code, "hand-over", 1, "hand-over-" + std::to_string(i)); });
  }
  for (auto& thread : threads) thread.join();
  int done = 0;
  for (const auto& answer : answers) {
    if (answer.status == 200) {
      ++done;
      continue;
    }
    EXPECT_EQ(answer.status, 412) << answer.body;
    EXPECT_EQ(answer.text("code"), "somebody-acted");
    EXPECT_EQ(answer.number("version"), 2);
  }
  EXPECT_EQ(done, 1);
}

TEST(IfMatch, MustBeAVersionAsTheServerWritesIt) {
  TestOffice office;
  Officer lan(office, "lan");
  const auto code = lan.receive("receive-1").text("code");
  for (const std::string etag :
       {"1", "\"\"", "\"x\"", "\"1", "*", "W/\"1\"", "\"-1\"", "\"99999999999999999999\"", ""}) {
    const auto answer = lan.ask({"POST",
                                 "/api/dossiers/" + code + "/acts/hand-over",
                                 "{}",
                                 {{"idempotency-key", "hand-over-1"}, {"if-match", etag}}});
    EXPECT_EQ(answer.status, 400) << etag;
    EXPECT_EQ(answer.text("code"), "header-missing");
  }
}

}  // namespace
}  // namespace motcua::api::test
