// How the cells of a spreadsheet look: typeface, borders, formats of numbers.
//
// Formats belong to the workbook and go with it.
#pragma once

#include <array>

#include "document/report_table.hpp"

struct lxw_format;
struct lxw_workbook;

namespace motcua::xlsx {

struct Faces {
  lxw_format* agency = nullptr;
  lxw_format* superior = nullptr;
  lxw_format* title = nullptr;
  lxw_format* subtitle = nullptr;
  lxw_format* head = nullptr;
  lxw_format* mark = nullptr;
  lxw_format* note = nullptr;
  lxw_format* signatory = nullptr;
};

Faces make_faces(lxw_workbook* book);

// The faces of a table's cells, each made when it is first asked for.
class CellFaces {
 public:
  explicit CellFaces(lxw_workbook* book) : book_(book) {}
  lxw_format* face(const document::Cell& cell, document::Alignment alignment, bool is_bold);

 private:
  lxw_workbook* book_;
  std::array<lxw_format*, 24> made_{};  // by kind of cell, alignment, boldness
};

}  // namespace motcua::xlsx
