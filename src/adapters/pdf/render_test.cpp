#include "pdf/render.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>
#include <thread>

#include "pdf/poppler_test.hpp"
#include "pdf/sample_papers.hpp"

namespace motcua::pdf {
namespace {

using document::Slip;
using testing::HasSubstr;
using testing::Not;

std::string text_of(const Slip& slip) { return PdfOnDisk(render_pdf(slip)).text(); }

std::vector<Slip> every_slip() {
  return {sample::receipt(),
          sample::supplement_request(),
          sample::refusal(),
          sample::apology(),
          sample::stop_notice(),
          sample::control_slip(),
          sample::payment_confirmation(),
          sample::hand_over_record(),
          sample::passport_record()};
}

TEST(render, the_typeface_is_installed) {
  const auto fonts = check_fonts();
  EXPECT_TRUE(fonts.ok()) << fonts.error().what;
}

TEST(render, a_receipt_says_what_was_received_and_promised) {
  const auto text = text_of(sample::receipt());
  for (const auto* words : {"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                            "Độc lập - Tự do - Hạnh phúc",
                            "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
                            "000.00.01.H26-170412-0001",
                            "Sở Du lịch Hà Nội",
                            "Mã số thuế: 0100 106 000",
                            "Hà Nội, ngày 12 tháng 4 năm 2017",
                            "Công văn cử cán bộ, công chức, viên chức của đơn vị",
                            "Số lượng hồ sơ: 01 (bộ)",
                            "06 ngày làm việc",
                            "09 giờ 10 phút, ngày 12 tháng 4 năm 2017",
                            "16 giờ 30 phút, ngày 20 tháng 4 năm 2017",
                            "số thứ tự: 0181, quyển số: 01/2017",
                            "NGƯỜI NỘP HỒ SƠ",
                            "NGƯỜI TIẾP NHẬN HỒ SƠ",
                            "Nguyễn Thị Ánh Đào",
                            "Trần Quốc Khánh",
                            "K7PM-3XQ9",
                            "http://127.0.0.1:8080/tra-cuu/000.00.01.H26-170412-0001",
                            "02 liên"}) {
    EXPECT_THAT(text, HasSubstr(words));
  }
}

TEST(render, a_confirmation_says_the_sum_in_words_and_that_it_is_no_receipt) {
  auto paper = sample::payment_confirmation();
  const auto text = text_of(paper);
  for (const auto* words : {"GIẤY XÁC NHẬN ĐÃ NHẬN TIỀN", "(Không thay biên lai thu phí, lệ phí)",
                            "Số: 170412-0001/XN1", "60.000 đồng", "Sáu mươi nghìn đồng", "BL-0007",
                            "chưa được kiểm chứng"}) {
    EXPECT_THAT(text, HasSubstr(words));
  }
  paper.given_back = true;
  EXPECT_THAT(text_of(paper), HasSubstr("GIẤY XÁC NHẬN ĐÃ HOÀN TIỀN"));
}

TEST(render, a_hand_over_record_names_the_carrier_and_its_number) {
  const auto text = text_of(sample::hand_over_record());
  for (const auto* words : {"GIẤY GIAO NHẬN KẾT QUẢ", "Bưu điện Hà Nội", "EA123456789VN",
                            "ngày 20/04/2017, bà Mai", "ĐẠI DIỆN BƯU CHÍNH"}) {
    EXPECT_THAT(text, HasSubstr(words));
  }
}

TEST(render, the_secret_is_only_on_the_applicants_copy) {
  auto receipt = sample::receipt();
  receipt.copies = {document::Copy::Office};
  EXPECT_THAT(text_of(receipt), Not(HasSubstr(receipt.lookup_code)));
  EXPECT_THAT(text_of(receipt), HasSubstr("(Liên lưu)"));
  receipt.copies = {document::Copy::Applicant};
  EXPECT_THAT(text_of(receipt), HasSubstr(receipt.lookup_code));
}

TEST(render, each_copy_of_a_usual_receipt_is_one_page) {
  EXPECT_EQ(print(Slip{sample::receipt()}).layout.pages, 2);
  auto receipt = sample::receipt();
  receipt.letterhead.date = make_date(2026, 4, 13);  // cites its form at the foot
  receipt.letterhead.remark = "Bản in của hệ thống trình diễn.";
  EXPECT_EQ(print(Slip{receipt}).layout.pages, 2);
}

TEST(render, a_receipt_without_a_term_says_so) {
  auto receipt = sample::receipt();
  receipt.promised.reset();
  receipt.legal_term.clear();
  EXPECT_THAT(text_of(receipt), HasSubstr("chưa ấn định"));
  EXPECT_THAT(text_of(receipt), HasSubstr("theo quy định là: không quy định"));
}

TEST(render, a_supplement_request_lists_the_papers_and_the_reason) {
  auto request = sample::supplement_request();
  const auto text = text_of(request);
  for (const auto* words : {"PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ", "Số: 57/HDHS",
                            "Bản dịch thư mời có đóng dấu của đơn vị", "Lý do: Thư mời nộp kèm",
                            "NGƯỜI HƯỚNG DẪN", "024 3 000 001", "./."}) {
    EXPECT_THAT(text, HasSubstr(words));
  }
  EXPECT_THAT(text, Not(HasSubstr("Yêu cầu lần thứ")));
  request.round = 2;
  request.approved_by = "Phạm Văn Hùng, Giám đốc";
  EXPECT_THAT(text_of(request),
              HasSubstr("Yêu cầu lần thứ 2, được sự phê duyệt của Phạm Văn Hùng, Giám đốc"));
}

TEST(render, a_refusal_says_why_and_both_sides_sign) {
  const auto text = text_of(sample::refusal());
  for (const auto* words :
       {"PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ", "không tiếp nhận, giải quyết hồ sơ này",
        "hồ sơ thuộc thẩm", "ngày 08 tháng 02 năm 2017", "NGƯỜI NỘP HỒ SƠ",
        "NGƯỜI TIẾP NHẬN HỒ SƠ"}) {
    EXPECT_THAT(text, HasSubstr(words));
  }
}

TEST(render, an_apology_names_both_dates_and_who_is_late) {
  const auto text = text_of(sample::apology());
  for (const auto* words :
       {"PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ", "Số: 03/PXL-NV",
        "16 giờ 30 phút, ngày 20 tháng 4 năm 2017", "16 giờ 30 phút, ngày 25 tháng 4 năm 2017",
        "Văn phòng Ủy ban nhân", "Lý do:", "PHÓ GIÁM ĐỐC", "Nơi nhận:", "vì sự chậm trễ này./."}) {
    EXPECT_THAT(text, HasSubstr(words));
  }
}

TEST(render, a_signatory_without_a_post_still_signs) {
  auto apology = sample::apology();
  apology.signatory = {"", "Phạm Văn Hùng"};
  apology.state = "Đang xử lý";
  EXPECT_THAT(text_of(apology), HasSubstr("Phạm Văn Hùng"));
  EXPECT_THAT(text_of(apology), HasSubstr("Tình trạng hồ sơ: Đang xử lý."));
}

TEST(render, an_organisation_leaves_room_for_who_signs) {
  auto receipt = sample::receipt();
  receipt.submitter.clear();
  receipt.copies = {document::Copy::Applicant};
  const auto text = text_of(receipt);
  EXPECT_EQ(text.find(receipt.applicant.name), text.rfind(receipt.applicant.name));
}

TEST(render, an_apology_of_the_newer_form_asks_for_an_extension) {
  const auto text = text_of(sample::apology(make_date(2025, 9, 15)));
  EXPECT_THAT(text, HasSubstr("VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ"));
  EXPECT_THAT(text, HasSubstr("đề nghị gia hạn thời gian giải quyết"));
  EXPECT_THAT(text, HasSubstr("Mẫu số 04 - TT 03/2025/TT-VPCP"));
}

TEST(render, a_stop_notice_tells_request_stage_decision_and_money) {
  const auto text = text_of(sample::stop_notice());
  for (const auto* words : {"THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ", "1. Đề nghị dừng giải quyết",
                            "2. Giai đoạn giải quyết hồ sơ", "3. Quyết định",
                            "4. Nghĩa vụ tài chính", "Mẫu số 05 - TT 03/2025/TT-VPCP"}) {
    EXPECT_THAT(text, HasSubstr(words));
  }
}

TEST(render, a_control_slip_has_a_row_for_every_hand_over) {
  const auto text = text_of(sample::control_slip());
  for (const auto* words :
       {"PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ", "1. Giao: Phòng Lãnh sự",
        "2. Nhận: Phòng Lãnh sự", "08:05", "13/04/2017", "Đúng hạn", "Quá hạn", "Đỗ Thu Hà"}) {
    EXPECT_THAT(text, HasSubstr(words));
  }
}

TEST(render, the_register_repeats_its_head_and_numbers_its_pages) {
  const PdfOnDisk paper(render_pdf(sample::follow_up_register(40)));
  const auto second = paper.run("pdftotext -layout -f 2 -l 2", "-");
  EXPECT_THAT(second, HasSubstr("Mã hồ sơ"));
  EXPECT_THAT(second, HasSubstr("Nhận và trả kết quả"));
  EXPECT_THAT(second.substr(0, second.find('\n')), HasSubstr("2"));
  const auto all = paper.text();
  EXPECT_THAT(all, HasSubstr("SỔ THEO DÕI HỒ SƠ"));
  EXPECT_THAT(all, HasSubstr("170203-0040"));
}

TEST(render, figures_are_written_the_vietnamese_way) {
  auto report = sample::official_report();
  report.rows[0].cells[3] = document::Percent{9783};
  const auto text = PdfOnDisk(render_pdf(report)).text();
  for (const auto* words : {"1.242", "97,83", "Số lượng hồ sơ tiếp nhận", "(11) = (12)",
                            "NGƯỜI LẬP BIỂU", "176/180 = 97,77 %"}) {
    EXPECT_THAT(text, HasSubstr(words));
  }
}

TEST(render, every_table_of_a_report_has_its_own_pages) {
  auto second = sample::official_report();
  second.title = "Ai giữ hồ sơ, bao lâu";
  const std::vector<document::ReportTable> tables{sample::official_report(), second};
  const PdfOnDisk paper(render_pdf(tables));
  EXPECT_THAT(paper.run("pdfinfo"), HasSubstr("Pages:           2"));
  EXPECT_THAT(paper.run("pdftotext -f 2 -l 2", "-"), HasSubstr("AI GIỮ HỒ SƠ, BAO LÂU"));
}

TEST(render, an_english_table_has_english_figures_and_no_national_heading) {
  auto report = sample::official_report();
  report.language = Language::English;
  const auto text = PdfOnDisk(render_pdf(report)).text();
  EXPECT_THAT(text, HasSubstr("1,242"));
  EXPECT_THAT(text, HasSubstr("31 March 2017"));
  EXPECT_THAT(text, Not(HasSubstr("Độc lập")));
}

TEST(render, every_font_is_embedded_and_ours) {
  for (const auto& slip : every_slip()) {
    std::istringstream lines(PdfOnDisk(render_pdf(slip)).run("pdffonts"));
    std::string line;
    std::getline(lines, line);
    const auto embedded = line.find("emb");
    std::getline(lines, line);
    int fonts = 0;
    for (; std::getline(lines, line); ++fonts) {
      EXPECT_EQ(line.substr(embedded, 3), "yes") << line;
      EXPECT_THAT(line, HasSubstr("Tinos"));
    }
    EXPECT_GE(fonts, 2);
  }
}

TEST(render, slips_are_a5_and_tables_a4_landscape) {
  for (const auto& slip : every_slip()) {
    EXPECT_THAT(PdfOnDisk(render_pdf(slip)).run("pdfinfo"), HasSubstr("419.528 x 595.276 pts"));
  }
  const auto a4 = HasSubstr("841.89 x 595.276 pts");
  EXPECT_THAT(PdfOnDisk(render_pdf(sample::follow_up_register(3))).run("pdfinfo"), a4);
  EXPECT_THAT(PdfOnDisk(render_pdf(sample::official_report())).run("pdfinfo"), a4);
}

TEST(render, the_file_says_its_title_author_and_language) {
  const auto pdf = render_pdf(Slip{sample::apology()});
  const auto about = PdfOnDisk(pdf).run("pdfinfo");
  EXPECT_THAT(about, HasSubstr("Phiếu xin lỗi và hẹn lại ngày trả kết quả 000.00.01.H26-170412"));
  EXPECT_THAT(about, HasSubstr("Sở Ngoại vụ"));
  EXPECT_THAT(pdf, HasSubstr("/Lang (vi-VN)"));
}

TEST(render, the_same_paper_has_the_same_bytes) {
  for (const auto& slip : every_slip()) EXPECT_EQ(render_pdf(slip), render_pdf(slip));
}

TEST(render, marks_of_markup_are_only_letters) {
  auto receipt = sample::receipt();
  receipt.applicant.name = "<b>A&B</b> &amp; <span>";
  receipt.request = "x\x01y\x1B[0m \xFF z";
  const auto text = text_of(receipt);
  EXPECT_THAT(text, HasSubstr("<b>A&B</b> &amp; <span>"));
  EXPECT_THAT(text, HasSubstr("x y [0m"));
}

TEST(render, threads_print_at_once_and_alike) {
  const auto slips = every_slip();
  std::vector<std::string> expected;
  for (const auto& slip : slips) expected.push_back(render_pdf(slip));
  const auto report = render_pdf(sample::official_report());
  std::vector<int> wrong(4, 0);
  std::vector<std::thread> threads;
  for (std::size_t t = 0; t < wrong.size(); ++t) {
    threads.emplace_back([&, t] {
      for (std::size_t round = 0; round < 3; ++round) {
        for (std::size_t i = 0; i < slips.size(); ++i) {
          if (render_pdf(slips[(i + t) % slips.size()]) != expected[(i + t) % slips.size()]) {
            ++wrong[t];
          }
        }
        if (render_pdf(sample::official_report()) != report) ++wrong[t];
      }
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_THAT(wrong, testing::Each(0));
}

}  // namespace
}  // namespace motcua::pdf
