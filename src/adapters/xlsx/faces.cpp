#include "xlsx/faces.hpp"

#include <xlsxwriter.h>

namespace motcua::xlsx {
namespace {

using document::Alignment;

constexpr const char* typeface = "Times New Roman";

lxw_format* face(lxw_workbook* book, double size) {
  lxw_format* made = workbook_add_format(book);
  format_set_font_name(made, typeface);
  format_set_font_size(made, size);
  format_set_align(made, LXW_ALIGN_VERTICAL_CENTER);
  return made;
}

lxw_format* centred(lxw_format* made) {
  format_set_align(made, LXW_ALIGN_CENTER);
  return made;
}

lxw_format* bold(lxw_format* made) {
  format_set_bold(made);
  return made;
}

lxw_format* italic(lxw_format* made) {
  format_set_italic(made);
  return made;
}

lxw_format* ruled(lxw_format* made) {
  format_set_border(made, LXW_BORDER_THIN);
  format_set_text_wrap(made);
  return made;
}

enum class Kind { Words, Count, Rate, Decimal };

Kind kind_of(const document::Cell& cell) {
  if (std::holds_alternative<std::int64_t>(cell)) return Kind::Count;
  if (std::holds_alternative<document::Percent>(cell)) return Kind::Rate;
  if (std::holds_alternative<document::Decimal>(cell)) return Kind::Decimal;
  return Kind::Words;
}

}  // namespace

Faces make_faces(lxw_workbook* book) {
  Faces faces;
  faces.superior = face(book, 12);
  faces.agency = bold(face(book, 12));
  faces.title = centred(bold(face(book, 14)));
  format_set_text_wrap(faces.title);
  faces.subtitle = centred(italic(face(book, 12)));
  format_set_text_wrap(faces.subtitle);
  faces.head = centred(bold(ruled(face(book, 11))));
  faces.mark = centred(italic(ruled(face(book, 10))));
  faces.note = face(book, 11);
  format_set_text_wrap(faces.note);
  faces.signatory = centred(bold(face(book, 12)));
  return faces;
}

lxw_format* CellFaces::face(const document::Cell& cell, Alignment alignment, bool is_bold) {
  const Kind kind = kind_of(cell);
  const auto row = static_cast<std::size_t>(kind) * 3 + static_cast<std::size_t>(alignment);
  lxw_format*& made = made_[row * 2 + (is_bold ? 1 : 0)];
  if (made != nullptr) return made;
  made = ruled(xlsx::face(book_, 11));
  if (is_bold) bold(made);
  if (kind == Kind::Count) format_set_num_format(made, "#,##0");
  if (kind == Kind::Decimal) format_set_num_format(made, "#,##0.00");
  if (kind == Kind::Rate) format_set_num_format(made, "0.00%");
  format_set_align(made, alignment == Alignment::Left     ? LXW_ALIGN_LEFT
                         : alignment == Alignment::Centre ? LXW_ALIGN_CENTER
                                                          : LXW_ALIGN_RIGHT);
  return made;
}

}  // namespace motcua::xlsx
