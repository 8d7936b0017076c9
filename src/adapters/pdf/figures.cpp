#include <algorithm>

#include "base/assertion.hpp"
#include "document/report_table.hpp"
#include "document/wording.hpp"
#include "pdf/parts.hpp"
#include "pdf/render.hpp"
#include "pdf/table.hpp"

namespace motcua::pdf {
namespace {

using document::printable;
using document::ReportTable;

// Narrow columns take smaller type.
double type_size(const ReportTable& table) {
  const auto columns = table.columns.size();
  return columns <= 8 ? 11 : columns <= 13 ? 10 : 8.5;
}

std::vector<HeadCell> head_of(const ReportTable& table) {
  const std::size_t title_row = has_groups(table.columns) ? 1 : 0;
  std::vector<HeadCell> head;
  for (const auto& span : head_spans(table.columns)) {
    if (!span.group.empty()) head.push_back({span.group, span.first, span.last, 0, 0});
  }
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const auto& column = table.columns[i];
    const std::size_t top = column.group.empty() ? 0 : title_row;
    head.push_back({column.title, i, i, top, title_row});
    if (has_marks(table.columns)) {
      head.push_back({column.mark, i, i, title_row + 1, title_row + 1, false});
    }
  }
  return head;
}

// A number and its unit stay on one line.
std::string unbroken(const document::Cell& cell, Language language) {
  auto words = document::write_cell(cell, language);
  const auto blank = words.find(' ');
  if (std::holds_alternative<document::Percent>(cell) && blank != std::string::npos) {
    words.replace(blank, 1, "\u00A0");
  }
  return words;
}

void print_rows(Sheet& sheet, const ReportTable& table) {
  TableFace face{.shares = {},
                 .head = head_of(table),
                 .size = type_size(table),
                 .padding = 3.5,
                 .centred = true};
  for (const auto& column : table.columns) face.shares.push_back(column.weight);
  Table ruled(sheet, std::move(face));
  std::vector<TableCell> cells;
  for (const auto& row : table.rows) {
    cells.clear();
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      cells.push_back(
          {unbroken(row.cells[i], table.language), table.columns[i].alignment, row.bold});
    }
    ruled.row(cells);
  }
}

SignatureBlock block_of(const document::Signatory& who) { return {who.capacity, {}, who.name}; }

// At the left and the right; one alone at the right.
std::pair<SignatureBlock, SignatureBlock> signatures_of(const ReportTable& table) {
  const bool two = table.signatories.size() == 2;
  return {two ? block_of(table.signatories[0]) : SignatureBlock{},
          table.signatories.empty() ? SignatureBlock{} : block_of(table.signatories.back())};
}

void print_notes(Sheet& sheet, const ReportTable& table) {
  if (table.notes.empty()) return;
  const auto [left, right] = signatures_of(table);
  const double signatures =
      table.signatories.empty() ? 0 : height_of_signatures(sheet, left, right);
  const Style style{.size = sheet.sizes().table, .justify = false};
  const bool vietnamese = table.language == Language::Vietnamese;
  sheet.skip(8);
  sheet.keep_together(40);
  sheet.paragraph({{vietnamese ? "Ghi chú:" : "Notes:", true, true}}, style, 2);
  for (const auto& note : table.notes) {
    const bool last = &note == &table.notes.back();
    sheet.paragraph({plain("- " + printable(note))}, style, 2, last ? signatures : 0);
  }
}

void print_signatories(Sheet& sheet, const ReportTable& table) {
  if (table.signatories.empty()) return;
  const auto [left, right] = signatures_of(table);
  print_signatures(sheet, left, right);
}

void print_table(Sheet& sheet, const ReportTable& table) {
  if (table.language == Language::Vietnamese) {
    print_letterhead(sheet, table.letterhead, symbol_line(table.letterhead));
  } else {
    print_letterhead_in_english(sheet, table.letterhead);
  }
  print_title(sheet, table.title, table.subtitle);
  print_rows(sheet, table);
  print_notes(sheet, table);
  print_signatories(sheet, table);
}

}  // namespace

Printed print(const std::vector<ReportTable>& tables) {
  MOTCUA_ASSERT(!tables.empty() && std::ranges::all_of(tables, document::is_well_formed));
  const auto& first = tables.front();
  const Imprint imprint{first.title, first.letterhead.issuing_body, first.subtitle, first.language,
                        first.letterhead.date};
  Sheet sheet(a4_landscape_table(), imprint, printable(first.letterhead.remark));
  print_table(sheet, first);
  for (std::size_t i = 1; i < tables.size(); ++i) {
    sheet.next_page();
    print_table(sheet, tables[i]);
  }
  return sheet.finish();
}

}  // namespace motcua::pdf
