// Petitions: sent by anybody, answered by whom they are not about, published only with consent.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "test_citizen.hpp"
#include "test_office.hpp"

namespace motcua::api::test {
namespace {

using testing::HasSubstr;
using testing::Not;

class Petitions : public ::testing::Test {
 protected:
  Petitions() : lan_(office_, "lan"), binh_(office_, "binh"), minh_(office_, "minh") {}

  Answer send(const std::string& body, const std::string& peer = "192.0.2.9",
              const std::string& to = "/api/petitions", const std::string& cookie = "") {
    std::map<std::string, std::string> headers{
        {"idempotency-key", "petition-" + std::to_string(++keys_)}};
    if (!cookie.empty()) headers["cookie"] = cookie;
    return office_.ask({"POST", to, body, headers, peer});
  }
  static std::string plain(const std::string& more = "") {
    return R"({"kind":"burden","text":"Phải nộp năm bộ giấy","name":"Đỗ Thị Hạnh",)"
           R"("email":"hanh@example.org","may_publish":true)" +
           more + "}";
  }
  Answer act(Officer& who, const std::string& code, const std::string& name,
             const std::string& body) {
    const auto seen = who.get("/api/petition-desk/" + code).number("version");
    return who.ask({"POST",
                    "/api/petition-desk/" + code + "/acts/" + name,
                    body,
                    {{"idempotency-key", "petition-act-" + std::to_string(++keys_)},
                     {"if-match", "\"" + std::to_string(seen) + "\""}}});
  }
  Answer open(const std::string& code, const std::string& secret,
              const std::string& peer = "192.0.2.9") {
    return office_.ask({"POST",
                        "/api/petition-tracking",
                        R"({"code":")" + code + R"(","secret":")" + secret + "\"}",
                        {},
                        peer});
  }
  Answer act_as_sender(const std::string& cookie, const std::string& code, const std::string& name,
                       const std::string& body) {
    return send(body, "192.0.2.9", "/api/petition-tracking/" + code + "/acts/" + name, cookie);
  }
  json::array published() {
    return office_.ask({"GET", "/api/petitions"}).read().at("items").as_array();
  }
  void wait_days(int days) { office_.runtime().demo_clock()->jump(hours{24 * days}); }

  // Answered by Bình of the division it was given to.
  std::string answered(const std::string& body) {
    const auto sent = send(body);
    const auto code = sent.text("code");
    secret_ = sent.text("secret");
    EXPECT_EQ(act(lan_, code, "assign", R"({"unit":"lanh-su"})").status, 200);
    EXPECT_EQ(act(binh_, code, "answer", R"({"text":"Từ nay chỉ cần một bộ."})").status, 200);
    return code;
  }

  TestOffice office_;
  Officer lan_;
  Officer binh_;
  Officer minh_;
  std::string secret_;
  int keys_ = 0;
};

TEST_F(Petitions, ArePromisedAnAnswerThatIsExplained) {
  const auto sent = send(plain());
  ASSERT_EQ(sent.status, 201) << sent.body;
  const auto promise = sent.read().at("promise");
  EXPECT_EQ(promise.at("due").as_string(), "2017-05-05T16:30:00+07:00");
  EXPECT_EQ(promise.at("term").at("vi").as_string(), "15 ngày làm việc");
  EXPECT_EQ(promise.at("days").as_array().size(), 24U) << "every day from receipt to the date";
  EXPECT_TRUE(sent.read().at("told_by_mail").as_bool());
  EXPECT_EQ(open(sent.text("code"), sent.text("secret")).status, 200);
}

TEST_F(Petitions, OfSomebodyOutOfReachSayThatOnlyTheCodeAnswers) {
  const auto sent = send(R"({"kind":"conduct","text":"Cán bộ nói trống không"})");
  ASSERT_EQ(sent.status, 201);
  EXPECT_TRUE(sent.read().at("out_of_reach").as_bool());
  EXPECT_FALSE(sent.read().at("told_by_mail").as_bool());
}

TEST_F(Petitions, TellWhatIsWrongWithThemAtOnce) {
  const auto wrong = send(R"({"kind":"praise","text":"","email":"an@x","phone":"abc"})");
  EXPECT_EQ(wrong.status, 422);
  for (const auto* path : {"/kind", "/text", "/email", "/phone"}) {
    EXPECT_THAT(wrong.body, HasSubstr("\"" + std::string(path) + "\""));
  }
}

TEST_F(Petitions, SentTwiceWithOneKeyAreOneAndAnsweredAsTheFirstTime) {
  Sent once{"POST", "/api/petitions", plain(), {{"idempotency-key", "the-same-key"}}};
  const auto first = office_.ask(once);
  wait_days(2);
  const auto again = office_.ask(once);
  EXPECT_EQ(first.status, 201);
  EXPECT_EQ(again.body, first.body);
  office_.restart();
  EXPECT_EQ(office_.ask(once).body, first.body);
  once.body = plain(R"(,"phone":"0912345678")");
  EXPECT_EQ(office_.ask(once).text("code"), "request-key-reused");
  Officer director(office_, "giamdoc");
  EXPECT_EQ(director.get("/api/petition-desk").number("total"), 1);
}

TEST_F(Petitions, AboutADossierNeedItsLookUpCodeOrItsAccount) {
  const auto received = lan_.receive("receive-1");
  const auto about = [&](const std::string& secret) {
    return send(plain(R"(,"dossier":")" + received.text("code") + R"(","dossier_secret":")" +
                      secret + "\""));
  };
  EXPECT_EQ(about("AAAAAAAAAA").text("code"), "tracking-not-found");
  const auto sent = about(received.text("secret"));
  EXPECT_EQ(sent.status, 201);
  Citizen mai(office_, "mai@example.org");
  const auto code = mai.send_official_travel("");
  const auto body = plain(R"(,"dossier":")" + code + "\"");
  EXPECT_EQ(send(body).status, 404);
  EXPECT_EQ(send(body, "192.0.2.9", "/api/petitions", mai.cookie()).status, 201);
  EXPECT_EQ(send(plain(), "192.0.2.9", "/api/tracking/" + code + "/petitions", mai.cookie()).status,
            201);
  EXPECT_EQ(mai.items("/api/account/petitions").size(), 2U);
}

TEST_F(Petitions, AreNotAnsweredByWhomTheyAreAboutNorTellHimWhoSentThem) {
  const auto received = lan_.receive("receive-1");
  const auto sent =
      send(R"({"kind":"conduct","text":"Quầy nói trống không","name":"Đỗ Thị Hạnh","dossier":")" +
           received.text("code") + R"(","dossier_secret":")" + received.text("secret") + "\"}");
  const auto code = sent.text("code");
  ASSERT_EQ(act(lan_, code, "assign", R"({"unit":"reception"})").status, 200);
  const auto seen = lan_.get("/api/petition-desk/" + code);
  EXPECT_TRUE(seen.read().at("conflict").as_bool());
  EXPECT_TRUE(seen.read().at("sender").is_null());
  EXPECT_THAT(seen.body, Not(HasSubstr("Hạnh")));
  EXPECT_EQ(act(lan_, code, "answer", R"({"text":"Tôi làm đúng."})").text("code"),
            "conflict-of-interest");
  Officer director(office_, "giamdoc");
  EXPECT_THAT(director.get("/api/petition-desk/" + code).body, HasSubstr("Hạnh"));
  EXPECT_EQ(act(director, code, "answer", R"({"text":"Sở xin lỗi bà."})").status, 200);
}

TEST_F(Petitions, AnsweredLateStayLateAndOverdueOnesCount) {
  const auto late = send(plain()).text("code");
  const auto still_open = send(plain()).text("code");
  ASSERT_EQ(act(lan_, late, "assign", R"({"unit":"lanh-su"})").status, 200);
  wait_days(24);
  EXPECT_TRUE(binh_.get("/api/petition-desk?late=true").body.find(late) != std::string::npos);
  ASSERT_EQ(act(binh_, late, "answer", R"({"text":"Đã sửa."})").status, 200);
  wait_days(30);
  const auto seen = binh_.get("/api/petition-desk/" + late).read();
  EXPECT_TRUE(seen.at("promise").at("late").as_bool());
  const auto figures = binh_.get("/api/petition-figures?period=2017-Q2").read();
  const auto rate = figures.at("rates").at(0);
  EXPECT_EQ(rate.at("numerator").as_int64(), 0);
  EXPECT_EQ(rate.at("denominator").as_int64(), 2);
  const auto owed =
      binh_.get("/api/petition-figures/petitions?period=2017-Q2&cell=petition:duty:answer:owed");
  EXPECT_EQ(owed.number("total"), 1);
  EXPECT_THAT(owed.body, HasSubstr(still_open));
  EXPECT_EQ(binh_.get("/api/petition-figures/petitions?period=2017-Q2&cell=x").status, 404);
}

TEST_F(Petitions, ArePublishedOnlyWithConsentAndWithoutTheirSender) {
  const auto code = answered(plain());
  EXPECT_TRUE(published().empty());
  const std::string with_name =
      R"({"text":"Phải nộp năm bộ giấy. Đỗ Thị Hạnh","answer":"Từ nay chỉ cần một bộ."})";
  EXPECT_EQ(act(lan_, code, "publish", with_name).text("code"), "petition-names-a-person");
  const std::string moderated =
      R"({"text":"Phải nộp […] bộ giấy","answer":"Từ nay chỉ cần một bộ."})";
  ASSERT_EQ(act(lan_, code, "publish", moderated).status, 200);
  ASSERT_EQ(published().size(), 1U);
  const auto told = write_json(published().front());
  EXPECT_THAT(told, HasSubstr(R"("redacted":true)"));
  EXPECT_THAT(told, HasSubstr(R"("days_taken":0)"));
  for (const auto* hidden : {"Hạnh", "hanh@example.org", "PA-", "Bình"}) {
    EXPECT_THAT(told, Not(HasSubstr(hidden)));
  }
  const auto cookie = cookie_of(open(code, secret_));
  ASSERT_EQ(act_as_sender(cookie, code, "change-consent", "{}").status, 200);
  EXPECT_TRUE(published().empty()) << "he changed his mind";
  const auto silent = answered(R"({"kind":"burden","text":"Không muốn công khai"})");
  EXPECT_EQ(act(lan_, silent, "publish", moderated).text("code"), "petition-has-no-consent");
}

TEST_F(Petitions, AreSupplementedJudgedAndSentAgainByTheirSender) {
  const auto sent = send(plain());
  const auto code = sent.text("code");
  const auto cookie = cookie_of(open(code, sent.text("secret")));
  EXPECT_EQ(act_as_sender(cookie, code, "supplement", R"({"text":"Hồ sơ tháng 3"})").text("code"),
            "petition-awaits-nothing");
  ASSERT_EQ(act(lan_, code, "ask-supplement", R"({"text":"Hồ sơ nào?"})").status, 200);
  ASSERT_EQ(act_as_sender(cookie, code, "supplement", R"({"text":"Hồ sơ tháng 3"})").status, 200);
  ASSERT_EQ(act(lan_, code, "assign", R"({"unit":"lanh-su"})").status, 200);
  ASSERT_EQ(act(minh_, code, "answer", R"({"text":"Đã rõ."})").status, 200);
  const auto judged =
      act_as_sender(cookie, code, "judge", R"({"liked":false,"note":"Chưa nói sửa gì"})");
  EXPECT_EQ(judged.read().at("liked"), false);
  EXPECT_EQ(act_as_sender(cookie, code, "answer", R"({"text":"Tôi tự trả lời"})").status, 403);
  const auto again =
      send(plain(), "192.0.2.9", "/api/petition-tracking/" + code + "/petitions", cookie);
  ASSERT_EQ(again.status, 201);
  EXPECT_EQ(minh_.get("/api/petition-desk/" + code).text("repeated_by"), again.text("code"));
}

TEST_F(Petitions, OpenToNobodyWithAForgedSecretOrCookie) {
  const auto one = send(plain());
  const auto other = send(plain());
  const auto wrong = open(one.text("code"), other.text("secret"));
  EXPECT_EQ(wrong.status, 404);
  EXPECT_EQ(wrong.body, open("PA-170412-9999", one.text("secret")).body) << "told alike";
  const auto cookie = cookie_of(open(one.text("code"), one.text("secret")));
  const auto look = [&](const std::string& with, const std::string& code) {
    return office_.ask({"GET", "/api/petition-tracking/" + code, "", {{"cookie", with}}}).status;
  };
  EXPECT_EQ(look(cookie, one.text("code")), 200);
  EXPECT_EQ(look(cookie, other.text("code")), 404);
  auto forged = cookie;
  forged.replace(forged.find(one.text("code")), one.text("code").size(), other.text("code"));
  EXPECT_EQ(look(forged, other.text("code")), 404);
  // A dossier's cookie is none of a petition.
  const auto received = lan_.receive("receive-1");
  auto of_dossier =
      cookie_of(office_.ask({"POST", "/api/tracking",
                             R"({"code":")" + received.text("code") + R"(","secret":")" +
                                 received.text("secret") + "\"}"}));
  of_dossier.replace(0, of_dossier.find('='), "motcua_petition");
  EXPECT_EQ(look(of_dossier, received.text("code")), 404);
}

TEST_F(Petitions, AreSlowedDownByAddress) {
  for (int i = 0; i < 30; ++i) ASSERT_EQ(send(plain(), "192.0.2.50").status, 201);
  EXPECT_EQ(send(plain(), "192.0.2.50").status, 429);
  EXPECT_EQ(send(plain(), "192.0.2.51").status, 201);
  office_.pass(seconds{3600});
  const auto sent = send(plain(), "192.0.2.50");
  ASSERT_EQ(sent.status, 201);
  for (int i = 0; i < 20; ++i) {
    ASSERT_EQ(open(sent.text("code"), "AAAAAAAAAA", "192.0.2.52").status, 404);
  }
  EXPECT_EQ(open(sent.text("code"), sent.text("secret"), "192.0.2.52").status, 429);
  EXPECT_EQ(open(sent.text("code"), sent.text("secret"), "192.0.2.53").status, 200);
}

TEST_F(Petitions, KeepMarkupAsTextAndLoseMarksOfDirection) {
  const auto sent = send(
      R"({"kind":"suggestion","text":"<script>alert(1)</script> \u202Eđảo\u202C \u0007chuông",)"
      R"("name":"An\u202E"})");
  const auto seen = lan_.get("/api/petition-desk/" + sent.text("code"));
  EXPECT_EQ(seen.text("text"), "<script>alert(1)</script> đảo  chuông");
  EXPECT_EQ(seen.read().at("sender").at("name").as_string(), "An");
}

TEST_F(Petitions, TellTheirSenderByMailAndNobodyElse) {
  const auto code = answered(plain());
  const auto mail = office_.newest_mail("hanh@example.org");
  EXPECT_THAT(mail, HasSubstr("Trả lời phản ánh, kiến nghị " + code));
  EXPECT_THAT(mail, HasSubstr("Từ nay chỉ cần một bộ."));
  EXPECT_THAT(mail, Not(HasSubstr(secret_)));
  EXPECT_EQ(office_.mails_to("hanh@example.org"), 2);
}

TEST_F(Petitions, AreActedOnOnlyAsSeen) {
  const auto code = send(plain()).text("code");
  ASSERT_EQ(act(lan_, code, "assign", R"({"unit":"lanh-su"})").status, 200);
  const auto stale = lan_.ask({"POST",
                               "/api/petition-desk/" + code + "/acts/refuse",
                               R"({"reason":"…"})",
                               {{"idempotency-key", "a-stale-act"}, {"if-match", "\"1\""}}});
  EXPECT_EQ(stale.status, 412);
}

}  // namespace
}  // namespace motcua::api::test
