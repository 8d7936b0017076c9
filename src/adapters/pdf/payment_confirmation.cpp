#include "document/amount_in_words.hpp"
#include "document/wording.hpp"
#include "pdf/papers.hpp"
#include "pdf/parts.hpp"

namespace motcua::pdf {
namespace {

using document::PaymentConfirmation;

void print_fees(Sheet& sheet, const PaymentConfirmation& paper) {
  for (const auto& fee : paper.fees) print_field(sheet, fee.name, fee.reckoned);
}

void print_money(Sheet& sheet, const PaymentConfirmation& paper) {
  const auto* amount = paper.given_back ? "Số tiền hoàn" : "Số tiền đã nhận";
  print_field(sheet, amount, write_dong(paper.amount, Language::Vietnamese), true);
  print_field(sheet, "Bằng chữ", document::amount_in_words(paper.amount));
  print_field(sheet, paper.given_back ? "Thời điểm hoàn" : "Thời điểm nhận",
              document::spell_moment(paper.at));
  print_field(sheet, "Hình thức", paper.way);
  print_field(sheet, "Số chứng từ, giao dịch", paper.reference);
  print_field(sheet, "Lý do", paper.reason);
  print_field(sheet, "Tra cứu hồ sơ tại", paper.tracking_address);
}

}  // namespace

Sheet set_paper(const PaymentConfirmation& paper, const Frame& frame) {
  const auto kind = paper.given_back ? document::FormKind::RefundConfirmation
                                     : document::FormKind::PaymentConfirmation;
  const auto form = form_of(kind, paper.letterhead.date);
  Sheet sheet = slip_sheet(frame, form, paper.letterhead, paper.code);
  print_letterhead(sheet, paper.letterhead, symbol_line(paper.letterhead));
  print_title(sheet, form.title, "(Không thay biên lai thu phí, lệ phí)");
  print_applicant(sheet, paper.given_back ? "Người nhận tiền" : "Người nộp", paper.applicant);
  print_field(sheet, "Mã hồ sơ", paper.code, true);
  print_field(sheet, "Thủ tục", paper.procedure);
  print_fees(sheet, paper);
  print_money(sheet, paper);
  sheet.skip(2);
  const SignatureBlock officer{paper.officer.empty() ? "" : "Người lập", "", paper.officer};
  const auto* origin = paper.officer.empty()
                           ? "Lập tự động theo xác nhận của cổng thanh toán. "
                           : "Lập theo sổ thu của Bộ phận Một cửa. ";
  print_prose(sheet,
              {italic(std::string(origin) +
                      "Giấy này xác nhận khoản tiền ghi trong hồ sơ; mẫu biên lai thu phí, lệ phí "
                      "theo quy định chưa được kiểm chứng nên không in ở đây.")},
              height_of_signatures(sheet, {}, officer));
  print_signatures(sheet, {}, officer);
  return sheet;
}

}  // namespace motcua::pdf
