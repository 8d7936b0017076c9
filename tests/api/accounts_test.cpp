// Accounts of those who apply: how they begin, what they guard, who acts for whom.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "base/digest.hpp"
#include "identity/one_time_code.hpp"
#include "test_citizen.hpp"

namespace motcua::api::test {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

TEST(Account, IsMadeAndSignsInAndOut) {
  TestOffice office;
  Citizen lan(office, "lan@example.org");
  EXPECT_EQ(lan.get("/api/account").text("name"), "lan@example.org");
  EXPECT_EQ(lan.ask({"DELETE", "/api/account/session"}).text("further"), "");
  EXPECT_EQ(lan.get("/api/account").text("code"), "sign-in-needed");
  EXPECT_EQ(lan.sign_in(" LAN@example.org ").status, 200);
  EXPECT_EQ(lan.get("/api/account").status, 200);
}

TEST(Account, IsMadeOnceForAnAddress) {
  TestOffice office;
  const Citizen lan(office, "lan@example.org");
  const auto again = Citizen::create(office, "LAN@example.org", "another-password");
  EXPECT_EQ(again.status, 409);
  EXPECT_EQ(again.text("code"), "email-taken");
}

TEST(Account, NeedsAnAddressAndAPasswordThatIsHardToGuess) {
  TestOffice office;
  for (const auto* email : {"lan", "lan@", "lan@home", "@example.org", "a b@example.org"}) {
    EXPECT_EQ(Citizen::create(office, email, "mot-cua-2017").status, 422) << email;
  }
  EXPECT_EQ(Citizen::create(office, "a@example.org", "short").text("code"), "password-too-short");
  EXPECT_EQ(Citizen::create(office, "minh@example.org", "minh@example.org").text("code"),
            "password-is-name");
}

TEST(Account, UnknownAddressesAndWrongPasswordsAreToldAlike) {
  TestOffice office;
  Citizen lan(office, "lan@example.org");
  const auto wrong = lan.sign_in("lan@example.org", "not-the-password");
  const auto unknown = lan.sign_in("nobody@example.org", "not-the-password");
  EXPECT_EQ(wrong.status, 401);
  EXPECT_EQ(wrong.body, unknown.body);
}

TEST(Account, GuessesFromOneNetworkLeaveItsHolderAlone) {
  TestOffice office;
  Citizen lan(office, "lan@example.org");
  for (int i = 0; i < 20; ++i) lan.sign_in("lan@example.org", "a guess", "198.51.100.7");
  EXPECT_EQ(lan.sign_in("lan@example.org", "a guess", "198.51.100.7").status, 429);
  EXPECT_EQ(lan.sign_in("lan@example.org").status, 200);
}

TEST(Account, IsNotMadeByTheHundred) {
  TestOffice office;
  for (int i = 0; i < 30; ++i) {
    const auto email = "someone" + std::to_string(i) + "@example.org";
    EXPECT_EQ(Citizen::create(office, email, "mot-cua-2017").status, 201);
  }
  EXPECT_EQ(Citizen::create(office, "one-more@example.org", "mot-cua-2017").status, 429);
}

TEST(Account, ANewPasswordEndsItsOtherSessions) {
  TestOffice office;
  Citizen here(office, "lan@example.org");
  Citizen elsewhere = here;
  elsewhere.sign_in("lan@example.org");
  EXPECT_EQ(here.ask({"PUT", "/api/account/password", R"({"old":"wrong","new":"a new password"})"})
                .text("code"),
            "password-wrong");
  EXPECT_EQ(
      here.ask({"PUT", "/api/account/password", R"({"old":"mot-cua-2017","new":"a new password"})"})
          .status,
      204);
  EXPECT_EQ(here.get("/api/account").status, 200);
  EXPECT_EQ(elsewhere.get("/api/account").status, 401);
  EXPECT_EQ(here.sign_in("lan@example.org").status, 401);
  EXPECT_EQ(here.sign_in("lan@example.org", "a new password").status, 200);
}

TEST(Account, ShowsWhereItIsSignedInAndSignsOutEverywhereElse) {
  TestOffice office;
  Citizen here(office, "lan@example.org");
  Citizen elsewhere = here;
  elsewhere.sign_in("lan@example.org");
  EXPECT_THAT(here.items("/api/account/sessions"), SizeIs(2));
  EXPECT_EQ(here.ask({"DELETE", "/api/account/sessions"}).status, 204);
  EXPECT_THAT(here.items("/api/account/sessions"), SizeIs(1));
  EXPECT_EQ(elsewhere.get("/api/account").status, 401);
}

constexpr const char* hanoi_address =
    R"({"street":"7 An Xá","commune":"Phường Phúc Xá","district":"Quận Ba Đình",)"
    R"("province":"Thành phố Hà Nội"})";

TEST(Account, AnAddressInPartsFillsInFormsThatAskForThem) {
  TestOffice office;
  Citizen lan(office, "lan@example.org");
  const auto saved =
      lan.ask({"PUT", "/api/account",
               R"({"name":"Lan","address_parts":)" + std::string(hanoi_address) + "}"});
  ASSERT_EQ(saved.status, 200) << saved.body;
  office.restart();
  const auto me = lan.get("/api/account").read().at("parties").at(0);
  EXPECT_EQ(me.at("address"), "7 An Xá, Phường Phúc Xá, Quận Ba Đình, Thành phố Hà Nội");
  EXPECT_EQ(write_json(me.at("address_parts")), hanoi_address);
  const auto draft = lan.begin("consular-certification");
  ASSERT_EQ(draft.status, 201) << draft.body;
  EXPECT_EQ(write_json(draft.read().at("answers").at("person").at("address")), hanoi_address);
}

TEST(Account, TheAddressOfWhomOneActsForFillsInHisForm) {
  TestOffice office;
  Citizen lan(office, "lan@example.org");
  Citizen mai(office, "mai@example.org");
  lan.ask({"PUT", "/api/account",
           R"({"name":"Lan","address_parts":)" + std::string(hanoi_address) + "}"});
  const auto id = lan.get("/api/account").text("id");
  const auto given =
      lan.ask({"POST", "/api/account/mandates",
               R"({"principal":")" + id + R"(","representative":"mai@example.org"})"});
  ASSERT_EQ(given.status, 201) << given.body;
  const auto draft = mai.begin("consular-certification", id);
  ASSERT_EQ(draft.status, 201) << draft.body;
  EXPECT_EQ(write_json(draft.read().at("answers").at("person").at("address")), hanoi_address);
}

TEST(Account, AnAddressOfOneLineStaysReadable) {
  TestOffice office;
  Citizen lan(office, "lan@example.org");
  lan.ask({"PUT", "/api/account", R"({"name":"Lan","address":"7 An Xá, Hà Nội"})"});
  const auto me = lan.get("/api/account").read().at("parties").at(0);
  EXPECT_EQ(me.at("address"), "7 An Xá, Hà Nội");
  EXPECT_EQ(member(me, "address_parts"), nullptr);
}

TEST(Account, OfACitizenIsNoOfficers) {
  TestOffice office;
  const Citizen lan(office, "lan@example.org");
  const auto token = lan.cookie().substr(lan.cookie().find('=') + 1);
  EXPECT_EQ(office.ask({"GET", "/api/session", "", {{"cookie", "motcua_session=" + token}}}).status,
            401);
}

TEST(SecondFactor, IsAskedForOnceItIsSetUp) {
  TestOffice office;
  Citizen lan(office, "lan@example.org");
  const auto secret = lan.set_up_factor();
  EXPECT_EQ(lan.sign_in("lan@example.org").text("code"), "second-factor-needed");
  EXPECT_EQ(lan.sign_in_with_code("000000").text("code"), "second-factor-wrong");
  office.pass(seconds{60});
  EXPECT_EQ(lan.sign_in_with_code(lan.code_of(secret)).status, 200);
  EXPECT_EQ(lan.sign_in_with_code(lan.code_of(secret)).text("code"), "second-factor-wrong");
}

TEST(SecondFactor, ThatIsLostIsReplacedBySpareCodesEachGoodOnce) {
  TestOffice office;
  Citizen lan(office, "lan@example.org");
  lan.set_up_factor();
  ASSERT_THAT(lan.spare_codes(), SizeIs(10));
  EXPECT_EQ(lan.sign_in_with_code(lan.spare_codes()[3]).status, 200);
  EXPECT_EQ(lan.sign_in_with_code(lan.spare_codes()[3]).status, 401);
  EXPECT_EQ(lan.get("/api/account").number("spare_codes"), 9);
}

TEST(SecondFactor, IsNotSetUpByACodeOfAnotherEnrolment) {
  TestOffice office;
  Citizen lan(office, "lan@example.org");
  Citizen minh(office, "minh@example.org");
  const auto of_minh = minh.ask({"POST", "/api/account/second-factor", "{}"});
  const auto code = lan.code_of(of_minh.text("secret"));
  const auto refused =
      lan.ask({"PUT", "/api/account/second-factor",
               R"({"enrolment":")" + of_minh.text("enrolment") + R"(","code":")" + code + "\"}"});
  EXPECT_EQ(refused.text("code"), "second-factor-wrong");
}

TEST(SecondFactor, OfAnOfficerIsSetUpBeforeAnythingElseWhereItIsNeeded) {
  TestOffice office;
  office.need_second_factor();
  Officer binh(office, "binh");
  EXPECT_EQ(binh.get("/api/dossiers").text("code"), "second-factor-to-set-up");
  EXPECT_EQ(binh.get("/api/session").status, 200);
  const auto told = binh.ask({"POST", "/api/session/second-factor", "{}"});
  const auto code = authenticator_code(office, told.text("secret"));
  EXPECT_EQ(
      binh.ask({"PUT", "/api/session/second-factor",
                R"({"enrolment":")" + told.text("enrolment") + R"(","code":")" + code + "\"}"})
          .status,
      200);
  EXPECT_EQ(binh.get("/api/dossiers").status, 200);
  const auto again =
      office.ask({"POST", "/api/session", R"({"username":"binh","password":"mot-cua-2017"})"});
  EXPECT_EQ(again.text("code"), "second-factor-needed");
}

TEST(SecondFactor, IsReplacedOnlyByWhoHasIt) {
  TestOffice office;
  Citizen lan(office, "lan@example.org");
  const auto secret = lan.set_up_factor();
  const auto told = lan.ask({"POST", "/api/account/second-factor", "{}"});
  const auto order = [&](const std::string& present) {
    return lan.ask({"PUT", "/api/account/second-factor",
                    R"({"enrolment":")" + told.text("enrolment") + R"(","code":")" +
                        lan.code_of(told.text("secret")) + R"(","present":")" + present + "\"}"});
  };
  EXPECT_EQ(order("").text("code"), "second-factor-needed");
  EXPECT_EQ(order("000000").text("code"), "second-factor-wrong");
  office.pass(seconds{60});
  EXPECT_EQ(order(lan.code_of(secret)).status, 200);
}

TEST(SecondFactor, IsNotGuessedAtWithoutEnd) {
  TestOffice office;
  Citizen lan(office, "lan@example.org");
  lan.set_up_factor();
  for (int i = 0; i < 20; ++i) {
    EXPECT_EQ(
        lan.ask({"POST", "/api/account/second-factor/removal", R"({"code":"000000"})"}).status,
        401);
  }
  EXPECT_EQ(lan.ask({"POST", "/api/account/second-factor/removal", R"({"code":"000000"})"}).status,
            429);
}

TEST(Draft, OfAnAccountIsFilledInByItAndOpenToNobodyElse) {
  TestOffice office;
  Citizen mai(office, "mai@example.org");
  const auto company = mai.add_organisation("Công ty Sông Hồng");
  const auto draft = mai.begin("international-conference", company);
  ASSERT_EQ(draft.status, 201) << draft.body;
  EXPECT_THAT(draft.body, HasSubstr("Công ty Sông Hồng"));
  EXPECT_THAT(mai.items("/api/account/drafts"), SizeIs(1));
  const auto path = "/api/drafts/" + draft.text("id");
  EXPECT_EQ(office.ask({"GET", path}).text("code"), "sign-in-needed");
  Citizen minh(office, "minh@example.org");
  EXPECT_EQ(minh.get(path).status, 404);
  EXPECT_EQ(mai.get(path).status, 200);
}

TEST(Draft, ForAPartyOneMayNotActForIsRefused) {
  TestOffice office;
  Citizen mai(office, "mai@example.org");
  const auto company = mai.add_organisation("Công ty Sông Hồng");
  Citizen minh(office, "minh@example.org");
  EXPECT_EQ(minh.begin("international-conference", company).text("code"), "not-your-party");
}

TEST(Draft, TwentyAreBegunInOneAccountAndNoMoreOfTenThousand) {
  TestOffice office;
  Citizen mai(office, "mai@example.org");
  for (int i = 0; i < 20; ++i) EXPECT_EQ(mai.begin("international-conference").status, 201);
  int refused = 0;
  for (int i = 20; i < 10'000; ++i) {
    refused += mai.begin("international-conference").text("code") == "too-many-drafts" ? 1 : 0;
  }
  EXPECT_EQ(refused, 9'980);
}

TEST(Draft, ByTheThousandLeaveTwentyInTheStore) {
  TestOffice office;
  Citizen mai(office, "mai@example.org");
  int begun = 0;
  for (int i = 0; i < 10'000; ++i) {
    begun += mai.begin("international-conference").status == 201 ? 1 : 0;
  }
  EXPECT_EQ(begun, 20);
  EXPECT_THAT(mai.items("/api/account/drafts"), SizeIs(20));
}

TEST(Draft, AreTwentyAlsoWhenTheyAreBegunAtOnce) {
  TestOffice office;
  Citizen mai(office, "mai@example.org");
  const auto begin_ten = [&] {
    Citizen window = mai;
    for (int i = 0; i < 10; ++i) window.begin("international-conference");
  };
  std::vector<std::thread> windows;
  for (int i = 0; i < 4; ++i) windows.emplace_back(begin_ten);
  for (auto& window : windows) window.join();
  EXPECT_THAT(mai.items("/api/account/drafts"), SizeIs(20));
}

TEST(Draft, BegunWithoutAnAccountIsTakenInBySecretAndOpensToNobodyElseThen) {
  TestOffice office;
  const auto begun =
      office.ask({"POST", "/api/drafts", R"({"procedure":"international-conference"})"});
  const auto id = begun.text("id");
  const std::string take = R"({"draft":")" + id + "\"}";
  Citizen mai(office, "mai@example.org");
  EXPECT_EQ(mai.ask({"POST", "/api/account/drafts", R"({"draft":"a guess"})"}).status, 404);
  ASSERT_EQ(mai.ask({"POST", "/api/account/drafts", take}).status, 200);
  EXPECT_EQ(mai.ask({"POST", "/api/account/drafts", take}).status, 200) << "sent twice";
  EXPECT_THAT(mai.items("/api/account/drafts"), SizeIs(1));
  Citizen minh(office, "minh@example.org");
  EXPECT_EQ(minh.ask({"POST", "/api/account/drafts", take}).status, 404);
  EXPECT_EQ(minh.get("/api/drafts/" + id).status, 404);
  EXPECT_EQ(office.ask({"GET", "/api/drafts/" + id}).text("code"), "sign-in-needed");
  EXPECT_EQ(mai.get("/api/drafts/" + id).status, 200);
}

TEST(Draft, IsTakenInForAPartyOneMayActForAndUpToTwenty) {
  TestOffice office;
  const std::string order = R"({"procedure":"international-conference"})";
  const auto id = office.ask({"POST", "/api/drafts", order}).text("id");
  Citizen mai(office, "mai@example.org");
  const auto company = mai.add_organisation("Công ty Sông Hồng");
  Citizen minh(office, "minh@example.org");
  const std::string take = R"({"draft":")" + id + R"(","party":")" + company + "\"}";
  EXPECT_EQ(minh.ask({"POST", "/api/account/drafts", take}).text("code"), "not-your-party");
  for (int i = 0; i < 20; ++i) mai.begin("international-conference");
  EXPECT_EQ(mai.ask({"POST", "/api/account/drafts", take}).text("code"), "too-many-drafts");
}

TEST(Draft, SaysOnEveryDeviceWhatTheOfficeFilledIn) {
  TestOffice office;
  Citizen mai(office, "mai@example.org");
  const auto company = mai.add_organisation("Công ty Sông Hồng");
  const auto draft = mai.begin("official-travel", company);
  EXPECT_THAT(draft.body, HasSubstr(R"("filled_in":["/unit/name")"));
  const auto path = "/api/drafts/" + draft.text("id");
  EXPECT_THAT(mai.get(path).body, HasSubstr(R"("/unit/name")"));
  mai.ask({"PUT", path, R"({"answers":{"unit":{"name":"Tên khác"}}})"});
  EXPECT_THAT(mai.get(path).body, HasSubstr(R"("filled_in":[])"));
}

TEST(Draft, IsToldOfAsItsAccountWants) {
  TestOffice office;
  Citizen mai(office, "mai@example.org");
  EXPECT_EQ(mai.ask({"PUT", "/api/account", R"({"name":"Mai","notify_by":"sms"})"}).status, 422);
  const auto saved =
      mai.ask({"PUT", "/api/account",
               R"({"name":"Mai","phone":"0912345678","notify_by":"sms","language":"en"})"});
  EXPECT_EQ(saved.text("notify_by"), "sms");
  const auto draft = mai.begin("international-conference");
  EXPECT_EQ(draft.text("notify_by"), "sms");
  EXPECT_EQ(draft.text("language"), "en");
  EXPECT_EQ(
      mai.ask({"PUT", "/api/account", R"({"name":"Mai","notify_by":"form"})"}).text("notify_by"),
      "form");
}

TEST(Draft, WithoutAnAccountIsNotBegunByTheThousand) {
  TestOffice office;
  int refused = 0;
  for (int i = 0; i < 310; ++i) {
    const auto begun =
        office.ask({"POST", "/api/drafts", R"({"procedure":"international-conference"})"});
    refused += begun.status == 429 ? 1 : 0;
  }
  EXPECT_EQ(refused, 10);
}

class Mandates : public testing::Test {
 protected:
  Mandates()
      : mai_(office_, "mai@example.org"),
        minh_(office_, "minh@example.org"),
        company_(mai_.add_organisation("Công ty Sông Hồng")) {}

  Answer give(Citizen& by, const std::string& more = "") {
    return by.ask(
        {"POST", "/api/account/mandates",
         R"({"principal":")" + company_ + R"(","representative":"minh@example.org")" + more + "}"});
  }
  std::string sent_by_mai() { return mai_.send_official_travel(company_); }

  TestOffice office_;
  Citizen mai_;
  Citizen minh_;
  std::string company_;
};

TEST_F(Mandates, LetAnotherApplyAndFollowUntilTheyAreRevoked) {
  const auto code = sent_by_mai();
  EXPECT_EQ(minh_.get("/api/tracking/" + code).status, 404);
  const auto given = give(mai_);
  ASSERT_EQ(given.status, 201) << given.body;
  EXPECT_EQ(minh_.get("/api/tracking/" + code).status, 200);
  EXPECT_THAT(minh_.items("/api/account/dossiers"), SizeIs(1));
  EXPECT_EQ(minh_.begin("international-conference", company_).status, 201);
  const auto revoked = mai_.ask({"DELETE", "/api/account/mandates/" + given.text("id")});
  ASSERT_EQ(revoked.status, 200) << revoked.body;
  EXPECT_EQ(minh_.get("/api/tracking/" + code).status, 404);
  EXPECT_THAT(minh_.items("/api/account/dossiers"), IsEmpty());
  EXPECT_EQ(mai_.get("/api/tracking/" + code).status, 200);
}

TEST_F(Mandates, RevokedWhileADraftIsOpenStopItFromBeingSent) {
  const auto given = give(mai_);
  const auto draft = minh_.fill_official_travel(company_);
  mai_.ask({"DELETE", "/api/account/mandates/" + given.text("id")});
  EXPECT_EQ(minh_.submit(draft).text("code"), "not-your-party");
}

TEST_F(Mandates, ForOneProcedureAreForNoOther) {
  ASSERT_EQ(give(mai_, R"(,"procedures":["international-conference"])").status, 201);
  EXPECT_EQ(minh_.begin("international-conference", company_).status, 201);
  EXPECT_EQ(minh_.begin("official-travel", company_).text("code"), "not-your-party");
  EXPECT_EQ(minh_.get("/api/tracking/" + sent_by_mai()).status, 404);
}

TEST_F(Mandates, AreGivenByThoseWhoMayAppoint) {
  EXPECT_EQ(give(minh_).text("code"), "not-your-party");
  ASSERT_EQ(give(mai_, R"(,"may_appoint":true)").status, 201);
  Citizen thu(office_, "thu@example.org");
  const auto given =
      minh_.ask({"POST", "/api/account/mandates",
                 R"({"principal":")" + company_ + R"(","representative":"thu@example.org"})"});
  EXPECT_EQ(given.status, 201) << given.body;
  EXPECT_EQ(thu.begin("international-conference", company_).status, 201);
}

TEST_F(Mandates, AreGivenBackByTheirRepresentative) {
  const auto given = give(mai_);
  EXPECT_EQ(minh_.ask({"DELETE", "/api/account/mandates/" + given.text("id")}).status, 200);
  EXPECT_EQ(minh_.begin("international-conference", company_).text("code"), "not-your-party");
}

TEST_F(Mandates, LeaveAnOrganisationSomebodyWhoMayAppoint) {
  const auto first = mai_.items("/api/account/mandates")[0].at("id").as_string();
  const auto path = "/api/account/mandates/" + std::string(first);
  EXPECT_EQ(mai_.ask({"DELETE", path}).text("code"), "last-representative");
  give(mai_, R"(,"may_appoint":true)");
  EXPECT_EQ(mai_.ask({"DELETE", path}).status, 200);
  EXPECT_EQ(mai_.begin("international-conference", company_).text("code"), "not-your-party");
}

TEST_F(Mandates, DoNotTellWhoHasAnAccountToWhoeverAsks) {
  for (int i = 0; i < 20; ++i) {
    mai_.ask({"POST", "/api/account/mandates",
              R"({"principal":")" + company_ + R"(","representative":"guess@example.org"})"});
  }
  EXPECT_EQ(give(mai_).status, 429);
}

TEST_F(Mandates, OfAnotherPartyAreNotSeen) {
  const auto given = give(mai_);
  Citizen thu(office_, "thu@example.org");
  EXPECT_THAT(thu.items("/api/account/mandates"), IsEmpty());
  EXPECT_EQ(thu.ask({"DELETE", "/api/account/mandates/" + given.text("id")}).status, 404);
}

TEST_F(Mandates, NameWhoTheDossierWasFiledBy) {
  const auto given = give(mai_);
  const auto code = minh_.send_official_travel(company_);
  const auto dossier = office_.runtime().cache().find(code);
  ASSERT_TRUE(dossier.ok());
  const auto& filer = (*dossier)->intake.filer;
  EXPECT_EQ(filer.party, company_);
  EXPECT_EQ(filer.mandate, given.text("id"));
  EXPECT_NE(filer.account, filer.party);
}

TEST(HeldDossiers, OutliveARestart) {
  TestOffice office;
  Citizen mai(office, "mai@example.org");
  const auto code = mai.send_official_travel("");
  office.restart();
  EXPECT_THAT(mai.items("/api/account/dossiers"), SizeIs(1));
  EXPECT_EQ(mai.get("/api/tracking/" + code).text("code"), code);
}

}  // namespace
}  // namespace motcua::api::test
