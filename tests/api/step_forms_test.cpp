// The form of a step over the API: every wrong answer told at its place, for the act and for its
// preview; what the step shows of the application.

#include <gmock/gmock.h>

#include "test_office.hpp"

namespace motcua::api::test {
namespace {

using testing::ElementsAre;

class StepForms : public testing::Test {
 protected:
  StepForms() : counter_(office_, "lan"), specialist_(office_, "binh") {
    const auto received = counter_.ask({"POST",
                                        "/api/counter/dossiers",
                                        R"({
          "procedure":"record-confirmation","case":"standard","outcome":"received",
          "applicant":{"kind":"person","name":"Lê Thị Mai"},
          "papers":[{"paper":"request","originals":1}],
          "answers":{"person":{"name":"Lê Thị Mai"},"record":{"number":"7","year":2009},
                     "copies":1}})",
                                        {{"idempotency-key", "step-form-0001"}}});
    EXPECT_EQ(received.status, 201) << received.body;
    code_ = received.text("code");
    EXPECT_EQ(counter_.act(code_, "hand-over", 1, "step-form-0002").status, 200);
  }

  Answer end_step(std::string_view how, const std::string& answers, std::string_view language) {
    return specialist_.ask({"POST",
                            "/api/dossiers/" + code_ + "/acts/propose" + std::string(how),
                            R"({"answers":)" + answers + "}",
                            {{"if-match", "\"2\""},
                             {"accept-language", std::string(language)},
                             {"idempotency-key", "end-of-step-" + std::to_string(++asked_)}}});
  }

  static std::vector<std::string> paths_of(const Answer& answer) {
    std::vector<std::string> paths;
    const auto said = answer.read();
    const auto* errors = said.as_object().if_contains("errors");
    if (errors == nullptr) return paths;
    for (const auto& error : errors->as_array()) {
      paths.emplace_back(error.at("path").as_string());
    }
    return paths;
  }

  // The offer of an act on the dossier's page.
  json::value offer_of(const std::string& act) {
    const auto page = specialist_.get("/api/dossiers/" + code_).read();
    for (const auto& offer : page.at("acts").as_array()) {
      if (offer.at("act") == json::value(act)) return offer;
    }
    ADD_FAILURE() << act;
    return {};
  }

  TestOffice office_;
  Officer counter_;
  Officer specialist_;
  std::string code_;
  int asked_ = 0;
};

TEST_F(StepForms, EveryWrongAnswerIsToldAtItsPlace) {
  for (const auto* how : {"", "/preview"}) {
    const auto refused = end_step(how, R"({"searched_in":"attic","pages":0})", "en");
    EXPECT_EQ(refused.status, 422);
    EXPECT_EQ(refused.text("code"), "step-answers-wrong");
    EXPECT_THAT(paths_of(refused),
                testing::UnorderedElementsAre("/answers/in_archive", "/answers/searched_in",
                                              "/answers/pages"));
    EXPECT_THAT(refused.body, testing::HasSubstr("Say whether it is in the archive"));
    EXPECT_THAT(end_step(how, "{}", "vi").body,
                testing::HasSubstr("Trả lời có hay không có trong hồ sơ lưu"));
  }
  EXPECT_EQ(end_step("", R"({"in_archive":true,"searched_in":"office"})", "vi").status, 200);
}

TEST_F(StepForms, OffersTheListAndWhatWasAppliedFor) {
  const auto offer = offer_of("propose");
  const auto& schema = offer.at("fields").as_array().front().at("form").at("schema");
  const auto& choices = schema.at("properties").at("searched_in").at("enum").as_array();
  EXPECT_EQ(choices.size(), 3u) << "the old store is no longer in use";
  std::vector<std::string> shown;
  for (const auto& row : offer.at("shows").as_array()) {
    shown.push_back(std::string(row.at("label").at("en").as_string()) + ": " +
                    std::string(row.at("value").at("vi").as_string()));
  }
  EXPECT_THAT(shown,
              ElementsAre("Number of the result: 7", "Year of issue: 2009", "Number of copies: 1"));
}

TEST_F(StepForms, ACorrectedFormIsToldTheSameWay) {
  const auto refused = counter_.ask(
      {"POST",
       "/api/dossiers/" + code_ + "/acts/correct-intake",
       R"({"reason":"Gõ nhầm","answers":{"record":{"number":"7","year":1800},"copies":99}})",
       {{"if-match", "\"2\""}, {"idempotency-key", "corrected-1"}}});
  EXPECT_EQ(refused.status, 422) << refused.body;
  EXPECT_THAT(paths_of(refused),
              testing::UnorderedElementsAre("/answers/record/year", "/answers/copies"));
}

}  // namespace
}  // namespace motcua::api::test
