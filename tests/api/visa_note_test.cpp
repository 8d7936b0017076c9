// The sample with everything a result may wait for: two who sign in order, a fee due with the
// result, the post; and answers chosen from lists.

#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

#include "test_office.hpp"

namespace motcua::api::test {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using testing::StartsWith;

constexpr const char* note_application = R"({
  "procedure":"visa-note","case":"standard","outcome":"received","collect_at":"post",
  "applicant":{"kind":"person","name":"Lê Thị Mai","identity":"001085012345"},
  "papers":[{"paper":"request","originals":1},{"paper":"passport","copies":1}],
  "answers":{
    "person":{"name":"Lê Thị Mai","identity":"001085012345","passport":"B1234567",
              "phone":"0912345678"},
    "address":{"line":"3B Lê Thái Tổ","district":"Hoàn Kiếm","province":"Hà Nội"},
    "trip":{"country":"JP","purpose":"Dự hội nghị","from":"2017-05-10"},
    "confirmed":true}})";

class VisaNote : public testing::Test {
 protected:
  VisaNote()
      : counter_(office_, "lan"),
        specialist_(office_, "binh"),
        head_(office_, "minh"),
        director_(office_, "giamdoc") {
    const auto received = counter_.ask(
        {"POST",
         "/api/counter/dossiers",
         note_application,
         {{"idempotency-key", "receipt-00001"}}});
    EXPECT_EQ(received.status, 201) << received.body;
    code_ = received.text("code");
    secret_ = received.text("secret");
    EXPECT_EQ(act(counter_, "hand-over").status, 200);
    EXPECT_EQ(act(specialist_, "propose").status, 200);
    const auto recorded = act(counter_, "record-result", R"({"outcome":"granted"})");
    EXPECT_EQ(recorded.status, 200) << recorded.body;
  }

  Answer act(Officer& officer, const std::string& act, const std::string& body = "{}") {
    return officer.ask({"POST", "/api/dossiers/" + code_ + "/acts/" + act, body, as_seen()});
  }
  Answer sign(Officer& officer) {
    return officer.ask({"POST", "/api/dossiers/" + code_ + "/result-papers",
                        R"({"origin":"composed","passphrase":"mot-cua-2017"})", as_seen()});
  }
  Answer pay() { return act(counter_, "record-cash", R"({"amount":10000,"document":"BL-01"})"); }

  std::map<std::string, std::string> as_seen() {
    const auto seen = counter_.get("/api/dossiers/" + code_).number("version");
    return {{"idempotency-key", "key-00000" + std::to_string(++times_)},
            {"if-match", "\"" + std::to_string(seen) + "\""}};
  }

  json::value result() { return counter_.get("/api/dossiers/" + code_).read().at("result"); }
  std::string signing_state(std::size_t step) {
    const auto shown = result();
    return std::string(
        shown.at("signing").at("steps").as_array().at(step).at("state").as_string());
  }
  std::string issued() {
    const auto shown = result();
    return std::string(shown.at("issued").as_array().at(0).at("file").at("sha256").as_string());
  }

  json::value follow() {
    const auto answer = office_.ask(
        {"POST", "/api/tracking", R"({"code":")" + code_ + R"(","secret":")" + secret_ + "\"}"});
    const auto set = answer.headers.at("set-cookie");
    cookie_ = set.substr(0, set.find(';'));
    return answer.read();
  }
  Answer as_applicant(const std::string& rest) {
    return office_.ask({"GET", "/api/tracking/" + code_ + rest, "", {{"cookie", cookie_}}});
  }

  json::value signatures_of(const std::string& sha256) {
    std::ifstream file(*office_.runtime().files().path_of(sha256), std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return office_.ask({"POST", "/api/verifications/paper", bytes.str()}).read();
  }

  TestOffice office_;
  Officer counter_;
  Officer specialist_;
  Officer head_;
  Officer director_;
  std::string code_;
  std::string secret_;
  std::string cookie_;
  int times_ = 0;
};

TEST_F(VisaNote, IsIssuedWithTheLastOfTwoSignaturesAndTheSeal) {
  EXPECT_EQ(sign(director_).text("code"), "not-allowed");  // not his turn
  EXPECT_EQ(signing_state(0), "next");
  const auto first = sign(head_);
  ASSERT_EQ(first.status, 200) << first.body;
  EXPECT_THAT(first.read().at("issued").as_array(), IsEmpty());
  EXPECT_EQ(signing_state(0), "signed");
  EXPECT_EQ(signing_state(1), "next");
  const std::string begun(first.read().at("signed").at("sha256").as_string());
  EXPECT_EQ(head_.get("/api/dossiers/" + code_ + "/result-papers/" + begun).status, 200);
  EXPECT_EQ(signatures_of(begun).as_object().if_contains("issued"), nullptr);
  EXPECT_EQ(sign(head_).text("code"), "signed-already");
  ASSERT_EQ(sign(director_).status, 200);
  const auto shown = signatures_of(issued());
  EXPECT_EQ(shown.at("issued").at("standing").as_string(), "valid");
  const auto& signatures = shown.at("signatures").as_array();
  ASSERT_THAT(signatures, SizeIs(3));
  EXPECT_EQ(signatures[0].at("signer").as_string(), "Lê Quang Minh");
  EXPECT_EQ(signatures[1].at("signer").as_string(), "Hoàng Anh Dũng");
  for (const auto& signature : signatures) {
    EXPECT_TRUE(signature.at("holds").as_bool()) << write_json(signature);
  }
}

TEST_F(VisaNote, MaySendThePaperBackAndItIsSignedAnew) {
  ASSERT_EQ(sign(head_).status, 200);
  EXPECT_EQ(act(head_, "send-back-paper", R"({"reason":"Nhầm"})").text("code"), "signed-already");
  const auto back = act(director_, "send-back-paper", R"({"reason":"Sai tên nước"})");
  ASSERT_EQ(back.status, 200) << back.body;
  EXPECT_EQ(result().at("signing").at("sent_back").at("reason").as_string(), "Sai tên nước");
  EXPECT_EQ(signing_state(0), "next");
  ASSERT_EQ(sign(head_).status, 200);
  ASSERT_EQ(sign(director_).status, 200);
  EXPECT_THAT(signatures_of(issued()).at("signatures").as_array(), SizeIs(3));
}

TEST_F(VisaNote, IsKeptBackUntilItsFeeIsPaid) {
  ASSERT_EQ(sign(head_).status, 200);
  ASSERT_EQ(sign(director_).status, 200);
  const auto waiting = follow();
  EXPECT_TRUE(waiting.at("result").at("awaits_payment").as_bool());
  EXPECT_THAT(waiting.at("result").at("issued").as_array(), IsEmpty());
  EXPECT_EQ(as_applicant("/result-papers/" + issued()).text("code"), "fee-unpaid");
  EXPECT_EQ(act(counter_, "return-result", R"({"returned_to":"Bà Mai"})").text("code"),
            "fee-unpaid");
  ASSERT_EQ(pay().status, 200);
  EXPECT_EQ(follow().at("result").as_object().if_contains("awaits_payment"), nullptr);
  EXPECT_EQ(as_applicant("/result-papers/" + issued()).status, 200);
}

TEST_F(VisaNote, ConfirmsThePaymentToApplicantAndOfficer) {
  ASSERT_EQ(pay().status, 200);
  const auto paid = follow().at("payment").at("payments").as_array().at(0);
  EXPECT_EQ(paid.at("confirmation").as_string(), "payment-1");
  const auto slip = as_applicant("/slips/payment-1");
  EXPECT_EQ(slip.status, 200);
  EXPECT_THAT(slip.body, StartsWith("%PDF"));
  EXPECT_EQ(counter_.get("/api/dossiers/" + code_ + "/slips/payment-1").body, slip.body);
  for (const auto* none : {"payment-0", "payment-2", "payment-", "refund-1", "payment-1x"}) {
    EXPECT_EQ(as_applicant("/slips/" + std::string(none)).status, 404) << none;
  }
}

TEST_F(VisaNote, GoesByPostWithAHandOverRecord) {
  ASSERT_EQ(pay().status, 200);
  const auto posted = act(counter_, "post-result",
                          R"({"carrier":"Bưu điện Hà Nội","document":"EA123456789VN"})");
  ASSERT_EQ(posted.status, 200) << posted.body;
  const auto delivered = act(counter_, "record-delivery", R"({"returned_to":"Bà Mai"})");
  ASSERT_EQ(delivered.status, 200) << delivered.body;
  const auto shown = follow();
  const auto& posting = shown.at("result").at("posting");
  EXPECT_EQ(posting.at("tracking").as_string(), "EA123456789VN");
  EXPECT_EQ(posting.at("received_by").as_string(), "Bà Mai");
  EXPECT_THAT(write_json(shown.at("timeline")), HasSubstr("EA123456789VN"));
  EXPECT_THAT(as_applicant("/slips/hand-over").body, StartsWith("%PDF"));
}

TEST_F(VisaNote, ShowsChoicesByTheirNamesAndRefusesOthers) {
  const auto answers = counter_.get("/api/dossiers/" + code_).read().at("answers");
  EXPECT_THAT(write_json(answers), HasSubstr("Nhật Bản"));
  EXPECT_THAT(write_json(answers), Not(HasSubstr("\"JP\"")));
  const auto form = office_.ask({"GET", "/api/procedures/visa-note"}).read();
  EXPECT_THAT(write_json(form.at("schema")), HasSubstr("\"VN\""));
  const auto wrong = act(counter_, "correct-intake", R"({"reason":"Sửa","answers":{
    "person":{"name":"Lê Thị Mai","identity":"12345","passport":"B1234567","phone":"0912345678"},
    "address":{"line":"3B","district":"Hoàn Kiếm","province":"Hà Nội"},
    "trip":{"country":"XX","purpose":"Dự hội nghị","from":"2017-05-10"},"confirmed":true}})");
  EXPECT_EQ(wrong.text("code"), "field-invalid") << wrong.body;
}

}  // namespace
}  // namespace motcua::api::test
