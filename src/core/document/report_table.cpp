#include "document/report_table.hpp"

#include <algorithm>

namespace motcua::document {
namespace {

struct CellWriter {
  Language language;
  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(std::int64_t count) const { return write_count(count, language); }
  std::string operator()(Decimal decimal) const { return write_decimal(decimal, language); }
  std::string operator()(Percent percent) const { return write_percent(percent, language); }
};

}  // namespace

bool is_well_formed(const ReportTable& table) {
  const auto fits = [&](const Row& row) { return row.cells.size() == table.columns.size(); };
  const auto weighs = [](const Column& column) { return column.weight > 0; };
  return !table.columns.empty() && table.signatories.size() <= 2 &&
         std::ranges::all_of(table.columns, weighs) && std::ranges::all_of(table.rows, fits);
}

std::vector<HeadSpan> head_spans(const std::vector<Column>& columns) {
  std::vector<HeadSpan> spans;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const auto& group = columns[i].group;
    if (!group.empty() && !spans.empty() && spans.back().group == group) {
      spans.back().last = i;
    } else {
      spans.push_back({group, i, i});
    }
  }
  return spans;
}

bool has_marks(const std::vector<Column>& columns) {
  return std::ranges::any_of(columns, [](const Column& column) { return !column.mark.empty(); });
}

bool has_groups(const std::vector<Column>& columns) {
  return std::ranges::any_of(columns, [](const Column& column) { return !column.group.empty(); });
}

std::string write_cell(const Cell& cell, Language language) {
  return std::visit(CellWriter{language}, cell);
}

}  // namespace motcua::document
