#include "signature/placement.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFNameTreeObjectHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <set>

#include "signature/object_copy.hpp"

namespace motcua::signature {
namespace {

constexpr double side_margin = 15 * pdf::points_per_mm;
constexpr double end_margin = 20 * pdf::points_per_mm;
constexpr Rectangle a4{0, 0, 595.28, 841.89};

// Not QPDF's own list of pages: it follows a deep page tree by recursion.
std::vector<QPDFObjectHandle> pages_of(QPDF& document) {
  std::vector<QPDFObjectHandle> pages;
  std::vector<QPDFObjectHandle> waiting{document.getRoot().getKey("/Pages")};
  std::set<QPDFObjGen> seen;
  while (!waiting.empty()) {
    auto node = waiting.back();
    waiting.pop_back();
    if (!node.isDictionary() || !node.isIndirect() || !seen.insert(node.getObjGen()).second) {
      continue;
    }
    auto kids = node.getKey("/Kids");
    if (!kids.isArray()) {
      pages.push_back(node);
      continue;
    }
    auto children = kids.getArrayAsVector();
    waiting.insert(waiting.end(), children.rbegin(), children.rend());
  }
  return pages;
}

struct Shown {
  Rectangle box;
  int quarter_turns = 0;
  double width() const { return quarter_turns % 2 ? box.top - box.bottom : box.right - box.left; }
  double height() const { return quarter_turns % 2 ? box.right - box.left : box.top - box.bottom; }
};

// Of any four numbers, in whatever order the corners are.
Rectangle rectangle_of(QPDFObjectHandle array, const Rectangle& otherwise) {
  if (!array.isRectangle()) return otherwise;
  const auto box = array.getArrayAsRectangle();
  const Rectangle read{std::min(box.llx, box.urx), std::min(box.lly, box.ury),
                       std::max(box.llx, box.urx), std::max(box.lly, box.ury)};
  const bool sound = std::isfinite(read.left) && std::isfinite(read.bottom) &&
                     std::abs(read.right) < 1e6 && std::abs(read.top) < 1e6;
  return sound ? read : otherwise;
}

Shown shown_part_of(QPDFObjectHandle page) {
  QPDFPageObjectHelper attributes(page);
  auto box = rectangle_of(attributes.getAttribute("/MediaBox", false), a4);
  box = rectangle_of(attributes.getAttribute("/CropBox", false), box);
  if (box.right - box.left < 1 || box.top - box.bottom < 1) box = a4;
  auto turn = attributes.getAttribute("/Rotate", false);
  const auto degrees = turn.isInteger() ? turn.getIntValue() % 360 : 0;
  return {box, static_cast<int>((degrees + 360) / 90 % 4)};
}

// Upper left corner as the page is read, from its upper left corner.
struct Corner {
  double x = 0;
  double y = 0;
};

Rectangle rectangle_at(const Shown& shown, Corner corner, pdf::PageSize size) {
  const auto& box = shown.box;
  const double low = shown.height() - corner.y - size.height;  // from the lower edge as it is read
  switch (shown.quarter_turns) {
    case 1:
      return {box.right - low - size.height, box.bottom + corner.x, box.right - low,
              box.bottom + corner.x + size.width};
    case 2:
      return {box.right - corner.x - size.width, box.top - low - size.height, box.right - corner.x,
              box.top - low};
    case 3:
      return {box.left + low, box.top - corner.x - size.width, box.left + low + size.height,
              box.top - corner.x};
    default:
      return {box.left + corner.x, box.bottom + low, box.left + corner.x + size.width,
              box.bottom + low + size.height};
  }
}

// The way back, for one point of the page.
Corner corner_at(const Shown& shown, double u, double v) {
  const auto& box = shown.box;
  switch (shown.quarter_turns) {
    case 1:
      return {v - box.bottom, u - box.left};
    case 2:
      return {box.right - u, v - box.bottom};
    case 3:
      return {box.top - v, box.right - u};
    default:
      return {u - box.left, box.top - v};
  }
}

Placement placement(QPDFObjectHandle page, const Shown& shown, Corner corner, pdf::PageSize size) {
  corner.x = std::clamp(corner.x, 0.0, shown.width() - size.width);
  corner.y = std::clamp(corner.y, 0.0, shown.height() - size.height);
  return {id_of(page), rectangle_at(shown, corner, size), size, shown.quarter_turns};
}

pdf::PageSize fitting(const Shown& shown, pdf::PageSize natural) {
  return {std::min(natural.width, std::max(1.0, shown.width() - 2 * side_margin)),
          std::min(natural.height, std::max(1.0, shown.height() - 2 * end_margin))};
}

Corner corner_of(ports::PagePart part, const Shown& shown, pdf::PageSize size) {
  using enum ports::PagePart;
  const bool upper = part == UpperLeft || part == UpperRight;
  const double left = side_margin;
  const double right = shown.width() - side_margin - size.width;
  const double y = upper ? end_margin : shown.height() - end_margin - size.height;
  if (part == LowerCentre) return {(shown.width() - size.width) / 2, y};
  return {part == UpperLeft || part == LowerLeft ? left : right, y};
}

OrFailure<QPDFObjectHandle> page_of(QPDF& document, std::optional<int> number) {
  const auto pages = pages_of(document);
  const int last = static_cast<int>(pages.size());
  const int wanted = number.value_or(last);
  if (wanted < 1 || wanted > last) {
    return malformed("the PDF has no page " + std::to_string(wanted));
  }
  return pages[static_cast<std::size_t>(wanted) - 1];
}

OrFailure<Placement> placed(QPDF& document, const ports::OnPage& on, pdf::PageSize natural) {
  const auto page = page_of(document, on.page);
  if (!page) return Unexpected{page.error()};
  const auto shown = shown_part_of(*page);
  const auto size = fitting(shown, natural);
  return placement(*page, shown, corner_of(on.part, shown, size), size);
}

pdf::PageSize at_most(pdf::PageSize natural, double width, double height) {
  return {std::min(natural.width, width), std::min(natural.height, height)};
}

OrFailure<Placement> placed(QPDF& document, const ports::InRectangle& in, pdf::PageSize natural) {
  const auto page = page_of(document, in.page);
  if (!page) return Unexpected{page.error()};
  if (!(in.width >= 1 && in.height >= 1)) return malformed("the rectangle has no room for a mark");
  const auto shown = shown_part_of(*page);
  const auto size = at_most(fitting(shown, natural), in.width, in.height);
  const Corner corner{in.left + (in.width - size.width) / 2,
                      in.top + (in.height - size.height) / 2};
  return placement(*page, shown, corner, size);
}

QPDFObjectHandle destination_of(QPDF& document, const std::string& name) {
  auto root = document.getRoot();
  auto names = root.getKey("/Names");
  auto tree = names.isDictionary() ? names.getKey("/Dests") : QPDFObjectHandle::newNull();
  auto found = QPDFObjectHandle::newNull();
  if (tree.isDictionary()) QPDFNameTreeObjectHelper(tree, document, false).findObject(name, found);
  auto old_style = root.getKey("/Dests");
  if (found.isNull() && old_style.isDictionary()) found = old_style.getKey("/" + name);
  return found.isDictionary() ? found.getKey("/D") : found;
}

OrFailure<Placement> placed(QPDF& document, const ports::AtDestination& at, pdf::PageSize natural) {
  auto destination = destination_of(document, at.name);
  const bool is_point =
      destination.isArray() && destination.getArrayNItems() >= 4 &&
      destination.getArrayItem(0).isDictionary() && destination.getArrayItem(0).isIndirect() &&
      destination.getArrayItem(1).isNameAndEquals("/XYZ") &&
      destination.getArrayItem(2).isNumber() && destination.getArrayItem(3).isNumber();
  if (!is_point) return malformed("the PDF names no point \"" + at.name + "\"");
  auto page = destination.getArrayItem(0);
  const auto shown = shown_part_of(page);
  const auto corner = corner_at(shown, destination.getArrayItem(2).getNumericValue(),
                                destination.getArrayItem(3).getNumericValue());
  const auto size = at_most(fitting(shown, natural), at.width >= 1 ? at.width : natural.width,
                            at.height >= 1 ? at.height : natural.height);
  return placement(page, shown, corner, size);
}

}  // namespace

OrFailure<Placement> place(QPDF& document, const ports::Place& where, pdf::PageSize natural) {
  return std::visit([&](const auto& one) { return placed(document, one, natural); }, where);
}

Placement place_in(QPDFObjectHandle widget) {
  Placement found;
  found.rectangle = rectangle_of(widget.getKey("/Rect"), {});
  auto page = widget.getKey("/P");
  if (page.isDictionary()) {
    found.page = id_of(page);
    found.quarter_turns = shown_part_of(page).quarter_turns;
  }
  const auto& box = found.rectangle;
  found.size = {box.right - box.left, box.top - box.bottom};
  if (found.quarter_turns % 2) std::swap(found.size.width, found.size.height);
  return found;
}

std::string number(double value) {
  std::array<char, 32> text{};
  const auto end =
      std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed, 2);
  return {text.data(), end.ptr};
}

std::string array_of(const Rectangle& rectangle) {
  return "[" + number(rectangle.left) + " " + number(rectangle.bottom) + " " +
         number(rectangle.right) + " " + number(rectangle.top) + "]";
}

std::string upright_matrix(int quarter_turns) {
  static constexpr std::array<const char*, 4> matrices{"[1 0 0 1 0 0]", "[0 1 -1 0 0 0]",
                                                       "[-1 0 0 -1 0 0]", "[0 -1 1 0 0 0]"};
  return matrices[static_cast<std::size_t>(quarter_turns)];
}

}  // namespace motcua::signature
