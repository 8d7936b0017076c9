// Matrices as shipped: who decides, which limits are passed, what is found wrong.

#include "authority/matrix.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "authority/check_procedure.hpp"
#include "base/json.hpp"

namespace motcua::authority {
namespace {

procedure::Files matrix_files(const std::string& id, const std::string& version = "v1") {
  procedure::Files files;
  for (const auto name : {matrix_file, table_file}) {
    std::ifstream in(std::string(MOTCUA_SOURCE_DIR) + "/authority/" + id + "/" + version + "/" +
                     std::string(name));
    files[std::string(name)] = std::string{std::istreambuf_iterator<char>(in), {}};
  }
  return files;
}

feel::Context trip(std::string_view rank, std::string_view funding, int days) {
  return feel::context_from_json(*read_json(
      R"({"leader":{"rank_group":")" + std::string(rank) +
      R"(","party_managed":false},"key_leaders":0,"trip":{"funding":")" + std::string(funding) +
      R"(","days":)" + std::to_string(days) + R"(,"countries":[{"name":"JP"}]}})"));
}

std::string decider_of(const Matrix& matrix, const feel::Context& answers) {
  const auto judged = judge(matrix, answers, {});
  return judged.decider == nullptr ? "" : judged.decider->id;
}

TEST(Matrix, TheShippedOnesAreSound) {
  EXPECT_TRUE(check_matrix(matrix_files("travel-abroad")).empty());
  EXPECT_TRUE(check_matrix(matrix_files("travel-abroad", "v2")).empty());
  EXPECT_TRUE(check_matrix(matrix_files("travel-abroad-an-giang")).empty());
}

TEST(Matrix, HanoiSendsEverythingToTheCity) {
  const auto matrix = read_matrix(matrix_files("travel-abroad"));
  ASSERT_TRUE(matrix.ok());
  EXPECT_EQ(decider_of(*matrix, trip("staff", "own", 3)), "city");
  EXPECT_EQ(decider_of(*matrix, {}), "city");
}

TEST(Matrix, AnGiangsDirectorDecidesUpToAHeadOfDivisionWithoutStateBudget) {
  const auto matrix = read_matrix(matrix_files("travel-abroad-an-giang"));
  ASSERT_TRUE(matrix.ok());
  EXPECT_EQ(decider_of(*matrix, trip("division-head", "own", 5)), "director");
  EXPECT_EQ(decider_of(*matrix, trip("division-head", "state-budget", 5)), "city");
  EXPECT_EQ(decider_of(*matrix, trip("department-deputy", "own", 5)), "city");
  EXPECT_EQ(decider_of(*matrix, trip("division-head", "own", 11)), "city");  // over a limit
}

TEST(Matrix, ALimitThatCannotBeCheckedSaysSo) {
  const auto matrix = read_matrix(matrix_files("travel-abroad"));
  ASSERT_TRUE(matrix.ok());
  const auto state_of = [&](const Judgement& judged, std::string_view id) {
    for (const auto& found : judged.limits) {
      if (found.limit->id == id) return found.state;
    }
    return LimitState::Unknown;
  };
  const auto unknown = judge(*matrix, trip("staff", "own", 11), {});
  EXPECT_EQ(state_of(unknown, "trips"), LimitState::Unknown);
  EXPECT_EQ(state_of(unknown, "days"), LimitState::Passed);
  EXPECT_EQ(state_of(unknown, "people"), LimitState::Kept);
  const RegisterFacts said{{"trips_this_year", 2, "Nguyễn Văn An", {"DR-170412-0001"}}};
  const auto known = judge(*matrix, trip("staff", "own", 3), said);
  EXPECT_EQ(state_of(known, "trips"), LimitState::Passed);
  EXPECT_EQ(known.known, said) << "kept with what was judged";
  EXPECT_EQ(limits_in_words(known).en,
            " Over the limit: At most 2 trips a year (Nguyễn Văn An: already 2 trips).");
  EXPECT_EQ(limits_in_words(judge(*matrix, trip("staff", "own", 3), {})).en, "");
  const auto none = judge(*matrix, trip("staff", "own", 3), {{"trips_this_year", 0, {}, {}}});
  EXPECT_EQ(state_of(none, "trips"), LimitState::Kept);
}

TEST(Matrix, ALimitANamesakeMayHavePassedIsInDoubtAndStillWithinItForCertain) {
  const auto matrix = read_matrix(matrix_files("travel-abroad"));
  ASSERT_TRUE(matrix.ok());
  struct Case {
    std::int64_t counted;
    std::int64_t more;
    LimitState state;
  };
  for (const auto& [counted, more, state] : {Case{0, 1, LimitState::Kept},
                                             {0, 2, LimitState::InDoubt},
                                             {1, 1, LimitState::InDoubt},
                                             {2, 1, LimitState::Passed}}) {
    const RegisterFacts said{
        {"trips_this_year", counted, "An", {}, {{"An", counted, more, {"DR-1"}}}}};
    const auto judged = judge(*matrix, trip("staff", "own", 3), said);
    const auto found = std::ranges::find_if(
        judged.limits, [](const LimitFinding& one) { return one.limit->id == "trips"; });
    EXPECT_EQ(found->state, state) << counted << " and " << more;
    const auto told = judged.as_variable();
    EXPECT_EQ(*told.get("over_limit"), feel::Value(state == LimitState::Passed))
        << "what is in doubt decides nothing";
  }
}

TEST(Matrix, AnotherKeyLeaderAwayPassesALimitOfTheSecondVersion) {
  const auto matrix = read_matrix(matrix_files("travel-abroad", "v2"));
  ASSERT_TRUE(matrix.ok());
  const auto state_of = [&](const RegisterFacts& said) {
    const auto judged = judge(*matrix, trip("staff", "own", 3), said);
    const auto found = std::ranges::find_if(
        judged.limits, [](const LimitFinding& one) { return one.limit->id == "key_leaders_away"; });
    return found->state;
  };
  EXPECT_EQ(state_of({}), LimitState::Unknown) << "nobody said who is one";
  EXPECT_EQ(state_of({{"key_leaders_away", 0, {}, {}}}), LimitState::Kept);
  EXPECT_EQ(state_of({{"key_leaders_away", 1, "An", {"DR-1"}}}), LimitState::Passed);
  EXPECT_EQ(state_of({{"key_leaders_away", 0, {}, {}, {{"An", 0, 1, {"DR-1"}}}}}),
            LimitState::InDoubt);
}

TEST(Matrix, ADoubtIsSaidInBothLanguages) {
  const auto said = doubt_in_words("trips_this_year", {"Nguyễn Văn An", 1, 2, {}});
  EXPECT_EQ(said.vi,
            "Nguyễn Văn An: đã tính 1 chuyến, còn 2 chuyến của người trùng tên chưa phân biệt");
  EXPECT_EQ(said.en, "Nguyễn Văn An: 1 trip counted, 2 more of a namesake not told apart");
}

TEST(Matrix, AnOutcomeNobodyIsNamedForAndAGapAreFound) {
  auto files = matrix_files("travel-abroad");
  auto& table = files[std::string(table_file)];
  const auto at = table.find("&quot;city&quot;");
  ASSERT_NE(at, std::string::npos);
  table.replace(at, std::string("&quot;city&quot;").size(), "&quot;mayor&quot;");
  const auto found = check_matrix(files);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front().code, "outcome-unknown");
  auto gap = matrix_files("travel-abroad-an-giang");
  auto& rows = gap[std::string(table_file)];
  const auto last = rows.find("<rule id=\"authority-rule-2\">");
  const auto end = rows.find("</rule>", last);
  rows.erase(last, end + std::string("</rule>").size() - last);
  ASSERT_FALSE(check_matrix(gap).empty());
  EXPECT_EQ(check_matrix(gap).front().code, "no-catch-all");
}

TEST(Matrix, TheNextOneCountsFromItsDay) {
  auto first = read_matrix(matrix_files("travel-abroad"));
  ASSERT_TRUE(first.ok());
  first->published = true;
  auto second = *first;
  second.number = 2;
  second.in_force_from = *parse_date("2017-04-13");
  const Matrices matrices({*first, second});
  EXPECT_EQ(matrices.in_force("travel-abroad", *parse_date("2017-04-12"))->number, 1);
  EXPECT_EQ(matrices.in_force("travel-abroad", *parse_date("2017-04-13"))->number, 2);
  EXPECT_EQ(matrices.in_force("travel-abroad", *parse_date("2015-12-31")), nullptr);
}

TEST(Matrix, AProcedureThatNamesNoneThereIsTold) {
  procedure::Version version;
  version.authority = "no-such";
  const auto found = check_procedure(version, {}, nullptr, *parse_date("2017-04-12"));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front().code, "matrix-unknown");
}

}  // namespace
}  // namespace motcua::authority
