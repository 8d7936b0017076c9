// The papers of an application: who may open them, what is taken from earlier ones, what a
// supplement changed.

#include <gmock/gmock.h>

#include "test_citizen.hpp"

namespace motcua::api::test {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::string text_of(const json::value& value, std::string_view name) {
  const auto* found = member(value, name);
  return found == nullptr || !found->is_string() ? "" : std::string(found->as_string());
}

class PaperStore : public ::testing::Test {
 protected:
  PaperStore()
      : mai_(office_, "mai@example.org"),
        minh_(office_, "minh@example.org"),
        company_(mai_.add_organisation("Công ty Sông Hồng")) {}

  static std::string store_of(const std::string& draft) {
    return "/api/drafts/" + draft + "/store";
  }
  std::string begin(Citizen& citizen) {
    return citizen.begin("official-travel", company_).text("id");
  }
  Answer take(Citizen& citizen, const std::string& draft, const json::value& stored) {
    return citizen.ask({"POST", store_of(draft),
                        R"({"source":")" + text_of(stored, "source") + R"(","file":")" +
                            text_of(stored, "file") + R"(","paper":"invitation"})"});
  }
  std::string give(const std::string& more = "") {
    return mai_
        .ask({"POST", "/api/account/mandates",
              R"({"principal":")" + company_ + R"(","representative":"minh@example.org")" + more +
                  "}"})
        .text("id");
  }

  TestOffice office_;
  Citizen mai_;
  Citizen minh_;
  std::string company_;
};

TEST_F(PaperStore, OffersWhatThePartyGaveBeforeAndTakesItWithItsSource) {
  const auto code = mai_.send_official_travel(company_);
  const auto draft = begin(mai_);
  const auto stored = mai_.items(store_of(draft));
  ASSERT_THAT(stored, SizeIs(1)) << "both papers are the same file, offered once";
  EXPECT_EQ(text_of(stored[0], "source"), code);
  EXPECT_EQ(text_of(stored[0], "kind"), "given");
  ASSERT_THAT(stored[0].at("fits").as_array(), SizeIs(1));
  const auto taken = take(mai_, draft, stored[0]);
  ASSERT_EQ(taken.status, 201) << taken.body;
  EXPECT_EQ(taken.text("origin"), code);
  EXPECT_EQ(taken.text("paper"), "invitation");
  Officer lan(office_, "lan");
  EXPECT_THAT(lan.get("/api/dossiers/" + code).body, HasSubstr(taken.text("sha256")));
}

TEST_F(PaperStore, OffersWhatLiesInAnotherDraft) {
  const auto first = mai_.fill_official_travel(company_);
  const auto stored = mai_.items(store_of(begin(mai_)));
  ASSERT_THAT(stored, SizeIs(1));
  EXPECT_EQ(text_of(stored[0], "source"), first);
  EXPECT_EQ(text_of(stored[0], "kind"), "drafted");
}

TEST_F(PaperStore, IsThePartysAlone) {
  mai_.send_official_travel(company_);
  const auto mine = mai_.items(store_of(begin(mai_)));
  ASSERT_THAT(mine, SizeIs(1));
  const auto own = minh_.begin("official-travel").text("id");
  EXPECT_THAT(minh_.items(store_of(own)), IsEmpty());
  EXPECT_EQ(take(minh_, own, mine[0]).status, 404);
  EXPECT_EQ(minh_.get(store_of(begin(mai_))).status, 404);
  const auto nobodys =
      office_.ask({"POST", "/api/drafts", R"({"procedure":"official-travel"})"}).text("id");
  EXPECT_EQ(office_.ask({"GET", store_of(nobodys)}).text("code"), "sign-in-needed");
}

TEST_F(PaperStore, OpensToARepresentativeWhileHisMandateIsInForce) {
  mai_.send_official_travel(company_);
  const auto mandate = give();
  const auto draft = begin(minh_);
  const auto stored = minh_.items(store_of(draft));
  ASSERT_THAT(stored, SizeIs(1));
  EXPECT_EQ(take(minh_, draft, stored[0]).status, 201);
  mai_.ask({"DELETE", "/api/account/mandates/" + mandate});
  EXPECT_EQ(minh_.get(store_of(draft)).text("code"), "not-your-party");
  EXPECT_EQ(take(minh_, draft, stored[0]).text("code"), "not-your-party");
}

TEST_F(PaperStore, KeepsPapersOfOtherProceduresFromAMandateForOne) {
  mai_.send_official_travel(company_);
  const auto mine = mai_.items(store_of(begin(mai_)));
  give(R"(,"procedures":["international-conference"])");
  const auto draft = minh_.begin("international-conference", company_).text("id");
  EXPECT_THAT(minh_.items(store_of(draft)), IsEmpty());
  EXPECT_EQ(take(minh_, draft, mine[0]).status, 404);
}

class PaperFiles : public ::testing::Test {
 protected:
  PaperFiles() : mai_(office_, "mai@example.org"), lan_(office_, "lan") {
    code_ = mai_.send_official_travel("");
  }

  json::value seen() { return lan_.get("/api/dossiers/" + code_).read(); }
  Answer act(const std::string& act, const std::string& body) {
    const auto version = lan_.get("/api/dossiers/" + code_).number("version");
    return lan_.ask({"POST",
                     "/api/dossiers/" + code_ + "/acts/" + act,
                     body,
                     {{"idempotency-key", "key-" + act + "-000001"},
                      {"if-match", "\"" + std::to_string(version) + "\""}}});
  }
  std::string send(const std::string& paper, const std::string& words) {
    const auto sent = mai_.ask({"POST",
                                "/api/tracking/" + code_ + "/files?name=b.pdf&paper=" + paper,
                                paper_of(words),
                                {{"content-type", "application/pdf"}}});
    return sent.status == 201 ? sent.text("id") : sent.text("code");
  }

  TestOffice office_;
  Citizen mai_;
  Officer lan_;
  std::string code_;
};

TEST_F(PaperFiles, AreOpenedByTheirPartyAndTheOffice) {
  const auto papers = seen().at("papers").as_array();
  const auto file = text_of(papers[0].at("files").as_array()[0], "id");
  const auto mine = mai_.get("/api/tracking/" + code_ + "/files/" + file);
  EXPECT_EQ(mine.status, 200);
  EXPECT_THAT(mine.headers.at("content-security-policy"), HasSubstr("default-src 'none'"));
  EXPECT_THAT(mine.headers.at("content-disposition"), HasSubstr("inline"));
  EXPECT_EQ(mai_.get("/api/tracking/" + code_).read().at("files_open"), true);
  EXPECT_EQ(lan_.get("/api/dossiers/" + code_ + "/files/" + file).status, 200);
  Citizen stranger(office_, "la@example.org");
  EXPECT_EQ(stranger.get("/api/tracking/" + code_ + "/files/" + file).status, 404);
}

TEST_F(PaperFiles, AreNotOpenedByWhoeverFoundTheReceipt) {
  const auto file = text_of(seen().at("papers").as_array()[0].at("files").as_array()[0], "id");
  const auto secret = office_.runtime().world().lookup_secret(code_);
  const auto opened = office_.ask(
      {"POST", "/api/tracking", R"({"code":")" + code_ + R"(","secret":")" + secret + "\"}"});
  ASSERT_EQ(opened.status, 200);
  const std::map<std::string, std::string> cookie{{"cookie", cookie_of(opened)}};
  const auto path = "/api/tracking/" + code_;
  const auto page = office_.ask({"GET", path, "", cookie});
  ASSERT_EQ(page.status, 200);
  EXPECT_EQ(page.read().at("files_open"), false);
  EXPECT_EQ(office_.ask({"GET", path + "/files/" + file, "", cookie}).status, 404);
}

TEST_F(PaperFiles, TellWhatASupplementChangedAndWhatItDidToTheDate) {
  ASSERT_EQ(act("accept", "{}").status, 200);
  const auto asked =
      act("request-supplement", R"({"items":[{"paper":"invitation","what":"Bản dịch"}],)"
                                R"("document":"12/YCBS"})");
  ASSERT_EQ(asked.status, 200) << asked.body;
  const auto item = mai_.get("/api/tracking/" + code_).read().at("supplement").at("items").at(0);
  EXPECT_EQ(item.at("most_megabytes"), 20);
  EXPECT_EQ(item.at("most_pages"), 500);
  EXPECT_EQ(send("sending-letter", "khong hoi"), "paper-not-asked");
  const auto file = send("invitation", "ban dich");
  EXPECT_EQ(mai_.get("/api/tracking/" + code_ + "/files/" + file).status, 200);
  const auto done = mai_.ask({"POST",
                              "/api/tracking/" + code_ + "/acts/supplement",
                              R"({"files":[")" + file + "\"]}",
                              {{"idempotency-key", "supplement-000001"}}});
  ASSERT_EQ(done.status, 200) << done.body;
  const auto change = seen().at("changes").as_array().at(0);
  EXPECT_EQ(text_of(change, "kind"), "supplemented");
  const auto& paper = change.at("papers").as_array().at(0);
  EXPECT_EQ(text_of(paper, "how"), "replaced");
  EXPECT_EQ(text_of(paper.at("files").as_array().at(0), "id"), file);
  const auto earlier = text_of(paper.at("earlier").as_array().at(0), "id");
  EXPECT_EQ(lan_.get("/api/dossiers/" + code_ + "/files/" + earlier).status, 200);
  const auto shown = done.read().at("changes").as_array().at(0);
  EXPECT_FALSE(text_of(shown.at("date").at("text"), "vi").empty());
}

TEST_F(PaperFiles, TellWhichAnswersWereCorrected) {
  ASSERT_EQ(act("accept", "{}").status, 200);
  const auto corrected =
      act("correct-intake", R"({"reason":"Gõ nhầm","corrections":{"kind":"organisation",)"
                            R"("name":"Sở Du lịch Hà Nội"}})");
  ASSERT_EQ(corrected.status, 200) << corrected.body;
  const auto change = seen().at("changes").as_array().at(0);
  EXPECT_EQ(text_of(change, "kind"), "corrected");
  const auto& field = change.at("fields").as_array().at(0);
  EXPECT_EQ(text_of(field.at("before"), "vi"), "Sở Du lịch");
  EXPECT_EQ(text_of(field.at("after"), "vi"), "Sở Du lịch Hà Nội");
  EXPECT_THAT(mai_.get("/api/tracking/" + code_).read().at("changes").as_array(), IsEmpty());
}

}  // namespace
}  // namespace motcua::api::test
