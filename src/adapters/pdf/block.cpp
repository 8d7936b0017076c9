#include "pdf/block.hpp"

#include <pango/pangocairo.h>

#include <algorithm>

#include "pdf/pango_parts.hpp"
#include "pdf/typeface.hpp"

namespace motcua::pdf {
namespace {

struct FreeDescription {
  void operator()(PangoFontDescription* face) const { pango_font_description_free(face); }
};
struct FreeAttributes {
  void operator()(PangoAttrList* attributes) const { pango_attr_list_unref(attributes); }
};

int to_pango(double points) { return static_cast<int>(points * PANGO_SCALE); }

void add(PangoAttrList* list, PangoAttribute* attribute, std::size_t from, std::size_t to) {
  attribute->start_index = static_cast<guint>(from);
  attribute->end_index = static_cast<guint>(to);
  pango_attr_list_insert(list, attribute);
}

void set_text(PangoLayout* layout, const Runs& runs) {
  const std::unique_ptr<PangoAttrList, FreeAttributes> faces{pango_attr_list_new()};
  std::string text;
  for (const auto& run : runs) {
    const auto from = text.size();
    text += document::printable(run.text);
    if (run.bold) add(faces.get(), pango_attr_weight_new(PANGO_WEIGHT_BOLD), from, text.size());
    if (run.italic) add(faces.get(), pango_attr_style_new(PANGO_STYLE_ITALIC), from, text.size());
  }
  pango_layout_set_text(layout, text.data(), static_cast<int>(text.size()));
  pango_layout_set_attributes(layout, faces.get());
}

PangoAlignment to_pango(Alignment alignment) {
  return alignment == Alignment::Left     ? PANGO_ALIGN_LEFT
         : alignment == Alignment::Centre ? PANGO_ALIGN_CENTER
                                          : PANGO_ALIGN_RIGHT;
}

void set_style(PangoLayout* layout, const Style& style, double width) {
  const std::unique_ptr<PangoFontDescription, FreeDescription> face{pango_font_description_new()};
  pango_font_description_set_family_static(face.get(), typeface_name);
  pango_font_description_set_absolute_size(face.get(), style.size * PANGO_SCALE);
  pango_layout_set_font_description(layout, face.get());
  pango_layout_set_width(layout, to_pango(width));
  pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment(layout, to_pango(style.alignment));
  pango_layout_set_justify(layout, style.justify ? TRUE : FALSE);
  pango_layout_set_indent(layout, to_pango(style.indent));
  pango_layout_set_line_spacing(layout, static_cast<float>(style.spacing));
}

std::vector<double> line_tops(PangoLayout* layout) {
  std::vector<double> tops;
  int bottom = 0;
  const LayoutIterator line{pango_layout_get_iter(layout)};
  do {
    int top = 0;
    pango_layout_iter_get_line_yrange(line.get(), &top, &bottom);
    tops.push_back(from_pango(top));
  } while (pango_layout_iter_next_line(line.get()) != FALSE);
  tops.push_back(from_pango(bottom));
  return tops;
}

}  // namespace

void ReleaseLayout::operator()(PangoLayout* layout) const { g_object_unref(layout); }

Block::Block(const Runs& runs, const Style& style, double width)
    : setting_(std::make_unique<Setting>()) {
  setting_->layout.reset(pango_layout_new(typesetting_context()));
  setting_->width = width;
  set_style(setting_->layout.get(), style, width);
  set_text(setting_->layout.get(), runs);
  tops_ = line_tops(setting_->layout.get());
}

Block Block::fitted(const Runs& runs, Style style, double width, double room) {
  Block block(runs, style, width);
  while (block.height() > room && style.size > 0.1) {
    style.size *= 0.8;
    block = Block(runs, style, width);
  }
  return block;
}

Block::Block(Block&&) noexcept = default;
Block& Block::operator=(Block&&) noexcept = default;
Block::~Block() = default;

double Block::width() const {
  PangoRectangle logical{};
  pango_layout_get_extents(setting_->layout.get(), nullptr, &logical);
  return from_pango(logical.width);
}

double Block::set_width() const { return setting_->width; }

std::size_t Block::lines_that_fit(std::size_t first, double room) const {
  const auto bottoms = tops_.begin() + static_cast<std::ptrdiff_t>(first) + 1;
  return static_cast<std::size_t>(
      std::upper_bound(bottoms, tops_.end(), tops_[first] + room + 0.01) - bottoms);
}

}  // namespace motcua::pdf
