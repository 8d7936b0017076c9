// Following a dossier by code and look-up code: forged ones open nothing and are slowed down.

#include <gtest/gtest.h>

#include "test_office.hpp"

namespace motcua::api::test {
namespace {

class Tracking : public ::testing::Test {
 protected:
  Tracking() : lan_(office_, "lan") {
    const auto received = lan_.receive("receive-1");
    code_ = received.text("code");
    secret_ = received.text("secret");
  }

  Answer open(const std::string& code, const std::string& secret,
              const std::string& peer = "192.0.2.7") {
    return office_.ask({"POST",
                        "/api/tracking",
                        R"({"code":")" + code + R"(","secret":")" + secret + "\"}",
                        {},
                        peer});
  }

  int look(const std::string& cookie, const std::string& code) {
    return office_.ask({"GET", "/api/tracking/" + code, "", {{"cookie", cookie}}}).status;
  }

  TestOffice office_;
  Officer lan_;
  std::string code_;
  std::string secret_;
};

TEST_F(Tracking, OpensWithTheSecretHoweverItIsTyped) {
  EXPECT_EQ(open(code_, secret_).status, 200);
  std::string typed = secret_;
  for (char& letter : typed) letter = static_cast<char>(std::tolower(letter));
  typed.insert(4, " - ");
  EXPECT_EQ(open(code_, typed).status, 200);
}

TEST_F(Tracking, WrongSecretsAndCodesThatDoNotExistAreToldAlike) {
  const auto wrong = open(code_, "AAAAAAAAAA");
  const auto unknown = open("000.00.00.H26-170412-9999", secret_);
  EXPECT_EQ(wrong.status, 404);
  EXPECT_EQ(wrong.body, unknown.body);
  EXPECT_EQ(wrong.text("code"), "tracking-not-found");
  for (const std::string secret : {" ", "-", "A", "AAAAAAAAAAA"}) {
    EXPECT_EQ(open(code_, secret).status, 404) << secret;
  }
}

TEST_F(Tracking, GuessingIsSlowedDownForThatCodeAndAddressOnly) {
  const auto other = lan_.receive("receive-2");
  for (int i = 0; i < 20; ++i) ASSERT_EQ(open(code_, "AAAAAAAAAA").status, 404);
  const auto locked = open(code_, secret_);
  EXPECT_EQ(locked.status, 429);
  EXPECT_EQ(locked.headers.at("retry-after"), "900");
  EXPECT_EQ(open(code_, secret_, "192.0.2.8").status, 200) << "the applicant himself";
  EXPECT_EQ(open(other.text("code"), other.text("secret")).status, 200) << "a neighbour's dossier";
  office_.pass(seconds{899});
  EXPECT_EQ(open(code_, secret_).headers.at("retry-after"), "1");
  office_.pass(seconds{1});
  EXPECT_EQ(open(code_, secret_).status, 200);
}

TEST_F(Tracking, GuessingAtCodeAfterCodeIsSlowedDownToo) {
  for (int i = 0; i < 200; ++i) {
    ASSERT_EQ(open("000.00.00.H26-170412-" + std::to_string(1000 + i), "AAAAAAAAAA").status, 404);
  }
  EXPECT_EQ(open("000.00.00.H26-170412-3000", "AAAAAAAAAA").status, 429);
}

TEST_F(Tracking, TheCookieIsOfOneDossierAndTwoHours) {
  const auto other = lan_.receive("receive-2").text("code");
  const auto cookie = cookie_of(open(code_, secret_));
  EXPECT_EQ(look(cookie, code_), 200);
  EXPECT_EQ(look(cookie, other), 404);
  office_.pass(std::chrono::hours{2} - seconds{1});
  EXPECT_EQ(look(cookie, code_), 200);
  office_.pass(seconds{1});
  EXPECT_EQ(look(cookie, code_), 404);
}

TEST_F(Tracking, AForgedCookieOpensNothing) {
  const auto cookie = cookie_of(open(code_, secret_));
  const auto end = cookie.rfind('|');
  std::string longer = cookie;
  longer.replace(cookie.find('|') + 1, 1, "9");
  for (const auto& forged : {cookie.substr(0, end), cookie.substr(0, end + 1), cookie + "0", longer,
                             "motcua_tracking=" + code_, std::string("motcua_tracking=|||")}) {
    EXPECT_EQ(look(forged, code_), 404) << forged;
  }
}

}  // namespace
}  // namespace motcua::api::test
