#include "report/tables.hpp"

#include <gmock/gmock.h>

#include <algorithm>

#include "report/sample_test.hpp"

namespace motcua::report {
namespace {

using document::Cell;
using document::Percent;
using document::ReportTable;
using testing::ElementsAre;

Naming names_as_ids() {
  const auto itself = [](std::string_view id) { return Text{std::string(id), std::string(id)}; };
  return {itself, itself, itself, [](std::string_view) { return false; }};
}

// `rated` of the dossiers of this procedure, the first `pleased` of them with the best mark.
struct RatedGroup {
  std::string procedure;
  int ended = 0;
  int rated = 0;
  int pleased = 0;
};

void add_rated(FigureTable& table, const RatedGroup& group) {
  for (int i = 0; i < group.ended; ++i) {
    auto row =
        ended(received(group.procedure + std::to_string(i), "2017-03-20T09:00", "2017-03-28T16:30"),
              "2017-03-24T09:00");
    row.procedure = group.procedure;
    if (i < group.rated) row.marks = {{7, i < group.pleased ? 2 : 0}};
    table.upsert(row);
  }
}

ReportTable exported(const FigureTable& rows, std::string_view sheet) {
  const auto figures = figures_of(rows, period("2017-Q1"), on("2017-04-12T08:00"), office_time());
  const auto tables = tables_of(figures, names_as_ids(), {}, Language::English);
  const auto found = std::ranges::find(tables, sheet, &ReportTable::sheet);
  EXPECT_NE(found, tables.end()) << sheet;
  EXPECT_TRUE(is_well_formed(*found)) << sheet;
  return *found;
}

TEST(ReportTables, TellSatisfactionWithItsResponseAndHowSureOneMayBe) {
  FigureTable rows;
  add_rated(rows, {"many", 40, 10, 8});
  add_rated(rows, {"more", 20, 10, 10});
  const auto table = exported(rows, "Satisfaction");
  ASSERT_EQ(table.rows.size(), 3U);
  EXPECT_THAT(table.rows[0].cells,
              ElementsAre(Cell("many"), Cell(std::int64_t{40}), Cell(std::int64_t{10}),
                          Cell(Percent{2500}), Cell(std::int64_t{8}), Cell(Percent{8000}),
                          Cell(Percent{4901}), Cell(Percent{9434})));
  EXPECT_EQ(table.rows[2].cells[2], Cell(std::int64_t{20}));
  EXPECT_TRUE(table.rows[2].bold);
  EXPECT_THAT(table.notes.back(), testing::HasSubstr("Wilson"));
}

TEST(ReportTables, DoNotTellWhatFewHaveSaid) {
  FigureTable rows;
  add_rated(rows, {"few", 10, 3, 0});
  add_rated(rows, {"many", 40, 20, 16});
  add_rated(rows, {"some", 40, 10, 8});
  const auto table = exported(rows, "Satisfaction");
  const auto hidden = [&](std::size_t row) {
    return table.rows[row].cells[4] == Cell("too few to tell") &&
           std::ranges::all_of(table.rows[row].cells.begin() + 5, table.rows[row].cells.end(),
                               [](const Cell& cell) { return cell == Cell(); });
  };
  EXPECT_TRUE(hidden(0));
  EXPECT_FALSE(hidden(1));
  EXPECT_TRUE(hidden(2)) << "or the few could be found by subtraction";
  EXPECT_FALSE(hidden(3));
  const auto indicators = exported(rows, "By indicator");
  ASSERT_EQ(indicators.rows.size(), 9U);
  EXPECT_EQ(indicators.rows[0].cells[2], Cell("too few to tell"));
  EXPECT_EQ(indicators.rows[0].cells[1], Cell());
  EXPECT_EQ(indicators.rows[6].cells[1], Cell(std::int64_t{33}));
  EXPECT_EQ(indicators.rows[6].cells[2], Cell(std::int64_t{24}));
}

TEST(ReportTables, AddUpTheMeasuredLevelsOfTheOffice) {
  FigureTable rows;
  for (const std::string code : {"a", "b"}) {
    auto row = ended(received(code, "2017-03-20T09:00", "2017-03-28T16:30"), "2017-03-24T09:00",
                     dossier::Phase::Returned);
    row.procedure = code;
    row.handed_over_at = on("2017-03-24T10:00");
    row.level = code == "a" ? 4 : 2;
    row.whole_way = code == "a";
    rows.upsert(row);
  }
  const auto table = exported(rows, "Service level");
  ASSERT_EQ(table.rows.size(), 3U);
  EXPECT_EQ(table.rows[2].cells[1], Cell(std::int64_t{2}));
  EXPECT_EQ(table.rows[2].cells[2], Cell(std::int64_t{1}));
  EXPECT_EQ(table.rows[2].cells[5], Cell(std::int64_t{1}));
  EXPECT_EQ(table.rows[2].cells[6], Cell(Percent{5000}));
  EXPECT_TRUE(table.rows[2].bold);
}

TEST(ReportTables, OfAPeriodWithoutAnythingAreWholeAllTheSame) {
  const auto table = exported({}, "Satisfaction");
  ASSERT_EQ(table.rows.size(), 1U);
  EXPECT_EQ(table.rows[0].cells[3], Cell());
  EXPECT_EQ(exported({}, "Service level").rows[0].cells[6], Cell());
}

}  // namespace
}  // namespace motcua::report
