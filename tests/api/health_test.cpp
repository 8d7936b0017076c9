// /api/health says whether acts can still be kept, as their answers would.

#include <gtest/gtest.h>

#include "sqlite/database.hpp"
#include "test_office.hpp"

namespace motcua::api::test {
namespace {

class Health : public ::testing::Test {
 protected:
  Health() : lan_(office_, "lan") {}

  // What stops writing to a table without stopping to read it.
  void sql(std::string_view statement) {
    const auto path = (office_.runtime().data() / "motcua.sqlite").string();
    const auto database = sqlite::Database::open(path, sqlite::Access::ReadWrite);
    ASSERT_TRUE(database.ok());
    const auto done = (*database)->execute(statement);
    ASSERT_TRUE(done.ok()) << done.error().what;
  }
  void refuse_writing_to(std::string_view table) {
    sql("CREATE TRIGGER refusal BEFORE INSERT ON " + std::string(table) +
        " BEGIN SELECT RAISE(ABORT, 'refused'); END");
  }
  void allow_writing() { sql("DROP TRIGGER refusal"); }

  Answer health() { return office_.ask({"GET", "/api/health"}); }

  TestOffice office_;
  Officer lan_;
};

TEST_F(Health, IsGoodWhileActsAreKept) {
  ASSERT_EQ(lan_.receive("receive-1").status, 201);
  const auto answer = health();
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.text("status"), "ok");
  EXPECT_EQ(answer.number("records"), 1);
}

TEST_F(Health, IsBadFromTheActThatWasNotKeptToTheNextThatIs) {
  const auto code = lan_.receive("receive-1").text("code");
  refuse_writing_to("journal");
  ASSERT_EQ(health().status, 200) << "nobody has acted yet";
  ASSERT_EQ(lan_.receive("receive-2").text("code"), "store-failed");
  EXPECT_EQ(health().status, 503);
  EXPECT_EQ(health().text("code"), "store-failed");
  allow_writing();
  ASSERT_EQ(lan_.act(code, "fly", 1, "act-key-1").text("code"), "act-unknown");
  EXPECT_EQ(health().status, 503) << "a refused act keeps nothing";
  ASSERT_EQ(lan_.receive("receive-3").status, 201);
  EXPECT_EQ(health().status, 200);
}

TEST_F(Health, IsTriedByWritingOnceASecondAtMost) {
  ASSERT_EQ(health().status, 200);
  refuse_writing_to("setting");
  EXPECT_EQ(health().status, 200);
  office_.pass(seconds{1});
  EXPECT_EQ(health().text("code"), "store-failed");
  allow_writing();
  EXPECT_EQ(health().status, 200);
}

}  // namespace
}  // namespace motcua::api::test
