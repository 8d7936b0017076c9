// Forms side by side are told as questions; nothing that differs is hidden.

#include <gtest/gtest.h>

#include "procedure/compare.hpp"

namespace motcua::procedure {
namespace {

Version asks(const char* schema) {
  Version version;
  version.form_schema = *read_json(schema);
  version.form_hints = *read_json(R"({"fields": {
    "/name": {"label": {"vi": "Họ và tên", "en": "Full name"}},
    "/kind": {"label": {"vi": "Loại", "en": "Kind"},
              "options": {"new": {"vi": "Cấp mới", "en": "New"},
                          "again": {"vi": "Cấp lại", "en": "Again"}}},
    "/people/*/name": {"label": {"vi": "Tên người đi", "en": "Traveller"}}}})");
  return version;
}

struct FormCase {
  std::string what;
  const char* old;
  const char* now;
  std::string id;
  Text name;
  std::optional<Text> was;
  std::optional<Text> is;
};

class FormComparison : public ::testing::TestWithParam<FormCase> {};

TEST_P(FormComparison, IsToldInOneRow) {
  const auto& one = GetParam();
  const auto changes = compare_forms(asks(one.old), asks(one.now));
  ASSERT_EQ(changes.size(), 1U) << changes.back().id;
  EXPECT_EQ(changes[0].id, one.id);
  EXPECT_EQ(changes[0].name, one.name);
  EXPECT_EQ(changes[0].old, one.was);
  EXPECT_EQ(changes[0].now, one.is);
}

INSTANTIATE_TEST_SUITE_P(
    Forms, FormComparison,
    ::testing::Values(
        FormCase{
            "ANewQuestion",
            R"({"type": "object", "properties": {}})",
            R"({"type": "object", "required": ["name"],
                     "properties": {"name": {"type": "string", "maxLength": 200}}})",
            "/name",
            {"Họ và tên", "Full name"},
            std::nullopt,
            Text{"chữ, nhiều nhất 200 ký tự, bắt buộc", "text, at most 200 characters, required"}},
        FormCase{"AQuestionNoLongerRequired",
                 R"({"required": ["name"], "properties": {"name": {"type": "string"}}})",
                 R"({"properties": {"name": {"type": "string"}}})",
                 "/name",
                 {"Họ và tên", "Full name"},
                 Text{"chữ, bắt buộc", "text, required"},
                 Text{"chữ", "text"}},
        FormCase{"ANewChoice",
                 R"({"properties": {"kind": {"enum": ["new"]}}})",
                 R"({"properties": {"kind": {"enum": ["new", "again"]}}})",
                 "/kind",
                 {"Loại", "Kind"},
                 Text{"chọn một: Cấp mới", "one of: New"},
                 Text{"chọn một: Cấp mới; Cấp lại", "one of: New; Again"}},
        FormCase{"AQuestionOfEveryEntry",
                 R"({"properties": {"people": {"type": "array", "items": {"type": "object",
                     "properties": {}}}}})",
                 R"({"properties": {"people": {"type": "array", "items": {"type": "object",
                     "properties": {"name": {"type": "string", "format": "date"}}}}}})",
                 "/people/*/name",
                 {"Tên người đi", "Traveller"},
                 std::nullopt,
                 Text{"ngày", "a date"}},
        FormCase{"AnAddressIsOneQuestion",
                 R"({"properties": {}})",
                 R"({"properties": {"name": {"type": "object",
                     "address": "province-district-commune", "additionalProperties": false,
                     "properties": {"street": {"type": "string", "maxLength": 200}}}}})",
                 "/name",
                 {"Họ và tên", "Full name"},
                 std::nullopt,
                 Text{"địa chỉ", "an address"}},
        FormCase{"AKeywordTheWordsDoNotTell",
                 R"({"properties": {"people": {"type": "array"}}})",
                 R"({"properties": {"people": {"type": "array", "uniqueItems": true}}})",
                 "/people#uniqueItems",
                 {"people (uniqueItems)", "people (uniqueItems)"},
                 std::nullopt,
                 Text{"true", "true"}}),
    [](const auto& test) { return test.param.what; });

TEST(FormsCompared, TellsAQuestionUnderAConditionAndTheCondition) {
  const auto changes =
      compare_forms(asks(R"({"properties": {"kind": {"enum": ["new"]}}})"), asks(R"({
        "properties": {"kind": {"enum": ["new"]}},
        "dependentSchemas": {"kind": {"properties": {"name": {"type": "string"}}}}})"));
  ASSERT_EQ(changes.size(), 2U);
  EXPECT_EQ(changes[0].now, (Text{"chữ, tùy trường hợp", "text, depending on other answers"}));
  EXPECT_EQ(changes[1].name.en, "The whole form (dependentSchemas/kind/properties/name/type)");
}

TEST(FormsCompared, OfStepsNamesTheStep) {
  const auto old = asks(R"({"properties": {}})");
  auto now = old;
  now.task_forms["examine"].schema = *read_json(R"({"properties": {"in_archive": {}}})");
  const auto changes = compare_forms(old, now);
  ASSERT_EQ(changes.size(), 1U) << changes.back().id;
  EXPECT_EQ(changes.front().id, "examine:/in_archive");
  EXPECT_FALSE(changes.front().old);
  EXPECT_TRUE(compare_forms(now, now).empty());
}

}  // namespace
}  // namespace motcua::procedure
