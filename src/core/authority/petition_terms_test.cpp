// Terms of petitions in an office file.

#include <gtest/gtest.h>

#include "authority/office.hpp"

namespace motcua::authority {
namespace {

OrFailure<Office> office_with(const std::string& petitions) {
  return read_office(R"(
name = { vi = "Sở" }
code_block = "000.00"
calendar = "vn"
[petitions]
)" + petitions);
}

TEST(PetitionTerms, AreTheNationalOnesUnlessTheOfficeSaysOtherwise) {
  const auto office = office_with("answer = \"10 working-days\"");
  ASSERT_TRUE(office);
  EXPECT_EQ(office->petitions.answer.amount, 10);
  EXPECT_EQ(office->petitions.refuse.amount, 2);
  EXPECT_EQ(office->petitions.ask_supplement.amount, 5);
  EXPECT_EQ(office->petitions.publish.amount, 2);
}

TEST(PetitionTerms, ThatAreNoneAreRefused) {
  for (const auto* wrong :
       {"answer = \"soon\"", "answer = \"none\"", "answer = 15", "praise = \"2 working-days\""}) {
    EXPECT_FALSE(office_with(wrong)) << wrong;
  }
}

}  // namespace
}  // namespace motcua::authority
