#include "pdf/sheet.hpp"

#include <algorithm>

namespace motcua::pdf {
namespace {

constexpr double small_print_room = 40;

}  // namespace

Frame a5_slip() {
  const double mm = points_per_mm;
  return {a5_portrait, 17 * mm, 11 * mm, 11 * mm, 8 * mm, {9, 9.7, 12, 10.2, 9.2, 9.2, 7.5, 34}};
}

Frame a5_slip_tight() {
  const double mm = points_per_mm;
  return {a5_portrait, 17 * mm, 11 * mm, 10 * mm, 7 * mm, {8.8, 9.4, 11.5, 9.6, 8.8, 8.8, 7, 28}};
}

Frame a4_landscape_table() {
  const double mm = points_per_mm;
  return {a4_landscape, 20 * mm, 15 * mm, 20 * mm, 12 * mm, {12, 13, 14, 12, 10, 10, 8.5, 40}};
}

Sheet::Sheet(const Frame& frame, const Imprint& imprint, const std::string& small_print)
    : frame_(frame),
      canvas_(frame.page, imprint),
      small_print_(Block::fitted({italic(small_print)},
                                 {.size = frame.sizes.small, .alignment = Alignment::Left},
                                 frame.page.width - frame.left - frame.right, small_print_room)),
      has_small_print_(!small_print.empty()),
      bottom_(frame.page.height - frame.bottom),
      y_(frame.top) {
  if (has_small_print_) bottom_ -= small_print_.height() + 4;
  print_margins();
}

void Sheet::print_margins() {
  if (has_small_print_) canvas_.put(small_print_, {left(), bottom_ + 4});
  if (page_ == 1) return;
  const Style style{.size = frame_.sizes.motto, .alignment = Alignment::Centre};
  const Block number({plain(std::to_string(page_))}, style, width());
  canvas_.put(number, {left(), (frame_.top - number.height()) / 2});
}

void Sheet::next_page() {
  canvas_.next_page();
  ++page_;
  y_ = frame_.top;
  print_margins();
}

void Sheet::start_copy() {
  page_ = 0;
  next_page();
}

void Sheet::keep_together(double height) {
  if (height > room() && !at_top()) next_page();
}

// How many lines from `first` on go on this page.
std::size_t Sheet::lines_to_print(const Block& block, std::size_t first, double below) const {
  constexpr std::size_t kept_lines = 2;
  const std::size_t left = block.lines() - first;
  const std::size_t fit = std::min(left, block.lines_that_fit(first, room()));
  if (at_top()) return std::max<std::size_t>(fit, 1);
  const bool ends_here = fit == left;
  if (!ends_here || block.height(first, block.lines()) + below <= room()) return fit;
  return left > 2 * kept_lines ? left - kept_lines : 0;
}

void Sheet::paragraph(const Runs& runs, const Style& style, double gap_after, double below) {
  const Block block(runs, style, width());
  for (std::size_t next = 0; next < block.lines();) {
    const std::size_t fit = lines_to_print(block, next, below > 0 ? gap_after + below : 0);
    if (fit == 0) {
      next_page();
      continue;
    }
    canvas_.put(block, next, next + fit, {left(), y_});
    y_ += block.height(next, next + fit);
    next += fit;
    if (next < block.lines()) next_page();
  }
  y_ = std::min(y_ + gap_after, bottom_);
}

}  // namespace motcua::pdf
