// A result issued by the office: numbered, signed by who decides, sealed, and checked by anybody.

#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

#include "queries/result_papers.hpp"
#include "test_office.hpp"

namespace motcua::api::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

constexpr const char* application = R"({
  "procedure":"foreigner-visa-extension","case":"standard","outcome":"received",
  "applicant":{"kind":"organisation","name":"Công ty Sông Hồng"},
  "papers":[{"paper":"application","originals":1},
            {"paper":"work-permit","copies":1},{"paper":"contract","copies":1},
            {"paper":"establishment","copies":1},{"paper":"work-report","originals":1}],
  "answers":{
    "unit":{"name":"Công ty Sông Hồng","address":"12 phố Huế, Hà Nội","letter_number":"08/CV"},
    "contact":{"name":"Đỗ Mai","phone":"024 3 000 000","email":"mai@songhong.example"},
    "person":{"name":"John Smith","nationality":"Úc","born":"1980-02-03","passport":"N1234567",
              "post":"Kỹ sư","residence":"5 phố Hàng Bài, Hà Nội"},
    "extension":{"kind":"visa","valid_until":"2017-04-30","wanted_until":"2018-04-30",
                 "reason":"Hợp đồng kéo dài","work_basis":"permit","oda":false},
    "confirmed":true}})";

class Results : public testing::Test {
 protected:
  Results()
      : counter_(office_, "lan"), specialist_(office_, "binh"), director_(office_, "giamdoc") {
    const auto received = counter_.ask(
        {"POST", "/api/counter/dossiers", application, {{"idempotency-key", "receipt-00001"}}});
    EXPECT_EQ(received.status, 201) << received.body;
    code_ = received.text("code");
    secret_ = received.text("secret");
  }

  Answer act(Officer& officer, const std::string& act, const std::string& body = "{}") {
    return officer.ask({"POST", "/api/dossiers/" + code_ + "/acts/" + act, body, as_seen()});
  }

  // Up to a result the office numbered itself.
  void decide() {
    ASSERT_EQ(act(counter_, "hand-over").status, 200);
    ASSERT_EQ(act(specialist_, "propose").status, 200);
    ASSERT_EQ(act(director_, "approve").status, 200);
    const auto recorded = act(counter_, "record-result", R"({"outcome":"granted"})");
    ASSERT_EQ(recorded.status, 200) << recorded.body;
  }

  Answer issue(Officer& officer, const std::string& body) {
    return officer.ask({"POST", "/api/dossiers/" + code_ + "/result-papers", body, as_seen()});
  }
  Answer sign() { return issue(director_, R"({"origin":"composed","passphrase":"mot-cua-2017"})"); }

  std::map<std::string, std::string> as_seen() {
    const auto seen = counter_.get("/api/dossiers/" + code_).number("version");
    return {{"idempotency-key", "key-00000" + std::to_string(++times_)},
            {"if-match", "\"" + std::to_string(seen) + "\""}};
  }

  json::value result() { return counter_.get("/api/dossiers/" + code_).read().at("result"); }

  // As it lies in the office's store.
  std::string paper(std::size_t which) {
    const auto issued = result().at("issued").as_array();
    const std::string sha(issued.at(which).at("file").at("sha256").as_string());
    std::ifstream file(*office_.runtime().files().path_of(sha), std::ios::binary);
    std::ostringstream all;
    all << file.rdbuf();
    return all.str();
  }

  std::string verification_code() {
    const auto dossier = office_.runtime().cache().find(code_);
    return queries::verification_code(office_.runtime().world(), **dossier);
  }
  Answer follow() {
    return office_.ask(
        {"POST", "/api/tracking", R"({"code":")" + code_ + R"(","secret":")" + secret_ + "\"}"});
  }
  Answer verify(const std::string& number, const std::string& code) {
    return office_.ask(
        {"POST", "/api/verifications", R"({"number":")" + number + R"(","code":")" + code + "\"}"});
  }
  Answer verify_paper(std::string bytes) {
    return office_.ask({"POST", "/api/verifications/paper", std::move(bytes)});
  }

  TestOffice office_;
  Officer counter_;
  Officer specialist_;
  Officer director_;
  std::string code_;
  std::string secret_;
  int times_ = 0;
};

TEST_F(Results, AResultWithoutANumberTakesTheNextOfTheRegister) {
  decide();
  EXPECT_EQ(result().at("document").as_string(), "1/SNgV-LS");
}

TEST_F(Results, TheDirectorSignsTheOfficeSealsAndAnybodyChecks) {
  decide();
  const auto issued = sign();
  ASSERT_EQ(issued.status, 200) << issued.body;
  const auto known = verify("1/SNgV-LS", verification_code());
  ASSERT_EQ(known.status, 200) << known.body;
  EXPECT_EQ(known.text("standing"), "valid");
  EXPECT_THAT(known.body, HasSubstr("Hoàng Anh Dũng"));
  EXPECT_THAT(known.body, testing::Not(HasSubstr("Công ty Sông Hồng")));
  const auto shown = verify_paper(paper(0)).read();
  EXPECT_EQ(shown.at("issued").at("standing").as_string(), "valid");
  ASSERT_THAT(shown.at("signatures").as_array(), SizeIs(2));
  for (const auto& signature : shown.at("signatures").as_array()) {
    EXPECT_TRUE(signature.at("holds").as_bool()) << write_json(signature);
  }
}

TEST_F(Results, TheApplicantHasTheCodeThatChecksThePaper) {
  decide();
  EXPECT_EQ(follow().read().at("result").as_object().if_contains("verification_code"), nullptr);
  ASSERT_EQ(sign().status, 200);
  const auto followed = follow().read();
  const auto& result = followed.at("result");
  const std::string code(result.at("verification_code").as_string());
  EXPECT_EQ(verify(std::string(result.at("document").as_string()), code).status, 200);
}

TEST_F(Results, AnAlteredPaperIsNotTheOffices) {
  decide();
  ASSERT_EQ(sign().status, 200);
  auto altered = paper(0);
  altered[altered.find("/Type")] = ' ';
  const auto shown = verify_paper(altered).read();
  EXPECT_EQ(shown.as_object().if_contains("issued"), nullptr);
  for (const auto& signature : shown.at("signatures").as_array()) {
    EXPECT_FALSE(signature.at("holds").as_bool());
  }
}

TEST_F(Results, TheWrongPassphraseIssuesNothing) {
  decide();
  const auto refused = issue(director_, R"({"origin":"composed","passphrase":"đoán bừa"})");
  EXPECT_EQ(refused.text("code"), "signing-key-refused") << refused.body;
  EXPECT_THAT(result().at("issued").as_array(), IsEmpty());
}

TEST_F(Results, WhoDoesNotDecideDoesNotSign) {
  decide();
  const auto refused = issue(counter_, R"({"origin":"composed","passphrase":"mot-cua-2017"})");
  EXPECT_EQ(refused.text("code"), "not-allowed") << refused.body;
}

TEST_F(Results, ALaterPaperReplacesTheFirstAndBothAreKept) {
  decide();
  ASSERT_EQ(sign().status, 200);
  EXPECT_EQ(sign().text("code"), "replacement-unexplained");
  const auto again =
      issue(director_, R"({"origin":"composed","passphrase":"mot-cua-2017","reason":"Sai tên"})");
  ASSERT_EQ(again.status, 200) << again.body;
  EXPECT_EQ(verify_paper(paper(0)).read().at("issued").at("standing").as_string(), "replaced");
  EXPECT_EQ(verify_paper(paper(1)).read().at("issued").at("standing").as_string(), "valid");
  EXPECT_EQ(verify("1/SNgV-LS", verification_code()).number("earlier"), 1);
}

TEST_F(Results, ARevokedResultSaysSoForGood) {
  decide();
  ASSERT_EQ(sign().status, 200);
  const auto revoked = act(director_, "revoke-result", R"({"reason":"Cấp sai","document":"9/QĐ"})");
  ASSERT_EQ(revoked.status, 200) << revoked.body;
  EXPECT_EQ(verify("1/SNgV-LS", verification_code()).text("standing"), "revoked");
  EXPECT_EQ(issue(director_, R"({"origin":"composed","passphrase":"mot-cua-2017","reason":"x"})")
                .text("code"),
            "result-is-revoked");
}

TEST_F(Results, CheckingFilesByTheHundredIsSlowedDown) {
  for (int i = 0; i < 60; ++i) ASSERT_EQ(verify_paper("no paper").status, 200);
  EXPECT_EQ(verify_paper("no paper").status, 429);
  office_.pass(seconds{900});
  EXPECT_EQ(verify_paper("no paper").status, 200);
}

TEST_F(Results, GuessingAtCodesIsSlowedDown) {
  decide();
  ASSERT_EQ(sign().status, 200);
  Answer last;
  for (int i = 0; i < 21; ++i) last = verify("1/SNgV-LS", "AAAAA-AAAA" + std::to_string(i % 10));
  EXPECT_EQ(last.status, 429);
  EXPECT_EQ(verify("1/SNgV-LS", verification_code()).status, 429);  // for him who guessed
}

TEST_F(Results, NumbersRunOnAfterARestart) {
  decide();
  office_.restart();
  const auto number = office_.runtime().store().last_result_number(2017);
  ASSERT_TRUE(number.ok());
  EXPECT_EQ(*number, 1);
}

TEST_F(Results, APaperThatNobodySignedIsNotTakenIn) {
  decide();
  const auto draft = director_.get("/api/dossiers/" + code_ + "/result-draft");
  ASSERT_THAT(draft.body, testing::StartsWith("%PDF-"));
  const auto kept = counter_.ask({"POST", "/api/result-files", draft.body});
  ASSERT_EQ(kept.status, 201) << kept.body;
  const auto named = R"(","sha256":")" + kept.text("sha256") + "\"}";
  EXPECT_EQ(issue(counter_, R"({"origin":"received)" + named).text("code"), "paper-not-signed");
  const auto sealed = issue(counter_, R"({"origin":"digitised)" + named);
  ASSERT_EQ(sealed.status, 200) << sealed.body;
  EXPECT_THAT(sealed.body, HasSubstr("Sở Ngoại vụ Hà Nội"));
}

}  // namespace
}  // namespace motcua::api::test
