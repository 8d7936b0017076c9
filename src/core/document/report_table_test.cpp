#include "document/report_table.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace motcua::document {
namespace {

Column column(std::string group, std::string title) {
  Column made;
  made.group = std::move(group);
  made.title = std::move(title);
  return made;
}

TEST(report_table, neighbours_of_one_group_share_a_head) {
  const std::vector<Column> columns{column("", "TT"), column("", "Lĩnh vực"),
                                    column("Tiếp nhận", "Tổng"), column("Tiếp nhận", "Trực tuyến"),
                                    column("Đã giải quyết", "Tổng")};
  EXPECT_THAT(head_spans(columns),
              testing::ElementsAre(HeadSpan{"", 0, 0}, HeadSpan{"", 1, 1},
                                   HeadSpan{"Tiếp nhận", 2, 3}, HeadSpan{"Đã giải quyết", 4, 4}));
  EXPECT_TRUE(has_groups(columns));
  EXPECT_FALSE(has_marks(columns));
}

TEST(report_table, a_row_with_a_missing_cell_is_not_well_formed) {
  ReportTable table;
  EXPECT_FALSE(is_well_formed(table));
  table.columns = {column("", "a"), column("", "b")};
  table.rows = {{{std::string{"x"}, std::int64_t{1}}}};
  EXPECT_TRUE(is_well_formed(table));
  table.rows.push_back({{std::string{"y"}}});
  EXPECT_FALSE(is_well_formed(table));
}

TEST(report_table, a_column_without_weight_is_not_well_formed) {
  ReportTable table;
  table.columns = {column("", "a")};
  table.columns[0].weight = 0;
  EXPECT_FALSE(is_well_formed(table));
}

TEST(report_table, cells_are_written_in_the_tables_language) {
  EXPECT_EQ(write_cell(std::int64_t{1242}, Language::Vietnamese), "1.242");
  EXPECT_EQ(write_cell(Decimal{612}, Language::Vietnamese), "6,12");
  EXPECT_EQ(write_cell(Decimal{104'205}, Language::English), "1,042.05");
  EXPECT_EQ(write_cell(Percent{9778}, Language::Vietnamese), "97,78 %");
  EXPECT_EQ(write_cell(Percent{9778}, Language::English), "97.78%");
  EXPECT_EQ(write_cell(std::string{"Sở"}, Language::English), "Sở");
  EXPECT_EQ(write_cell({}, Language::Vietnamese), "");
}

}  // namespace
}  // namespace motcua::document
