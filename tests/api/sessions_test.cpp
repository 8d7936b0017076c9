// Sessions: how they begin, what they guard, how they end.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "test_office.hpp"

namespace motcua::api::test {
namespace {

using ::testing::HasSubstr;

Answer sign_in(TestOffice& office, const std::string& username, const std::string& password,
               const std::string& peer = "192.0.2.1") {
  return office.ask({"POST",
                     "/api/session",
                     R"({"username":")" + username + R"(","password":")" + password + "\"}",
                     {},
                     peer});
}

int session_status(TestOffice& office, const std::string& cookie) {
  return office.ask({"GET", "/api/session", "", {{"cookie", cookie}}}).status;
}

TEST(Session, IsKeptInACookieScriptsCannotRead) {
  TestOffice office;
  const auto answer = sign_in(office, "lan", std::string(demo_password));
  const auto cookie = answer.headers.at("set-cookie");
  EXPECT_THAT(cookie, HasSubstr("HttpOnly"));
  EXPECT_THAT(cookie, HasSubstr("SameSite=Strict"));
  EXPECT_EQ(session_status(office, cookie_of(answer)), 200);
}

TEST(Session, UnknownNamesAndWrongPasswordsAreToldAlike) {
  TestOffice office;
  const auto wrong = sign_in(office, "lan", "not-the-password");
  const auto unknown = sign_in(office, "nobody-here", "not-the-password");
  EXPECT_EQ(wrong.status, 401);
  EXPECT_EQ(wrong.body, unknown.body);
}

TEST(Session, EndsAfterTwelveHours) {
  TestOffice office;
  Officer lan(office, "lan");
  office.pass(std::chrono::hours{12} - seconds{1});
  EXPECT_EQ(lan.get("/api/session").status, 200);
  office.pass(seconds{1});
  EXPECT_EQ(lan.get("/api/session").status, 401);
  EXPECT_EQ(lan.receive("receive-1").text("code"), "sign-in-needed");
}

TEST(Session, OutlivesARestartButNotASignOut) {
  TestOffice office;
  Officer lan(office, "lan");
  office.restart();
  EXPECT_EQ(lan.get("/api/session").status, 200);
  EXPECT_EQ(lan.ask({"DELETE", "/api/session"}).status, 204);
  EXPECT_EQ(lan.get("/api/session").status, 401);
  office.restart();
  EXPECT_EQ(lan.get("/api/session").status, 401);
}

TEST(Session, SignedOutInTheMiddleOfRequestsStaysSignedOut) {
  TestOffice office;
  for (int round = 0; round < 20; ++round) {
    Officer lan(office, "lan");
    office.restart();  // nothing is remembered: every request looks the session up
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) threads.emplace_back([&] { lan.get("/api/session"); });
    lan.ask({"DELETE", "/api/session"});
    for (auto& thread : threads) thread.join();
    ASSERT_EQ(lan.get("/api/session").status, 401) << round;
  }
}

TEST(Session, ForgedCookiesOpenNothing) {
  TestOffice office;
  Officer lan(office, "lan");
  for (const auto& cookie :
       {std::string("motcua_session="), std::string("motcua_session=x"), lan.cookie() + "x",
        lan.cookie().substr(0, lan.cookie().size() - 1), "other=" + lan.cookie()}) {
    EXPECT_EQ(session_status(office, cookie), 401) << cookie;
  }
}

TEST(Session, ChangesNeedItsOwnCsrfToken) {
  TestOffice office;
  Officer lan(office, "lan");
  Officer binh(office, "binh");
  const auto of_binh = binh.get("/api/session").text("csrf");
  for (const std::string& token : {std::string(), std::string("x"), of_binh}) {
    const auto answer = office.ask({"POST",
                                    "/api/counter/dossiers",
                                    "{}",
                                    {{"cookie", lan.cookie()}, {"x-csrf-token", token}}});
    EXPECT_EQ(answer.status, 403);
    EXPECT_EQ(answer.text("code"), "csrf-mismatch");
  }
}

TEST(Session, WhoMayDoWhatAnotherTriedIsToldInWordsOfTheOffice) {
  TestOffice office;
  Officer binh(office, "binh");
  const auto refused = [&](const std::string& language) {
    return binh.ask(
        {"POST",
         "/api/counter/dossiers",
         R"({"procedure":"official-travel","case":"standard","outcome":"received",)"
         R"("applicant":{"name":"Sở Du lịch"},"summary":"x",)"
         R"("papers":[{"paper":"sending-letter","originals":1}]})",
         {{"idempotency-key", "not-his-work-" + language}, {"accept-language", language}}});
  };
  EXPECT_EQ(refused("vi").text("code"), "not-allowed") << refused("vi").body;
  EXPECT_EQ(refused("vi").text("title"),
            "Bạn không có quyền làm việc này; người có quyền: cán bộ Bộ phận một cửa.");
  EXPECT_EQ(refused("en").text("title"),
            "You may not do this; who may: an officer of the one-stop reception.");
}

TEST(SignIn, IsRefusedAfterTwentyWrongPasswordsEvenWithTheRightOne) {
  TestOffice office;
  for (int i = 0; i < 20; ++i) ASSERT_EQ(sign_in(office, "lan", "wrong").status, 401);
  const auto locked = sign_in(office, "lan", std::string(demo_password));
  EXPECT_EQ(locked.status, 429);
  EXPECT_EQ(locked.headers.at("retry-after"), "900");
  EXPECT_EQ(sign_in(office, "binh", std::string(demo_password)).status, 200);
  EXPECT_EQ(sign_in(office, "lan", std::string(demo_password), "192.0.2.2").status, 200);
  office.pass(seconds{900});
  EXPECT_EQ(sign_in(office, "lan", std::string(demo_password)).status, 200);
}

}  // namespace
}  // namespace motcua::api::test
