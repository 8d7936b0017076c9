#include "document/wording.hpp"
#include "pdf/papers.hpp"
#include "pdf/parts.hpp"

namespace motcua::pdf {

Sheet set_paper(const document::HandOverRecord& paper, const Frame& frame) {
  const auto form = form_of(document::FormKind::HandOverRecord, paper.letterhead.date);
  const bool by_post = !paper.carrier.empty();
  Sheet sheet = slip_sheet(frame, form, paper.letterhead, paper.code);
  print_letterhead(sheet, paper.letterhead, code_line(paper.code));
  print_title(sheet, form.title, by_post ? "(Gửi qua bưu chính)" : "(Nhận tại Bộ phận Một cửa)");
  print_applicant(sheet, "Kết quả của", paper.applicant);
  print_field(sheet, "Thủ tục", paper.procedure);
  print_field(sheet, "Kết quả", paper.result, true);
  print_field(sheet, "Thời điểm giao", document::spell_moment(paper.at));
  print_field(sheet, "Đơn vị chuyển phát", paper.carrier);
  print_field(sheet, "Số hiệu bưu gửi", paper.tracking, true);
  print_field(sheet, "Ngày bưu chính ký nhận", paper.carrier_signed);
  print_field(sheet, "Đã phát", paper.delivered);
  print_field(sheet, "Giấy tờ người nhận xuất trình", paper.shown);
  const SignatureBlock giver{"Người giao", "(Ký và ghi rõ họ tên)", paper.giver};
  const SignatureBlock taker{by_post ? "Đại diện bưu chính" : "Người nhận",
                             "(Ký và ghi rõ họ tên)", by_post ? "" : paper.taker};
  print_signatures(sheet, giver, taker);
  return sheet;
}

}  // namespace motcua::pdf
