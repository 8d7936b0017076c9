#include <algorithm>

#include "document/wording.hpp"
#include "pdf/papers.hpp"
#include "pdf/parts.hpp"
#include "pdf/table.hpp"

namespace motcua::pdf {
namespace {

using document::Copy;
using document::printable_line;
using document::Receipt;
using document::two_digits;

constexpr double qr_side = 52;
constexpr double look_up_room = 150;
constexpr double qr_quiet_zone = 8;  // four modules of the symbol at least

void print_papers(Sheet& sheet, const std::vector<document::PaperHandedIn>& papers) {
  if (papers.empty()) return;
  const double size = sheet.sizes().table;
  sheet.paragraph({plain("Thành phần hồ sơ nộp gồm:")}, {.size = sheet.sizes().body}, 2);
  Table table(sheet, {.shares = {8, 62, 13, 17},
                      .head = {{"TT", 0, 0, 0, 0},
                               {"Tên giấy tờ", 1, 1, 0, 0},
                               {"Số lượng", 2, 2, 0, 0},
                               {"Hình thức", 3, 3, 0, 0}},
                      .size = size,
                      .padding = 2});
  for (std::size_t i = 0; i < papers.size(); ++i) {
    table.row({{std::to_string(i + 1), Alignment::Centre},
               {papers[i].title},
               {two_digits(papers[i].quantity), Alignment::Centre},
               {papers[i].form, Alignment::Centre}});
  }
  sheet.skip(4);
}

void print_times(Sheet& sheet, const Receipt& receipt, double below) {
  print_field(sheet, "Số lượng hồ sơ", two_digits(receipt.sets) + " (bộ)");
  print_field(sheet, "Thời gian giải quyết hồ sơ theo quy định là",
              receipt.legal_term.empty() ? "không quy định" : receipt.legal_term);
  print_field(sheet, "Thời gian nhận hồ sơ", document::spell_moment(receipt.received));
  print_field(sheet, "Thời gian trả kết quả giải quyết hồ sơ", term_words(receipt.promised), true);
  if (receipt.number.empty()) {
    return print_last_field(sheet, "Đăng ký nhận kết quả tại", receipt.result_place, below);
  }
  print_field(sheet, "Đăng ký nhận kết quả tại", receipt.result_place);
  const auto book = receipt.book.empty() ? "" : ", quyển số: " + receipt.book;
  print_last_field(sheet, "Vào Sổ theo dõi hồ sơ", "số thứ tự: " + receipt.number + book, below);
}

Runs look_up_words(const Receipt& receipt, Copy copy) {
  Runs words{bold("Tra cứu tình trạng giải quyết hồ sơ"),
             plain("\n" + printable_line(receipt.tracking_address)), plain("\nMã hồ sơ: "),
             bold(printable_line(receipt.code))};
  if (copy == Copy::Applicant && !receipt.lookup_code.empty()) {
    words.push_back(plain("\nMã tra cứu: "));
    words.push_back(bold(printable_line(receipt.lookup_code)));
    words.push_back(italic("  (xin giữ kín)"));
  }
  return words;
}

void print_frame(Sheet& sheet, double height) {
  const double left = sheet.left();
  const double right = left + sheet.width();
  const double top = sheet.y();
  Canvas& canvas = sheet.canvas();
  for (const double y : {top, top + height}) canvas.rule({left, y}, {right, y}, 0.5);
  for (const double x : {left, right}) canvas.rule({x, top}, {x, top + height}, 0.5);
}

// The QR symbol carries the tracking address; the secret is only printed, on the applicant's copy.
void print_look_up(Sheet& sheet, const Receipt& receipt, Copy copy) {
  if (receipt.tracking_address.empty()) return;
  sheet.skip(6);
  const double text_left = qr_side + 2 * qr_quiet_zone;
  const Block words =
      Block::fitted(look_up_words(receipt, copy), {.size = sheet.sizes().table, .spacing = 1.15},
                    sheet.width() - text_left - 4, look_up_room);
  const double height = std::max(qr_side + 2 * qr_quiet_zone, words.height() + 8);
  sheet.keep_together(height);
  print_frame(sheet, height);
  sheet.canvas().qr_symbol(receipt.tracking_address,
                           {sheet.left() + qr_quiet_zone, sheet.y() + (height - qr_side) / 2},
                           qr_side);
  sheet.canvas().put(words, {sheet.left() + text_left, sheet.y() + (height - words.height()) / 2});
  sheet.skip(height + 4);
}

void print_copies_note(Sheet& sheet, const Receipt& receipt) {
  const auto keeper = receipt.reception_unit.empty() ? "cơ quan tiếp nhận" : receipt.reception_unit;
  sheet.paragraph({{"Ghi chú: ", true, true},
                   italic("Giấy này được lập thành 02 liên: một liên giao cho người nộp hồ sơ, một "
                          "liên lưu tại " +
                          printable_line(keeper) + ".")},
                  {.size = sheet.sizes().table - 0.5}, 2);
}

void print_copy(Sheet& sheet, const Receipt& receipt, Copy copy) {
  print_letterhead(sheet, receipt.letterhead, code_line(receipt.code));
  print_title(sheet, form_of(document::FormKind::Receipt, receipt.letterhead.date).title,
              copy == Copy::Applicant ? "(Liên giao cho người nộp hồ sơ)" : "(Liên lưu)");
  const auto unit =
      receipt.reception_unit.empty() ? receipt.letterhead.issuing_body : receipt.reception_unit;
  print_applicant(sheet, printable_line(unit) + " tiếp nhận hồ sơ của", receipt.applicant);
  print_field(sheet, "Nội dung yêu cầu giải quyết", receipt.request);
  print_papers(sheet, receipt.papers);
  const SignatureBlock submitter{"Người nộp hồ sơ", "(Ký và ghi rõ họ tên)", receipt.submitter};
  const SignatureBlock receiver{"Người tiếp nhận hồ sơ", "(Ký và ghi rõ họ tên)", receipt.receiver};
  print_times(sheet, receipt, height_of_signatures(sheet, submitter, receiver));
  print_signatures(sheet, submitter, receiver);
  print_look_up(sheet, receipt, copy);
  print_copies_note(sheet, receipt);
}

}  // namespace

Sheet set_paper(const Receipt& receipt, const Frame& frame) {
  const auto form = form_of(document::FormKind::Receipt, receipt.letterhead.date);
  Sheet sheet = slip_sheet(frame, form, receipt.letterhead, receipt.code);
  const std::vector<Copy> one_copy{Copy::Applicant};
  const auto& copies = receipt.copies.empty() ? one_copy : receipt.copies;
  for (std::size_t i = 0; i < copies.size(); ++i) {
    if (i > 0) sheet.start_copy();
    print_copy(sheet, receipt, copies[i]);
  }
  return sheet;
}

}  // namespace motcua::pdf
