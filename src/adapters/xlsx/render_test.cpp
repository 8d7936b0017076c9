#include "xlsx/render.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>

#include "base/assertion.hpp"

namespace motcua::xlsx {
namespace {

using document::Alignment;
using document::Cell;
using document::ReportTable;
using testing::HasSubstr;
using testing::Not;

// A spreadsheet on disk, unpacked part by part by python3's zipfile.
class Workbook {
 public:
  explicit Workbook(const std::string& bytes) {
    std::string pattern = std::filesystem::temp_directory_path() / "motcua-sheet-XXXXXX";
    if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
    folder_ = pattern;
    std::ofstream{folder_ / "book.xlsx", std::ios::binary} << bytes;
  }
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;
  ~Workbook() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }

  std::string part(const std::string& name) const {
    const auto command =
        "python3 -c \"import sys, zipfile; sys.stdout.buffer.write("
        "zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]))\" '" +
        (folder_ / "book.xlsx").string() + "' " + name;
    FILE* pipe = popen(command.c_str(), "r");
    if (pipe == nullptr) throw std::runtime_error("cannot run " + command);
    std::string out;
    for (int letter = fgetc(pipe); letter != EOF; letter = fgetc(pipe)) {
      out += static_cast<char>(letter);
    }
    if (pclose(pipe) != 0) throw std::runtime_error("failed: " + command);
    return out;
  }
  std::string sheet(int number) const {
    return part("xl/worksheets/sheet" + std::to_string(number) + ".xml");
  }

 private:
  std::filesystem::path folder_;
};

ReportTable table() {
  ReportTable made;
  made.letterhead.superior_body = "Ủy ban nhân dân thành phố Hà Nội";
  made.letterhead.issuing_body = "Sở Ngoại vụ";
  made.letterhead.date = make_date(2017, 3, 31);
  made.title = "Kết quả giải quyết thủ tục hành chính";
  made.subtitle = "Quý I năm 2017";
  made.sheet = "II.06a";
  made.columns = {{"", "Lĩnh vực", "(1)", 30, Alignment::Left},
                  {"Tiếp nhận", "Tổng số", "(2)", 10, Alignment::Right},
                  {"Tiếp nhận", "Trực tuyến", "(3)", 10, Alignment::Right},
                  {"", "Tỷ lệ", "(4)", 10, Alignment::Right}};
  made.rows = {
      {{std::string{"Đoàn ra"}, std::int64_t{1242}, std::int64_t{70}, document::Percent{9783}}},
      {{std::string{"=1+1"}, std::int64_t{0}, Cell{}, Cell{}}, true}};
  made.notes = {"Làm tròn xuống."};
  made.signatories = {{"Người lập biểu", "Lê Minh Bình"}, {"Giám đốc", "Phạm Văn Hùng"}};
  return made;
}

TEST(render_xlsx, numbers_stay_numbers) {
  const auto sheet = Workbook(render_xlsx({table()})).sheet(1);
  EXPECT_THAT(sheet, HasSubstr("<v>1242</v>"));
  EXPECT_THAT(sheet, HasSubstr("<v>70</v>"));
  const auto rate = sheet.find("<v>0.97");
  ASSERT_NE(rate, std::string::npos);
  EXPECT_DOUBLE_EQ(std::stod(sheet.substr(rate + 3)), 0.9783);
}

TEST(render_xlsx, counts_and_rates_have_their_formats) {
  const auto styles = Workbook(render_xlsx({table()})).part("xl/styles.xml");
  EXPECT_THAT(styles, HasSubstr("formatCode=\"#,##0\""));
  EXPECT_THAT(styles, HasSubstr("formatCode=\"0.00%\""));
}

TEST(render_xlsx, a_mean_is_a_number_of_two_decimals) {
  auto means = table();
  means.rows[1].cells[3] = document::Decimal{612};
  const Workbook book(render_xlsx({means}));
  EXPECT_THAT(book.part("xl/styles.xml"), HasSubstr("formatCode=\"#,##0.00\""));
  const auto sheet = book.sheet(1);
  const auto mean = sheet.find("<v>6.12");
  ASSERT_NE(mean, std::string::npos);
  EXPECT_DOUBLE_EQ(std::stod(sheet.substr(mean + 3)), 6.12);
}

TEST(render_xlsx, the_remark_of_a_demonstration_is_on_every_sheet) {
  auto demonstration = table();
  demonstration.letterhead.remark = "Bản trình diễn, không có giá trị pháp lý";
  EXPECT_THAT(Workbook(render_xlsx({demonstration})).part("xl/sharedStrings.xml"),
              HasSubstr(demonstration.letterhead.remark));
}

TEST(render_xlsx, words_are_there_and_never_formulas) {
  const Workbook book(render_xlsx({table()}));
  const auto words = book.part("xl/sharedStrings.xml");
  for (const auto* text : {"SỞ NGOẠI VỤ", "KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH", "Quý I năm 2017",
                           "Đoàn ra", "=1+1", "- Làm tròn xuống.", "Phạm Văn Hùng", "(4)"}) {
    EXPECT_THAT(words, HasSubstr(text));
  }
  EXPECT_THAT(book.sheet(1), Not(HasSubstr("<f>")));
}

TEST(render_xlsx, head_groups_are_merged_and_the_head_stays_in_sight) {
  const auto sheet = Workbook(render_xlsx({table()})).sheet(1);
  EXPECT_THAT(sheet, HasSubstr("<mergeCell ref=\"A4:D4\"/>"));  // title
  EXPECT_THAT(sheet, HasSubstr("<mergeCell ref=\"B7:C7\"/>"));  // Tiếp nhận
  EXPECT_THAT(sheet, HasSubstr("<mergeCell ref=\"A7:A8\"/>"));  // Lĩnh vực
  EXPECT_THAT(sheet, HasSubstr("ySplit=\"9\""));
  EXPECT_THAT(sheet, HasSubstr("state=\"frozen\""));
}

TEST(render_xlsx, prints_on_a4_landscape_one_page_wide) {
  const Workbook book(render_xlsx({table()}));
  EXPECT_THAT(book.sheet(1), HasSubstr("paperSize=\"9\""));
  EXPECT_THAT(book.sheet(1), HasSubstr("orientation=\"landscape\""));
  EXPECT_THAT(book.sheet(1), HasSubstr("fitToHeight=\"0\""));
  EXPECT_THAT(book.part("xl/workbook.xml"), HasSubstr("$7:$9"));  // the head, on every page
}

TEST(render_xlsx, wide_columns_are_wide) {
  const auto sheet = Workbook(render_xlsx({table()})).sheet(1);
  EXPECT_THAT(sheet, HasSubstr("<col min=\"1\" max=\"1\" width=\"65.7"));
}

TEST(render_xlsx, one_sheet_per_table) {
  auto second = table();
  second.rows[0].cells[1] = std::int64_t{180};
  const Workbook book(render_xlsx({table(), second}));
  EXPECT_THAT(book.part("xl/workbook.xml"), HasSubstr("name=\"II.06a\""));
  EXPECT_THAT(book.part("xl/workbook.xml"), HasSubstr("name=\"II.06a (2)\""));
  EXPECT_THAT(book.sheet(2), HasSubstr("<v>180</v>"));
}

TEST(render_xlsx, hard_texts_are_taken) {
  auto hard = table();
  hard.columns.resize(1);
  hard.rows = {{{std::string(40000, 'x')}}, {{std::string{"<a>&\x01\xFF"}}}};
  hard.notes = {std::string(5000, 'y')};
  hard.signatories.resize(1);
  const auto words = Workbook(render_xlsx({hard})).part("xl/sharedStrings.xml");
  EXPECT_THAT(words, HasSubstr("&lt;a&gt;&amp; \uFFFD"));
  EXPECT_THAT(words, HasSubstr("x…"));
}

TEST(render_xlsx, the_same_tables_have_the_same_bytes) {
  EXPECT_EQ(render_xlsx({table(), table()}), render_xlsx({table(), table()}));
}

TEST(render_xlsx, a_table_that_is_not_well_formed_is_a_bug) {
  auto broken = table();
  broken.rows[0].cells.pop_back();
  EXPECT_THROW((void)render_xlsx({broken}), Bug);
  EXPECT_THROW((void)render_xlsx({}), Bug);
}

}  // namespace
}  // namespace motcua::xlsx
