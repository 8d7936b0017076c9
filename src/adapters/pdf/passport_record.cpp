#include "pdf/papers.hpp"
#include "pdf/parts.hpp"

namespace motcua::pdf {

Sheet set_paper(const document::PassportRecord& paper, const Frame& frame) {
  const auto form = form_of(document::FormKind::PassportRecord, paper.letterhead.date);
  Sheet sheet = slip_sheet(frame, form, paper.letterhead, paper.code);
  print_letterhead(sheet, paper.letterhead, symbol_line(paper.letterhead));
  print_title(sheet, form.title,
              paper.given_back ? "(Nộp lại sau chuyến đi)" : "(Giao cho chuyến đi công tác)");
  print_field(sheet, "Hộ chiếu số", paper.number, true);
  print_field(sheet, "Loại", paper.kind);
  print_field(sheet, "Cấp cho", paper.holder);
  print_field(sheet, "Hết hạn", paper.expires);
  print_field(sheet, "Chuyến đi", paper.trip);
  print_field(sheet, "Ngày nhập cảnh về nước", paper.entered);
  print_field(sheet, paper.given_back ? "Ngày nộp lại" : "Ngày giao", paper.on);
  print_field(sheet, "Hạn nộp lại", paper.due);
  print_field(sheet, "Tình trạng hộ chiếu", paper.condition);
  const SignatureBlock giver{"Người giao", "(Ký và ghi rõ họ tên)", paper.giver};
  const SignatureBlock taker{"Người nhận", "(Ký và ghi rõ họ tên)", paper.taker};
  print_signatures(sheet, giver, taker);
  return sheet;
}

}  // namespace motcua::pdf
