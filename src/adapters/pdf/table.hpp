// A ruled table on a sheet. The head is repeated on every page; a row taller than a page is split
// between lines of type, a shorter one never.
#pragma once

#include <string>
#include <vector>

#include "pdf/sheet.hpp"

namespace motcua::pdf {

struct TableCell {
  std::string text;
  Alignment alignment = Alignment::Left;
  bool bold = false;
};

// A cell of the head, over columns [first, last] and rows [top, bottom], all counted from 0.
struct HeadCell {
  std::string text;
  std::size_t first = 0;
  std::size_t last = 0;
  std::size_t top = 0;
  std::size_t bottom = 0;
  bool bold = true;
};

struct TableFace {
  std::vector<double> shares;  // of the sheet's width, in any unit
  std::vector<HeadCell> head;
  double size = 10;  // of type
  double padding = 3;
  double smallest_row = 0;  // room to sign in
  bool centred = false;     // short cells stand in the middle of their row, else at its top
};

class Table {
 public:
  Table(Sheet& sheet, TableFace face);  // prints the head

  void row(const std::vector<TableCell>& cells);  // one cell per column

 private:
  double left_of(std::size_t column) const { return edges_[column]; }
  double width_of(std::size_t first, std::size_t last) const {
    return edges_[last + 1] - edges_[first];
  }
  Block set(const HeadCell& cell) const;
  Block set(const TableCell& cell, std::size_t column) const;
  void measure_head();
  void print_head();
  void print_rules(double height);
  void print_whole(const std::vector<Block>& blocks, double height);
  void print_split(const std::vector<Block>& blocks);
  double print_piece(const std::vector<Block>& blocks, std::vector<std::size_t>& next,
                     std::size_t at_least);
  void next_page();

  Sheet& sheet_;
  TableFace face_;
  std::vector<double> edges_;      // left edge of each column, and the right one of the last
  std::vector<double> head_tops_;  // of each row of the head, and its bottom
};

}  // namespace motcua::pdf
