// Sending an application: once, whatever keys it is sent with.

#include <gtest/gtest.h>

#include <set>
#include <thread>

#include "test_office.hpp"

namespace motcua::api::test {
namespace {

class Submission : public ::testing::Test {
 protected:
  Submission() {
    draft_ = office_.ask({"POST", "/api/drafts", R"({"procedure":"official-travel"})"}).text("id");
    office_.ask(
        {"PUT", "/api/drafts/" + draft_, R"({"answers":)" + std::string(travel_answers) + "}"});
    for (const std::string paper : {"sending-letter", "invitation"}) {
      office_.ask({"POST", "/api/drafts/" + draft_ + "/files?name=a.pdf&paper=" + paper,
                   "%PDF-1.4 " + paper});
    }
  }

  Answer send(const std::string& key) {
    return office_.ask(
        {"POST", "/api/drafts/" + draft_ + "/submission", "", {{"idempotency-key", key}}});
  }

  TestOffice office_;
  std::string draft_;
};

TEST_F(Submission, SentAgainWithAnotherKeyIsTheSameDossier) {
  const auto first = send("submission-1");
  ASSERT_EQ(first.status, 201) << first.body;
  const auto again = send("submission-2");
  EXPECT_EQ(again.status, 201);
  EXPECT_EQ(again.text("code"), first.text("code"));
  office_.restart();
  EXPECT_EQ(send("submission-3").text("code"), first.text("code"));
}

TEST_F(Submission, SentFromManyWindowsAtOnceIsOneDossier) {
  std::vector<std::string> codes(8);
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < codes.size(); ++i) {
    threads.emplace_back(
        [&, i] { codes[i] = send("submission-" + std::to_string(i)).text("code"); });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(std::set<std::string>(codes.begin(), codes.end()).size(), 1u);
  Officer lan(office_, "lan");
  EXPECT_EQ(lan.get("/api/dossiers?view=all").number("total"), 1);
}

TEST_F(Submission, FilesUploadedAtOnceAreAllKept) {
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i) {
    threads.emplace_back([&, i] {
      const auto path = "/api/drafts/" + draft_ + "/files?paper=invitation&name=a.pdf";
      EXPECT_EQ(office_.ask({"POST", path, "%PDF-1.4 " + std::to_string(i)}).status, 201);
    });
  }
  for (auto& thread : threads) thread.join();
  const auto draft = office_.ask({"GET", "/api/drafts/" + draft_}).read();
  EXPECT_EQ(member(draft, "files")->as_array().size(), 2u + 8u);
}

TEST_F(Submission, FilesAreTakenForTheirFirstBytesNotTheirNames) {
  const auto path = "/api/drafts/" + draft_ + "/files?paper=invitation&name=a.pdf";
  EXPECT_EQ(office_.ask({"POST", path, "MZ\x90"}).status, 415);
  EXPECT_EQ(office_.ask({"POST", path, ""}).status, 415);
  EXPECT_EQ(office_.ask({"POST", path, "\x89PNG\r\n\x1A\n"}).status, 201);
}

TEST_F(Submission, TakesThirtyFilesAtMost) {
  const auto path = "/api/drafts/" + draft_ + "/files?paper=invitation&name=a.pdf";
  for (int i = 2; i < 30; ++i) {
    ASSERT_EQ(office_.ask({"POST", path, "%PDF-1.4 " + std::to_string(i)}).status, 201);
  }
  EXPECT_EQ(office_.ask({"POST", path, "%PDF-1.4 31"}).text("code"), "too-many-files");
}

TEST_F(Submission, ASpoiltFileNameIsMadeFitToShow) {
  const auto path = "/api/drafts/" + draft_ + "/files?paper=invitation&name=";
  EXPECT_EQ(office_.ask({"POST", path + "..%2F..%2Fetc%2Fpasswd", "%PDF-1"}).text("name"),
            "passwd");
  EXPECT_EQ(office_.ask({"POST", path + "a%0D%0Ab%E2%80%AEfdp.exe", "%PDF-1"}).text("name"),
            "abfdp.exe");
  EXPECT_EQ(office_.ask({"POST", path, "%PDF-1"}).text("name"), "tep");
}

}  // namespace
}  // namespace motcua::api::test
