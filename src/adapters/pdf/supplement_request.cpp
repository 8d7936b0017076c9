#include "document/wording.hpp"
#include "pdf/papers.hpp"
#include "pdf/parts.hpp"
#include "pdf/table.hpp"

namespace motcua::pdf {
namespace {

using document::printable_line;
using document::SupplementRequest;

std::string count_of(int count) { return count == 0 ? std::string{} : document::two_digits(count); }

void print_papers(Sheet& sheet, const std::vector<document::PaperWanted>& papers) {
  if (papers.empty()) return;
  Table table(sheet, {.shares = {8, 50, 13, 16, 13},
                      .head = {{"TT", 0, 0, 0, 1},
                               {"Thành phần hồ sơ", 1, 1, 0, 1},
                               {"Số lượng", 2, 4, 0, 0},
                               {"Bản chính", 2, 2, 1, 1},
                               {"Bản chứng thực", 3, 3, 1, 1},
                               {"Bản photo", 4, 4, 1, 1}},
                      .size = sheet.sizes().table,
                      .padding = 2.5});
  for (std::size_t i = 0; i < papers.size(); ++i) {
    const auto& paper = papers[i];
    table.row({{std::to_string(i + 1), Alignment::Centre},
               {paper.title},
               {count_of(paper.originals), Alignment::Centre},
               {count_of(paper.certified_copies), Alignment::Centre},
               {count_of(paper.photocopies), Alignment::Centre}});
  }
  sheet.skip(5);
}

std::string contact_words(const SupplementRequest& request) {
  std::string words = "Trong quá trình hoàn thiện hồ sơ, nếu có vướng mắc, ";
  words += std::string{addressee} + " liên hệ với ";
  words += request.officer.name.empty() ? printable_line(request.reception_unit)
                                        : printable_line(request.officer.name);
  if (!request.officer.phone.empty()) {
    words += ", số điện thoại " + printable_line(request.officer.phone);
  }
  return words + ", để được hướng dẫn./.";
}

std::string round_words(const SupplementRequest& request) {
  if (request.round <= 1) return {};
  std::string words = "(Yêu cầu lần thứ " + std::to_string(request.round);
  if (!request.approved_by.empty()) {
    words += ", được sự phê duyệt của " + printable_line(request.approved_by);
  }
  return words + ")";
}

}  // namespace

Sheet set_paper(const SupplementRequest& request, const Frame& frame) {
  const auto form = form_of(document::FormKind::SupplementRequest, request.letterhead.date);
  Sheet sheet = slip_sheet(frame, form, request.letterhead, request.code);
  print_letterhead(sheet, request.letterhead, symbol_line(request.letterhead));
  print_title(sheet, form.title, round_words(request));
  print_applicant(sheet, "Hồ sơ của", request.applicant);
  print_field(sheet, "Mã hồ sơ", request.code);
  print_field(sheet, "Nội dung yêu cầu giải quyết", request.request);
  sheet.paragraph({plain("Yêu cầu hoàn thiện hồ sơ gồm những giấy tờ sau:")},
                  {.size = sheet.sizes().body}, 3);
  print_papers(sheet, request.papers);
  sheet.paragraph({bold("Lý do: "), plain(sentence(request.reason))},
                  {.size = sheet.sizes().body, .justify = true}, 4);
  if (!request.tracking_address.empty()) {
    print_field(sheet, "Tra cứu tình trạng hồ sơ tại", request.tracking_address);
  }
  const SignatureBlock guide{"Người hướng dẫn", "(Ký và ghi rõ họ tên)", request.officer.name};
  print_prose(sheet, {plain(contact_words(request))}, height_of_signatures(sheet, {}, guide));
  print_signatures(sheet, {}, guide);
  return sheet;
}

}  // namespace motcua::pdf
