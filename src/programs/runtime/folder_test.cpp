#include "runtime/folder.hpp"

#include <gtest/gtest.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>

namespace motcua::runtime {
namespace {

namespace fs = std::filesystem;

// While it lives, no file may grow beyond `bytes`: as a disk without space.
class FileLimit {
 public:
  explicit FileLimit(rlim_t bytes) {
    ::signal(SIGXFSZ, SIG_IGN);
    ::getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit limited{bytes, before_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &limited);
  }
  ~FileLimit() { ::setrlimit(RLIMIT_FSIZE, &before_); }

 private:
  rlimit before_{};
};

class Folder : public testing::Test {
 protected:
  void SetUp() override {
    auto pattern = (fs::temp_directory_path() / "motcua-folder-XXXXXX").string();
    ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
  }
  void TearDown() override {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }

  fs::path folder_;
};

TEST_F(Folder, AFileIsWhollyNewOrWhollyWhatItWas) {
  const auto path = folder_ / "late-holidays.toml";
  ASSERT_TRUE(write_text(path, "one day", Visible::Everyone).ok());
  {
    const FileLimit limit(4);
    const auto written = write_text(path, "one day and another", Visible::Everyone);
    ASSERT_FALSE(written.ok());
    EXPECT_EQ(written.error().kind, FailureKind::Storage);
  }
  EXPECT_EQ(*read_text(path), "one day");
  EXPECT_EQ(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()), 1);
  ASSERT_TRUE(write_text(path, "one day and another", Visible::Everyone).ok());
  EXPECT_EQ(*read_text(path), "one day and another");
}

TEST_F(Folder, AKeyIsTheOwnersAlone) {
  const auto path = folder_ / "lookup.key";
  ASSERT_TRUE(write_text(path, "secret", Visible::OwnerOnly).ok());
  EXPECT_EQ(fs::status(path).permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

}  // namespace
}  // namespace motcua::runtime
