// A PDF being laid out: pages, lines of type, rules, the QR symbol. Knows nothing of slips. Nothing
// is drawn before finish(), so a layout that turns out too long costs no drawing.
//
// Lengths are points (1/72 inch) from the upper left corner. Every line of type put on a page is
// recorded in the layout. One thread at a time; neither a Block nor a Canvas may outlive the thread
// that set it.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/moment.hpp"
#include "document/report_table.hpp"
#include "pdf/render.hpp"

namespace motcua::pdf {

using document::Alignment;

inline constexpr double points_per_mm = 72 / 25.4;

// A stretch of type in one face.
struct Run {
  std::string text;
  bool bold = false;
  bool italic = false;
};
using Runs = std::vector<Run>;

inline Run plain(std::string text) { return {std::move(text), false, false}; }
inline Run bold(std::string text) { return {std::move(text), true, false}; }
inline Run italic(std::string text) { return {std::move(text), false, true}; }

struct Style {
  double size = 11;
  Alignment alignment = Alignment::Left;
  double indent = 0;  // of the first line
  double spacing = 1.08;
  bool justify = false;
};

// Words set to a width, not yet on a page; broken into lines.
class Block {
 public:
  Block(const Runs& runs, const Style& style, double width);
  Block(Block&&) noexcept;
  Block& operator=(Block&&) noexcept;
  ~Block();

  // In smaller type where `style` would make it higher than `room`: for parts that stay whole.
  static Block fitted(const Runs& runs, Style style, double width, double room);

  std::size_t lines() const { return tops_.size() - 1; }
  double height() const { return tops_.back(); }
  double height(std::size_t first, std::size_t last) const { return tops_[last] - tops_[first]; }
  double width() const;      // of the widest line
  double set_width() const;  // that it was set to
  // How many lines from `first` on fit into `room`.
  std::size_t lines_that_fit(std::size_t first, double room) const;

 private:
  friend class Canvas;
  struct Setting;
  std::unique_ptr<Setting> setting_;
  std::vector<double> tops_;  // of each line, and the bottom of the last
};

struct PageSize {
  double width = 0;
  double height = 0;
};
inline constexpr PageSize a5_portrait{148 * points_per_mm, 210 * points_per_mm};
inline constexpr PageSize a4_portrait{210 * points_per_mm, 297 * points_per_mm};
inline constexpr PageSize a4_landscape{297 * points_per_mm, 210 * points_per_mm};

// What the file says of itself.
struct Imprint {
  std::string title;
  std::string author;
  std::string subject;
  Language language = Language::Vietnamese;
  Date date{};
};

struct Colour {  // red, green, blue: 0 to 1
  double red = 0;
  double green = 0;
  double blue = 0;
};

struct Point {
  double x = 0;
  double y = 0;
};

class Canvas {
 public:
  Canvas(PageSize size, const Imprint& imprint);
  Canvas(Canvas&&) noexcept;
  ~Canvas();

  int pages() const { return layout_.pages; }
  void next_page();
  // Lines [first, last) of the block, the first with its top at `where`.
  void put(const Block& block, std::size_t first, std::size_t last, Point where);
  void put(const Block& block, Point where) { put(block, 0, block.lines(), where); }
  void draw_in(Colour colour);  // from now on; black at first
  void rule(Point from, Point to, double thickness) { rules({{from, to}}, thickness); }
  void qr_symbol(std::string_view content, Point where, double side);

  Printed finish();  // once; the canvas is used up

 private:
  using Lines = std::vector<std::pair<Point, Point>>;
  void rules(Lines lines, double thickness);

  struct Strokes;
  Imprint imprint_;
  std::unique_ptr<Strokes> strokes_;
  Layout layout_;
};

}  // namespace motcua::pdf
