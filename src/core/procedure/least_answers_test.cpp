#include "procedure/least_answers.hpp"
#include "procedure/write_answer.hpp"

#include <gtest/gtest.h>

#include "procedure/form.hpp"
#include "procedure/shipped_procedures_test.hpp"
#include "procedure/version_file.hpp"

namespace motcua::procedure {
namespace {

TEST(LeastAnswers, FillInEveryShippedForm) {
  for (const auto& [folder, files] : shipped_procedures()) {
    const auto version = read_version(files).value();
    const auto answers = least_answers(version, json::object{});
    for (const auto& error : check_answers(version, answers)) {
      ADD_FAILURE() << folder << " " << error.path << ": " << error.code;
    }
  }
}

TEST(LeastAnswers, KeepWhatIsGivenAndAnswerWhatItOpens) {
  const auto version = read_version(shipped_procedures().at("official-travel/v1")).value();
  json::value given = *read_json(R"({"leader": {"party_managed": true}})");
  write_applicant_part(version, given, "name", "Sở Du lịch");
  const auto answers = least_answers(version, given);
  EXPECT_EQ(applicant_part(version, answers, "name"), "Sở Du lịch");
  EXPECT_FALSE(string_member(*member(answers, "leader"), "party_notice").empty());
  EXPECT_TRUE(check_answers(version, answers).empty());
}

}  // namespace
}  // namespace motcua::procedure
