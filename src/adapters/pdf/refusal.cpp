#include "document/wording.hpp"
#include "pdf/papers.hpp"
#include "pdf/parts.hpp"

namespace motcua::pdf {
namespace {

using document::printable_line;
using document::Refusal;

std::string contact_words(const Refusal& refusal) {
  std::string words = "Xin thông báo để " + std::string{addressee} + " được biết";
  if (refusal.officer.phone.empty()) return words + "./.";
  words += "; mọi vướng mắc xin liên hệ ";
  if (!refusal.officer.name.empty()) words += printable_line(refusal.officer.name) + ", ";
  return words + "số điện thoại " + printable_line(refusal.officer.phone) + "./.";
}

}  // namespace

Sheet set_paper(const Refusal& refusal, const Frame& frame) {
  const auto form = form_of(document::FormKind::Refusal, refusal.letterhead.date);
  Sheet sheet = slip_sheet(frame, form, refusal.letterhead, refusal.code);
  const auto unit = printable_line(refusal.reception_unit.empty() ? refusal.letterhead.issuing_body
                                                                  : refusal.reception_unit);
  print_letterhead(sheet, refusal.letterhead, symbol_line(refusal.letterhead));
  print_title(sheet, form.title);
  print_applicant(sheet, unit + " đã xem xét hồ sơ của", refusal.applicant);
  print_field(sheet, "Mã hồ sơ", refusal.code);
  print_field(sheet, "Nội dung yêu cầu giải quyết", refusal.request);
  sheet.skip(2);
  print_prose(sheet, {plain("Qua xem xét, " + unit +
                            " thông báo không tiếp nhận, giải quyết hồ sơ này với lý do cụ thể "
                            "như sau:")});
  print_prose(sheet, {plain(sentence(refusal.reason))});
  const SignatureBlock submitter{"Người nộp hồ sơ", "(Ký và ghi rõ họ tên)", refusal.submitter};
  const SignatureBlock officer{"Người tiếp nhận hồ sơ", "(Ký và ghi rõ họ tên)",
                               refusal.officer.name};
  print_prose(sheet, {plain(contact_words(refusal))},
              height_of_signatures(sheet, submitter, officer));
  print_signatures(sheet, submitter, officer);
  return sheet;
}

}  // namespace motcua::pdf
