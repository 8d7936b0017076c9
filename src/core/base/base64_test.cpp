#include "base/base64.hpp"

#include <gtest/gtest.h>

namespace motcua {
namespace {

TEST(Base64, IsWhatTheStandardLists) {  // RFC 4648, section 10
  for (const auto& [plain, text] :
       {std::pair{"", ""}, std::pair{"f", "Zg=="}, std::pair{"fo", "Zm8="},
        std::pair{"foo", "Zm9v"}, std::pair{"foob", "Zm9vYg=="}, std::pair{"fooba", "Zm9vYmE="},
        std::pair{"foobar", "Zm9vYmFy"}}) {
    EXPECT_EQ(in_base64(plain), text);
    EXPECT_EQ(out_of_base64(text), plain);
  }
}

TEST(Base64, IsReadStrictly) {
  for (const auto* text : {"Z", "Zg", "Zg=", "Zg==Zg==", "Z===", "====", "Zm9\n", "Z m9"}) {
    EXPECT_FALSE(out_of_base64(text)) << text;
  }
}

TEST(Base64Url, HasNeitherPaddingNorSignsOfAddresses) {
  EXPECT_EQ(in_base64url("\xFB\xFF"), "-_8");
  EXPECT_EQ(out_of_base64url("-_8"), "\xFB\xFF");
  EXPECT_FALSE(out_of_base64url("+/8"));
  EXPECT_FALSE(out_of_base64url("abcde"));
  EXPECT_FALSE(out_of_base64url("-_8="));
}

}  // namespace
}  // namespace motcua
