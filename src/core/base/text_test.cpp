#include "base/text.hpp"

#include <gtest/gtest.h>

namespace motcua {
namespace {

TEST(Fold, TakesOffMarksInBothForms) {
  EXPECT_EQ(fold("Nguyễn Thị Ánh Đào"), "nguyen thi anh dao");
  EXPECT_EQ(fold("Nguye\u0302\u0303n"), "nguyen");
  EXPECT_EQ(fold("ĐỨC  Ỷ\tƯỜNG "), "duc y uong");
}

TEST(Fold, MakesEveryRunOfWhiteSpaceOneSpace) {
  EXPECT_EQ(fold("\u00A0Sở\u202F\u00A0 Ngoại\r\n\x0Bvụ\u00A0"), "so ngoai vu");
}

TEST(Fold, LeavesOtherScriptsAsTheyAre) { EXPECT_EQ(fold("Đoàn 中国 😀 Ω"), "doan 中国 😀 Ω"); }

TEST(Fold, DropsBytesThatAreNoUtf8) {
  EXPECT_EQ(fold("a\xff\xc0\x80"
                 "b"),
            "ab");
}

TEST(MatchesFolded, FindsWordsByTheirBeginnings) {
  EXPECT_TRUE(matches_folded(fold("Cử cán bộ đi nước ngoài"), "can bo ngoai"));
  EXPECT_TRUE(matches_folded(fold("Cử cán bộ đi nước ngoài"), "nuoc ng"));
  EXPECT_FALSE(matches_folded(fold("Cử cán bộ đi nước ngoài"), "oai"));
  EXPECT_TRUE(matches_folded("x", ""));
}

TEST(Utf8, RefusesOverlongAndSurrogates) {
  EXPECT_TRUE(is_valid_utf8("Hà Nội 🏛"));
  EXPECT_FALSE(is_valid_utf8("\xed\xa0\x80"));
  EXPECT_FALSE(is_valid_utf8("\xc0\xaf"));
}

}  // namespace
}  // namespace motcua
