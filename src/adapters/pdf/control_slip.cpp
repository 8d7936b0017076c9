#include "document/wording.hpp"
#include "pdf/papers.hpp"
#include "pdf/parts.hpp"
#include "pdf/table.hpp"

namespace motcua::pdf {
namespace {

using document::ControlSlip;
using document::HandOver;
using document::printable;
using document::printable_line;

constexpr double row_to_sign_in = 42;

TableFace hand_over_table(const Sheet& sheet) {
  return {.shares = {25, 14, 14, 14, 12, 21},
          .head = {{"Tên cơ quan, đơn vị", 0, 0, 0, 1},
                   {"Thời gian giao, nhận hồ sơ", 1, 3, 0, 0},
                   {"Giờ, ngày", 1, 1, 1, 1},
                   {"Người giao", 2, 2, 1, 1},
                   {"Người nhận", 3, 3, 1, 1},
                   {"Kết quả giải quyết", 4, 4, 0, 1},
                   {"Ghi chú", 5, 5, 0, 1}},
          .size = sheet.sizes().table - 1,
          .padding = 2.5,
          .smallest_row = row_to_sign_in};
}

void print_hand_over(Table& table, const HandOver& hand_over) {
  table.row({{"1. Giao: " + printable_line(hand_over.from) +
              "\n2. Nhận: " + printable_line(hand_over.to)},
             {write_vietnamese(hand_over.moment), Alignment::Centre},
             {hand_over.giver, Alignment::Centre},
             {hand_over.taker, Alignment::Centre},
             {hand_over.timeliness ? name_of(*hand_over.timeliness) : "", Alignment::Centre},
             {hand_over.note}});
}

void print_remarks(Sheet& sheet, const std::vector<std::string>& remarks) {
  if (remarks.empty()) return;
  sheet.skip(5);
  const Style style{.size = sheet.sizes().table};
  sheet.paragraph({{"Ghi chú:", true, true}}, style, 1);
  for (const auto& remark : remarks) sheet.paragraph({plain("- " + printable(remark))}, style, 1);
}

}  // namespace

Sheet set_paper(const ControlSlip& slip, const Frame& frame) {
  const auto form = form_of(document::FormKind::ControlSlip, slip.letterhead.date);
  Sheet sheet = slip_sheet(frame, form, slip.letterhead, slip.code);
  print_letterhead(sheet, slip.letterhead, code_line(slip.code));
  print_title(sheet, form.title);
  print_field(sheet, "Chủ hồ sơ", slip.applicant.name, true);
  print_field(sheet, "Địa chỉ", slip.applicant.address);
  print_field(sheet, "Loại thủ tục", slip.procedure);
  print_field(sheet, "Thời gian nhận hồ sơ", document::spell_moment(slip.received));
  print_field(sheet, "Thời gian trả kết quả", term_words(slip.promised), true);
  sheet.skip(3);
  Table table(sheet, hand_over_table(sheet));
  for (const auto& hand_over : slip.hand_overs) print_hand_over(table, hand_over);
  print_remarks(sheet, slip.remarks);
  return sheet;
}

}  // namespace motcua::pdf
