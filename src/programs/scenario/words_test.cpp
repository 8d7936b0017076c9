#include "scenario/words.hpp"

#include <gtest/gtest.h>

#include "scenario/script.hpp"

namespace motcua::scenario {
namespace {

constexpr std::string_view text =
    "# scenario: one\n\ngiven office x\n\n"
    "2017-04-12 09:10 Lan receives D1\n    from \"Sở Du lịch\"\n----\nold\n# a remark\n";

TEST(Words, ADeedIsReadWithItsClauses) {
  const auto deed = read_deed(
      "2017-04-14 10:00 Bình requests supplement for D2 asking invitation \"Thiếu bản dịch\"");
  ASSERT_TRUE(deed);
  EXPECT_EQ(deed->actor, "Bình");
  EXPECT_EQ(deed->act, "request-supplement");
  EXPECT_EQ(deed->dossier, "D2");
  ASSERT_EQ(deed->input.items.size(), 1U);
  EXPECT_EQ(deed->input.items[0].what, "Thiếu bản dịch");
}

TEST(Words, ARequestMayHaveAKey) {
  EXPECT_EQ(read_deed("2017-04-14 10:00 Lan hands over D1 key \"lan-1\"")->key, "lan-1");
  EXPECT_TRUE(read_deed("2017-04-14 10:00 Lan hands over D1")->key.empty());
}

TEST(Words, WhatIsNotInTheVocabularyIsAnError) {
  EXPECT_FALSE(read_deed("2017-04-14 10:00 Bình loses D1"));
  EXPECT_FALSE(read_deed("2017-04-14 10:00 Bình takes D1 quickly"));
  EXPECT_FALSE(read_deed("2017-02-29 10:00 Bình takes D1"));
  EXPECT_FALSE(read_deed("2017-04-14 10:00 Dũng apologises for D1 until 2017-02-30"));
}

TEST(Words, ADayOffMayBeSwapped) {
  const auto deed =
      read_deed("2017-04-14 08:00 holiday 2017-04-28 decreed \"1/TB\" worked 2017-05-06");
  ASSERT_TRUE(deed);
  EXPECT_EQ(deed->decree.date, make_date(2017, 4, 28));
  EXPECT_EQ(deed->decree.number, "1/TB");
  EXPECT_EQ(deed->decree.worked, make_date(2017, 5, 6));
  EXPECT_FALSE(read_deed("2017-04-14 08:00 holiday 2017-04-28 decreed \"1/TB\" worked"));
  EXPECT_FALSE(read_deed("2017-04-14 08:00 holiday 2017-04-28 decreed \"1/TB\" then"));
}

TEST(Words, EveryActOfTheTableHasAVerb) {
  for (const auto& rule : dossier::act_table()) {
    bool has_verb = false;
    for (const auto& verb : verbs()) has_verb = has_verb || verb.act == rule.name;
    EXPECT_TRUE(has_verb) << rule.name;
  }
}

TEST(Script, AnActRunsOnOverIndentedLines) {
  const auto script = read_script("one", text);
  ASSERT_TRUE(script);
  ASSERT_EQ(script->steps.size(), 1U);
  EXPECT_EQ(script->steps[0].act.text, "2017-04-12 09:10 Lan receives D1 from \"Sở Du lịch\"");
  EXPECT_EQ(script->steps[0].expected[0].text, "old");
}

TEST(Script, AcceptingReplacesOnlyWhatWasExpected) {
  const auto written = rewrite(text, {{"new", "newer"}});
  EXPECT_NE(written.find("----\nnew\nnewer\n# a remark\n"), std::string::npos);
  EXPECT_EQ(written.find("old"), std::string::npos);
}

TEST(Script, AnActWithoutHyphensNamesItsLine) {
  const auto script = read_script("one", "# scenario: one\n2017-04-12 09:10 Lan takes D1\n\n");
  ASSERT_FALSE(script);
  EXPECT_NE(script.error().what.find("one:3:"), std::string::npos);
}

}  // namespace
}  // namespace motcua::scenario
