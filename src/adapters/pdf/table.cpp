#include "pdf/table.hpp"

#include <algorithm>
#include <numeric>

#include "base/assertion.hpp"

namespace motcua::pdf {
namespace {

constexpr double thickness = 0.5;
constexpr double head_room = 110;  // for a cell of the head

double tallest(const std::vector<Block>& blocks) {
  double height = 0;
  for (const auto& block : blocks) height = std::max(height, block.height());
  return height;
}

}  // namespace

Table::Table(Sheet& sheet, TableFace face) : sheet_(sheet), face_(std::move(face)) {
  const double total = std::accumulate(face_.shares.begin(), face_.shares.end(), 0.0);
  double edge = sheet_.left();
  edges_.push_back(edge);
  for (const double share : face_.shares) {
    edge += sheet_.width() * share / total;
    edges_.push_back(edge);
  }
  measure_head();
  const double first_row = std::max(face_.smallest_row, face_.size * 2.2 + 2 * face_.padding);
  sheet_.keep_together(head_tops_.back() + first_row);
  print_head();
}

Block Table::set(const HeadCell& cell) const {
  const Style style{.size = face_.size, .alignment = Alignment::Centre, .spacing = 1.0};
  const double width = width_of(cell.first, cell.last) - 2 * face_.padding;
  return Block::fitted({{cell.text, cell.bold, !cell.bold}}, style, width, head_room);
}

Block Table::set(const TableCell& cell, std::size_t column) const {
  const Style style{.size = face_.size, .alignment = cell.alignment, .spacing = 1.0};
  return Block({{cell.text, cell.bold, false}}, style,
               width_of(column, column) - 2 * face_.padding);
}

void Table::measure_head() {
  std::size_t rows = 0;
  for (const auto& cell : face_.head) rows = std::max(rows, cell.bottom + 1);
  std::vector<double> heights(rows, 0);
  const auto need = [&](const HeadCell& cell) { return set(cell).height() + 2 * face_.padding; };
  for (const auto& cell : face_.head) {
    if (cell.top == cell.bottom) heights[cell.top] = std::max(heights[cell.top], need(cell));
  }
  for (const auto& cell : face_.head) {
    const double spanned =
        std::accumulate(heights.begin() + static_cast<int>(cell.top),
                        heights.begin() + static_cast<int>(cell.bottom) + 1, 0.0);
    heights[cell.bottom] += std::max(0.0, need(cell) - spanned);
  }
  head_tops_.assign(1, 0);
  for (const double height : heights) head_tops_.push_back(head_tops_.back() + height);
}

void Table::print_head() {
  Canvas& canvas = sheet_.canvas();
  for (const auto& cell : face_.head) {
    const Block block = set(cell);
    const double left = left_of(cell.first);
    const double right = left + width_of(cell.first, cell.last);
    const double top = sheet_.y() + head_tops_[cell.top];
    const double bottom = sheet_.y() + head_tops_[cell.bottom + 1];
    canvas.put(block, {left + face_.padding, top + (bottom - top - block.height()) / 2});
    canvas.rule({left, top}, {right, top}, thickness);
    canvas.rule({left, bottom}, {right, bottom}, thickness);
    canvas.rule({left, top}, {left, bottom}, thickness);
    canvas.rule({right, top}, {right, bottom}, thickness);
  }
  sheet_.skip(head_tops_.back());
}

void Table::next_page() {
  sheet_.next_page();
  print_head();
}

void Table::print_rules(double height) {
  const double top = sheet_.y();
  for (const double edge : edges_) {
    sheet_.canvas().rule({edge, top}, {edge, top + height}, thickness);
  }
  for (const double y : {top, top + height}) {
    sheet_.canvas().rule({edges_.front(), y}, {edges_.back(), y}, thickness);
  }
}

void Table::row(const std::vector<TableCell>& cells) {
  MOTCUA_ASSERT(cells.size() == face_.shares.size());
  std::vector<Block> blocks;
  blocks.reserve(cells.size());
  for (std::size_t i = 0; i < cells.size(); ++i) blocks.push_back(set(cells[i], i));
  const double height = std::max(face_.smallest_row, tallest(blocks) + 2 * face_.padding);
  if (height > sheet_.room() && height <= sheet_.full_room() - head_tops_.back()) next_page();
  if (height <= sheet_.room()) {
    print_whole(blocks, height);
  } else {
    print_split(blocks);
  }
}

void Table::print_whole(const std::vector<Block>& blocks, double height) {
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const double gap = face_.centred ? (height - blocks[i].height()) / 2 : face_.padding;
    sheet_.canvas().put(blocks[i], {left_of(i) + face_.padding, sheet_.y() + gap});
  }
  print_rules(height);
  sheet_.skip(height);
}

void Table::print_split(const std::vector<Block>& blocks) {
  std::vector<std::size_t> next(blocks.size(), 0);
  const auto done = [&] {
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      if (next[i] < blocks[i].lines()) return false;
    }
    return true;
  };
  for (std::size_t at_least = 0; !done(); at_least = 1) {
    if (at_least > 0) next_page();
    const double used = print_piece(blocks, next, at_least);
    if (used == 0) continue;
    print_rules(used + 2 * face_.padding);
    sheet_.skip(used + 2 * face_.padding);
  }
}

// Prints the lines that fit of every cell and moves `next` past them; gives the height used. On a
// fresh page at least one line is printed, so that the row comes to an end.
double Table::print_piece(const std::vector<Block>& blocks, std::vector<std::size_t>& next,
                          std::size_t at_least) {
  double used = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (next[i] >= blocks[i].lines()) continue;
    const double room = sheet_.room() - 2 * face_.padding;
    const std::size_t fit = std::max(at_least, blocks[i].lines_that_fit(next[i], room));
    sheet_.canvas().put(blocks[i], next[i], next[i] + fit,
                        {left_of(i) + face_.padding, sheet_.y() + face_.padding});
    used = std::max(used, blocks[i].height(next[i], next[i] + fit));
    next[i] += fit;
  }
  return used;
}

}  // namespace motcua::pdf
