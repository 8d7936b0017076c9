#include "scenario/coverage.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <sstream>

#include "scenario/rejections.hpp"
#include "scenario/run.hpp"

namespace motcua::scenario {
namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& file) {
  std::ifstream in(file);
  return {std::istreambuf_iterator<char>(in), {}};
}

// Faults of a form and of a template (the tests of core/schema and core/notice), of accounts, of
// keys and of signatures (tests/api), of petitions, appointments, articles, designs, substitutions
// and the registers of travel (their own tests and tests/api); of processes in core/bpmn's own.
bool is_told_elsewhere(const fs::path& source) {
  static const Coverage::Names modules{"schema",  "notice", "identity", "petition",  "appointment",
                                       "article", "design", "travel",   "authority", "bpmn"};
  return modules.contains(source.parent_path().filename().string()) ||
         source.stem() == "issue_result";
}

// The codes of every rejection the sources of a module declare.
Coverage::Names declared_in(const std::string& module) {
  static const std::regex declared("RejectionKind\\s+\\w+\\s*\\{\\s*\"(\\w+)\"");
  Coverage::Names codes;
  for (const auto& entry :
       fs::recursive_directory_iterator(fs::path(MOTCUA_SOURCE_DIR) / "src" / module)) {
    if (entry.path().extension() != ".hpp" && entry.path().extension() != ".cpp") continue;
    if (is_told_elsewhere(entry.path())) continue;
    const auto text = text_of(entry.path());
    for (std::sregex_iterator found(text.begin(), text.end(), declared), end; found != end;
         ++found) {
      codes.insert((*found)[1]);
    }
  }
  return codes;
}

Coverage::Names demanded() {
  Coverage::Names names;
  for (const auto& absent : missing({})) names.insert(absent);
  return names;
}

TEST(Coverage, DemandsEveryRejectionTheSourcesDeclare) {
  // A term that cannot be read is met in files, not by people.
  const Coverage::Names in_files{"term_unreadable"};
  std::size_t found = 0;
  for (const auto* module : {"core", "application"}) {
    for (const auto& code : declared_in(module)) {
      ++found;
      EXPECT_NE(find_rejection(code) != nullptr, in_files.contains(code)) << code;
    }
  }
  EXPECT_EQ(found, all_rejections().size() + in_files.size());
}

TEST(Coverage, DemandsActsEventsSlipsAndNotices) {
  const auto names = demanded();
  for (const auto* name : {"act suspend", "verb receive", "verb turn-away", "verb holiday",
                           "event handed_over", "event promise_recomputed",
                           "rejection procedure_unknown", "slip stop-notice", "notice refunded"}) {
    EXPECT_TRUE(names.contains(name)) << name;
  }
}

TEST(Coverage, NamesTheOneThatIsMissing) {
  Coverage coverage;
  for (const auto& name : demanded()) {
    const auto what = name.substr(name.find(' ') + 1);
    coverage.verbs.insert(what);
    coverage.events.insert(what);
    coverage.rejections.insert(what);
    coverage.slips.insert(what);
    coverage.notices.insert(what);
  }
  EXPECT_TRUE(missing(coverage).empty());
  coverage.events.erase("apologised");
  EXPECT_EQ(missing(coverage), std::vector<std::string>{"event apologised"});
}

TEST(Coverage, FailsTheRunWhenSomethingIsMissing) {
  RunOptions options;
  options.files = {fs::path(MOTCUA_SOURCE_DIR) / "scenarios" / "no_term.scenario"};
  std::ostringstream out;
  EXPECT_EQ(run_scenarios(options, files::Assets::embedded(), out), 0) << out.str();
  options.check_coverage = true;
  EXPECT_EQ(run_scenarios(options, files::Assets::embedded(), out), 1);
  EXPECT_THAT(out.str(), testing::HasSubstr("no scenario has the event apologised\n"));
}

}  // namespace
}  // namespace motcua::scenario
