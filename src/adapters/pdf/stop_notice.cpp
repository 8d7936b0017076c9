#include "document/wording.hpp"
#include "pdf/papers.hpp"
#include "pdf/parts.hpp"

namespace motcua::pdf {
namespace {

using document::printable_line;
using document::StopNotice;

void print_point(Sheet& sheet, int& number, const std::string& label, const std::string& words) {
  if (words.empty()) return;
  print_prose(sheet, {plain(std::to_string(++number) + ". " + label + ": " + sentence(words))});
}

}  // namespace

Sheet set_paper(const StopNotice& notice, const Frame& frame) {
  const auto form = form_of(document::FormKind::StopNotice, notice.letterhead.date);
  Sheet sheet = slip_sheet(frame, form, notice.letterhead, notice.code);
  const auto agency = printable_line(notice.letterhead.issuing_body);
  print_letterhead(sheet, notice.letterhead, symbol_line(notice.letterhead));
  print_title(sheet, form.title);
  sheet.paragraph({plain("Kính gửi: "), bold(printable_line(notice.applicant.name))},
                  {.size = sheet.sizes().body, .alignment = Alignment::Centre}, 5);
  print_prose(sheet, {plain(agency + " thông báo dừng giải quyết hồ sơ tiếp nhận lúc " +
                            document::spell_moment(notice.received) + " của " + addressee +
                            " về việc: " + printable_line(notice.procedure) + ".")});
  print_indented_field(sheet, "Mã hồ sơ", notice.code);
  int number = 0;
  print_point(sheet, number, "Đề nghị dừng giải quyết", notice.stop_request);
  print_point(sheet, number, "Giai đoạn giải quyết hồ sơ", notice.stage);
  print_point(sheet, number, "Quyết định", notice.decision);
  print_point(sheet, number, "Nghĩa vụ tài chính", notice.finance);
  print_prose(sheet, {plain(agency + " thông báo để " + addressee + " được biết./.")},
              height_of_recipients_and_signatory(sheet, notice.recipients, notice.signatory));
  print_recipients_and_signatory(sheet, notice.recipients, notice.signatory);
  return sheet;
}

}  // namespace motcua::pdf
