#include "payment/reckoning.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "base/json.hpp"

namespace motcua::payment {
namespace {

procedure::Version with(std::vector<procedure::FeeRule> fees) {
  procedure::Version version;
  version.fees = std::move(fees);
  return version;
}

procedure::FeeRule fee(std::string id, std::int64_t amount) {
  procedure::FeeRule rule;
  rule.id = std::move(id);
  rule.amount = Dong{amount};
  return rule;
}

std::vector<Line> reckoned(const procedure::Version& version, std::string_view answers,
                           std::string_view case_id = "standard") {
  const auto read = read_json(answers);
  EXPECT_TRUE(read.ok());
  return reckon(version, case_id, *read);
}

TEST(Reckoning, AFreeProcedureHasNoLines) { EXPECT_TRUE(reckoned(with({}), "{}").empty()); }

TEST(Reckoning, CountsWhatTheFormSays) {
  auto each = fee("certification", 30000);
  each.per = "/papers/count";
  const auto lines = reckoned(with({each}), R"({"papers":{"count":3}})");
  EXPECT_EQ(lines, (std::vector{Line{"certification", Dong{30000}, 3}}));
  EXPECT_EQ(total(lines), Dong{90000});
  EXPECT_EQ(explain(lines.front()).vi, "30.000 đồng × 3 = 90.000 đồng");
  EXPECT_EQ(explain(lines.front()).en, "30,000 VND × 3 = 90,000 VND");
}

TEST(Reckoning, ANumberThatIsNoCountCostsNothing) {
  auto each = fee("certification", 30000);
  each.per = "/count";
  for (const auto* answers : {"{}", R"({"count":"3"})", R"({"count":-1})", R"({"count":1.5})",
                              R"({"count":100001})", R"({"count":0})", R"({"count":null})"}) {
    EXPECT_TRUE(reckoned(with({each}), answers).empty()) << answers;
  }
}

TEST(Reckoning, ARuleIsForItsCasesAndItsCondition) {
  auto first = fee("first", 1'200'000);
  first.cases = {"first-card"};
  auto urgent = fee("urgent", 50000);
  urgent.condition = "urgent = true";
  const auto version = with({first, urgent});
  EXPECT_EQ(total(reckoned(version, R"({"urgent":true})", "first-card")), Dong{1'250'000});
  EXPECT_EQ(total(reckoned(version, R"({"urgent":false})", "first-card")), Dong{1'200'000});
  EXPECT_EQ(total(reckoned(version, "{}", "again")), Dong{});
}

TEST(Money, IsWrittenInBothLanguages) {
  EXPECT_EQ(write_dong(Dong{0}, Language::Vietnamese), "0 đồng");
  EXPECT_EQ(write_dong(Dong{999}, Language::English), "999 VND");
  EXPECT_EQ(write_dong(Dong{1000}, Language::Vietnamese), "1.000 đồng");
  EXPECT_EQ(write_dong(Dong{-1234567}, Language::English), "-1,234,567 VND");
}

TEST(Money, ThatLeavesItsRangeIsABug) {
  const Dong most{std::numeric_limits<std::int64_t>::max()};
  EXPECT_THROW((void)(most + Dong{1}), Bug);
  EXPECT_THROW((void)(most * 2), Bug);
  EXPECT_THROW((void)(Dong{std::numeric_limits<std::int64_t>::min()} - Dong{1}), Bug);
}

}  // namespace
}  // namespace motcua::payment
