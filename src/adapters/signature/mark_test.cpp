// The mark on the page: every word inside its frame, none on another.
#include "signature/mark.hpp"

#include <gtest/gtest.h>

namespace motcua::signature {
namespace {

const Moment nine_ten = *parse_moment("2017-04-12T09:10:05");

const ports::OfficerMark officer{"Nguyễn Thị Ánh Nguyệt", "Phó Giám đốc",
                                 "Sở Ngoại vụ thành phố Hà Nội"};

std::string fault_of(const pdf::Layout& layout) {
  double bottom = 0;
  for (const auto& box : layout.boxes) {
    if (box.left < 3 || box.left + box.width > layout.page_width - 3) return "wide: " + box.words;
    if (box.top < bottom - 0.01) return "on another: " + box.words;
    bottom = box.top + box.height;
    if (bottom > layout.page_height - 3) return "low: " + box.words;
  }
  return layout.pages == 1 ? "" : "more than one page";
}

std::vector<std::string> words_of(const pdf::Layout& layout) {
  std::vector<std::string> words;
  for (const auto& box : layout.boxes) words.push_back(box.words);
  return words;
}

TEST(mark, an_officers_says_who_in_which_post_for_whom_and_when) {
  const auto drawn = draw(officer, nine_ten, natural_size(officer, nine_ten));
  EXPECT_EQ(words_of(drawn.layout),
            (std::vector<std::string>{"Người ký: Nguyễn Thị Ánh Nguyệt", "Chức vụ: Phó Giám đốc",
                                      "Cơ quan: Sở Ngoại vụ thành phố Hà Nội",
                                      "Thời gian ký: 12/04/2017 09:10:05 +07:00"}));
  EXPECT_EQ(fault_of(drawn.layout), "");
}

TEST(mark, an_officers_words_leave_the_left_third_to_the_seal) {
  const auto size = natural_size(officer, nine_ten);
  for (const auto& box : draw(officer, nine_ten, size).layout.boxes) {
    EXPECT_GT(box.left, size.width / 3) << box.words;
  }
}

TEST(mark, a_seal_says_which_agency_in_capitals) {
  const ports::SealMark seal{"Sở Ngoại vụ thành phố Hà Nội"};
  const auto drawn = draw(seal, nine_ten, natural_size(seal, nine_ten));
  EXPECT_EQ(words_of(drawn.layout).front(), "SỞ NGOẠI VỤ THÀNH PHỐ HÀ NỘI");
  EXPECT_EQ(fault_of(drawn.layout), "");
}

TEST(mark, empty_lines_are_left_out) {
  const ports::OfficerMark mark{"Trần Quốc Khánh", "", " "};
  const auto drawn = draw(mark, nine_ten, natural_size(mark, nine_ten));
  EXPECT_EQ(drawn.layout.boxes.size(), 2);
}

TEST(mark, long_words_wrap_and_small_rooms_take_smaller_type) {
  std::string name;
  for (int i = 0; i < 40; ++i) name += "Nghiêng ";
  for (const auto& text : {name, std::string(300, 'W')}) {
    const ports::OfficerMark mark{text, text, text};
    EXPECT_EQ(fault_of(draw(mark, nine_ten, natural_size(mark, nine_ten)).layout), "");
    EXPECT_EQ(fault_of(draw(mark, nine_ten, {120, 60}).layout), "");
    EXPECT_EQ(fault_of(draw(ports::SealMark{text}, nine_ten, {120, 60}).layout), "");
  }
  EXPECT_EQ(fault_of(draw(officer, nine_ten, {60, 20}).layout), "");
}

TEST(mark, nothing_to_be_seen_has_no_size) {
  EXPECT_EQ(natural_size(ports::Unseen{}, nine_ten).width, 0);
}

TEST(mark, text_from_outside_is_made_printable) {
  const ports::OfficerMark mark{"Trần\n\x01Khánh\u202E", "", ""};
  const auto drawn = draw(mark, nine_ten, natural_size(mark, nine_ten));
  EXPECT_EQ(words_of(drawn.layout).front(), "Người ký: Trần  Khánh");
}

}  // namespace
}  // namespace motcua::signature
