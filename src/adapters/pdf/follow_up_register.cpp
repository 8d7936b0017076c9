#include "document/wording.hpp"
#include "pdf/parts.hpp"
#include "pdf/render.hpp"
#include "pdf/table.hpp"

namespace motcua::pdf {
namespace {

using document::Register;
using document::RegisterEntry;

TableFace register_table() {
  return {.shares = {4.5, 13, 17, 5, 14, 16, 11, 9, 9, 9, 10, 8, 10},
          .head = {{"STT", 0, 0, 0, 1},
                   {"Mã hồ sơ", 1, 1, 0, 1},
                   {"Tên thủ tục hành chính", 2, 2, 0, 1},
                   {"Số lượng hồ sơ", 3, 3, 0, 1},
                   {"Tên cá nhân, tổ chức", 4, 4, 0, 1},
                   {"Địa chỉ, số điện thoại", 5, 5, 0, 1},
                   {"Cơ quan chủ trì giải quyết", 6, 6, 0, 1},
                   {"Nhận và trả kết quả", 7, 11, 0, 0},
                   {"Nhận hồ sơ", 7, 7, 1, 1},
                   {"Hẹn trả kết quả", 8, 8, 1, 1},
                   {"Trả kết quả", 9, 9, 1, 1},
                   {"Phương thức nhận", 10, 10, 1, 1},
                   {"Ký nhận", 11, 11, 1, 1},
                   {"Ghi chú", 12, 12, 0, 1}},
          .size = 8.5,
          .padding = 2.5};
}

std::string short_moment(const std::optional<Moment>& moment) {
  return moment ? write_vietnamese(*moment) : std::string{};
}

// The code breaks before its date, not inside a number.
std::string two_lines(std::string code) {
  const auto dash = code.find('-');
  if (dash != std::string::npos) code.insert(dash + 1, "\n");
  return code;
}

void print_entry(Table& table, std::size_t number, const RegisterEntry& entry) {
  table.row({{std::to_string(number), Alignment::Centre},
             {two_lines(entry.code)},
             {entry.procedure},
             {document::two_digits(entry.sets), Alignment::Centre},
             {entry.applicant},
             {entry.contact},
             {entry.lead_agency},
             {write_vietnamese(entry.received), Alignment::Centre},
             {short_moment(entry.promised), Alignment::Centre},
             {short_moment(entry.returned), Alignment::Centre},
             {entry.channel},
             {""},
             {entry.note}});
}

}  // namespace

Printed print(const Register& book) {
  const auto form = form_of(document::FormKind::Register, book.letterhead.date);
  Sheet sheet(a4_landscape_table(), imprint_of(form, book.letterhead, book.book),
              small_print_of(form, book.letterhead));
  print_letterhead(sheet, book.letterhead, symbol_line(book.letterhead));
  const auto number = book.book.empty() ? "" : "Quyển số: " + book.book;
  const auto between = number.empty() || book.period.empty() ? "" : " - ";
  print_title(sheet, form.title, number + between + book.period);
  Table table(sheet, register_table());
  for (std::size_t i = 0; i < book.entries.size(); ++i) print_entry(table, i + 1, book.entries[i]);
  return sheet.finish();
}

}  // namespace motcua::pdf
