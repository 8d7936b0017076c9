#include "cli/procedure_publish.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdlib.h>

#include <fstream>
#include <sstream>

#include "base/json.hpp"
#include "procedure/version_file.hpp"

namespace motcua::cli {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::StartsWith;

struct Published {
  int code = 0;
  std::string out;
  std::string err;
};

// A folder of procedures that is gone after the test.
class ProcedurePublish : public testing::Test {
 protected:
  void SetUp() override {
    auto pattern = (fs::temp_directory_path() / "motcua-publish-XXXXXX").string();
    ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
    root_ = pattern;
  }
  void TearDown() override {
    std::error_code ignored;
    fs::remove_all(root_, ignored);
  }

  // A sample of tests/procedures as version 1 of itself.
  fs::path draft_of(const std::string& sample, const std::string& folder) {
    const fs::path draft = root_ / folder;
    fs::create_directories(draft.parent_path());
    fs::copy(fs::path(MOTCUA_SOURCE_DIR) / "tests/procedures" / sample, draft);
    fs::remove(draft / "expected.txt");
    return draft;
  }

  static Published publish(const fs::path& folder, bool json = false) {
    std::ostringstream out;
    std::ostringstream err;
    const int code = run_procedure_publish(
        {folder, {"reception", "specialist", "director"}, Language::English, json}, out, err);
    return {code, out.str(), err.str()};
  }

  static std::string kept_digest(const fs::path& draft) {
    std::ifstream in(draft / "published.digest");
    return {std::istreambuf_iterator<char>(in), {}};
  }

  fs::path root_;
};

TEST_F(ProcedurePublish, SealsACheckedDraft) {
  const auto draft = draft_of("sound", "sound/v1");
  std::ofstream(draft / ".procedure.toml.swp") << "an editor's own, \xff";
  ASSERT_EQ(procedure::read_version(*read_version_files(draft))->lifecycle,
            procedure::Lifecycle::Draft);
  const auto answer = publish(draft);
  EXPECT_EQ(answer.code, 0) << answer.out << answer.err;
  const auto version = procedure::read_version(*read_version_files(draft));
  ASSERT_TRUE(version.ok());
  EXPECT_EQ(version->lifecycle, procedure::Lifecycle::Published);
  EXPECT_EQ(kept_digest(draft), version->digest + "\n");
  EXPECT_THAT(answer.out, StartsWith("Published sound version 1, SHA-256 " + version->digest));
  EXPECT_THAT(answer.out, HasSubstr("\n  texts.vi.toml\n"));
  EXPECT_THAT(answer.out, testing::Not(HasSubstr("swp")));
}

TEST_F(ProcedurePublish, SaysItInJson) {
  const auto draft = draft_of("sound", "sound/v1");
  const auto told = read_json(publish(draft / "", true).out).value();
  EXPECT_EQ(string_member(told, "procedure"), "sound");
  EXPECT_EQ(member(told, "version")->as_int64(), 1);
  EXPECT_EQ(std::string(string_member(told, "digest")) + "\n", kept_digest(draft));
  EXPECT_EQ(member(told, "files")->as_array().size(), 7U);
}

TEST_F(ProcedurePublish, RefusesAPublishedVersionWhetherChangedOrNot) {
  const auto draft = draft_of("sound", "sound/v1");
  ASSERT_EQ(publish(draft).code, 0);
  const auto digest = kept_digest(draft);
  std::ofstream(draft / "texts.en.toml", std::ios::app) << "# changed\n";
  for (const auto& published : {draft, draft_of("digest-differs", "digest-differs/v1")}) {
    const auto again = publish(published);
    EXPECT_EQ(again.code, 1);
    EXPECT_THAT(again.out, HasSubstr("published.digest:1: already-published: this version is"));
  }
  EXPECT_EQ(kept_digest(draft), digest);
}

TEST_F(ProcedurePublish, RefusesWhatTheCheckDoes) {
  const auto draft = draft_of("role-nobody-holds", "role-nobody-holds/v1");
  const auto answer = publish(draft, true);
  EXPECT_EQ(answer.code, 1);
  const auto told = read_json(answer.out).value();
  EXPECT_EQ(string_member(member(told, "problems")->as_array().at(0), "code"), "role-nobody-holds");
  EXPECT_FALSE(fs::exists(draft / "published.digest"));
}

TEST_F(ProcedurePublish, RefusesAFolderThatIsNotTheVersions) {
  const auto draft = draft_of("sound", "sound/v2");
  const auto answer = publish(draft);
  EXPECT_EQ(answer.code, 1);
  EXPECT_THAT(answer.out, HasSubstr("folder-differs: the folder must be named sound/v1"));
  EXPECT_FALSE(fs::exists(draft / "published.digest"));
}

TEST_F(ProcedurePublish, SaysThatThereIsNothingToPublish) {
  draft_of("sound", "sound/v1");
  for (const auto& folder : {root_, root_ / "sound", root_ / "nowhere"}) {
    const auto answer = publish(folder);
    EXPECT_EQ(answer.code, 2) << folder;
    EXPECT_THAT(answer.err, HasSubstr("no procedure.toml"));
  }
}

}  // namespace
}  // namespace motcua::cli
