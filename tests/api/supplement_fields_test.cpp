// Questions of the form that are asked for again: what is opened, what may change, what is kept.

#include <gtest/gtest.h>

#include <algorithm>

#include "base/digest.hpp"
#include "test_office.hpp"

namespace motcua::api::test {
namespace {

class SupplementFields : public ::testing::Test {
 protected:
  SupplementFields() : lan_(office_, "lan") {
    const auto draft = office_.ask({"POST", "/api/drafts", R"({"procedure":"official-travel"})"});
    const auto path = "/api/drafts/" + draft.text("id");
    office_.ask({"PUT", path, R"({"answers":)" + std::string(travel_answers) + R"(,"step":1})"});
    for (const std::string paper : {"sending-letter", "invitation"}) {
      office_.ask({"POST", path + "/files?name=a.pdf&paper=" + paper, paper_of(paper)});
    }
    const auto sent =
        office_.ask({"POST", path + "/submission", "{}", {{"idempotency-key", "submission"}}});
    code_ = sent.text("code");
    cookie_ = cookie_of(
        office_.ask({"POST", "/api/tracking",
                     R"({"code":")" + code_ + R"(","secret":")" + sent.text("secret") + "\"}"}));
  }

  // As officer Lan asks; the dossier is at its first version.
  Answer ask_for(const std::string& items) {
    return lan_.ask(
        {"POST",
         "/api/dossiers/" + code_ + "/acts/request-supplement",
         R"({"items":)" + items + R"(,"document":"18/PYC-NV"})",
         {{"idempotency-key", "request-" + std::to_string(++asked_)}, {"if-match", "\"1\""}}});
  }

  Answer answer(const std::string& body) {
    const std::string key = to_hex(sha256(body)).substr(0, 32);  // the same for the same words
    return office_.ask({"POST",
                        "/api/tracking/" + code_ + "/acts/supplement",
                        body,
                        {{"cookie", cookie_}, {"idempotency-key", key}}});
  }

  Answer upload(const std::string& paper) {
    return office_.ask({"POST",
                        "/api/tracking/" + code_ + "/files?name=c.pdf&paper=" + paper,
                        paper_of(paper),
                        {{"cookie", cookie_}}});
  }

  // Ids of the papers these answers bring up, as JSON.
  std::string papers_opened(const std::string& answers) {
    const auto checked = office_.ask({"POST",
                                      "/api/tracking/" + code_ + "/supplement-check",
                                      R"({"answers":)" + answers + "}",
                                      {{"cookie", cookie_}}});
    json::array ids;
    const auto read = checked.read();
    for (const auto& paper : read.at("papers").as_array()) ids.push_back(paper.at("paper"));
    return write_json(ids);
  }

  json::value page() {
    return office_.ask({"GET", "/api/tracking/" + code_, "", {{"cookie", cookie_}}}).read();
  }
  json::value dossier() { return lan_.get("/api/dossiers/" + code_).read(); }

  TestOffice office_;
  Officer lan_;
  std::string code_;
  std::string cookie_;
  int asked_ = 0;
};

constexpr const char* funding_asked =
    R"([{"field":"/trip/funding","what":"Bên mời trả một phần"}])";

TEST_F(SupplementFields, AreOfferedByTheirNamesWithWhatIsAnsweredNow) {
  const auto acts = dossier().at("acts").as_array();
  const auto* ask = std::ranges::find_if(
      acts, [](const auto& act) { return act.at("act") == "request-supplement"; });
  ASSERT_NE(ask, acts.end());
  const auto& questions = ask->at("fields").at(0).at("questions").as_array();
  const auto* purpose = std::ranges::find_if(
      questions, [](const auto& one) { return one.at("value") == "/trip/purpose"; });
  ASSERT_NE(purpose, questions.end());
  EXPECT_EQ(purpose->at("now").at("vi"), "Hội chợ");
}

TEST_F(SupplementFields, OnlyTheseAreShownToWhoHoldsTheLookUpCode) {
  ASSERT_EQ(ask_for(funding_asked).status, 200);
  const auto asked = page().at("supplement");
  EXPECT_EQ(write_json(asked.at("form").at("answers")), R"({"trip":{"funding":"own"}})");
  EXPECT_EQ(write_json(asked.at("items").at(0).at("open")),
            R"(["/trip/funding","/trip/funding_note"])");
}

TEST_F(SupplementFields, AQuestionTheFormHasNotIsRefused) {
  const auto refused = ask_for(R"([{"field":"/trip/nothing","what":"?"}])");
  EXPECT_EQ(refused.status, 409);
  EXPECT_EQ(refused.text("code"), "question-unknown");
  EXPECT_EQ(ask_for(R"([{"field":"/trip/funding","paper":"invitation","what":"?"}])").text("code"),
            "question-unknown");
  EXPECT_EQ(ask_for(R"([{"what":"?"}])").status, 422);
}

TEST_F(SupplementFields, ADependantThatIsMissingIsToldAtItsPlace) {
  ASSERT_EQ(ask_for(funding_asked).status, 200);
  const auto refused = answer(R"({"answers":{"trip":{"funding":"mixed"}}})");
  EXPECT_EQ(refused.status, 422);
  EXPECT_EQ(refused.read().at("errors").at(0).at("path"), "/trip/funding_note");
}

TEST_F(SupplementFields, AnythingElseIsRefusedWithACode) {
  ASSERT_EQ(ask_for(funding_asked).status, 200);
  const auto refused = answer(R"({"answers":{"trip":{"funding":"own","purpose":"Đi chơi"}}})");
  EXPECT_EQ(refused.status, 409);
  EXPECT_EQ(refused.text("code"), "answer-not-asked-for");
  EXPECT_EQ(answer(R"({"note":"Chưa kịp"})").text("code"), "field-missing");
}

TEST_F(SupplementFields, AreKeptAsTheyWereAndAreAndShownToTheOfficer) {
  ASSERT_EQ(ask_for(funding_asked).status, 200);
  const std::string mixed =
      R"({"answers":{"trip":{"funding":"mixed","funding_note":"Bên mời trả vé"}}})";
  const auto done = answer(mixed);
  ASSERT_EQ(done.status, 200) << done.body;
  const auto change = dossier().at("changes").at(0);
  EXPECT_EQ(change.at("kind"), "supplemented");
  EXPECT_EQ(change.at("fields").as_array().size(), 2u);
  EXPECT_EQ(change.at("fields").at(1).at("after").at("vi"), "Bên mời trả vé");
  const auto told = done.read().at("changes").at(0).at("fields").at(0);
  EXPECT_EQ(member(told, "after"), nullptr) << "whoever holds the look-up code";
  EXPECT_EQ(answer(mixed).status, 200) << "sent twice by one click";
  office_.restart();
  EXPECT_EQ(dossier().at("changes").at(0).at("fields").as_array().size(), 2u);
}

TEST_F(SupplementFields, ComeWithThePapersInOneAct) {
  const auto asked =
      ask_for(R"([{"paper":"invitation","what":"Mờ"},{"field":"/unit/name","what":"Viết tắt"}])");
  ASSERT_EQ(asked.status, 200) << asked.body;
  const auto file = office_.ask({"POST",
                                 "/api/tracking/" + code_ + "/files?name=b.pdf&paper=invitation",
                                 paper_of("moi"),
                                 {{"cookie", cookie_}}});
  ASSERT_EQ(file.status, 201) << file.body;
  const auto done = answer(R"({"files":[")" + file.text("id") +
                           R"("],"answers":{"unit":{"name":"Sở Du lịch Hà Nội"}}})");
  ASSERT_EQ(done.status, 200) << done.body;
  const auto after = dossier();
  EXPECT_EQ(after.at("applicant").at("name"), "Sở Du lịch Hà Nội") << "it follows the answers";
  EXPECT_EQ(after.at("changes").at(0).at("papers").as_array().size(), 1u);
}

constexpr const char* management_asked =
    R"([{"field":"/leader/party_managed","what":"Trưởng đoàn thuộc diện nào?"}])";
constexpr const char* managed = R"({"leader":{"party_managed":true,"party_notice":"45-TB/TU"}})";

TEST_F(SupplementFields, OpenThePaperTheyMakeNecessaryAndNoOther) {
  ASSERT_EQ(ask_for(management_asked).status, 200);
  EXPECT_EQ(upload("party-notice").text("code"), "paper-not-asked") << "nothing was answered yet";
  EXPECT_EQ(papers_opened(R"({"leader":{"party_managed":false}})"), "[]");
  EXPECT_EQ(papers_opened(managed), R"(["party-notice"])");
  EXPECT_EQ(upload("sending-letter").status, 422);
  EXPECT_EQ(upload("party-notice").status, 201);
  EXPECT_EQ(papers_opened(R"({"leader":{"party_managed":false}})"), "[]");
  EXPECT_EQ(upload("party-notice").status, 422) << "it closes with the answer";
}

TEST_F(SupplementFields, AreRefusedWithoutThatPaperAtItsPlace) {
  ASSERT_EQ(ask_for(management_asked).status, 200);
  const auto refused = answer(R"({"answers":)" + std::string(managed) + "}");
  EXPECT_EQ(refused.status, 422);
  EXPECT_EQ(refused.text("code"), "paper-missing");
  EXPECT_EQ(refused.read().at("errors").at(0).at("path"), "/papers/party-notice");
}

TEST_F(SupplementFields, ShowTheOfficerThatPaperAsNew) {
  ASSERT_EQ(ask_for(management_asked).status, 200);
  ASSERT_EQ(papers_opened(managed), R"(["party-notice"])");
  const auto file = upload("party-notice");
  const auto done = answer(R"({"files":[")" + file.text("id") + R"("],"answers":)" + managed + "}");
  ASSERT_EQ(done.status, 200) << done.body;
  const auto paper = dossier().at("changes").at(0).at("papers").at(0);
  EXPECT_EQ(paper.at("paper"), "party-notice");
  EXPECT_EQ(paper.at("how"), "required");
}

}  // namespace
}  // namespace motcua::api::test
