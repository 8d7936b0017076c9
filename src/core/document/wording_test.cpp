#include "document/wording.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace motcua::document {
namespace {

TEST(wording, small_days_and_the_first_two_months_take_a_zero) {
  EXPECT_EQ(spell_date(make_date(2017, 2, 8)), "ngày 08 tháng 02 năm 2017");
  EXPECT_EQ(spell_date(make_date(2017, 1, 31)), "ngày 31 tháng 01 năm 2017");
  EXPECT_EQ(spell_date(make_date(2017, 4, 12)), "ngày 12 tháng 4 năm 2017");
  EXPECT_EQ(spell_date(make_date(2017, 9, 9)), "ngày 09 tháng 9 năm 2017");
  EXPECT_EQ(spell_date(make_date(2017, 10, 10)), "ngày 10 tháng 10 năm 2017");
}

TEST(wording, moments_are_told_to_the_minute) {
  EXPECT_EQ(spell_moment(at(make_date(2017, 2, 8), minutes{8 * 60 + 30})),
            "08 giờ 30 phút, ngày 08 tháng 02 năm 2017");
  EXPECT_EQ(spell_moment(at(make_date(2017, 4, 20), minutes{16 * 60})),
            "16 giờ 00 phút, ngày 20 tháng 4 năm 2017");
}

TEST(wording, english_dates) {
  EXPECT_EQ(spell_english_date(make_date(2017, 4, 2)), "2 April 2017");
  EXPECT_EQ(spell_english_date(make_date(2016, 12, 31)), "31 December 2016");
}

TEST(wording, counts_are_grouped_by_thousands) {
  EXPECT_EQ(write_count(0, Language::Vietnamese), "0");
  EXPECT_EQ(write_count(999, Language::Vietnamese), "999");
  EXPECT_EQ(write_count(1242, Language::Vietnamese), "1.242");
  EXPECT_EQ(write_count(1242, Language::English), "1,242");
  EXPECT_EQ(write_count(-1234567, Language::Vietnamese), "-1.234.567");
  EXPECT_EQ(write_count(std::numeric_limits<std::int64_t>::min(), Language::English),
            "-9,223,372,036,854,775,808");
}

TEST(wording, rates_keep_two_decimals) {
  EXPECT_EQ(write_percent({9783}, Language::Vietnamese), "97,83 %");
  EXPECT_EQ(write_percent({9783}, Language::English), "97.83%");
  EXPECT_EQ(write_percent({10000}, Language::Vietnamese), "100,00 %");
  EXPECT_EQ(write_percent({5}, Language::Vietnamese), "0,05 %");
  EXPECT_EQ(write_percent({-105}, Language::Vietnamese), "-1,05 %");
}

TEST(wording, capitals_of_every_vietnamese_letter) {
  EXPECT_EQ(upper_case("Sở Ngoại vụ Hà Nội"), "SỞ NGOẠI VỤ HÀ NỘI");
  EXPECT_EQ(upper_case("Ủy ban nhân dân thành phố Hà Nội"), "ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI");
  EXPECT_EQ(upper_case("àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩị"), "ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊ");
  EXPECT_EQ(upper_case("òóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"), "ÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ");
  EXPECT_EQ(upper_case("ÒÓỎ 12/NV ÷ 中 😀"), "ÒÓỎ 12/NV ÷ 中 😀");
}

TEST(wording, broken_utf8_passes_as_it_is) {
  EXPECT_EQ(upper_case("a\xC3"), "A\xC3");
  EXPECT_EQ(upper_case("a\xE1\xBB"), "A\xE1\xBB");
}

TEST(printable, ordinary_text_is_unchanged) {
  EXPECT_EQ(printable("Nguyễn Thị Ánh <b>A&B\nhai dòng 中 😀"),
            "Nguyễn Thị Ánh <b>A&B\nhai dòng 中 😀");
}

TEST(printable, control_characters_become_blanks) {
  EXPECT_EQ(printable(std::string_view{"a\0b\tc\rd\x1B[1m\x7F", 12}), "a b c d [1m ");
  EXPECT_EQ(printable("a\xC2\x85"
                      "b\xE2\x80\xA8"
                      "c"),
            "a b c");
}

TEST(printable, marks_that_turn_the_direction_are_dropped) {
  EXPECT_EQ(printable("đơn\xE2\x80\xAE.pdf\xE2\x81\xA6!\xEF\xBB\xBF"), "đơn.pdf!");
}

TEST(printable, broken_utf8_and_non_characters_are_replaced) {
  EXPECT_EQ(printable("a\xFFz"), "a\uFFFDz");
  EXPECT_EQ(printable("a\xE1\xBB"), "a\uFFFD\uFFFD");
  EXPECT_EQ(printable("\xEF\xBF\xBE"), "\uFFFD");
  EXPECT_EQ(printable("\xEF\xB7\x90"), "\uFFFD");        // U+FDD0
  EXPECT_EQ(printable("\xF4\x8F\xBF\xBF"), "\uFFFD");    // U+10FFFF
  EXPECT_EQ(printable("\xEF\xB7\xB0"), "\xEF\xB7\xB0");  // U+FDF0, an Arabic ligature
  EXPECT_EQ(printable("\xED\xA0\x80"), "\uFFFD\uFFFD\uFFFD");
}

TEST(printable, a_line_has_no_line_feed) { EXPECT_EQ(printable_line("a\nb"), "a b"); }

}  // namespace
}  // namespace motcua::document
