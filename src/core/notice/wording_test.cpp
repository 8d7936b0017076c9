#include "notice/wording.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "notice/sample_test.hpp"

namespace motcua::notice {
namespace {

using testing::HasSubstr;

std::string_view refusal(const Template& written, Kind kind = Kind::Received) {
  const auto checked = check(written, kind);
  return checked ? std::string_view("none") : checked.error().code();
}

TEST(Wording, ThatIsShippedHasEveryKindInBothLanguages) {
  const auto wording = test::shipped_wording();
  for (const auto kind : all_kinds) {
    EXPECT_NE(wording.of(kind, Language::Vietnamese), wording.of(kind, Language::English));
  }
}

TEST(Wording, RefusesNamesItDoesNotKnowAndListsThoseItDoes) {
  const auto checked = check({"Hồ sơ {code}", "Kính gửi {aplicant}", "{code}"}, Kind::Received);
  ASSERT_FALSE(checked);
  EXPECT_EQ(checked.error().code(), "template_name_unknown");
  const auto told = checked.error().message(Language::English);
  EXPECT_THAT(told, HasSubstr("{aplicant}"));
  EXPECT_THAT(told, HasSubstr("{applicant}"));
}

TEST(Wording, RefusesASecretInASubjectOrAShortText) {
  EXPECT_EQ(refusal({"Chào {applicant}", "{code}", "{code}"}), "template_name_secret");
  EXPECT_EQ(refusal({"{code}", "{code}", "Lý do: {reason}"}), "template_name_secret");
  EXPECT_EQ(refusal({"{code}", "Kính gửi {applicant}", "{code}"}), "none");
}

TEST(Wording, RefusesWhatIsNoPlainText) {
  EXPECT_EQ(refusal({"a\nBcc: x@y.vn", "b", "c"}), "template_not_plain");
  EXPECT_EQ(refusal({"a\r", "b", "c"}), "template_not_plain");
  EXPECT_EQ(refusal({"a", "b\x01", "c"}), "template_not_plain");
  EXPECT_EQ(refusal({"a", "b", "\xff"}), "template_not_plain");
  EXPECT_EQ(refusal({"", "b", "c"}), "template_part_missing");
  EXPECT_EQ(refusal({"a", "b", ""}), "template_part_missing");
  EXPECT_EQ(refusal({"a", "b", ""}, Kind::Digest), "none");
  EXPECT_EQ(refusal({std::string(601, 'a'), "b", "c"}), "template_too_long");
}

TEST(Fill, ReplacesNamesOnceAndLeavesOutLinesWithNothingToSay) {
  const Values values{{"code", "1"}, {"reason", "{code}"}, {"items", ""}};
  EXPECT_EQ(fill("{code}-{reason}", values), "1-{code}");
  EXPECT_EQ(fill("a\nitems: {items}\nb {code}{items}\n", values), "a\nb 1\n");
  EXPECT_EQ(fill("{ code} {} {Code} {code", values), "{ code} {} {Code} {code");
  EXPECT_EQ(fill_short("Got {code}. Items {items}. {items} See {code}", values), "Got 1. See 1");
  EXPECT_EQ(fill_short("Got {code}. {items}", values), "Got 1.");
}

TEST(OwnTemplates, AreReadAsTheyWereWritten) {
  OwnTemplates own;
  own[{Language::English, Kind::ResultReady}] = {"s \"{code}\"", "b\n", "t"};
  own[{Language::Vietnamese, Kind::Received}] = {"Hồ sơ", "b", "t"};
  EXPECT_EQ(read_own(write_own(own)).value(), own);
  EXPECT_FALSE(read_own("[]"));
  EXPECT_FALSE(read_own(R"({"vi":{"nothing":{}}})"));
}

}  // namespace
}  // namespace motcua::notice
