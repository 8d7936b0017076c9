#include "document/wording.hpp"
#include "pdf/papers.hpp"
#include "pdf/parts.hpp"

namespace motcua::pdf {
namespace {

using document::Apology;
using document::printable_line;
using document::spell_date;
using document::spell_moment;

void print_what_was_promised(Sheet& sheet, const Apology& apology, const std::string& agency) {
  print_prose(sheet, {plain("Vào " + spell_date(date_of(apology.received)) + ", " + agency +
                            " tiếp nhận hồ sơ của " + addressee +
                            " về việc: " + printable_line(apology.procedure) + ".")});
  print_indented_field(sheet, "Số Giấy tiếp nhận hồ sơ và hẹn trả kết quả", apology.code);
  print_indented_field(sheet, "Thời gian hẹn trả kết quả", spell_moment(apology.promised));
  if (!apology.state.empty()) {
    print_prose(sheet, {plain("Tình trạng hồ sơ: " + sentence(apology.state))});
  }
}

void print_why(Sheet& sheet, const Apology& apology, const std::string& agency) {
  print_prose(sheet, {plain("Tuy nhiên, " + agency +
                            " không thể trả kết quả giải quyết hồ sơ của " + addressee +
                            " đúng thời hạn ghi trong Giấy tiếp nhận hồ sơ và hẹn trả kết quả. "),
                      bold("Lý do: "), plain(sentence(apology.reason))});
  if (!apology.responsible_agency.empty()) {
    print_prose(sheet, {plain("Cơ quan, đơn vị chịu trách nhiệm về sự chậm trễ: "),
                        plain(printable_line(apology.responsible_agency) + ".")});
  }
}

void print_new_promise(Sheet& sheet, const Apology& apology, const std::string& agency) {
  const bool extension =
      document::form_set(apology.letterhead.date) == document::FormSet::Circular2025;
  print_prose(sheet,
              {plain("Sự chậm trễ này đã gây phiền hà, tốn kém chi phí, công sức của " +
                     std::string{addressee} + ". " + agency + " xin lỗi " + addressee +
                     (extension ? " và đề nghị gia hạn thời gian giải quyết hồ sơ đến: "
                                : " và hẹn lại thời gian trả kết quả giải quyết hồ sơ vào: ")),
               bold(spell_moment(apology.new_promise)), plain(".")});
  print_prose(sheet,
              {plain("Mong nhận được sự thông cảm của " + std::string{addressee} +
                     " vì sự chậm trễ này./.")},
              height_of_recipients_and_signatory(sheet, apology.recipients, apology.signatory));
}

}  // namespace

Sheet set_paper(const Apology& apology, const Frame& frame) {
  const auto form = form_of(document::FormKind::Apology, apology.letterhead.date);
  Sheet sheet = slip_sheet(frame, form, apology.letterhead, apology.code);
  const auto agency = printable_line(apology.letterhead.issuing_body);
  print_letterhead(sheet, apology.letterhead, symbol_line(apology.letterhead));
  print_title(sheet, form.title);
  sheet.paragraph({plain("Kính gửi: "), bold(printable_line(apology.applicant.name))},
                  {.size = sheet.sizes().body, .alignment = Alignment::Centre}, 5);
  print_what_was_promised(sheet, apology, agency);
  print_why(sheet, apology, agency);
  print_new_promise(sheet, apology, agency);
  print_recipients_and_signatory(sheet, apology.recipients, apology.signatory);
  return sheet;
}

}  // namespace motcua::pdf
