// Thể thức of a decision and of a letter [ND30-2020]: one layout, the letter without a title.

#include "document/decision.hpp"

#include "document/wording.hpp"
#include "pdf/parts.hpp"
#include "pdf/render.hpp"

namespace motcua::pdf {
namespace {

using document::Decision;
using document::printable_line;

constexpr double qr_side = 52;
constexpr double qr_quiet_zone = 8;  // four modules of the symbol at least

void print_head(Sheet& sheet, const Decision& decision) {
  print_letterhead(sheet, decision.letterhead, symbol_line(decision.letterhead));
  const Style centred{.size = sheet.sizes().body, .alignment = Alignment::Centre};
  if (!decision.kind.empty()) {
    print_title(sheet, decision.kind, decision.subject);
  } else if (!decision.subject.empty()) {
    sheet.paragraph({italic(printable_line(decision.subject))}, centred, 8);
  }
  if (!decision.addressee.empty()) {
    sheet.paragraph({plain("Kính gửi: "), bold(printable_line(decision.addressee))}, centred, 8);
  }
}

// How anybody finds out whether the paper is genuine, also from a printed copy.
void print_verification(Sheet& sheet, const Decision& decision) {
  if (decision.verification_address.empty()) return;
  const double text_left = qr_side + 2 * qr_quiet_zone;
  const Block words = Block::fitted(
      {plain("Kiểm tra văn bản này tại "), plain(printable_line(decision.verification_address)),
       plain("\nSố văn bản: "), bold(printable_line(decision.letterhead.symbol)),
       plain(" · Mã kiểm tra: "), bold(printable_line(decision.verification_code))},
      {.size = sheet.sizes().small, .spacing = 1.2}, sheet.width() - text_left, qr_side);
  const double height = qr_side + 2 * qr_quiet_zone;
  sheet.skip(6);
  sheet.keep_together(height);
  sheet.canvas().qr_symbol(decision.verification_address, {sheet.left(), sheet.y() + qr_quiet_zone},
                           qr_side);
  sheet.canvas().put(words, {sheet.left() + text_left, sheet.y() + (height - words.height()) / 2});
  sheet.skip(height);
}

Frame a4_letter() {  // margins and type of [ND30-2020]
  const double mm = points_per_mm;
  return {a4_portrait, 30 * mm, 18 * mm, 20 * mm, 18 * mm, {12, 13, 14, 13.5, 11, 9, 84}};
}

}  // namespace

Printed print(const Decision& decision) {
  const auto title = decision.kind.empty() ? decision.subject : decision.kind;
  Sheet sheet(a4_letter(), imprint_of({{}, title, {}}, decision.letterhead, decision.code),
              small_print_of({{}, title, {}}, decision.letterhead));
  print_head(sheet, decision);
  for (const auto& basis : decision.bases) {
    print_prose(sheet, {italic(printable_line(basis))});
  }
  const double signing =
      height_of_recipients_and_signatory(sheet, decision.recipients, decision.signatory);
  for (std::size_t i = 0; i < decision.paragraphs.size(); ++i) {
    const bool last = i + 1 == decision.paragraphs.size();
    print_prose(sheet, {plain(printable_line(decision.paragraphs[i]))}, last ? signing : 0);
  }
  print_recipients_and_signatory(sheet, decision.recipients, decision.signatory);
  print_verification(sheet, decision);
  return sheet.finish();
}

PlacedBox signing_room(const Decision& decision, const Layout& layout) {
  const Frame frame = a4_letter();
  PlacedBox room;
  room.width = layout.page_width / 2 - frame.right;
  room.height = frame.sizes.signing_room;
  room.left = layout.page_width / 2;
  const auto name = printable_line(decision.signatory.name);
  for (const auto& box : layout.boxes) {  // the last one: a name may stand in the text too
    if (box.words != name) continue;
    room.page = box.page;
    room.top = box.top - room.height;
  }
  return room;
}

std::string render_pdf(const Decision& decision) { return print(decision).pdf; }

}  // namespace motcua::pdf
