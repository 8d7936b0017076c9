#include "procedure/reopened.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace motcua::procedure {
namespace {

// A list whose entries have a condition of their own, beside one that the whole form has.
Version reopened_form() {
  Version version;
  version.form_schema = *read_json(R"({"type":"object",
    "properties":{
      "kind":{"type":"string","enum":["own","guest"]},
      "name":{"type":"string"},
      "agreed":{"type":"boolean","const":true},
      "people":{"type":"array","items":{"type":"object",
        "properties":{"name":{"type":"string"},"party":{"type":"boolean"}},
        "if":{"properties":{"party":{"const":true}},"required":["party"]},
        "then":{"required":["notice"],"properties":{"notice":{"type":"string"}}}}}},
    "if":{"properties":{"kind":{"const":"guest"}},"required":["kind"]},
    "then":{"properties":{"host":{"type":"object","properties":{"phone":{"type":"string"}}}}}})");
  version.form_hints = *read_json(R"({"pages":[{"fields":["/people"]},{"fields":["/kind"]}],
    "fields":{"/people/*/name":{"label":{"vi":"Họ tên","en":"Name"}}}})");
  return version;
}

const json::value reopened_answers =
    *read_json(R"({"kind":"guest","name":"Mai","people":[{"name":"An","party":true,"notice":"7"},
                   {"name":"Bình"}],"host":{"phone":"024"}})");

std::vector<std::string> paths_of(const std::vector<Question>& questions) {
  std::vector<std::string> paths;
  for (const auto& question : questions) paths.push_back(question.path);
  return paths;
}

TEST(Reopened, QuestionsAreThoseOfTheFormAsItWasAnswered) {
  const auto questions = questions_of(reopened_form(), reopened_answers);
  EXPECT_EQ(paths_of(questions),
            (std::vector<std::string>{"/name", "/people", "/people/0/name", "/people/0/party",
                                      "/people/0/notice", "/people/1/name", "/people/1/party",
                                      "/host/phone", "/kind"}));
  EXPECT_EQ(questions[5].label.vi, "Họ tên (2)");
  EXPECT_EQ(questions[5].value.vi, "Bình");
}

TEST(Reopened, AFormNobodyFilledInHasNone) {
  EXPECT_TRUE(questions_of(reopened_form(), json::object{}).empty());
}

TEST(Reopened, WhatDependsOnAQuestionIsOpenWithIt) {
  EXPECT_EQ(with_dependents(reopened_form(), {"/kind"}),
            (std::vector<std::string>{"/kind", "/host/phone"}));
  EXPECT_EQ(with_dependents(reopened_form(), {"/people/1/party"}),
            (std::vector<std::string>{"/people/1/party", "/people/1/notice"}));
  EXPECT_EQ(with_dependents(reopened_form(), {"/name"}), std::vector<std::string>{"/name"});
}

TEST(Reopened, ADependantIsShownWithWhatItsConditionLooksAt) {
  EXPECT_EQ(write_json(answers_around(reopened_form(), reopened_answers, {"/host/phone"})),
            R"({"host":{"phone":"024"},"kind":"guest"})");
  EXPECT_EQ(write_json(answers_around(reopened_form(), reopened_answers, {"/people/1/name"})),
            R"({"people":[{},{"name":"Bình"}],"kind":"guest"})");
}

TEST(Reopened, OnlyWhatIsOpenChanges) {
  const auto sent = *read_json(R"({"kind":"own","people":[{},{}]})");
  const auto after = put_answers(reopened_answers, sent, {"/kind", "/host/phone"});
  ASSERT_TRUE(after.ok());
  EXPECT_EQ(write_json(*after),
            R"({"kind":"own","name":"Mai","people":[{"name":"An","party":true,"notice":"7"},)"
            R"({"name":"Bình"}],"host":{}})");
}

TEST(Reopened, AnotherAnswerIsRefusedByItsPointer) {
  const auto sent = *read_json(R"({"kind":"own","people":[{"name":"Ân"}]})");
  const auto refused = put_answers(reopened_answers, sent, {"/kind"});
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error(), "/people/0/name");
}

TEST(Reopened, AnotherAnswerSentAsItWasIsNotRefused) {
  EXPECT_TRUE(put_answers(reopened_answers, reopened_answers, {"/kind"}).ok());
}

}  // namespace
}  // namespace motcua::procedure
