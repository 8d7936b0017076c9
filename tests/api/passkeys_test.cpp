// Passkeys of citizens and officers, by an authenticator in software.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/base64.hpp"
#include "passkey/soft_authenticator.hpp"
#include "test_citizen.hpp"

namespace motcua::api::test {
namespace {

using passkey::RelyingParty;
using passkey::SoftAuthenticator;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr const char* lans = "lan@example.org";
const RelyingParty here{"office.test", "https://office.test"};

std::string quoted(const char* name, const std::string& bytes) {
  return "\"" + std::string(name) + "\":\"" + in_base64url(bytes) + "\"";
}

class Passkeys : public testing::Test {
 protected:
  Passkeys() : lan_(office_, lans) { office_.answer_at(here.origin); }

  // Whoever asks, officer or citizen, adds a passkey of this authenticator.
  template <class Who>
  Answer add(Who& who, const std::string& base, SoftAuthenticator& phone) {
    const auto told =
        who.ask({"POST", base + "/passkeys/challenge", R"({"password":"mot-cua-2017"})"});
    EXPECT_EQ(told.status, 200) << told.body;
    return put(who, base, phone.create(here, told.text("challenge")));
  }
  template <class Who>
  Answer put(Who& who, const std::string& base, const passkey::Answer& made) {
    return who.ask({"POST", base + "/passkeys",
                    R"({"name":"Điện thoại",)" + quoted("client_data", made.client_data) + "," +
                        quoted("authenticator_data", made.authenticator_data) + "}"});
  }
  Answer add_lans() { return add(lan_, "/api/account", phone_); }

  struct Challenge {
    std::string value;
    std::string cookie;
  };
  Challenge challenge(const std::string& entrance = "/api/account/session/passkey") {
    const auto told = office_.ask({"POST", entrance + "/challenge"});
    EXPECT_EQ(told.text("rp_id"), here.id);
    return {told.text("challenge"), cookie_of(told)};
  }
  Answer send(const passkey::Answer& given, const std::string& cookie,
              const std::string& entrance = "/api/account/session/passkey") {
    return office_.ask({"POST",
                        entrance,
                        "{" + quoted("id", phone_.id()) + "," +
                            quoted("client_data", given.client_data) + "," +
                            quoted("authenticator_data", given.authenticator_data) + "," +
                            quoted("signature", given.signature) + "}",
                        {{"cookie", cookie}}});
  }
  Answer sign_in() {
    const auto asked = challenge();
    return send(phone_.sign(here, asked.value), asked.cookie);
  }

  TestOffice office_;
  Citizen lan_;
  SoftAuthenticator phone_;
};

TEST_F(Passkeys, SignACitizenInWithoutPasswordOrCode) {
  lan_.set_up_factor();
  ASSERT_EQ(add_lans().status, 201);
  const auto opened = sign_in();
  EXPECT_EQ(opened.status, 200) << opened.body;
  EXPECT_EQ(opened.text("name"), lans);
  EXPECT_THAT(lan_.get("/api/account/passkeys").body, HasSubstr("used_at"));
}

TEST_F(Passkeys, SignAnOfficerInWhoNeedsTwoFactors) {
  Officer binh(office_, "binh");
  ASSERT_EQ(add(binh, "/api/session", phone_).status, 201);
  office_.need_second_factor();
  const std::string entrance = "/api/session/passkey";
  const auto asked = challenge(entrance);
  const auto opened = send(phone_.sign(here, asked.value), asked.cookie, entrance);
  ASSERT_EQ(opened.status, 200) << opened.body;
  EXPECT_EQ(office_.ask({"GET", "/api/dossiers", "", {{"cookie", cookie_of(opened)}}}).status, 200);
  const auto as_citizen = challenge();
  EXPECT_EQ(send(phone_.sign(here, as_citizen.value), as_citizen.cookie).status, 401);
}

TEST_F(Passkeys, AreRefusedWithAChallengeThatWasUsed) {
  add_lans();
  const auto asked = challenge();
  const auto given = phone_.sign(here, asked.value);
  EXPECT_EQ(send(given, asked.cookie).status, 200);
  EXPECT_EQ(send(given, asked.cookie).text("code"), "passkey-refused");
}

TEST_F(Passkeys, AreRefusedWithTheChallengeOfAnotherBrowser) {
  add_lans();
  const auto asked = challenge();
  const auto other = challenge();
  EXPECT_EQ(send(phone_.sign(here, asked.value), other.cookie).status, 401);
  EXPECT_EQ(send(phone_.sign(here, asked.value), "").status, 401);
}

TEST_F(Passkeys, AreRefusedWithAChallengeThatIsOver) {
  add_lans();
  const auto asked = challenge();
  office_.pass(seconds{301});
  EXPECT_EQ(send(phone_.sign(here, asked.value), asked.cookie).status, 401);
}

TEST_F(Passkeys, AreRefusedFromAnotherOriginAndWithAForgedSignature) {
  add_lans();
  auto asked = challenge();
  EXPECT_EQ(send(phone_.sign({here.id, "https://0ffice.test"}, asked.value), asked.cookie).status,
            401);
  asked = challenge();
  auto given = phone_.sign(here, asked.value);
  given.signature = SoftAuthenticator().signature_of(given);
  EXPECT_EQ(send(given, asked.cookie).text("code"), "passkey-refused");
}

TEST_F(Passkeys, ThatWereCopiedOpenNothing) {
  add_lans();
  EXPECT_EQ(sign_in().status, 200);
  EXPECT_EQ(sign_in().status, 200);
  phone_.counter = 0;
  EXPECT_EQ(sign_in().text("code"), "passkey-copied");
}

TEST_F(Passkeys, AreAddedByWhoKnowsThePasswordInTheSessionThatAsked) {
  const auto told =
      lan_.ask({"POST", "/api/account/passkeys/challenge", R"({"password":"a guess"})"});
  EXPECT_EQ(told.text("code"), "password-wrong");
  const auto asked =
      lan_.ask({"POST", "/api/account/passkeys/challenge", R"({"password":"mot-cua-2017"})"});
  const auto made = phone_.create(here, asked.text("challenge"));
  Citizen minh(office_, "minh@example.org");
  EXPECT_EQ(put(minh, "/api/account", made).text("code"), "passkey-refused");
  EXPECT_EQ(put(lan_, "/api/account", made).status, 201);
  EXPECT_EQ(put(lan_, "/api/account", made).text("code"), "passkey-refused");
  EXPECT_EQ(add(minh, "/api/account", phone_).text("code"), "passkey-known");
}

TEST_F(Passkeys, AreSeveralWithNamesAndGoWhenTheirHolderWants) {
  SoftAuthenticator laptop("laptop");
  const auto first = add_lans().text("id");
  ASSERT_EQ(add(lan_, "/api/account", laptop).status, 201);
  EXPECT_THAT(lan_.items("/api/account/passkeys"), SizeIs(2));
  const auto path = "/api/account/passkeys/" + first;
  Citizen minh(office_, "minh@example.org");
  EXPECT_EQ(minh.ask({"DELETE", path}).status, 404);
  EXPECT_EQ(minh.ask({"PUT", path, R"({"name":"Của tôi"})"}).status, 404);
  EXPECT_EQ(lan_.ask({"PUT", path, R"({"name":"Máy cũ"})"}).text("name"), "Máy cũ");
  EXPECT_EQ(lan_.ask({"DELETE", path}).status, 204);
  EXPECT_THAT(lan_.items("/api/account/passkeys"), SizeIs(1));
  EXPECT_EQ(sign_in().status, 401);
}

TEST_F(Passkeys, AreTenAtMost) {
  for (int i = 0; i < 10; ++i) {
    SoftAuthenticator phone("phone " + std::to_string(i));
    EXPECT_EQ(add(lan_, "/api/account", phone).status, 201);
  }
  EXPECT_EQ(lan_.ask({"POST", "/api/account/passkeys/challenge", R"({"password":"mot-cua-2017"})"})
                .text("code"),
            "too-many-passkeys");
}

TEST_F(Passkeys, FromBeforeAnAddressWasProvedAreForgottenWithItsPassword) {
  office_.send_mail();
  Citizen squatter(office_, "owner@example.org");
  ASSERT_EQ(add(squatter, "/api/account", phone_).status, 201);
  office_.ask({"POST", "/api/account/password/forgotten", R"({"email":"owner@example.org"})"});
  const auto mail = office_.newest_mail("owner@example.org");
  const auto begin = mail.find('#') + 1;
  const auto token = mail.substr(begin, mail.find('\n', begin) - begin);
  EXPECT_EQ(office_
                .ask({"POST", "/api/account/password/reset",
                      R"({"token":")" + token + R"(","password":"a new password"})"})
                .status,
            204);
  EXPECT_EQ(sign_in().status, 401);
}

}  // namespace
}  // namespace motcua::api::test
