// Proofs sent to an account's address: confirming it, and a password that was forgotten.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "test_citizen.hpp"

namespace motcua::api::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* lans = "lan@example.org";

std::string token_in(const std::string& mail) {
  const auto begin = mail.find('#');
  if (begin == std::string::npos) return {};
  return mail.substr(begin + 1, mail.find('\n', begin) - begin - 1);
}

class AddressProofs : public testing::Test {
 protected:
  AddressProofs() {
    office_.send_mail();
    lan_.emplace(office_, lans);
  }

  Answer confirm(const std::string& token) {
    return office_.ask(
        {"POST", "/api/account/address/confirmation", R"({"token":")" + token + "\"}"});
  }
  Answer forget(const std::string& email, const std::string& peer = "192.0.2.1") {
    return office_.ask(
        {"POST", "/api/account/password/forgotten", R"({"email":")" + email + "\"}", {}, peer});
  }
  Answer reset(const std::string& token, const std::string& password = "a new password",
               const std::string& code = "") {
    return office_.ask({"POST", "/api/account/password/reset",
                        R"({"token":")" + token + R"(","password":")" + password + R"(","code":")" +
                            code + "\"}"});
  }
  std::string reset_token() {
    EXPECT_EQ(forget(lans).status, 202);
    const auto mail = office_.newest_mail(lans);
    EXPECT_THAT(mail, HasSubstr("/dat-lai-mat-khau/#"));
    return token_in(mail);
  }

  TestOffice office_;
  std::optional<Citizen> lan_;
};

// Chosen for the account, it is chosen for each application begun from then on.
TEST_F(AddressProofs, MakeTheAccountsAddressOneForNotices) {
  const auto chosen = lan_->ask({"PUT", "/api/account", R"({"name":"Lan","notify_by":"email"})"});
  ASSERT_EQ(chosen.status, 200) << chosen.body;
  EXPECT_EQ(lan_->begin("official-travel").text("notify_at"), "form") << "not confirmed yet";
  ASSERT_EQ(confirm(token_in(office_.newest_mail(lans))).status, 204);
  const auto code = lan_->send_official_travel("");
  const auto told = office_.runtime().store().notices_of(code);
  ASSERT_EQ(told.value().size(), 1U);
  EXPECT_EQ(told.value()[0].made.notice.address, lans);
  const auto draft = lan_->fill_official_travel("");
  const auto saved =
      lan_->ask({"PUT", "/api/drafts/" + draft,
                 R"({"notify_at":"form","answers":)" + std::string(travel_answers) + "}"});
  EXPECT_EQ(saved.text("notify_at"), "form");
  const auto sent = lan_->submit(draft).text("code");
  EXPECT_EQ(office_.runtime().store().notices_of(sent).value().at(0).made.notice.address,
            "mai@dulich.vn");
}

TEST_F(AddressProofs, ConfirmAnAddressOnce) {
  EXPECT_THAT(lan_->get("/api/account").body, HasSubstr(R"("address_confirmed":false)"));
  const auto token = token_in(office_.newest_mail(lans));
  EXPECT_EQ(confirm(token).status, 204);
  EXPECT_THAT(lan_->get("/api/account").body, HasSubstr(R"("address_confirmed":true)"));
  EXPECT_EQ(confirm(token).text("code"), "proof-over");
}

TEST_F(AddressProofs, AreOverAfterTheirTime) {
  const auto token = token_in(office_.newest_mail(lans));
  const auto for_reset = reset_token();
  office_.pass(seconds{3601});
  EXPECT_EQ(reset(for_reset).text("code"), "proof-over");
  office_.pass(seconds{47 * 3600});
  EXPECT_EQ(confirm(token).text("code"), "proof-over");
}

TEST_F(AddressProofs, AreForOnePurpose) {
  EXPECT_EQ(reset(token_in(office_.newest_mail(lans))).text("code"), "proof-over");
  EXPECT_EQ(confirm(reset_token()).text("code"), "proof-over");
}

TEST_F(AddressProofs, AreNotMadeFromWhatTheOutboxShows) {
  reset_token();
  Officer binh(office_, "binh");
  const auto seen = binh.get("/api/notices?state=any");
  ASSERT_EQ(seen.status, 200);
  const auto token = token_in(office_.newest_mail(lans));
  EXPECT_THAT(seen.body, Not(HasSubstr(token)));
  EXPECT_EQ(reset(token.substr(0, 22)).text("code"), "proof-over");
  EXPECT_EQ(reset(token.substr(0, 22) + std::string(40, '0')).text("code"), "proof-over");
}

TEST_F(AddressProofs, OfANamePutIntoMailByItsHolderAreNone) {
  const auto id = token_in(office_.newest_mail(lans)).substr(0, 22);
  const auto made =
      office_.ask({"POST", "/api/accounts",
                   R"({"name":"\u0002)" + id +
                       R"(\u0003","email":"t@example.org","password":"mot-cua-2017"})"});
  ASSERT_EQ(made.status, 201) << made.body;
  const auto token = token_in(office_.newest_mail(lans));
  EXPECT_THAT(office_.newest_mail("t@example.org"), Not(HasSubstr(token.substr(22))));
}

TEST_F(AddressProofs, OfAForgottenPasswordAreAnsweredAlikeForEveryName) {
  const auto known = forget(lans);
  const auto unknown = forget("nobody@example.org");
  EXPECT_EQ(known.status, 202);
  EXPECT_EQ(known.body, unknown.body);
  EXPECT_EQ(known.headers, unknown.headers);
  EXPECT_EQ(office_.newest_mail("nobody@example.org"), "");
}

TEST_F(AddressProofs, CloseEverySessionAndTellTheHolder) {
  const auto token = reset_token();
  EXPECT_EQ(reset(token, "short").text("code"), "password-too-short");
  EXPECT_EQ(reset(token).status, 204);
  EXPECT_THAT(office_.newest_mail(lans), HasSubstr("vừa được đổi"));
  EXPECT_EQ(lan_->get("/api/account").status, 401);
  EXPECT_EQ(lan_->sign_in(lans).status, 401);
  EXPECT_EQ(lan_->sign_in(lans, "a new password").status, 200);
  EXPECT_EQ(reset(token, "another password").text("code"), "proof-over");
}

// Marks of direction are dropped from every other text.
TEST_F(AddressProofs, KeepANewPasswordAsItWasTyped) {
  const std::string typed = "mật khẩu \u202e mới";
  EXPECT_EQ(reset(reset_token(), typed).status, 204);
  EXPECT_EQ(lan_->sign_in(lans, typed).status, 200);
}

TEST_F(AddressProofs, DoNotReplaceTheSecondFactor) {
  const auto secret = lan_->set_up_factor();
  const auto token = reset_token();
  EXPECT_EQ(reset(token).text("code"), "second-factor-needed");
  EXPECT_EQ(reset(token, "a new password", "000000").text("code"), "second-factor-wrong");
  office_.pass(seconds{60});
  EXPECT_EQ(reset(token, "a new password", lan_->code_of(secret)).status, 204);
}

TEST_F(AddressProofs, AskedForByAnotherNetworkLeaveTheHolderAlone) {
  for (int i = 0; i < 5; ++i) forget(lans, "198.51.100.7");
  EXPECT_EQ(forget(lans, "198.51.100.7").status, 429);
  const auto token = reset_token();  // of the mail he has already
  EXPECT_EQ(office_.mails_to(lans), 2);
  office_.pass(seconds{301});
  reset_token();
  EXPECT_EQ(office_.mails_to(lans), 3);
  EXPECT_EQ(reset(token).status, 204) << "the older one is still good";
}

TEST_F(AddressProofs, AreNotGuessedAtWithoutEnd) {
  for (int i = 0; i < 20; ++i) EXPECT_EQ(reset(std::string(62, 'x')).status, 404);
  EXPECT_EQ(reset(std::string(62, 'x')).status, 429);
}

TEST_F(AddressProofs, GoOutInTheHoldersLanguage) {
  lan_->ask({"PUT", "/api/account", R"({"name":"Lan","language":"en"})"});
  forget(lans);
  const auto mail = office_.newest_mail(lans);
  EXPECT_THAT(mail, HasSubstr("Choose a new password"));
  EXPECT_THAT(mail, HasSubstr("/en/dat-lai-mat-khau/#"));
}

}  // namespace
}  // namespace motcua::api::test
