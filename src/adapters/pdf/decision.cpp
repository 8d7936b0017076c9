// Thể thức of a decision and of a letter [ND30-2020]: one layout, the letter without a title.

#include "document/decision.hpp"

#include <algorithm>

#include "document/wording.hpp"
#include "pdf/parts.hpp"
#include "pdf/render.hpp"

namespace motcua::pdf {
namespace {

using document::Decision;
using document::printable_line;

constexpr double qr_side = 52;
constexpr double qr_quiet_zone = 8;  // four modules of the symbol at least

constexpr double first_line = 10 * points_per_mm;
constexpr double paragraph_gap = 6;

constexpr double countersigning_gap = 12;
constexpr double countersigning_label = 14;
constexpr double countersigning_height = 48;

// A letter's subject stands below its number; a decision's below its title, with a line.
Runs reference_of(const Decision& decision) {
  Runs reference = symbol_line(decision.letterhead);
  if (decision.kind.empty() && !decision.subject.empty()) {
    reference.push_back(plain("\n" + printable_line(decision.subject)));
  }
  return reference;
}

void print_subject(Sheet& sheet, const std::string& subject) {
  const Style style{.size = sheet.sizes().body, .alignment = Alignment::Centre};
  const Block words = Block::fitted({bold(subject)}, style, sheet.width(), sheet.full_room() / 4);
  sheet.canvas().put(words, {sheet.left(), sheet.y()});
  const double length = words.width() * 0.4;
  const double start = sheet.left() + (sheet.width() - length) / 2;
  const double y = sheet.y() + words.height() + 4;
  sheet.canvas().rule({start, y}, {start + length, y}, 0.5);
  sheet.skip(words.height() + 4 + sheet.sizes().body);
}

void print_head(Sheet& sheet, const Decision& decision) {
  print_letterhead(sheet, decision.letterhead, reference_of(decision));
  if (!decision.kind.empty()) {
    print_title(sheet, decision.kind);
    if (!decision.subject.empty()) print_subject(sheet, printable_line(decision.subject));
    return;
  }
  sheet.skip(sheet.sizes().body);
  if (decision.addressee.empty()) return;
  const Style centred{.size = sheet.sizes().body, .alignment = Alignment::Centre};
  sheet.paragraph({plain("Kính gửi: " + printable_line(decision.addressee))}, centred,
                  sheet.sizes().body);
}

void print_body(Sheet& sheet, const Decision& decision) {
  const Style style{.size = sheet.sizes().body, .indent = first_line, .justify = true};
  for (const auto& basis : decision.bases) {
    sheet.paragraph({italic(printable_line(basis))}, style, paragraph_gap);
  }
  const double signing =
      height_of_recipients_and_signatory(sheet, decision.recipients, decision.signatory);
  for (std::size_t i = 0; i < decision.paragraphs.size(); ++i) {
    const bool last = i + 1 == decision.paragraphs.size();
    sheet.paragraph({plain(printable_line(decision.paragraphs[i]))}, style, paragraph_gap,
                    last ? signing : 0);
  }
}

// Narrow rooms in a row, each under the post of who signs before the signatory.
std::string countersigner_label(const Decision& decision, std::size_t index) {
  return std::to_string(index + 1) + ". " + printable_line(decision.countersigners[index]);
}

double countersigning_width(double width, std::size_t rooms) {
  const auto columns = std::max<std::size_t>(rooms, 2);  // one alone leaves the right side free
  return (width - double(columns - 1) * countersigning_gap) / double(columns);
}

void print_countersigners(Sheet& sheet, const Decision& decision) {
  const auto rooms = decision.countersigners.size();
  if (rooms == 0) return;
  const double width = countersigning_width(sheet.width(), rooms);
  sheet.skip(6);
  sheet.keep_together(countersigning_label + countersigning_height);
  for (std::size_t i = 0; i < rooms; ++i) {
    const double left = sheet.left() + double(i) * (width + countersigning_gap);
    sheet.canvas().put(Block::fitted({italic(countersigner_label(decision, i))},
                                     {.size = sheet.sizes().small}, width, countersigning_label),
                       {left, sheet.y()});
  }
  sheet.skip(countersigning_label + countersigning_height);
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
  return {a4_portrait, 30 * mm, 18 * mm, 20 * mm, 20 * mm, {12, 13, 14, 13.5, 11.5, 13, 9, 84}};
}

}  // namespace

Printed print(const Decision& decision) {
  const auto title = decision.kind.empty() ? decision.subject : decision.kind;
  Sheet sheet(a4_letter(), imprint_of({{}, title, {}}, decision.letterhead, decision.code),
              small_print_of({{}, title, {}}, decision.letterhead));
  print_head(sheet, decision);
  print_body(sheet, decision);
  print_recipients_and_signatory(sheet, decision.recipients, decision.signatory);
  print_countersigners(sheet, decision);
  print_verification(sheet, decision);
  return sheet.finish();
}

PlacedBox signing_room(const Decision& decision, const Layout& layout) {
  const Frame frame = a4_letter();
  PlacedBox room;
  room.width = (layout.page_width - frame.left - frame.right) / 2 - 4;
  room.height = frame.sizes.signing_room;
  room.left = layout.page_width - frame.right - room.width;
  const auto name = printable_line(decision.signatory.name);
  for (const auto& box : layout.boxes) {  // the last one: a name may stand in the text too
    if (box.words != name) continue;
    room.page = box.page;
    room.top = box.top - room.height;
  }
  return room;
}

PlacedBox countersigning_room(const Decision& decision, const Layout& layout, std::size_t index) {
  const Frame frame = a4_letter();
  PlacedBox room;
  const double width = layout.page_width - frame.left - frame.right;
  room.width = countersigning_width(width, decision.countersigners.size());
  room.height = countersigning_height;
  for (const auto& box : layout.boxes) {
    if (box.words != countersigner_label(decision, index)) continue;
    room.page = box.page;
    room.left = box.left;
    room.top = box.top + countersigning_label;
  }
  return room;
}

PlacedBox seal_room(const PlacedBox& signing_room) {
  constexpr double beyond = 8;  // to the left: what the recipients' column leaves free
  constexpr double clear = 3;   // of the words above and below
  PlacedBox room = signing_room;
  room.top += clear;
  room.height -= 2 * clear;
  room.left -= beyond;
  room.width = signing_room.width / 3 + beyond;
  return room;
}

std::string render_pdf(const Decision& decision) { return print(decision).pdf; }

}  // namespace motcua::pdf
