#include "procedure/version_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "procedure/catalogue.hpp"
#include "procedure/progress.hpp"
#include "procedure/shipped_procedures_test.hpp"

namespace motcua::procedure {
namespace {

std::string told(const Problems& problems) {
  std::string text;
  for (const Problem& problem : problems) {
    text += problem.file + ":" + std::to_string(problem.line) + ": " + problem.code + ": " +
            problem.what.en + "\n";
  }
  return text;
}

Version shipped(const std::string& folder) {
  auto version = read_version(shipped_procedures().at(folder));
  EXPECT_TRUE(version.ok()) << (version ? "" : told(version.error()));
  return std::move(version).value();
}

TEST(ShippedProcedures, AreAllReadable) {
  for (const auto& [folder, files] : shipped_procedures()) {
    auto version = read_version(files);
    ASSERT_TRUE(version.ok()) << folder << "\n" << told(version.error());
    EXPECT_EQ(version->procedure + "/v" + std::to_string(version->number), folder);
    EXPECT_EQ(version->open_for_applications, version->verified || version->sample) << folder;
    EXPECT_EQ(version->lifecycle, Lifecycle::Published) << folder;
  }
}

// Runs one case through its process, taking every task in turn; gives the tasks in their order.
std::vector<std::string> walked(const Version& version, std::string_view one_case) {
  const feel::Context variables{{"case", one_case}, {"outcome", "approved"}};
  std::vector<std::string> tasks;
  auto step = start(version.process, variables);
  while (step.ok() && !step->instance.ended && tasks.size() < 100) {
    tasks.push_back(step->instance.tasks.front());
    step = complete(version.process, step->instance, tasks.back(), variables);
  }
  EXPECT_TRUE(step.ok());
  return tasks;
}

struct Confirmed {
  std::string folder;
  std::string one_case;
  int days;
  std::vector<std::string> tasks;
};

// facts 2.2: the steps and days of the five confirmed procedures.
TEST(ShippedProcedures, HaveTheConfirmedStepsAndDays) {
  const std::vector<Confirmed> all{
      {"official-travel/v1", "standard", 6, {"reception", "examine", "approve", "city", "return"}},
      {"abtc/v1", "official", 11, {"reception", "examine", "approve", "city", "return"}},
      {"abtc/v1",
       "business",
       22,
       {"reception", "consult", "police", "examine", "approve", "city", "return"}},
      {"international-conference/v1",
       "no-opinions",
       7,
       {"reception", "examine", "approve", "city", "return"}},
      {"international-conference/v2",
       "opinions",
       12,
       {"reception", "ask", "opinion-police", "opinion-agencies", "examine", "approve", "city",
        "return"}},
      {"foreign-ngo-office/v1",
       "standard",
       22,
       {"reception", "examine", "opinion", "submit", "approve", "city-review", "city", "return"}},
      {"foreigner-visa-extension/v1", "standard", 3, {"reception", "examine", "approve", "return"}},
  };
  for (const Confirmed& confirmed : all) {
    const Version version = shipped(confirmed.folder);
    const Case* one = version.find_case(confirmed.one_case);
    ASSERT_NE(one, nullptr) << confirmed.folder;
    for (Channel channel : {Channel::Online, Channel::Counter, Channel::Post}) {
      EXPECT_EQ(one->term(channel)->amount, confirmed.days) << confirmed.folder;
    }
    EXPECT_EQ(walked(version, confirmed.one_case), confirmed.tasks) << confirmed.folder;
    int sum = 0;
    for (const auto& [task, share] : one->shares) {
      if (task != "opinion-police") sum += share.amount;  // beside the other agencies' five days
    }
    EXPECT_EQ(sum, confirmed.days) << confirmed.folder << " " << confirmed.one_case;
  }
}

TEST(ShippedProcedures, ChooseTheirCaseByTheAnswers) {
  auto chosen = [](const std::string& folder, const feel::Context& answers) {
    return feel::write(shipped(folder).case_decision->evaluate(answers).value);
  };
  EXPECT_EQ(chosen("abtc/v1", {{"applicant_kind", "business"}}), "\"business\"");
  EXPECT_EQ(chosen("abtc/v1", {{"applicant_kind", "official"}}), "\"official\"");
  EXPECT_EQ(chosen("abtc/v1", {}), "null");
  const std::string conference = "international-conference/v1";
  EXPECT_EQ(chosen(conference, {{"topic_of_others", false}}), "\"no-opinions\"");
  EXPECT_EQ(chosen(conference, {{"topic_of_others", true}, {"opinions_attached", true}}),
            "\"no-opinions\"");
  EXPECT_EQ(chosen(conference, {{"topic_of_others", true}, {"opinions_attached", false}}),
            "\"opinions\"");
}

TEST(ShippedProcedures, AskForThePartyNoticeOnlyWhereSomebodyIsPartyManaged) {
  const Version version = shipped("official-travel/v1");
  auto condition = feel::Expression::compile(version.find_paper("party-notice")->condition);
  ASSERT_TRUE(condition.ok());
  auto asked = [&](const char* answers) {
    return condition->is_true(feel::context_from_json(*read_json(answers)));
  };
  EXPECT_TRUE(asked(R"({"leader":{"party_managed":true}})"));
  EXPECT_TRUE(asked(R"({"leader":{"party_managed":false},"members":[{"party_managed":true}]})"));
  EXPECT_FALSE(asked(R"({"leader":{"party_managed":false},"members":[{"party_managed":false}]})"));
  EXPECT_FALSE(asked(R"({"leader":{"party_managed":false}})"));
}

TEST(Life, APublishedVersionMayNotChange) {
  Files files = shipped_procedures().at("abtc/v1");
  EXPECT_EQ(files.at("published.digest"), digest_of(files) + "\n");
  files.at("texts.vi.toml") += "\n# changed\n";
  auto version = read_version(files);
  ASSERT_FALSE(version.ok());
  EXPECT_EQ(version.error().at(0).code, "digest-differs");
  files.erase("published.digest");
  EXPECT_EQ(read_version(files)->lifecycle, Lifecycle::Draft);
}

TEST(Life, IsAbolishedByADecisionWithoutChangingTheVersion) {
  Files files = shipped_procedures().at("abtc/v1");
  files["abolished.toml"] = "on = 2018-01-01\nby = \"QĐ 1\"\n";
  auto version = read_version(files);
  ASSERT_TRUE(version.ok());
  EXPECT_EQ(version->lifecycle, Lifecycle::Abolished);
  EXPECT_EQ(version->abolished_by, "QĐ 1");
  const Catalogue catalogue({*version});
  EXPECT_NE(catalogue.in_force("abtc", make_date(2017, 12, 31)), nullptr);
  EXPECT_EQ(catalogue.in_force("abtc", make_date(2018, 1, 1)), nullptr);
  EXPECT_NE(catalogue.find("abtc", 1), nullptr);
  files.erase("published.digest");
  EXPECT_EQ(read_version(files).error().at(0).code, "abolished-before-published");
}

TEST(Catalogue, GivesTheVersionInForceOnADay) {
  const std::string id = "international-conference";
  const Catalogue catalogue({shipped(id + "/v2"), shipped(id + "/v1"), shipped("abtc/v1")});
  EXPECT_EQ(catalogue.in_force(id, make_date(2015, 12, 31)), nullptr);
  EXPECT_EQ(catalogue.in_force(id, make_date(2020, 4, 14))->number, 1);
  EXPECT_EQ(catalogue.in_force(id, make_date(2020, 4, 15))->number, 2);
  EXPECT_EQ(catalogue.find(id, 1)->lifecycle, Lifecycle::Amended);
  EXPECT_EQ(catalogue.find(id, 3), nullptr);
  const auto all = catalogue.all_in_force(make_date(2017, 4, 12));
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0]->procedure, "abtc");
  EXPECT_EQ(all[1]->number, 1);
}

TEST(Reading, SaysFileLineAndWhatIsWrong) {
  Files files = shipped_procedures().at("abtc/v1");
  files.erase("published.digest");
  auto problems = [&](const char* file, std::string content) {
    Files changed = files;
    changed.at(file) = std::move(content);
    auto version = read_version(changed);
    return version ? std::string("fine") : told({version.error().front()});
  };
  EXPECT_THAT(problems("form.ui.json", "{\n\n]"), testing::StartsWith("form.ui.json:3: json-"));
  EXPECT_THAT(problems("procedure.toml", "a = 1\nb ="),
              testing::StartsWith("procedure.toml:2: toml-broken"));
  EXPECT_THAT(problems("procedure.toml", "procedure = \"x\"\nin_force_from = 2017-01-01\nnew = 1"),
              testing::StartsWith("procedure.toml:3: key-unknown"));
  EXPECT_THAT(problems("procedure.toml", "procedure = 1\n"),
              testing::StartsWith("procedure.toml:1: value-wrong"));
  EXPECT_THAT(problems("process.bpmn", "<x/>"),
              testing::StartsWith("process.bpmn:1: process-refused"));
  EXPECT_THAT(problems("decisions.dmn", "<x/>"),
              testing::StartsWith("decisions.dmn:1: decision-refused"));
  EXPECT_THAT(problems("texts.en.toml", "name = \"\xff\""),
              testing::StartsWith("texts.en.toml:1: not-utf8"));
  files.erase("process.bpmn");
  EXPECT_EQ(read_version(files).error().at(0).code, "file-missing");
}

}  // namespace
}  // namespace motcua::procedure
