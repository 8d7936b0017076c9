// Forms of steps on the shipped sample that has all of it: a list, answers of the application
// shown.

#include <gtest/gtest.h>

#include <algorithm>

#include "procedure/form.hpp"
#include "procedure/shipped_procedures_test.hpp"
#include "procedure/shown_answers.hpp"
#include "procedure/version_file.hpp"

namespace motcua::procedure {
namespace {

Version with_step_forms() {
  auto version = read_version(shipped_procedures().at("record-confirmation/v2"));
  EXPECT_TRUE(version.ok());
  return std::move(version).value();
}

std::vector<std::string> faults_on(std::string_view answers, Date day) {
  const auto version = with_step_forms();
  const StepForm step{version, version.task_forms.at("examine")};
  std::vector<std::string> found;
  for (const auto& error : check_answers_on(step, *read_json(answers), day)) {
    EXPECT_NE(error.message.vi, error.message.en);
    found.push_back(error.path + " " + error.code);
  }
  std::ranges::sort(found);
  return found;
}

const Date day_of_work = make_date(2017, 4, 12);

TEST(StepForm, EveryWrongAnswerIsTold) {
  EXPECT_EQ(
      faults_on(R"({"searched_in":"attic","pages":0})", day_of_work),
      (std::vector<std::string>{"/in_archive required", "/pages minimum", "/searched_in enum"}));
  EXPECT_EQ(faults_on(R"({"in_archive":true,"searched_in":"office"})", day_of_work),
            std::vector<std::string>{});
}

TEST(StepForm, AListOffersWhatWasValidOnTheDay) {
  constexpr std::string_view old_store = R"({"in_archive":true,"searched_in":"old-store"})";
  EXPECT_EQ(faults_on(old_store, make_date(2016, 5, 4)), std::vector<std::string>{});
  EXPECT_EQ(faults_on(old_store, day_of_work), std::vector<std::string>{"/searched_in enum"});
  const auto version = with_step_forms();
  const auto& form = version.task_forms.at("examine");
  const auto offered = write_json(form_schema_on({version, form}, day_of_work));
  EXPECT_NE(offered.find("division"), std::string::npos);
  EXPECT_EQ(offered.find("old-store"), std::string::npos);
  const auto rows = answer_rows(form, *read_json(old_store));
  EXPECT_EQ(rows.back().value,
            (Text{"Kho cũ (không dùng nữa)", "The old store (no longer in use)"}))
      << "what was chosen once keeps its name";
}

TEST(StepForm, ShowsAnswersOfTheApplication) {
  const auto version = with_step_forms();
  const auto answers =
      *read_json(R"({"person":{"name":"Mai"},"record":{"number":"7","year":2009}})");
  const auto shown = shown_answers(version, "examine", answers);
  ASSERT_EQ(shown.size(), 3u);
  EXPECT_EQ(shown[0].path, "/record/number");
  EXPECT_EQ(shown[0].label, (Text{"Số văn bản kết quả", "Number of the result"}));
  EXPECT_EQ(shown[1].value->en, "2009");
  EXPECT_EQ(shown[2].path, "/copies");
  EXPECT_FALSE(shown[2].value) << "asked and not answered";
  EXPECT_EQ(shown_answers(version, "approve", answers).front().value->vi, "Mai")
      << "a step without a form shows answers, too";
  EXPECT_TRUE(shown_answers(version, "reception", answers).empty());
}

}  // namespace
}  // namespace motcua::procedure
