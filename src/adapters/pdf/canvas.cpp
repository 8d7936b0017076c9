#include "pdf/canvas.hpp"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <qrencode.h>

#include <algorithm>

#include "base/assertion.hpp"
#include "pdf/block.hpp"
#include "pdf/catalogue.hpp"
#include "pdf/pango_parts.hpp"

namespace motcua::pdf {

struct DestroySurface {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
struct DestroyPen {
  void operator()(cairo_t* pen) const { cairo_destroy(pen); }
};

namespace {

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

struct Canvas::Ink {
  std::string bytes;
  std::unique_ptr<cairo_surface_t, DestroySurface> surface;
  std::unique_ptr<cairo_t, DestroyPen> pen;
};

Canvas::Canvas(PageSize size, const Imprint& imprint)
    : ink_(std::make_unique<Ink>()), language_(imprint.language) {
  ink_->surface.reset(
      cairo_pdf_surface_create_for_stream(append, &ink_->bytes, size.width, size.height));
  describe(ink_->surface.get(), imprint);
  ink_->pen.reset(cairo_create(ink_->surface.get()));
  layout_.page_width = size.width;
  layout_.page_height = size.height;
  layout_.pages = 1;
}

Canvas::~Canvas() = default;

void Canvas::next_page() {
  cairo_show_page(ink_->pen.get());
  ++layout_.pages;
}

void Canvas::put(const Block& block, std::size_t first, std::size_t last, Point where) {
  if (first >= last) return;
  PangoLayout* layout = block.setting_->layout.get();
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
    cairo_move_to(ink_->pen.get(), where.x + from_pango(logical.x),
                  where.y + baseline - block.tops_[first]);
    pango_cairo_show_layout_line(ink_->pen.get(), pango_layout_iter_get_line_readonly(line.get()));
    pango_layout_iter_next_line(line.get());
  }
  layout_.boxes.push_back({layout_.pages - 1, where.x + left, where.y, std::max(0.0, right - left),
                           block.height(first, last), words_of(layout, first, last)});
}

void Canvas::draw_in(Colour colour) {
  cairo_set_source_rgb(ink_->pen.get(), colour.red, colour.green, colour.blue);
}

void Canvas::rule(Point from, Point to, double thickness) {
  cairo_t* pen = ink_->pen.get();
  cairo_set_line_width(pen, thickness);
  cairo_move_to(pen, from.x, from.y);
  cairo_line_to(pen, to.x, to.y);
  cairo_stroke(pen);
}

void Canvas::qr_symbol(std::string_view content, Point where, double side) {
  const std::unique_ptr<QRcode, FreeSymbol> symbol{
      QRcode_encodeString(std::string{content}.c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1)};
  if (!symbol) return;  // longer than any symbol can hold; the address is printed beside it
  const double module = side / symbol->width;
  for (int row = 0; row < symbol->width; ++row) {
    for (int column = 0; column < symbol->width; ++column) {
      if ((symbol->data[row * symbol->width + column] & 1) == 0) continue;
      cairo_rectangle(ink_->pen.get(), where.x + column * module, where.y + row * module, module,
                      module);
    }
  }
  cairo_fill(ink_->pen.get());
  layout_.boxes.push_back({layout_.pages - 1, where.x, where.y, side, side, {}});
}

Printed Canvas::finish() {
  cairo_show_page(ink_->pen.get());
  MOTCUA_ASSERT(cairo_status(ink_->pen.get()) == CAIRO_STATUS_SUCCESS);
  ink_->pen.reset();
  cairo_surface_finish(ink_->surface.get());
  MOTCUA_ASSERT(cairo_surface_status(ink_->surface.get()) == CAIRO_STATUS_SUCCESS);
  return {with_language(std::move(ink_->bytes), language_), std::move(layout_)};
}

}  // namespace motcua::pdf
