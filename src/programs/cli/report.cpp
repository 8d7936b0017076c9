// motcua report: the figures of a period as text, JSON, spreadsheet or PDF.

#include <fstream>
#include <iostream>

#include "cli/office_commands.hpp"
#include "pdf/render.hpp"
#include "queries/slips.hpp"
#include "report/tables.hpp"
#include "xlsx/render.hpp"

namespace motcua::cli {
namespace {

void print_table(const document::ReportTable& table, std::string& out) {
  out += table.title + "\n" + table.subtitle + "\n";
  for (const auto& column : table.columns) out += column.title + "\t";
  out += "\n";
  for (const auto& row : table.rows) {
    for (const auto& cell : row.cells) {
      out += document::write_cell(cell, table.language) + "\t";
    }
    out += "\n";
  }
  for (const auto& note : table.notes) out += note + "\n";
  out += "\n";
}

}  // namespace

int run_report(const files::Assets& assets, const ReportOptions& options) {
  auto opened = runtime::Runtime::open(assets, {options.data, false, runtime::Use::Looking});
  if (!opened) {
    std::cerr << "motcua: " << opened.error().what << "\n";
    return 1;
  }
  auto& runtime = **opened;
  const Moment now = runtime.clock().now();
  const Language language = options.english ? Language::English : Language::Vietnamese;
  const auto head = queries::letterhead(runtime.world().office(), date_of(now), "",
                                        runtime.demo_clock() != nullptr);
  std::string out;
  bool known = true;
  if (options.format == "json") {
    const auto figures = runtime.figures().figures(options.period, now);
    known = figures.has_value();
    if (known) out = write_json(*figures) + "\n";
  } else {
    known = runtime.figures().with_figures(options.period, now, [&](const auto& figures) {
      const auto tables = report::tables_of(figures, runtime.figures().naming(), head, language);
      if (options.format == "xlsx") out = xlsx::render_xlsx(tables);
      if (options.format == "pdf") out = pdf::render_pdf(tables);
      if (options.format == "text") {
        for (const auto& table : tables) print_table(table, out);
      }
    });
  }
  if (!known) {
    std::cerr << "motcua: no such period: " << options.period
              << " (2016, 2017-Q1, 2017-04, 2017-R1)\n";
    return 2;
  }
  if (options.output.empty()) {
    std::cout << out;
    return 0;
  }
  std::ofstream file(options.output, std::ios::binary | std::ios::trunc);
  file << out;
  file.close();
  if (!file) {
    std::cerr << "motcua: cannot write " << options.output << "\n";
    return 1;
  }
  return 0;
}

}  // namespace motcua::cli
