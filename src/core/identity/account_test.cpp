#include "identity/account.hpp"

#include <gtest/gtest.h>

namespace motcua::identity {
namespace {

const Date april_12 = make_date(2017, 4, 12);

Mandate from_company(Date from) {
  Mandate mandate;
  mandate.id = "m1";
  mandate.principal = "company";
  mandate.representative = "lan";
  mandate.from = from;
  return mandate;
}

TEST(Mandate, HoldsFromItsFirstToItsLastDay) {
  auto mandate = from_company(april_12);
  mandate.until = april_12 + std::chrono::days(2);
  EXPECT_FALSE(is_in_force(mandate, april_12 - std::chrono::days(1)));
  EXPECT_TRUE(is_in_force(mandate, april_12));
  EXPECT_TRUE(is_in_force(mandate, april_12 + std::chrono::days(2)));
  EXPECT_FALSE(is_in_force(mandate, april_12 + std::chrono::days(3)));
  EXPECT_EQ(state_of(mandate, april_12 - std::chrono::days(1)), MandateState::NotBegun);
  EXPECT_EQ(state_of(mandate, april_12 + std::chrono::days(3)), MandateState::Over);
}

TEST(Mandate, EndsWhenItIsRevoked) {
  auto mandate = from_company(april_12);
  mandate.revoked_at = at(april_12, minutes{600});
  EXPECT_FALSE(is_in_force(mandate, april_12));
  EXPECT_EQ(state_of(mandate, april_12 + std::chrono::days(3)), MandateState::Revoked);
}

TEST(Mandate, ForNamedProceduresIsForNoOther) {
  auto mandate = from_company(april_12);
  EXPECT_TRUE(allows(mandate, "apec-card", april_12));
  mandate.procedures = {"apec-card"};
  EXPECT_TRUE(allows(mandate, "apec-card", april_12));
  EXPECT_FALSE(allows(mandate, "consular-certificate", april_12));
}

TEST(Mandate, LetsAPersonActForHimselfAndThoseWhoGaveOne) {
  const std::vector<Mandate> mandates{from_company(april_12), from_company(april_12)};
  EXPECT_EQ(parties_of("lan", mandates, april_12), (std::vector<std::string>{"lan", "company"}));
  EXPECT_EQ(parties_of("minh", mandates, april_12), std::vector<std::string>{"minh"});
}

TEST(Mandate, IsGivenByThePartyOrWhoeverMayAppoint) {
  std::vector<Mandate> mandates{from_company(april_12)};
  EXPECT_TRUE(may_appoint("lan", "lan", mandates, april_12));
  EXPECT_FALSE(may_appoint("lan", "company", mandates, april_12));
  mandates.front().may_appoint = true;
  EXPECT_TRUE(may_appoint("lan", "company", mandates, april_12));
  EXPECT_FALSE(may_appoint("minh", "company", mandates, april_12));
}

TEST(Mandate, ThatIsOverIsNotGiven) {
  auto mandate = from_company(april_12);
  mandate.until = april_12 - std::chrono::days(1);
  const auto refused = check_mandate(mandate, april_12);
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().code(), "mandate_over");
  EXPECT_TRUE(check_mandate(from_company(april_12), april_12).ok());
}

TEST(Mandate, ForOneselfIsNotGiven) {
  auto mandate = from_company(april_12);
  mandate.principal = "lan";
  EXPECT_EQ(check_mandate(mandate, april_12).error().code(), "mandate_for_oneself");
}

TEST(Password, HasTenLettersAndIsNotTheHoldersName) {
  dossier::Applicant holder;
  holder.name = "Nguyễn Thị Lan Hương";
  holder.email = "lan.huong@example.org";
  EXPECT_EQ(check_password("mộtcửa123", holder).error().code(), "password_too_short");
  EXPECT_TRUE(check_password("mộtcửa1234", holder).ok());
  EXPECT_EQ(check_password("nguyen thi lan huong", holder).error().code(), "password_is_name");
  EXPECT_EQ(check_password("LAN.HUONG@example.org", holder).error().code(), "password_is_name");
}

TEST(SignInName, IsTheAddressInLowerCase) {
  EXPECT_EQ(sign_in_name(" Lan@Example.ORG "), "lan@example.org");
  EXPECT_EQ(sign_in_name("  "), "");
}

}  // namespace
}  // namespace motcua::identity
