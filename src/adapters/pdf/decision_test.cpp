// A decision and a letter: the layout of each, and room for who signs and for the seal.
#include <gmock/gmock.h>

#include "pdf/render.hpp"
#include "pdf/sample_papers.hpp"

namespace motcua::pdf {
namespace {

using sample::letter;

PlacedBox box_with(const Layout& layout, std::string_view words) {
  for (const auto& box : layout.boxes) {
    if (box.words.find(words) != std::string::npos) return box;
  }
  ADD_FAILURE() << "nothing says " << words;
  return {};
}

bool meet(const PlacedBox& a, const PlacedBox& b) {
  return a.page == b.page && a.left < b.left + b.width && b.left < a.left + a.width &&
         a.top < b.top + b.height && b.top < a.top + a.height;
}

TEST(decision, a_letter_names_its_subject_below_its_number_on_the_left) {
  const auto layout = print(letter()).layout;
  const auto subject = box_with(layout, "V/v gia hạn");
  EXPECT_LT(subject.left + subject.width, layout.page_width / 2);
  EXPECT_LT(subject.top, box_with(layout, "Kính gửi").top);
}

TEST(decision, a_decision_has_a_title_and_speaks_to_nobody) {
  auto made = letter();
  made.kind = "Quyết định";
  const auto layout = print(made).layout;
  EXPECT_GT(box_with(layout, "V/v gia hạn").top, box_with(layout, "QUYẾT ĐỊNH").top);
  for (const auto& box : layout.boxes) {
    EXPECT_THAT(box.words, testing::Not(testing::HasSubstr("Kính gửi")));
  }
}

TEST(decision, those_who_sign_before_have_rooms_of_their_own) {
  auto made = letter();
  made.countersigners = {"Trưởng phòng Lãnh sự", "Phó Giám đốc Sở"};
  const auto layout = print(made).layout;
  const auto first = countersigning_room(made, layout, 0);
  const auto second = countersigning_room(made, layout, 1);
  EXPECT_GT(first.width, 100);
  EXPECT_FALSE(meet(first, second));
  EXPECT_FALSE(meet(first, signing_room(made, layout)));
  for (const auto& box : layout.boxes) {
    EXPECT_FALSE(meet(first, box)) << box.words;
    EXPECT_FALSE(meet(second, box)) << box.words;
  }
}

TEST(decision, signature_and_seal_lie_on_no_words) {
  const auto made = letter();
  const auto layout = print(made).layout;
  const auto room = signing_room(made, layout);
  const auto seal = seal_room(room);
  for (const auto& box : layout.boxes) {
    EXPECT_FALSE(meet(box, room)) << box.words;
    EXPECT_FALSE(meet(box, seal)) << box.words;
  }
  EXPECT_NEAR(seal.left + seal.width, room.left + room.width / 3, 0.01);
}

}  // namespace
}  // namespace motcua::pdf
