#include "dossier/supplement.hpp"

#include <gtest/gtest.h>

#include "dossier/event_json.hpp"

namespace motcua::dossier {
namespace {

// As the journals of earlier releases hold them, byte for byte.
constexpr std::string_view old_request =
    R"({"items":[{"paper":"invitation","what":"Thiếu bản dịch"}],"reason":"Chưa dịch"})";
constexpr std::string_view old_supplement = R"({"note":"Đã nộp"})";
constexpr std::string_view old_correction =
    R"({"before":{"kind":"person","name":"Mai"},"after":{"kind":"person","name":"Mài"},)"
    R"("case_before":"a","case_after":"a","answers_before":"{\"a\":1}",)"
    R"("answers_after":"{\"a\":2}","reason":"Chép nhầm"})";

std::string read_and_written(std::string_view name, std::string_view body) {
  const auto read = read_event(name, *read_json(body));
  if (!read) return read.error().what;
  return write_json(event_body(*read));
}

TEST(Supplement, RecordsOfEarlierReleasesReadAndWriteAsTheyWere) {
  EXPECT_EQ(read_and_written("supplement_requested", old_request), old_request);
  EXPECT_EQ(read_and_written("supplemented", old_supplement), old_supplement);
  EXPECT_EQ(read_and_written("intake_corrected", old_correction), old_correction);
}

TEST(Supplement, CorrectedAnswersAreKeptAsTheyWereAndAre) {
  Supplemented event;
  event.corrected = IntakeChange{};
  event.corrected->answers_before = R"({"a":1})";
  event.corrected->answers_after = R"({"a":2})";
  const auto read = read_event("supplemented", event_body(Event{event}));
  ASSERT_TRUE(read.ok());
  const auto& again = std::get<Supplemented>(*read);
  ASSERT_TRUE(again.corrected);
  EXPECT_EQ(again.corrected->answers_before, R"({"a":1})");
  EXPECT_EQ(again.corrected->answers_after, R"({"a":2})");
}

TEST(Supplement, PapersAloneOpenNoQuestion) {
  Dossier dossier;
  dossier.supplement = SupplementAsk{{}, {}, {}, {}, {{"invitation", "Thiếu", {}}}};
  EXPECT_TRUE(open_questions(dossier, {}).empty());
}

}  // namespace
}  // namespace motcua::dossier
