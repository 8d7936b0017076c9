#include "cli/procedure_check.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "base/json.hpp"

namespace motcua::cli {
namespace {

using testing::HasSubstr;

struct Checked {
  int code = 0;
  std::string out;
  std::string err;
};

Checked checked(const std::string& folder, Language language = Language::English,
                bool json = false) {
  const auto path = std::filesystem::path(MOTCUA_SOURCE_DIR) / folder;
  std::ostringstream out;
  std::ostringstream err;
  const int code = run_procedure_check(
      {path, {"reception", "specialist", "head", "director", "liaison"}, language, json}, out, err);
  return {code, out.str(), err.str()};
}

TEST(ProcedureCheck, IsCleanForTheShippedProcedures) {
  const auto answer = checked("procedures");
  EXPECT_EQ(answer.code, 0) << answer.out;
  EXPECT_THAT(answer.out, HasSubstr("versions checked, 0 problems"));
}

TEST(ProcedureCheck, SaysFileLineAndProblemInBothLanguages) {
  const auto english = checked("tests/procedures/role-nobody-holds");
  EXPECT_EQ(english.code, 1);
  EXPECT_THAT(english.out, HasSubstr("process.bpmn:6: role-nobody-holds: nobody holds the role"));
  const auto vietnamese = checked("tests/procedures/role-nobody-holds", Language::Vietnamese);
  EXPECT_THAT(vietnamese.out, HasSubstr("không ai giữ vai trò “astrologer”"));
}

TEST(ProcedureCheck, SaysItInJson) {
  const auto answer = checked("tests/procedures/role-nobody-holds", Language::English, true);
  EXPECT_EQ(answer.code, 1);
  const auto found = read_json(answer.out).value();
  const auto& problems = member(found, "problems")->as_array();
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(string_member(problems[0], "code"), "role-nobody-holds");
  EXPECT_EQ(member(problems[0], "line")->as_int64(), 6);
  EXPECT_THAT(string_member(problems[0], "file"), testing::EndsWith("process.bpmn"));
}

TEST(ProcedureCheck, SaysThatThereIsNothingToCheck) {
  EXPECT_EQ(checked("no-such-folder").code, 2);
  EXPECT_FALSE(checked("no-such-folder").err.empty());
  EXPECT_THAT(checked("calendars").err, HasSubstr("no procedure.toml"));
}

TEST(ProcedureCheck, FindsAProcedureTheGuidedChoiceDoesNotLeadTo) {
  namespace fs = std::filesystem;
  const fs::path root = testing::TempDir() + "motcua-guide";
  fs::remove_all(root);
  fs::copy(fs::path(MOTCUA_SOURCE_DIR) / "procedures", root, fs::copy_options::recursive);
  std::ifstream in(root / "guide.toml");
  std::string guide{std::istreambuf_iterator<char>(in), {}};
  const std::string procedure = "procedure = \"abtc\"";
  guide.replace(guide.find(procedure), procedure.size(), "procedure = \"abtd\"");
  std::ofstream(root / "guide.toml") << guide;
  const auto answer = checked(root.string());
  EXPECT_EQ(answer.code, 1);
  EXPECT_THAT(answer.out, HasSubstr("procedure-unknown: there is no procedure “abtd”"));
  EXPECT_THAT(answer.out, HasSubstr("no answer leads to the procedure “abtc”"));
  fs::remove_all(root);
}

}  // namespace
}  // namespace motcua::cli
