#include "signature/mark.hpp"

#include <algorithm>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/assertion.hpp"
#include "document/wording.hpp"

namespace motcua::signature {
namespace {

using pdf::Block;
using pdf::Canvas;
using pdf::PageSize;
using pdf::Point;
using pdf::Runs;
using ports::OfficerMark;
using ports::SealMark;
using ports::Unseen;

constexpr pdf::Colour officer_blue{0.08, 0.20, 0.50};
constexpr pdf::Colour seal_red{0.76, 0.07, 0.10};
constexpr double width_of_officer = 225;
constexpr double width_of_seal = 83;
constexpr double padding = 6;

struct Line {
  Runs runs;
  pdf::Style style;
};
using Lines = std::vector<Line>;

// To the second and with its offset: the reader compares it with what a verifier tells him.
std::string words_of(Moment time) {
  return write_vietnamese(date_of(time)) + " " + write_time(time_of(time)) + ":" +
         document::two_digits(time.time_since_epoch().count() % 60) + " +07:00";
}

void add(Lines& lines, const std::string& label, const std::string& value, pdf::Style style) {
  const auto line = document::printable_line(value);
  if (line.find_first_not_of(' ') == line.npos) return;
  lines.push_back({{pdf::plain(label), pdf::bold(line)}, style});
}

Lines lines_of(const OfficerMark& mark, Moment time) {
  const pdf::Style style{.size = 7.8};
  Lines lines;
  add(lines, "Người ký: ", mark.name, style);
  add(lines, "Chức vụ: ", mark.post, style);
  add(lines, "Cơ quan: ", mark.agency, style);
  lines.push_back({{pdf::plain("Thời gian ký: " + words_of(time))}, style});
  return lines;
}

Lines lines_of(const SealMark& mark, Moment time) {
  const pdf::Style name{.size = 10, .alignment = pdf::Alignment::Centre};
  const pdf::Style small{.size = 7, .alignment = pdf::Alignment::Centre};
  Lines lines;
  add(lines, {}, document::upper_case(mark.agency), name);
  lines.push_back({{pdf::plain("Chữ ký số của cơ quan")}, small});
  lines.push_back({{pdf::plain("Thời gian ký: " + words_of(time))}, small});
  return lines;
}

std::vector<Block> set(const Lines& lines, double width, double scale) {
  std::vector<Block> blocks;
  for (auto line : lines) {
    line.style.size *= scale;
    blocks.emplace_back(line.runs, line.style, width);
  }
  return blocks;
}

double height_of(const std::vector<Block>& blocks) {
  double height = 0;
  for (const auto& block : blocks) height += block.height();
  return height;
}

std::vector<Block> set_into(const Lines& lines, PageSize room) {
  double scale = 1;
  auto blocks = set(lines, room.width, scale);
  while (height_of(blocks) > room.height && scale > 0.05) {
    scale *= 0.9;
    blocks = set(lines, room.width, scale);
  }
  return blocks;
}

void frame(Canvas& canvas, Point a, Point c, double thickness) {  // upper left, lower right
  const Point b{c.x, a.y};
  const Point d{a.x, c.y};
  const double half = thickness / 2;
  canvas.rule({a.x - half, a.y}, {b.x + half, b.y}, thickness);
  canvas.rule(b, c, thickness);
  canvas.rule({c.x + half, c.y}, {d.x - half, d.y}, thickness);
  canvas.rule(d, a, thickness);
}

// The left third of an officer's mark is left to the seal that goes over it.
double left_edge(const OfficerMark&, double width) { return width / 3 + 2; }
double left_edge(const SealMark&, double) { return 0; }

void draw_border(Canvas& canvas, const OfficerMark& mark, PageSize size) {
  const double left = left_edge(mark, size.width);
  canvas.draw_in(officer_blue);
  frame(canvas, {left + 0.5, 0.5}, {size.width - 0.5, size.height - 0.5}, 0.6);
  canvas.rule({left + 2, 0.5}, {left + 2, size.height - 0.5}, 2.4);
}

void draw_border(Canvas& canvas, const SealMark&, PageSize size) {
  canvas.draw_in(seal_red);
  for (const auto& [inset, thickness] : {std::pair{1.0, 1.6}, std::pair{3.4, 0.5}}) {
    frame(canvas, {inset, inset}, {size.width - inset, size.height - inset}, thickness);
  }
}

double width_of(const OfficerMark&) { return width_of_officer; }
double width_of(const SealMark&) { return width_of_seal; }

template <class Seen>
double left_of_words(const Seen& mark, double width) {
  return left_edge(mark, width) + padding;
}

template <class Seen>
double width_of_words(const Seen& mark, double width) {
  return width - left_of_words(mark, width) - padding;
}

template <class Seen>
pdf::Printed draw_seen(const Seen& mark, Moment time, PageSize size) {
  pdf::Imprint imprint;
  imprint.title = "Chữ ký số";
  imprint.date = date_of(time);
  Canvas canvas(size, imprint);
  draw_border(canvas, mark, size);
  const PageSize room{width_of_words(mark, size.width), size.height - 2 * padding};
  const auto blocks = set_into(lines_of(mark, time), room);
  double top = padding + std::max(0.0, room.height - height_of(blocks)) / 2;
  for (const auto& block : blocks) {
    canvas.put(block, {left_of_words(mark, size.width), top});
    top += block.height();
  }
  return canvas.finish();
}

}  // namespace

PageSize natural_size(const ports::Mark& mark, Moment time) {
  return std::visit(
      [&](const auto& seen) -> PageSize {
        if constexpr (std::is_same_v<std::decay_t<decltype(seen)>, Unseen>) {
          return {};
        } else {
          const double width = width_of(seen);
          const auto blocks = set(lines_of(seen, time), width_of_words(seen, width), 1);
          return {width, height_of(blocks) + 2 * padding};
        }
      },
      mark);
}

pdf::Printed draw(const ports::Mark& mark, Moment time, PageSize size) {
  MOTCUA_ASSERT(!std::holds_alternative<Unseen>(mark));
  if (const auto* officer = std::get_if<OfficerMark>(&mark)) return draw_seen(*officer, time, size);
  return draw_seen(std::get<SealMark>(mark), time, size);
}

}  // namespace motcua::signature
