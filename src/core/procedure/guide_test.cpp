#include "procedure/guide.hpp"

#include <gmock/gmock.h>

namespace motcua::procedure {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::vector<std::string> guide_procedures{"travel", "visa"};

// "line: code" of everything wrong with a guide.
std::vector<std::string> wrong_with(std::string_view text) {
  const auto guide = read_guide(text);
  std::vector<std::string> found;
  const auto problems =
      guide ? check_guide(*guide, {guide_procedures, guide_procedures}) : guide.error();
  for (const auto& problem : problems) {
    EXPECT_EQ(problem.file, "guide.toml");
    EXPECT_NE(problem.what.vi, problem.what.en);
    found.push_back(std::to_string(problem.line) + ": " + problem.code);
  }
  return found;
}

constexpr std::string_view sound = R"([[question]]
id = "start"
text = { vi = "Bạn muốn làm gì?", en = "What do you want to do?" }
[[question.answer]]
id = "go"
text = { vi = "Đi", en = "Go" }
procedure = "travel"
[[question.answer]]
id = "stay"
text = { vi = "Ở", en = "Stay" }
question = "who"

[[question]]
id = "who"
text = { vi = "Ai ở?", en = "Who stays?" }
[[question.answer]]
id = "guest"
text = { vi = "Khách", en = "A guest" }
procedure = "visa"
[[question.answer]]
id = "i"
text = { vi = "Tôi", en = "I" }
advice = { vi = "Không cần gì", en = "Nothing is needed" }
)";

std::string with(std::string_view what, std::string_view instead) {
  std::string text(sound);
  return text.replace(text.find(what), what.size(), instead);
}

TEST(Guide, leads_from_the_first_question_to_procedures_and_advice) {
  EXPECT_THAT(wrong_with(sound), IsEmpty());
  const auto guide = read_guide(sound).value();
  EXPECT_EQ(guide.questions.front().id, "start");
  EXPECT_EQ(guide.find("who")->answers[0].procedure, "visa");
  EXPECT_EQ(guide.find("who")->answers[1].advice.en, "Nothing is needed");
  EXPECT_EQ(guide.find("nobody"), nullptr);
}

TEST(Guide, with_a_way_that_does_not_end_is_found_out) {
  EXPECT_THAT(wrong_with(with("procedure = \"visa\"", "question = \"start\"")),
              ElementsAre("1: procedure-not-found", "16: circle"));
  EXPECT_THAT(wrong_with(with("question = \"who\"", "question = \"whom\"")),
              ElementsAre("8: question-unknown", "13: question-not-reached"));
  EXPECT_THAT(wrong_with(with("procedure = \"visa\"", "procedure = \"visas\"")),
              ElementsAre("1: procedure-not-found", "16: procedure-unknown"));
  EXPECT_THAT(wrong_with(with("procedure = \"travel\"", "")),
              ElementsAre("1: procedure-not-found", "4: answer-leads-nowhere"));
  EXPECT_THAT(
      wrong_with(with("procedure = \"travel\"", "procedure = \"travel\"\nquestion = \"who\"")),
      ElementsAre("4: answer-leads-nowhere"));
}

TEST(Guide, that_asks_twice_or_nothing_or_in_one_language_is_found_out) {
  EXPECT_THAT(wrong_with(with("id = \"stay\"", "id = \"go\"")), ElementsAre("8: answer-twice"));
  EXPECT_THAT(wrong_with(with("id = \"who\"", "id = \"start\"")),
              ElementsAre("8: question-unknown", "13: question-twice"));
  EXPECT_THAT(wrong_with(with(", en = \"A guest\"", "")), ElementsAre("18: key-missing"));
  EXPECT_THAT(wrong_with(with("advice", "advise")), ElementsAre("23: key-unknown"));
  EXPECT_THAT(wrong_with(""),
              ElementsAre("1: guide-empty", "1: procedure-not-found", "1: procedure-not-found"));
  EXPECT_THAT(wrong_with("question"), ElementsAre("1: toml-broken"));
}

}  // namespace
}  // namespace motcua::procedure
