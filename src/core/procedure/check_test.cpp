#include "procedure/check.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "procedure/shipped_procedures_test.hpp"

namespace motcua::procedure {
namespace {

const std::vector<std::string> roles{"reception", "specialist", "head", "director", "liaison"};

std::vector<std::string> found_in(const Files& files) {
  std::vector<std::string> lines;
  for (const Problem& problem : check_version(files, roles)) {
    lines.push_back(problem.file + ":" + std::to_string(problem.line) + ": " + problem.code);
    EXPECT_FALSE(problem.what.vi.empty()) << lines.back();
    EXPECT_FALSE(problem.what.en.empty()) << lines.back();
    EXPECT_NE(problem.what.vi, problem.what.en) << lines.back();
  }
  std::ranges::sort(lines);
  return lines;
}

TEST(ShippedProcedures, HaveNothingWrong) {
  const auto folders = shipped_procedures();
  EXPECT_GE(folders.size(), 10U);
  for (const auto& [folder, files] : folders) {
    EXPECT_EQ(found_in(files), std::vector<std::string>{}) << folder;
  }
}

// Each folder of tests/procedures has one thing wrong, and says in expected.txt what is found.
TEST(BrokenProcedures, AreFoundOutWithFileAndLine) {
  const auto root = std::filesystem::path(MOTCUA_SOURCE_DIR) / "tests" / "procedures";
  int folders = 0;
  for (const auto& folder : std::filesystem::directory_iterator(root)) {
    if (!folder.is_directory()) continue;
    ++folders;
    Files files = files_of(folder);
    std::istringstream expected(files.at("expected.txt"));
    files.erase("expected.txt");
    std::vector<std::string> lines;
    for (std::string line; std::getline(expected, line);) lines.push_back(line);
    std::ranges::sort(lines);
    EXPECT_EQ(found_in(files), lines) << folder.path().filename();
  }
  EXPECT_GE(folders, 15);
}

TEST(Roles, AreNotCheckedWithoutAnOffice) {
  const auto root = std::filesystem::path(MOTCUA_SOURCE_DIR) / "tests" / "procedures";
  EXPECT_TRUE(check_version(files_of(root / "role-nobody-holds"), {}).empty());
}

}  // namespace
}  // namespace motcua::procedure
