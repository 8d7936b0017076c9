// A paper in progress: words flow down the page and on to the next one.
//
// Keeps what every page carries: the page number in the top margin from the second page on
// [ND30-2020], and the small print at the foot. All heights are points.
#pragma once

#include <string>

#include "pdf/canvas.hpp"

namespace motcua::pdf {

// Sizes of type. [ND30-2020] gives them for A4; A5 papers take them in proportion.
struct TypeSizes {
  double national = 12;  // quốc hiệu and agency
  double motto = 13;
  double title = 14;
  double body = 12;
  double table = 10;
  double symbol = 10;  // the number of the paper, below its agency
  double small = 8.5;
  double signing_room = 34;
};

struct Frame {
  PageSize page;
  double left = 0;  // margins
  double right = 0;
  double top = 0;
  double bottom = 0;
  TypeSizes sizes;
};

Frame a5_slip();
Frame a5_slip_tight();  // for a paper that would otherwise run over its page by a few lines
Frame a4_landscape_table();

class Sheet {
 public:
  Sheet(const Frame& frame, const Imprint& imprint, const std::string& small_print);

  double left() const { return frame_.left; }
  double width() const { return frame_.page.width - frame_.left - frame_.right; }
  double y() const { return y_; }
  double room() const { return bottom_ - y_; }
  double full_room() const { return bottom_ - frame_.top; }
  bool at_top() const { return y_ <= frame_.top; }
  const TypeSizes& sizes() const { return frame_.sizes; }
  Canvas& canvas() { return canvas_; }

  void skip(double height) { y_ += height; }
  void next_page();
  void start_copy();                  // a new page, numbered from 1 again
  void keep_together(double height);  // goes to the next page when less than this is left
  // Flows over as many pages as it needs. Its last lines stay on one page with `below` points of
  // what follows, so that a signature never stands alone.
  void paragraph(const Runs& runs, const Style& style, double gap_after = 0, double below = 0);

  int pages() const { return canvas_.pages(); }
  Printed finish() { return canvas_.finish(); }

 private:
  void print_margins();
  std::size_t lines_to_print(const Block& block, std::size_t first, double below) const;

  Frame frame_;
  Canvas canvas_;
  Block small_print_;
  bool has_small_print_;
  double bottom_;
  double y_;
  int page_ = 1;
};

}  // namespace motcua::pdf
