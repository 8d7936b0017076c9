#include "xlsx/sheet_name.hpp"

#include <gtest/gtest.h>

namespace motcua::xlsx {
namespace {

TEST(sheet_name, forbidden_letters_become_blanks) {
  std::set<std::string> taken;
  EXPECT_EQ(sheet_name("II.06a/VPCP: [quý I]*?", taken), "II.06a VPCP   quý I");
  EXPECT_EQ(sheet_name("'//'", taken), "Figures");
}

TEST(sheet_name, is_cut_after_31_characters_not_bytes) {
  std::set<std::string> taken;
  EXPECT_EQ(sheet_name("Tình hình, kết quả giải quyết thủ tục hành chính", taken),
            "Tình hình, kết quả giải quyết t");
}

TEST(sheet_name, no_two_are_alike) {
  std::set<std::string> taken;
  EXPECT_EQ(sheet_name("Đúng hạn", taken), "Đúng hạn");
  EXPECT_EQ(sheet_name("ĐÚNG HẠN", taken), "ĐÚNG HẠN (2)");
  EXPECT_EQ(sheet_name("đúng hạn", taken), "đúng hạn (3)");
  const std::string thirty_one(31, 'x');
  EXPECT_EQ(sheet_name(thirty_one, taken), thirty_one);
  EXPECT_EQ(sheet_name(thirty_one, taken), std::string(27, 'x') + " (2)");
}

TEST(first_characters, counts_as_spreadsheets_do) {
  EXPECT_EQ(first_characters("Sở 😀 x", 4), "Sở ");
  EXPECT_EQ(first_characters("Sở 😀 x", 5), "Sở 😀");
  EXPECT_EQ(first_characters("ab", 5), "ab");
}

}  // namespace
}  // namespace motcua::xlsx
