#include "xlsx/render.hpp"

#include <xlsxwriter.h>

#include <algorithm>
#include <numeric>
#include <set>

#include "base/assertion.hpp"
#include "document/wording.hpp"
#include "xlsx/faces.hpp"
#include "xlsx/memory_file.hpp"
#include "xlsx/sheet_name.hpp"

namespace motcua::xlsx {
namespace {

using document::printable;
using document::ReportTable;

constexpr double characters_across = 130;  // of an A4 page, landscape
constexpr std::size_t bytes_across = 165;  // of a line of Vietnamese, about
constexpr std::size_t longest_text = 32767;
constexpr double line_height = 16;

std::string fitting(const std::string& text) {
  auto words = printable(text);
  if (first_characters(words, longest_text).size() == words.size()) return words;
  return first_characters(words, longest_text - 1) + "…";
}

// Writes one table from the top of its sheet downwards; remembers the first error.
class SheetWriter {
 public:
  SheetWriter(lxw_workbook* book, lxw_worksheet* sheet, const ReportTable& table,
              const Faces& faces)
      : sheet_(sheet), table_(table), faces_(faces), cells_(book) {}

  lxw_error write() {
    set_widths();
    write_top();
    write_head();
    for (const auto& row : table_.rows) write_row(row);
    write_notes();
    write_signatories();
    set_printing();
    return error_;
  }

 private:
  struct Area {
    lxw_row_t top;
    lxw_col_t left;
    lxw_row_t bottom;
    lxw_col_t right;
  };

  lxw_col_t last_column() const { return static_cast<lxw_col_t>(table_.columns.size() - 1); }

  void note(lxw_error error) {
    if (error_ == LXW_NO_ERROR) error_ = error;
  }

  void put(const Area& area, const std::string& text, lxw_format* format) {
    const auto words = fitting(text);
    if (area.top == area.bottom && area.left == area.right) {
      note(worksheet_write_string(sheet_, area.top, area.left, words.c_str(), format));
    } else {
      note(worksheet_merge_range(sheet_, area.top, area.left, area.bottom, area.right,
                                 words.c_str(), format));
    }
  }

  double width_of(std::size_t column) const {
    const auto add = [](int sum, const document::Column& one) { return sum + one.weight; };
    const int total = std::accumulate(table_.columns.begin(), table_.columns.end(), 0, add);
    return std::max(5.0, characters_across * table_.columns[column].weight / total);
  }

  void set_widths() {
    for (std::size_t i = 0; i < table_.columns.size(); ++i) {
      const auto column = static_cast<lxw_col_t>(i);
      note(worksheet_set_column(sheet_, column, column, width_of(i), nullptr));
    }
  }

  // Merged cells do not grow by themselves.
  void set_height(const std::string& text) {
    const auto feeds = static_cast<std::size_t>(std::ranges::count(text, '\n'));
    const auto lines = std::min<std::size_t>(25, 1 + feeds + text.size() / bytes_across);
    note(worksheet_set_row(sheet_, row_, line_height * static_cast<double>(lines), nullptr));
  }

  void write_line(const std::string& text, lxw_format* format) {
    set_height(text);
    put({row_, 0, row_, last_column()}, text, format);
    ++row_;
  }

  void write_top() {
    const auto& letterhead = table_.letterhead;
    for (const auto& [name, format] : {std::pair{letterhead.superior_body, faces_.superior},
                                       std::pair{letterhead.issuing_body, faces_.agency}}) {
      if (name.empty()) continue;
      put({row_, 0, row_, 0}, document::upper_case(name), format);
      ++row_;
    }
    if (row_ > 0) ++row_;
    write_line(document::upper_case(table_.title), faces_.title);
    if (!table_.subtitle.empty()) write_line(table_.subtitle, faces_.subtitle);
    ++row_;
  }

  void write_head() {
    head_ = row_;
    const auto& columns = table_.columns;
    const lxw_row_t titles = row_ + (has_groups(columns) ? 1 : 0);
    for (const auto& span : head_spans(columns)) {
      if (span.group.empty()) continue;
      put({row_, static_cast<lxw_col_t>(span.first), row_, static_cast<lxw_col_t>(span.last)},
          span.group, faces_.head);
    }
    for (lxw_col_t i = 0; i < columns.size(); ++i) {
      const lxw_row_t top = columns[i].group.empty() ? row_ : titles;
      put({top, i, titles, i}, columns[i].title, faces_.head);
      if (has_marks(columns)) put({titles + 1, i, titles + 1, i}, columns[i].mark, faces_.mark);
    }
    note(worksheet_set_row(sheet_, titles, 3 * line_height, nullptr));
    if (has_marks(columns)) note(worksheet_set_row(sheet_, titles + 1, 2 * line_height, nullptr));
    row_ = titles + (has_marks(columns) ? 2 : 1);
    note(worksheet_repeat_rows(sheet_, head_, row_ - 1));
    worksheet_freeze_panes(sheet_, row_, 0);
  }

  void write_row(const document::Row& row) {
    for (lxw_col_t i = 0; i < row.cells.size(); ++i) {
      const auto& cell = row.cells[i];
      lxw_format* format = cells_.face(cell, table_.columns[i].alignment, row.bold);
      if (const auto* count = std::get_if<std::int64_t>(&cell)) {
        note(worksheet_write_number(sheet_, row_, i, static_cast<double>(*count), format));
      } else if (const auto* rate = std::get_if<document::Percent>(&cell)) {
        const double share = static_cast<double>(rate->hundredths) / 10000;
        note(worksheet_write_number(sheet_, row_, i, share, format));
      } else if (const auto* decimal = std::get_if<document::Decimal>(&cell)) {
        const double value = static_cast<double>(decimal->hundredths) / 100;
        note(worksheet_write_number(sheet_, row_, i, value, format));
      } else if (const auto* words = std::get_if<std::string>(&cell)) {
        put({row_, i, row_, i}, *words, format);
      } else {
        note(worksheet_write_blank(sheet_, row_, i, format));
      }
    }
    ++row_;
  }

  void write_notes() {
    const auto& remark = table_.letterhead.remark;
    if (table_.notes.empty() && remark.empty()) return;
    ++row_;
    for (const auto& words : table_.notes) write_line("- " + words, faces_.note);
    if (!remark.empty()) write_line(remark, faces_.subtitle);
  }

  void write_signatories() {
    if (table_.signatories.empty()) return;
    ++row_;
    const auto columns = static_cast<lxw_col_t>(table_.columns.size());
    const auto middle = static_cast<lxw_col_t>(columns / 2);
    const bool two = table_.signatories.size() == 2 && middle > 0;
    if (two) write_signatory(table_.signatories[0], 0, static_cast<lxw_col_t>(middle - 1));
    write_signatory(table_.signatories.back(), middle, last_column());
  }

  void write_signatory(const document::Signatory& who, lxw_col_t left, lxw_col_t right) {
    put({row_, left, row_, right}, document::upper_case(who.capacity), faces_.signatory);
    put({row_ + 4, left, row_ + 4, right}, who.name, faces_.signatory);
  }

  void set_printing() {
    worksheet_set_landscape(sheet_);
    worksheet_set_paper(sheet_, 9);  // A4
    worksheet_fit_to_pages(sheet_, 1, 0);
    worksheet_set_margins(sheet_, 0.6, 0.5, 0.7, 0.7);  // inches
    worksheet_center_horizontally(sheet_);
    note(worksheet_set_footer(sheet_, "&C&P/&N"));
  }

  lxw_worksheet* sheet_;
  const ReportTable& table_;
  const Faces& faces_;
  lxw_row_t row_ = 0;
  lxw_row_t head_ = 0;
  lxw_error error_ = LXW_NO_ERROR;
  CellFaces cells_;
};

void describe(lxw_workbook* book, const ReportTable& first) {
  auto title = printable(first.title);
  auto author = printable(first.letterhead.issuing_body);
  lxw_doc_properties about{};
  about.title = title.data();
  about.author = author.data();
  about.created = static_cast<time_t>(to_unix(at(first.letterhead.date, minutes{0})));
  workbook_set_properties(book, &about);
}

lxw_error write_book(const std::string& path, const std::vector<ReportTable>& tables) {
  lxw_workbook* book = workbook_new(path.c_str());
  if (book == nullptr) return LXW_ERROR_MEMORY_MALLOC_FAILED;
  describe(book, tables.front());
  const Faces faces = make_faces(book);
  std::set<std::string> names;
  lxw_error error = LXW_NO_ERROR;
  for (const auto& table : tables) {
    const auto name = sheet_name(table.sheet.empty() ? table.title : table.sheet, names);
    lxw_worksheet* sheet = workbook_add_worksheet(book, name.c_str());
    const auto outcome = sheet == nullptr ? LXW_ERROR_SHEETNAME_ALREADY_USED
                                          : SheetWriter(book, sheet, table, faces).write();
    if (error == LXW_NO_ERROR) error = outcome;
  }
  const auto closed = workbook_close(book);
  return error == LXW_NO_ERROR ? closed : error;
}

}  // namespace

std::string render_xlsx(const std::vector<ReportTable>& tables) {
  MOTCUA_ASSERT(!tables.empty() && std::ranges::all_of(tables, document::is_well_formed));
  const MemoryFile file;
  MOTCUA_ASSERT(file.is_open());
  MOTCUA_ASSERT(write_book(file.path(), tables) == LXW_NO_ERROR);
  return file.contents().value();
}

}  // namespace motcua::xlsx
