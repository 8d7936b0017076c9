// Sending an application: once, whatever keys it is sent with.

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <thread>

#include "signature/plain_paper.hpp"
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
      office_.ask(
          {"POST", "/api/drafts/" + draft_ + "/files?name=a.pdf&paper=" + paper, paper_of(paper)});
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
      EXPECT_EQ(office_.ask({"POST", path, paper_of(std::to_string(i))}).status, 201);
    });
  }
  for (auto& thread : threads) thread.join();
  const auto draft = office_.ask({"GET", "/api/drafts/" + draft_}).read();
  EXPECT_EQ(member(draft, "files")->as_array().size(), 2u + 8u);
}

TEST_F(Submission, FilesAreTakenForTheirContentNotTheirNames) {
  const auto path = "/api/drafts/" + draft_ + "/files?paper=invitation&name=a.pdf";
  EXPECT_EQ(office_.ask({"POST", path, "MZ\x90"}).status, 415);
  EXPECT_EQ(office_.ask({"POST", path, ""}).status, 415);
  EXPECT_EQ(office_.ask({"POST", path, paper_of()}).status, 201);
}

TEST_F(Submission, EachFaultOfAFileHasItsCodeInBothLanguages) {
  const auto path = "/api/drafts/" + draft_ + "/files?paper=invitation&name=a.pdf";
  const auto whole = paper_of();
  std::string kids;
  std::vector<std::string> many{"<</Type /Catalog /Pages 2 0 R>>", ""};
  for (int i = 3; i < 3 + 501; ++i) {
    many.push_back("<</Type /Page /Parent 2 0 R>>");
    kids += std::to_string(i) + " 0 R ";
  }
  many[1] = "<</Type /Pages /Count 1 /Kids [" + kids + "]>>";
  auto locked = whole;
  locked.insert(locked.rfind("/Root"), "/ID [<00><00>] /Encrypt <</Filter /Adobe.PubSec /V 1>> ");
  const std::map<std::string, std::string> faults{
      {"file-kind-refused", "MZ program"},
      {"file-of-two-kinds", "%PDF-1.7\n%<script>\n" + whole.substr(9)},
      {"file-damaged", whole.substr(0, whole.size() / 2)},
      {"file-encrypted", locked},
      {"file-has-too-many-pages", signature::sample::pdf_of(many)},
      {"file-too-large-within", whole + std::string(4'000'000, '[')},
      {"paper-too-large", whole + std::string(21u << 20, ' ')},
  };
  for (const auto& [code, content] : faults) {
    const auto vi = office_.ask({"POST", path, content});
    const auto en = office_.ask({"POST", path, content, {{"accept-language", "en"}}});
    EXPECT_EQ(vi.text("code"), code);
    EXPECT_EQ(en.text("code"), code);
    EXPECT_NE(vi.text("title"), en.text("title")) << code;
  }
  const auto draft = office_.ask({"GET", "/api/drafts/" + draft_}).read();
  EXPECT_EQ(member(draft, "files")->as_array().size(), 2u) << "nothing refused is kept";
}

TEST_F(Submission, TakesThirtyFilesAtMost) {
  const auto path = "/api/drafts/" + draft_ + "/files?paper=invitation&name=a.pdf";
  for (int i = 2; i < 30; ++i) {
    ASSERT_EQ(office_.ask({"POST", path, paper_of(std::to_string(i))}).status, 201);
  }
  EXPECT_EQ(office_.ask({"POST", path, paper_of("31")}).text("code"), "too-many-files");
}

TEST_F(Submission, ASpoiltFileNameIsMadeFitToShow) {
  const auto path = "/api/drafts/" + draft_ + "/files?paper=invitation&name=";
  EXPECT_EQ(office_.ask({"POST", path + "..%2F..%2Fetc%2Fpasswd", paper_of()}).text("name"),
            "passwd");
  EXPECT_EQ(office_.ask({"POST", path + "a%0D%0Ab%E2%80%AEfdp.exe", paper_of()}).text("name"),
            "abfdp.exe");
  EXPECT_EQ(office_.ask({"POST", path, paper_of()}).text("name"), "tep");
  EXPECT_EQ(office_.ask({"POST", path + "..", paper_of()}).text("name"), "tep");
  const std::string unseen = "%E2%80%8E%D8%9C%C2%85%EF%BB%BF%E2%80%8B%E2%81%A6";
  EXPECT_EQ(
      office_.ask({"POST", path + "h%E1%BB%93" + unseen + "+s%C6%A1.pdf", paper_of()}).text("name"),
      "hồ sơ.pdf");
  std::string longest;
  for (int i = 0; i < 300; ++i) longest += "%E1%BB%93";
  const auto clipped = office_.ask({"POST", path + longest + ".pdf", paper_of()}).text("name");
  EXPECT_LE(clipped.size(), 200u);
  EXPECT_TRUE(clipped.starts_with("hồ") || clipped.starts_with("ồ")) << clipped;
  EXPECT_TRUE(clipped.ends_with("ồ.pdf")) << clipped;
}

}  // namespace
}  // namespace motcua::api::test
