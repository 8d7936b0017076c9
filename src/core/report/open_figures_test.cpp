#include "report/open_figures.hpp"

#include <gmock/gmock.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "report/open_figures_table.hpp"
#include "report/sample_test.hpp"

namespace motcua::report {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Naming ids_as_names() {
  const auto same = [](std::string_view id) { return Text{std::string(id), std::string(id)}; };
  return {same, same, same, [](std::string_view) { return false; }};
}

// So many dossiers of a procedure, received and due in the first quarter of 2017; the first `late`
// of them settled late.
void add_due(FigureTable& table, const std::string& procedure, int count, int late = 0) {
  for (int i = 0; i < count; ++i) {
    auto row = received(procedure + std::to_string(i), "2017-02-20T09:00", "2017-02-28T16:30");
    row.procedure = procedure;
    table.upsert(ended(row, i < late ? "2017-03-01T09:00" : "2017-02-27T09:00"));
  }
}

OpenFigures opened(const FigureTable& table, std::int64_t minimum = 10) {
  return open_figures(figures(table, "2017-Q1", "2017-04-12T08:00"), minimum);
}

TEST(OpenFigures, a_large_procedure_has_its_own_line_and_small_ones_are_put_together) {
  FigureTable table;
  add_due(table, "visa", 30, 4);
  add_due(table, "abtc", 7, 1);
  add_due(table, "guest", 6);
  const auto open = opened(table);
  ASSERT_EQ(open.lines.size(), 2U);
  EXPECT_THAT(open.lines[0].procedures, ElementsAre("visa"));
  EXPECT_THAT(open.lines[1].procedures, ElementsAre("abtc", "guest"));
  EXPECT_EQ(open.lines[1].promises.by_first.fell_due(), 13);
  EXPECT_EQ(open.lines[1].promises.by_first.of(Verdict::SettledLate), 1);
}

TEST(OpenFigures, what_the_total_would_leave_over_is_never_too_small) {
  FigureTable table;
  add_due(table, "visa", 30);
  add_due(table, "abtc", 11);
  add_due(table, "guest", 1);
  const auto open = opened(table);
  ASSERT_EQ(open.lines.size(), 2U);
  EXPECT_THAT(open.lines[1].procedures, ElementsAre("abtc", "guest"));
}

TEST(OpenFigures, a_quarter_with_few_dossiers_tells_nothing_but_that) {
  FigureTable table;
  add_due(table, "guest", 9, 1);
  const auto open = opened(table);
  EXPECT_TRUE(open.withheld);
  EXPECT_THAT(open.notes, IsEmpty());
  const auto told = write_json(open_figures_json(open, ids_as_names()));
  EXPECT_THAT(told, testing::Not(HasSubstr("guest")));
  EXPECT_EQ(open_figures_csv(open, ids_as_names()).find("guest"), std::string::npos);
}

TEST(OpenFigures, who_was_late_is_told_only_when_enough_were) {
  FigureTable few;
  add_due(few, "visa", 30, 9);
  EXPECT_THAT(opened(few).lateness, IsEmpty());
  FigureTable many;
  add_due(many, "visa", 30, 10);
  ASSERT_EQ(opened(many).lateness.size(), 1U);
  EXPECT_THAT(opened(many).lateness[0].units, ElementsAre("division"));
}

LevelCount handed_over(const std::string& procedure, std::array<std::int64_t, 3> by_level,
                       std::int64_t whole_way) {
  return {procedure, by_level[0] + by_level[1] + by_level[2], whole_way, by_level};
}

OpenFigures opened_with(std::vector<LevelCount> levels, RatedCount rated = {}) {
  FigureTable table;
  add_due(table, "visa", 30);
  auto counted = figures(table, "2017-Q1", "2017-04-12T08:00");
  counted.levels = std::move(levels);
  counted.satisfaction.all = std::move(rated);
  return open_figures(counted, 10);
}

TEST(OpenFigures, the_measured_level_is_told_of_the_whole_office) {
  const auto open =
      opened_with({handed_over("visa", {12, 0, 20}, 15), handed_over("abtc", {3, 0, 5}, 5)});
  ASSERT_TRUE(open.levels);
  EXPECT_EQ(open.levels->handed_over, 40);
  EXPECT_EQ(open.levels->whole_way, 20);
  ASSERT_EQ(open.levels->groups.size(), 2U) << "nothing was of level 3";
  EXPECT_THAT(open.levels->groups[0].levels, ElementsAre(2));
  EXPECT_EQ(open.levels->groups[1].count, 25);
}

TEST(OpenFigures, a_level_of_few_is_put_together_with_another) {
  const auto open = opened_with({handed_over("visa", {30, 4, 12}, 41)});
  ASSERT_TRUE(open.levels);
  EXPECT_EQ(open.levels->whole_way, std::nullopt) << "five went another way";
  ASSERT_EQ(open.levels->groups.size(), 2U);
  EXPECT_THAT(open.levels->groups[1].levels, ElementsAre(3, 4));
  EXPECT_EQ(open.levels->groups[1].count, 16);
  EXPECT_FALSE(opened_with({handed_over("visa", {3, 0, 6}, 6)}).levels);
}

TEST(OpenFigures, satisfaction_is_told_with_its_response_or_not_at_all) {
  const auto open = opened_with({}, {"", 40, 12, 11, true});
  ASSERT_TRUE(open.rated);
  const auto told = write_json(open_figures_json(open, ids_as_names()));
  EXPECT_THAT(told, HasSubstr(R"("finished":40,"rated":12,"response":"30,00")"));
  EXPECT_FALSE(opened_with({}, {"", 40, 9, 9, true}).rated);
  EXPECT_FALSE(opened_with({}, {"", 40, 12, 11, false}).rated);
}

TEST(OpenFigures, only_quarters_that_are_over_are_open) {
  std::vector<std::string> ids;
  for (const auto& quarter : quarters_over(make_date(2017, 3, 31), make_date(2016, 8, 1))) {
    ids.push_back(quarter.id);
  }
  EXPECT_THAT(ids, ElementsAre("2016-Q4", "2016-Q3"));
  EXPECT_EQ(quarters_over(make_date(2017, 4, 1), make_date(2016, 8, 1)).front().id, "2017-Q1");
}

TEST(OpenFigures, a_line_of_csv_has_a_number_for_every_field) {
  FigureTable table;
  add_due(table, "visa", 30, 4);
  const auto open = opened(table);
  EXPECT_EQ(open_numbers(open.total).size(), open_fields().size());
  Naming naming = ids_as_names();
  naming.procedure = [](std::string_view) { return Text{"Cấp \"visa\", gia hạn", "Visa"}; };
  const auto csv = open_figures_csv(open, naming);
  EXPECT_THAT(csv,
              HasSubstr("\r\n2017-Q1,2017-01-01,2017-03-31,visa,"
                        "\"Cấp \"\"visa\"\", gia hạn\",Visa,30,0,30,0,30,26,0,4,0,0,0,30,26,4,"));
}

// Any office: nothing printed, and nothing that can be had by subtracting, is about too few.
RC_GTEST_PROP(OpenFigures, no_group_of_any_line_is_small_and_all_is_told, ()) {
  FigureTable table;
  const std::int64_t minimum = *rc::gen::inRange(3, 15);
  const int procedures = *rc::gen::inRange(1, 8);
  for (int p = 0; p < procedures; ++p) {
    const int count = *rc::gen::inRange(0, 40);
    add_due(table, "p" + std::to_string(p), count, *rc::gen::inRange(0, count + 1));
  }
  const auto all = figures(table, "2017-Q1", "2017-04-12T08:00");
  const auto open = open_figures(all, minimum);
  const auto received = all.official.total.front();
  RC_ASSERT(open.withheld == (received < minimum));
  if (open.withheld) return;
  OpenLine sum;
  for (const auto& line : open.lines) {
    for (const auto group :
         {line.columns.front(), line.promises.by_first.fell_due(),
          line.promises.by_current.fell_due(), line.promises.received_in_period()}) {
      RC_ASSERT(group == 0 || group >= minimum);
    }
    sum.promises += line.promises;
    sum.columns.front() += line.columns.front();
  }
  for (const auto& one : open.lateness) RC_ASSERT(one.late >= minimum);
  RC_ASSERT(sum.columns.front() == received);
  RC_ASSERT(sum.promises.by_first.by_verdict == all.by_first.by_verdict);
  RC_ASSERT(sum.promises.published == all.published);
}

}  // namespace
}  // namespace motcua::report
