#include "sqlite/checkpointer.hpp"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>

namespace motcua::sqlite {
namespace {

namespace fs = std::filesystem;

constexpr int page = 4096;
constexpr CheckpointLimits small_log{40, 160, 10, 640};

class CheckpointerTest : public testing::Test {
 protected:
  void SetUp() override {
    auto pattern = (fs::temp_directory_path() / "motcua-checkpointer-XXXXXX").string();
    ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
    writer_ = open();
    ASSERT_TRUE(writer_->execute("CREATE TABLE paper(number INTEGER PRIMARY KEY, text BLOB)").ok());
    auto opened = Checkpointer::open(path(), small_log);
    ASSERT_TRUE(opened.ok());
    checkpointer_ = std::move(*opened);
    checkpointer_->follow(*writer_);
  }
  void TearDown() override {
    writer_.reset();
    checkpointer_.reset();
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }

  std::string path() const { return (folder_ / "store.sqlite").string(); }
  std::unique_ptr<Database> open() { return Database::open(path(), Access::ReadWrite).value(); }
  std::uintmax_t log_size() const { return fs::file_size(path() + "-wal"); }

  // Twenty pages to a commit.
  void write(int commits) {
    for (int i = 0; i < commits; ++i) {
      ASSERT_TRUE(writer_->execute("INSERT INTO paper(text) VALUES(zeroblob(80000))").ok());
    }
  }

  // Whether the log is written over from its beginning at last. For some commits it cannot be: the
  // thread may be in the midst of bringing pages in.
  bool begins_anew() {
    for (int turn = 0; turn < 40; ++turn) {
      const auto before = log_size();
      write(50);
      if (log_size() < before + std::uintmax_t{500} * page) return true;  // of 1,000 pages
    }
    return false;
  }

  static std::int64_t papers(Database& database) {
    auto statement = database.prepare("SELECT count(*) FROM paper");
    EXPECT_TRUE(statement->step().ok());
    return statement->integer(0);
  }

  fs::path folder_;
  std::unique_ptr<Checkpointer> checkpointer_;
  std::unique_ptr<Database> writer_;
};

TEST_F(CheckpointerTest, TheLogBeginsAnewUnderSteadyWriting) {
  write(50);  // some 1,000 pages
  EXPECT_TRUE(begins_anew());
  EXPECT_EQ(papers(*open()) % 50, 0);
}

TEST_F(CheckpointerTest, AReaderOfOldPagesHoldsTheLogBackAndIsNotDisturbed) {
  write(2);
  const auto reader = open();
  ASSERT_TRUE(reader->execute("BEGIN").ok());
  EXPECT_EQ(papers(*reader), 2);
  write(100);
  EXPECT_EQ(papers(*reader), 2);
  EXPECT_GT(log_size(), std::uintmax_t{1900} * page);
  ASSERT_TRUE(reader->execute("COMMIT").ok());
  EXPECT_EQ(papers(*reader), 102);
  EXPECT_TRUE(begins_anew());
}

}  // namespace
}  // namespace motcua::sqlite
