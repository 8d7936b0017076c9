#include "sqlite/shared_commit.hpp"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <atomic>
#include <filesystem>
#include <thread>

#include "base/assertion.hpp"
#include "sqlite/rows.hpp"

namespace motcua::sqlite {
namespace {

namespace fs = std::filesystem;

class SharedCommitTest : public testing::Test {
 protected:
  void SetUp() override {
    auto pattern = (fs::temp_directory_path() / "motcua-shared-commit-XXXXXX").string();
    ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
    connection_ = Database::open(path(), Access::ReadWrite).value();
    ASSERT_TRUE(connection_->execute("CREATE TABLE letter(number INTEGER PRIMARY KEY)").ok());
  }
  void TearDown() override {
    connection_.reset();
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }

  std::string path() const { return (folder_ / "store.sqlite").string(); }
  OrFailure<Nothing> put(int number) {
    return drafts().run([&](Database& database) {
      return sqlite::run(database, "INSERT INTO letter VALUES(?)",
                         [&](Statement& s) { s.bind(1, number); });
    });
  }
  SharedCommit& drafts() {
    if (!drafts_) drafts_ = std::make_unique<SharedCommit>(*connection_, mutex_, turn_);
    return *drafts_;
  }
  std::int64_t letters() {
    auto reader = Database::open(path(), Access::ReadOnly).value();
    auto statement = reader->prepare("SELECT count(*) FROM letter");
    EXPECT_TRUE(statement->step().ok());
    return statement->integer(0);
  }

  fs::path folder_;
  std::unique_ptr<Database> connection_;
  std::mutex mutex_;
  std::mutex turn_;
  std::unique_ptr<SharedCommit> drafts_;
};

TEST_F(SharedCommitTest, WritersBesideEachOtherAreAllKept) {
  constexpr int writers = 8;
  drafts();
  std::unique_lock held(turn_);  // the journal is being written
  std::vector<std::thread> threads;
  std::atomic<int> kept = 0;
  for (int i = 0; i < writers; ++i) {
    threads.emplace_back([&, i] { kept += put(i).ok() ? 1 : 0; });
  }
  held.unlock();
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(kept, writers);
  EXPECT_EQ(letters(), writers);
}

TEST_F(SharedCommitTest, AWriteThatFailsLeavesTheOthersAsTheyAre) {
  ASSERT_TRUE(put(1).ok());
  std::unique_lock held(turn_);
  std::atomic<int> kept = 0;
  std::vector<std::thread> threads;
  for (const int number : {1, 2, 1, 3}) {
    threads.emplace_back([&, number] { kept += put(number).ok() ? 1 : 0; });
  }
  held.unlock();
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(kept, 2);
  EXPECT_EQ(letters(), 3);
}

TEST_F(SharedCommitTest, ABugInOneWriteHoldsUpNobody) {
  const auto broken = drafts().run([](Database&) -> OrFailure<Nothing> {
    MOTCUA_ASSERT(false);
    return Nothing{};
  });
  EXPECT_FALSE(broken.ok());
  EXPECT_TRUE(put(1).ok());
  EXPECT_EQ(letters(), 1);
}

TEST_F(SharedCommitTest, EverybodyIsToldWhenNothingCouldBeKept) {
  ASSERT_TRUE(put(1).ok());
  auto other = Database::open(path(), Access::ReadWrite).value();
  ASSERT_TRUE(connection_->execute("PRAGMA busy_timeout=0").ok());
  ASSERT_TRUE(other->execute("BEGIN IMMEDIATE").ok());
  EXPECT_FALSE(put(2).ok());
  ASSERT_TRUE(other->execute("ROLLBACK").ok());
  EXPECT_TRUE(put(2).ok());
  EXPECT_EQ(letters(), 2);
}

}  // namespace
}  // namespace motcua::sqlite
