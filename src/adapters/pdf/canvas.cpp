#include "pdf/canvas.hpp"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <qrencode.h>

#include <algorithm>
#include <variant>

#include "base/assertion.hpp"
#include "pdf/block.hpp"
#include "pdf/catalogue.hpp"
#include "pdf/pango_parts.hpp"

namespace motcua::pdf {

namespace {

struct DestroySurface {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
struct DestroyPen {
  void operator()(cairo_t* pen) const { cairo_destroy(pen); }
};
struct FreeSymbol {
  void operator()(QRcode* symbol) const { QRcode_free(symbol); }
};

cairo_status_t append(void* out, const unsigned char* bytes, unsigned count) {
  static_cast<std::string*>(out)->append(reinterpret_cast<const char*>(bytes), count);
  return CAIRO_STATUS_SUCCESS;
}

void describe(cairo_surface_t* surface, const Imprint& imprint) {
  const auto say = [&](cairo_pdf_metadata_t what, const std::string& text) {
    cairo_pdf_surface_set_metadata(surface, what, document::printable_line(text).c_str());
  };
  say(CAIRO_PDF_METADATA_TITLE, imprint.title);
  say(CAIRO_PDF_METADATA_AUTHOR, imprint.author);
  say(CAIRO_PDF_METADATA_SUBJECT, imprint.subject);
  say(CAIRO_PDF_METADATA_CREATOR, "Một Cửa");
  say(CAIRO_PDF_METADATA_CREATE_DATE, write_moment(at(imprint.date, minutes{0})));
}

// The words of lines [first, last), for the layout's account.
std::string words_of(PangoLayout* layout, std::size_t first, std::size_t last) {
  const auto line = [&](std::size_t index) {
    return pango_layout_get_line_readonly(layout, static_cast<int>(index));
  };
  const auto from = static_cast<std::size_t>(line(first)->start_index);
  const auto* end = line(last - 1);
  const auto to = static_cast<std::size_t>(end->start_index + end->length);
  return std::string{pango_layout_get_text(layout)}.substr(from, to - from);
}

}  // namespace

// What is drawn, in its order.
struct Canvas::Strokes {
  struct Words {
    std::unique_ptr<PangoLayout, ReleaseLayout> layout;
    std::size_t first = 0;
    std::vector<Point> starts;  // of each line, on its baseline
  };
  struct Rules {
    Lines lines;
    double thickness = 0;
  };
  struct PageBreak {};
  std::vector<std::variant<Words, Rules, Colour, PageBreak>> all;
};

namespace {

template <class... Draw>
struct Pen : Draw... {
  using Draw::operator()...;
};
template <class... Draw>
Pen(Draw...) -> Pen<Draw...>;

}  // namespace

Canvas::Canvas(PageSize size, const Imprint& imprint)
    : imprint_(imprint), strokes_(std::make_unique<Strokes>()) {
  layout_.page_width = size.width;
  layout_.page_height = size.height;
  layout_.pages = 1;
}

Canvas::Canvas(Canvas&&) noexcept = default;
Canvas::~Canvas() = default;

void Canvas::next_page() {
  strokes_->all.emplace_back(Strokes::PageBreak{});
  ++layout_.pages;
}

void Canvas::put(const Block& block, std::size_t first, std::size_t last, Point where) {
  if (first >= last) return;
  PangoLayout* layout = block.setting_->layout.get();
  g_object_ref(layout);
  Strokes::Words words{std::unique_ptr<PangoLayout, ReleaseLayout>(layout), first, {}};
  const LayoutIterator line{pango_layout_get_iter(layout)};
  for (std::size_t i = 0; i < first; ++i) pango_layout_iter_next_line(line.get());
  double left = block.setting_->width;
  double right = 0;
  for (std::size_t i = first; i < last; ++i) {
    PangoRectangle logical{};
    pango_layout_iter_get_line_extents(line.get(), nullptr, &logical);
    left = std::min(left, from_pango(logical.x));
    right = std::max(right, from_pango(logical.x + logical.width));
    const double baseline = from_pango(pango_layout_iter_get_baseline(line.get()));
    words.starts.push_back(
        {where.x + from_pango(logical.x), where.y + baseline - block.tops_[first]});
    pango_layout_iter_next_line(line.get());
  }
  layout_.boxes.push_back({layout_.pages - 1, where.x + left, where.y, std::max(0.0, right - left),
                           block.height(first, last), words_of(layout, first, last)});
  strokes_->all.emplace_back(std::move(words));
}

void Canvas::draw_in(Colour colour) { strokes_->all.emplace_back(colour); }

void Canvas::rules(Lines lines, double thickness) {
  strokes_->all.emplace_back(Strokes::Rules{std::move(lines), thickness});
}

// Dark modules that touch in a row are one line: half the file is saved, and most of the time.
void Canvas::qr_symbol(std::string_view content, Point where, double side) {
  const std::unique_ptr<QRcode, FreeSymbol> symbol{
      QRcode_encodeString(std::string{content}.c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1)};
  if (!symbol) return;  // longer than any symbol can hold; the address is printed beside it
  const double module = side / symbol->width;
  const auto is_dark = [&](int row, int column) {
    return column < symbol->width && (symbol->data[row * symbol->width + column] & 1) != 0;
  };
  Lines lines;
  for (int row = 0; row < symbol->width; ++row) {
    const auto place = [&](int column) {
      return Point{where.x + column * module, where.y + (row + 0.5) * module};
    };
    for (int column = 0; column < symbol->width; ++column) {
      const int from = column;
      while (is_dark(row, column)) ++column;
      if (column > from) lines.emplace_back(place(from), place(column));
    }
  }
  rules(std::move(lines), module);
  layout_.boxes.push_back({layout_.pages - 1, where.x, where.y, side, side, {}});
}

Printed Canvas::finish() {
  std::string bytes;
  const std::unique_ptr<cairo_surface_t, DestroySurface> surface{
      cairo_pdf_surface_create_for_stream(append, &bytes, layout_.page_width, layout_.page_height)};
  describe(surface.get(), imprint_);
  std::unique_ptr<cairo_t, DestroyPen> pen{cairo_create(surface.get())};
  const Pen draw{[&](const Strokes::Words& words) {
                   for (std::size_t i = 0; i < words.starts.size(); ++i) {
                     cairo_move_to(pen.get(), words.starts[i].x, words.starts[i].y);
                     pango_cairo_show_layout_line(
                         pen.get(), pango_layout_get_line_readonly(
                                        words.layout.get(), static_cast<int>(words.first + i)));
                   }
                 },
                 [&](const Strokes::Rules& rules) {
                   cairo_set_line_width(pen.get(), rules.thickness);
                   for (const auto& [from, to] : rules.lines) {
                     cairo_move_to(pen.get(), from.x, from.y);
                     cairo_line_to(pen.get(), to.x, to.y);
                   }
                   cairo_stroke(pen.get());
                 },
                 [&](const Colour& colour) {
                   cairo_set_source_rgb(pen.get(), colour.red, colour.green, colour.blue);
                 },
                 [&](const Strokes::PageBreak&) { cairo_show_page(pen.get()); }};
  for (const auto& stroke : strokes_->all) std::visit(draw, stroke);
  cairo_show_page(pen.get());
  MOTCUA_ASSERT(cairo_status(pen.get()) == CAIRO_STATUS_SUCCESS);
  pen.reset();
  cairo_surface_finish(surface.get());
  MOTCUA_ASSERT(cairo_surface_status(surface.get()) == CAIRO_STATUS_SUCCESS);
  return {with_language(std::move(bytes), imprint_.language), std::move(layout_)};
}

}  // namespace motcua::pdf
