// Papers of extreme content stay readable: words are inside the page and never on other words.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "base/assertion.hpp"
#include "pdf/render.hpp"
#include "pdf/sample_papers.hpp"

namespace motcua::pdf {
namespace {

using document::Slip;

bool overlap(const PlacedBox& a, const PlacedBox& b) {
  constexpr double touch = 0.05;  // points; boxes may touch
  return a.page == b.page && a.left + touch < b.left + b.width &&
         b.left + touch < a.left + a.width && a.top + touch < b.top + b.height &&
         b.top + touch < a.top + a.height;
}

// Empty when all is well, otherwise what is wrong first.
std::string fault_of(const Layout& layout) {
  auto boxes = layout.boxes;
  for (const auto& box : boxes) {
    const bool inside = box.left >= 0 && box.top >= 0 &&
                        box.left + box.width <= layout.page_width &&
                        box.top + box.height <= layout.page_height;
    if (!inside || box.page >= layout.pages) return "outside the page: " + box.words;
  }
  const auto earlier = [](const PlacedBox& a, const PlacedBox& b) {
    return std::pair{a.page, a.top} < std::pair{b.page, b.top};
  };
  std::sort(boxes.begin(), boxes.end(), earlier);
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    for (std::size_t j = i + 1; j < boxes.size(); ++j) {
      if (boxes[j].page != boxes[i].page) break;
      if (boxes[j].top >= boxes[i].top + boxes[i].height) break;
      if (overlap(boxes[i], boxes[j])) {
        return "'" + boxes[i].words + "' is under '" + boxes[j].words + "'";
      }
    }
  }
  return {};
}

std::string words(std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += i % 7 == 6 ? "nghiêng " : "Ủy ban ";
  return out;
}

void make_long(document::Letterhead& letterhead, const std::string& text) {
  letterhead.superior_body = text;
  letterhead.issuing_body = text;
  letterhead.symbol = text;
  letterhead.place = text;
  letterhead.remark = text.substr(0, 300);
}

document::Applicant long_applicant(const std::string& text) {
  return {text, {document::IdentityKind::OtherPaper, text}, text, text, text};
}

TEST(layout, sample_papers_have_no_fault) {
  for (const Slip& slip : std::vector<Slip>{
           sample::receipt(), sample::supplement_request(), sample::refusal(), sample::apology(),
           sample::apology(make_date(2025, 9, 15)), sample::stop_notice(), sample::control_slip(),
           sample::payment_confirmation(), sample::hand_over_record(), sample::passport_record()}) {
    EXPECT_EQ(fault_of(print(slip).layout), "");
  }
  EXPECT_EQ(fault_of(print(sample::follow_up_register(60)).layout), "");
  EXPECT_EQ(fault_of(print({sample::official_report()}).layout), "");
}

TEST(layout, a_receipt_with_200_papers_breaks_into_pages) {
  auto receipt = sample::receipt();
  receipt.papers.assign(200, {"Bản sao quyết định thành lập đoàn công tác", 1, "Bản sao"});
  const auto printed = print(Slip{receipt});
  EXPECT_EQ(fault_of(printed.layout), "");
  EXPECT_GT(printed.layout.pages, 10);
  EXPECT_TRUE(std::ranges::any_of(printed.layout.boxes,
                                  [](const PlacedBox& box) { return box.words == "200"; }));
}

TEST(layout, very_long_words_and_texts_wrap_everywhere) {
  for (const auto& text : {words(120), std::string(700, 'W'), words(4) + std::string(90, 'm')}) {
    auto receipt = sample::receipt();
    make_long(receipt.letterhead, text);
    receipt.applicant = long_applicant(text);
    receipt.code = receipt.request = receipt.result_place = receipt.submitter = text;
    receipt.receiver = receipt.reception_unit = receipt.legal_term = receipt.lookup_code = text;
    receipt.papers = {{text, 1234567, text}};
    EXPECT_EQ(fault_of(print(Slip{receipt}).layout), "");

    auto slip = sample::control_slip();
    slip.hand_overs.assign(3, {text, text, {}, text, text, document::Timeliness::Late, text});
    slip.remarks = {text, text};
    EXPECT_EQ(fault_of(print(Slip{slip}).layout), "");

    auto apology = sample::apology();
    make_long(apology.letterhead, text);
    apology.signatory = {text, text};
    apology.recipients = {text, text};
    apology.responsible_agency = apology.state = apology.reason = text;
    EXPECT_EQ(fault_of(print(Slip{apology}).layout), "");
  }
}

TEST(layout, a_reason_of_many_pages_is_printed_whole) {
  auto refusal = sample::refusal();
  refusal.reason = words(6000) + "hết lý do";
  const auto printed = print(Slip{refusal});
  EXPECT_EQ(fault_of(printed.layout), "");
  EXPECT_GT(printed.layout.pages, 5);
  EXPECT_TRUE(std::ranges::any_of(printed.layout.boxes, [](const PlacedBox& box) {
    return box.words.find("hết lý do") != std::string::npos;
  }));
}

// The page on which the last box with these words stands; -1 for none.
int page_of(const Layout& layout, std::string_view words) {
  int page = -1;
  for (const auto& box : layout.boxes) {
    if (box.words.find(words) != std::string::npos) page = std::max(page, box.page);
  }
  return page;
}

TEST(layout, a_signature_never_stands_alone_on_a_page) {
  for (std::size_t length = 150; length < 420; length += 6) {
    auto apology = sample::apology();
    apology.reason = words(length);
    const auto printed = print(Slip{apology}).layout;
    EXPECT_EQ(fault_of(printed), "");
    EXPECT_EQ(page_of(printed, "Mong nhận được"), page_of(printed, "Phạm Văn Hùng")) << length;

    auto refusal = sample::refusal();
    refusal.reason = words(length + 150);
    const auto refused = print(Slip{refusal}).layout;
    EXPECT_EQ(page_of(refused, "Xin thông báo"), page_of(refused, "Ánh Đào")) << length;
  }
  for (std::size_t papers = 1; papers < 40; ++papers) {
    auto receipt = sample::receipt();
    receipt.papers.assign(papers, {"Bản sao quyết định", 1, "Bản sao"});
    const auto printed = print(Slip{receipt}).layout;
    EXPECT_EQ(page_of(printed, "Vào Sổ"), page_of(printed, "Trần Quốc Khánh")) << papers;

    auto request = sample::supplement_request();
    request.papers.assign(papers, {"Bản dịch thư mời", 1, 0, 1});
    const auto asked = print(Slip{request}).layout;
    EXPECT_EQ(page_of(asked, "để được hướng dẫn"), page_of(asked, "NGƯỜI HƯỚNG DẪN")) << papers;
  }
}

TEST(layout, the_signatures_of_a_report_stay_with_its_last_note) {
  for (std::size_t notes = 1; notes < 40; ++notes) {
    auto report = sample::official_report();
    report.notes.assign(notes, "Một dòng ghi chú");
    report.notes.push_back("Dòng ghi chú sau cùng");
    const auto printed = print({report}).layout;
    EXPECT_EQ(fault_of(printed), "");
    EXPECT_EQ(page_of(printed, "sau cùng"), page_of(printed, "Phạm Văn Hùng")) << notes;
  }
}

TEST(layout, a_row_taller_than_a_page_is_split_between_lines) {
  auto report = sample::official_report();
  report.rows[0].cells[1] = words(800) + "hết ô";
  const auto printed = print({report});
  EXPECT_EQ(fault_of(printed.layout), "");
  EXPECT_GT(printed.layout.pages, 2);
  EXPECT_TRUE(std::ranges::any_of(printed.layout.boxes, [](const PlacedBox& box) {
    return box.words.find("hết ô") != std::string::npos;
  }));
}

TEST(layout, pages_are_numbered_from_the_second_on) {
  const auto printed = print(sample::follow_up_register(60));
  for (int page = 0; page < printed.layout.pages; ++page) {
    const auto number = std::to_string(page + 1);
    const bool numbered = std::ranges::any_of(printed.layout.boxes, [&](const PlacedBox& box) {
      return box.page == page && box.words == number && box.top < 50;
    });
    EXPECT_EQ(numbered, page > 0) << page;
  }
}

TEST(layout, a_table_that_is_not_well_formed_is_a_bug) {
  auto report = sample::official_report();
  report.rows[0].cells.pop_back();
  EXPECT_THROW(print({report}), Bug);
}

RC_GTEST_PROP(layout, any_text_stays_readable, ()) {
  auto request = sample::supplement_request();
  request.applicant.name = *rc::gen::string<std::string>();
  request.applicant.address = *rc::gen::string<std::string>();
  request.letterhead.issuing_body = *rc::gen::string<std::string>();
  request.reason = *rc::gen::string<std::string>();
  request.papers.resize(*rc::gen::inRange<std::size_t>(0, 40));
  for (auto& paper : request.papers) paper.title = *rc::gen::string<std::string>();
  RC_ASSERT(fault_of(print(Slip{request}).layout) == "");
}

}  // namespace
}  // namespace motcua::pdf
