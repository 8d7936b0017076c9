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

// Of official travel decided by An Giang's matrix, in an office whose director's post is another.
TEST(ProcedureCheck, KnowsThePostsOfTheOfficeItIsGiven) {
  namespace fs = std::filesystem;
  const fs::path source = MOTCUA_SOURCE_DIR;
  const fs::path root = testing::TempDir() + "motcua-posts";
  fs::remove_all(root);
  for (const char* part : {"procedures/official-travel/v2", "procedures/lists", "authority"}) {
    fs::create_directories((root / part).parent_path());
    fs::copy(source / part, root / part, fs::copy_options::recursive);
  }
  const auto change = [](const fs::path& file, const std::string& from, const std::string& to) {
    std::ifstream in(file);
    std::string text{std::istreambuf_iterator<char>(in), {}};
    const auto at = text.find(from);
    ASSERT_NE(at, std::string::npos) << from;
    std::ofstream(file) << text.replace(at, from.size(), to);
  };
  change(root / "procedures/official-travel/v2/procedure.toml", "authority = \"travel-abroad\"",
         "authority = \"travel-abroad-an-giang\"");
  change(root / "authority/travel-abroad-an-giang/v1/matrix.toml", "post = \"giam-doc-so\"",
         "post = \"giam-doc-khac\"");
  fs::remove(root / "procedures/official-travel/v2/published.digest");
  fs::remove(root / "authority/travel-abroad-an-giang/v1/published.digest");
  const auto check = [&](const fs::path& office) {
    std::ostringstream out;
    std::ostringstream err;
    ProcedureRequest request{root / "procedures", {}, Language::English, false, office};
    const int code = run_procedure_check(request, out, err);
    return Checked{code, out.str(), err.str()};
  };
  const std::string told = "nobody holds the post “Director of the Department”";
  EXPECT_THAT(check({}).out, testing::Not(HasSubstr(told)));
  EXPECT_THAT(check(source / "offices/so-ngoai-vu-ha-noi").out, HasSubstr(told));
  EXPECT_EQ(check(root / "no-such").code, 2);
  fs::remove_all(root);
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
