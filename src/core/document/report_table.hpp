// A table of figures, ready to be printed (PDF) or calculated with (XLSX).
//
// Texts are already in `language`; numbers stay numbers. Every row has one cell per column, which
// `is_well_formed` tells and the renderers assert. The table says nothing about widths in points:
// `weight` is a column's share of the page.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "base/moment.hpp"
#include "base/text.hpp"
#include "document/letterhead.hpp"
#include "document/wording.hpp"

namespace motcua::document {

enum class Alignment { Left, Centre, Right };

struct Column {
  std::string group;  // neighbours with the same non-empty group share one head above their titles
  std::string title;
  std::string mark;  // "(3) = (4)+(5)+(6)"; when any column has one, they make a row of the head
  int weight = 10;   // > 0
  Alignment alignment = Alignment::Left;
  bool operator==(const Column&) const = default;
};

using Cell = std::variant<std::monostate, std::string, std::int64_t, Percent, Decimal>;

struct Row {
  std::vector<Cell> cells;
  bool bold = false;  // totals
  bool operator==(const Row&) const = default;
};

struct ReportTable {
  Language language = Language::Vietnamese;
  Letterhead letterhead;
  std::string title;
  std::string subtitle;  // the period, the unit of count
  std::string sheet;     // name of the spreadsheet's sheet; empty: the title, shortened
  std::vector<Column> columns;
  std::vector<Row> rows;
  std::vector<std::string> notes;  // definitions, rounding, memo lines
  std::vector<Signatory> signatories;  // at most 2, left and right; "Người lập biểu", "Giám đốc"
  bool operator==(const ReportTable&) const = default;
};

bool is_well_formed(const ReportTable& table);

// A head group with the columns [first, last] it stands over.
struct HeadSpan {
  std::string group;  // empty: this single column has no group
  std::size_t first = 0;
  std::size_t last = 0;
  bool operator==(const HeadSpan&) const = default;
};
std::vector<HeadSpan> head_spans(const std::vector<Column>& columns);

bool has_marks(const std::vector<Column>& columns);
bool has_groups(const std::vector<Column>& columns);

std::string write_cell(const Cell& cell, Language language);

}  // namespace motcua::document
