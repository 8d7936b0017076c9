// Papers of one invented dossier, for the tests and the benchmark of printing; not part of the
// product.
#pragma once

#include <string>
#include <utility>

#include "document/decision.hpp"
#include "document/report_table.hpp"
#include "document/slip.hpp"

namespace motcua::pdf::sample {

inline Moment moment(int year, unsigned month, unsigned day, int hour, int minute) {
  return at(make_date(year, month, day), minutes{hour * 60 + minute});
}

inline document::Letterhead office(std::string symbol, Date date = make_date(2017, 4, 12)) {
  return {"Ủy ban nhân dân thành phố Hà Nội", "Sở Ngoại vụ", std::move(symbol), "Hà Nội", date, ""};
}

inline document::Applicant applicant() {
  return {"Sở Du lịch Hà Nội",
          {document::IdentityKind::TaxNumber, "0100 106 000"},
          "Số 3 phố Lê Lai, phường Lý Thái Tổ, quận Hoàn Kiếm, thành phố Hà Nội",
          "024 3 000 000",
          "vanthu@sodulich.example"};
}

inline const std::string code = "000.00.01.H26-170412-0001";
inline const std::string travel =
    "Xuất cảnh để thực hiện công tác của cán bộ, công chức, viên chức thuộc các đơn vị của Hà Nội";

inline document::Receipt receipt() {
  document::Receipt made;
  made.letterhead = office("");
  made.letterhead.superior_body = "Sở Ngoại vụ Hà Nội";
  made.letterhead.issuing_body = "Bộ phận Tiếp nhận và Trả kết quả";
  made.code = code;
  made.number = "0181";
  made.book = "01/2017";
  made.reception_unit = "Bộ phận Tiếp nhận và Trả kết quả";
  made.applicant = applicant();
  made.request = travel;
  made.papers = {{"Công văn cử cán bộ, công chức, viên chức của đơn vị", 1, "Bản chính"},
                 {"Thư mời của phía nước ngoài, kèm bản dịch có đóng dấu của đơn vị", 1, "Bản sao"},
                 {"Thông báo của Ban Tổ chức Thành ủy", 1, "Bản sao"}};
  made.legal_term = "06 ngày làm việc";
  made.received = moment(2017, 4, 12, 9, 10);
  made.promised = moment(2017, 4, 20, 16, 30);
  made.result_place = "Bộ phận Tiếp nhận và Trả kết quả, số 10 phố Lê Lai, quận Hoàn Kiếm";
  made.submitter = "Nguyễn Thị Ánh Đào";
  made.receiver = "Trần Quốc Khánh";
  made.tracking_address = "http://127.0.0.1:8080/tra-cuu/000.00.01.H26-170412-0001";
  made.lookup_code = "K7PM-3XQ9";
  return made;
}

inline document::SupplementRequest supplement_request() {
  document::SupplementRequest made;
  made.letterhead = office("57/HDHS", make_date(2017, 4, 14));
  made.code = code;
  made.reception_unit = "Bộ phận Tiếp nhận và Trả kết quả";
  made.applicant = applicant();
  made.request = travel;
  made.papers = {{"Bản dịch thư mời có đóng dấu của đơn vị", 1, 0, 1},
                 {"Thông báo của Ban Tổ chức Thành ủy về việc cử cán bộ đi công tác", 0, 1, 0}};
  made.reason =
      "Thư mời nộp kèm hồ sơ chưa có bản dịch; trưởng đoàn thuộc diện Ban Thường vụ Thành ủy quản "
      "lý nhưng hồ sơ chưa có Thông báo của Ban Tổ chức Thành ủy.";
  made.tracking_address = "http://127.0.0.1:8080/tra-cuu";
  made.officer = {"Lê Minh Bình", "024 3 000 001"};
  return made;
}

inline document::Refusal refusal() {
  document::Refusal made;
  made.letterhead = office("08/TCHS", make_date(2017, 2, 8));
  made.reception_unit = "Bộ phận Tiếp nhận và Trả kết quả";
  made.applicant = applicant();
  made.request = travel;
  made.reason =
      "Người được cử đi công tác không thuộc các đơn vị của thành phố Hà Nội; hồ sơ thuộc thẩm "
      "quyền giải quyết của cơ quan chủ quản.";
  made.officer = {"Trần Quốc Khánh", "024 3 000 002"};
  made.submitter = "Nguyễn Thị Ánh Đào";
  return made;
}

inline document::PaymentConfirmation payment_confirmation() {
  document::PaymentConfirmation made;
  made.letterhead = office("170412-0001/XN1");
  made.code = code;
  made.applicant = applicant();
  made.procedure = "Công hàm đề nghị cấp thị thực";
  made.fees = {{"Lệ phí cấp công hàm", "10.000 đồng × 6 = 60.000 đồng"}};
  made.amount = {60'000};
  made.way = "Tiền mặt tại Bộ phận Tiếp nhận và Trả kết quả";
  made.reference = "BL-0007";
  made.at = moment(2017, 4, 12, 9, 10);
  made.officer = "Trần Quốc Khánh";
  made.tracking_address = "http://127.0.0.1:8080/tra-cuu/" + made.code;
  return made;
}

inline document::HandOverRecord hand_over_record() {
  document::HandOverRecord made;
  made.letterhead = office("");
  made.code = code;
  made.applicant = applicant();
  made.procedure = travel;
  made.result = "2210/QĐ-UBND, ngày 18/04/2017";
  made.at = moment(2017, 4, 19, 16, 0);
  made.giver = "Trần Quốc Khánh";
  made.taker = "Bưu điện Hà Nội";
  made.carrier = "Bưu điện Hà Nội";
  made.tracking = "EA123456789VN";
  made.carrier_signed = "19/04/2017";
  made.delivered = "ngày 20/04/2017, bà Mai";
  return made;
}

inline document::PassportRecord passport_record() {
  document::PassportRecord made;
  made.letterhead = office("07/BB-NV");
  made.code = "HC-170412-0001";
  made.number = "D0012345";
  made.kind = "Hộ chiếu công vụ";
  made.holder = "Nguyễn Văn An, Phó Giám đốc, Sở Du lịch";
  made.expires = "31/12/2019";
  made.trip = "Nhật Bản, từ 10/05/2017 đến 15/05/2017 (DR-170418-0001)";
  made.on = "08/05/2017";
  made.due = "22/05/2017";
  made.giver = "Trần Quốc Khánh";
  made.taker = "Nguyễn Văn An";
  return made;
}

inline document::Apology apology(Date date = make_date(2017, 4, 19)) {
  document::Apology made;
  made.letterhead = office("03/PXL-NV", date);
  made.code = code;
  made.applicant = applicant();
  made.procedure = travel;
  made.received = moment(2017, 4, 12, 9, 10);
  made.promised = moment(2017, 4, 20, 16, 30);
  made.state = "Sở Ngoại vụ đã báo cáo, đang chờ văn bản của Ủy ban nhân dân Thành phố.";
  made.reason = "phải lấy thêm ý kiến của cơ quan phối hợp về thành phần đoàn.";
  made.responsible_agency = "Văn phòng Ủy ban nhân dân thành phố Hà Nội";
  made.new_promise = moment(2017, 4, 25, 16, 30);
  made.signatory = {"KT. Giám đốc\nPhó Giám đốc", "Phạm Văn Hùng"};
  return made;
}

inline document::StopNotice stop_notice() {
  document::StopNotice made;
  made.letterhead = office("12/TB-NV", make_date(2025, 10, 3));
  made.code = "000.00.01.H26-250930-0004";
  made.applicant = applicant();
  made.procedure = travel;
  made.received = moment(2025, 9, 30, 14, 5);
  made.stop_request = "Công văn số 215/SDL ngày 02/10/2025 của Sở Du lịch về việc hoãn đoàn ra.";
  made.stage = "đang thẩm định tại phòng chuyên môn, chưa có kết quả giải quyết được quyết định.";
  made.decision = "dừng giải quyết kể từ ngày 03/10/2025.";
  made.finance = "không phát sinh phí, lệ phí.";
  made.signatory = {"Giám đốc", "Phạm Văn Hùng"};
  return made;
}

inline document::ControlSlip control_slip() {
  using document::Timeliness;
  document::ControlSlip made;
  made.letterhead = office("");
  made.code = code;
  made.applicant = applicant();
  made.procedure = travel;
  made.received = moment(2017, 4, 12, 9, 10);
  made.promised = moment(2017, 4, 20, 16, 30);
  made.hand_overs = {
      {"Bộ phận Tiếp nhận và Trả kết quả", "Phòng Lãnh sự", moment(2017, 4, 13, 8, 5),
       "Trần Quốc Khánh", "Lê Minh Bình", Timeliness::OnTime, ""},
      {"Phòng Lãnh sự", "Văn phòng UBND Thành phố", moment(2017, 4, 17, 10, 40), "Lê Minh Bình",
       "Đỗ Thu Hà", Timeliness::OnTime, "Kèm báo cáo của Sở"},
      {"Văn phòng UBND Thành phố", "Bộ phận Tiếp nhận và Trả kết quả", moment(2017, 4, 20, 15, 20),
       "Đỗ Thu Hà", "Trần Quốc Khánh", Timeliness::Late, "Quá 01 ngày làm việc"}};
  made.remarks = {"Đã yêu cầu bổ sung hồ sơ 01 lần (Phiếu số 57/HDHS ngày 14/4/2017)."};
  return made;
}

inline document::Decision letter() {
  document::Decision made;
  made.letterhead = {"Ủy ban nhân dân thành phố Hà Nội",
                     "Sở Ngoại vụ Hà Nội",
                     "1/SNgV-LS",
                     "Hà Nội",
                     make_date(2017, 4, 12),
                     ""};
  made.subject = "V/v gia hạn thị thực, lưu trú cho John Smith";
  made.addressee = "Công ty Sông Hồng";
  made.paragraphs = {"Sở Ngoại vụ Hà Nội chấp thuận đề nghị của Công ty Sông Hồng./."};
  made.signatory.capacity = "Giám đốc";
  made.signatory.name = "Hoàng Anh Dũng";
  made.signatory.by_hand = false;
  made.recipients = {"Như trên", "Lưu: VT, LS"};
  made.code = "000.00.00.H26-170412-0001";
  made.verification_address = "https://motcua.example/xac-minh/?so=1%2FSNgV-LS&ma=ABCDEFGHJK";
  made.verification_code = "ABCDEFGHJK";
  return made;
}

inline document::Register follow_up_register(int entries = 40) {
  document::Register made;
  made.letterhead = office("", make_date(2017, 3, 31));
  made.book = "01/2017";
  made.period = "Từ ngày 01/01/2017 đến ngày 31/03/2017";
  for (int i = 1; i <= entries; ++i) {
    document::RegisterEntry entry;
    const auto number = std::to_string(10000 + i).substr(1);
    entry.code = "000.00.01.H26-170203-" + number;
    entry.procedure = travel;
    entry.applicant = "Sở Du lịch Hà Nội";
    entry.contact = "Số 3 phố Lê Lai, quận Hoàn Kiếm; 024 3 000 000";
    entry.lead_agency = "Phòng Lãnh sự";
    entry.received = moment(2017, 2, 3, 9, i % 60);
    entry.promised = moment(2017, 2, 13, 16, 30);
    if (i % 3 != 0) entry.returned = moment(2017, 2, 13, 10, i % 60);
    entry.channel = i % 2 == 0 ? "Trực tuyến" : "Trực tiếp";
    made.entries.push_back(entry);
  }
  return made;
}

inline document::ReportTable official_report() {
  using document::Alignment;
  document::ReportTable made;
  made.letterhead = office("", make_date(2017, 3, 31));
  made.title = "Tình hình, kết quả giải quyết thủ tục hành chính";
  made.subtitle = "Quý I năm 2017 (từ ngày 01/01/2017 đến ngày 31/03/2017). Đơn vị tính: hồ sơ";
  made.sheet = "II.06a";
  const auto column = [&](std::string group, std::string title, std::string mark, int weight = 9) {
    made.columns.push_back({std::move(group), std::move(title), std::move(mark), weight,
                            weight > 12 ? Alignment::Left : Alignment::Right});
  };
  const std::string received = "Số lượng hồ sơ tiếp nhận";
  const std::string settled = "Số lượng hồ sơ đã giải quyết";
  const std::string open = "Số lượng hồ sơ đang giải quyết";
  column("", "TT", "(1)", 5);
  column("", "Lĩnh vực giải quyết", "(2)", 26);
  column(received, "Tổng số", "(3) = (4) + (5) + (6)");
  column(received, "Trực tuyến", "(4)");
  column(received, "Trực tiếp, dịch vụ bưu chính", "(5)");
  column(received, "Từ kỳ trước", "(6)");
  column(settled, "Tổng số", "(7) = (8) + (9) + (10)");
  column(settled, "Trước hạn", "(8)");
  column(settled, "Đúng hạn", "(9)");
  column(settled, "Quá hạn", "(10)");
  column(open, "Tổng số", "(11) = (12) + (13)");
  column(open, "Trong hạn", "(12)");
  column(open, "Quá hạn", "(13)");
  using Cells = std::vector<document::Cell>;
  const auto n = [](std::int64_t count) { return document::Cell{count}; };
  const auto s = [](std::string words) { return document::Cell{std::move(words)}; };
  made.rows = {{Cells{s("1"), s("Đoàn ra, đoàn vào"), n(150), n(60), n(88), n(2), n(147), n(20),
                      n(126), n(1), n(3), n(2), n(1)}},
               {Cells{s("2"), s("Hội nghị, hội thảo quốc tế"), n(30), n(10), n(20), n(0), n(29),
                      n(3), n(26), n(0), n(1), n(1), n(0)}},
               {Cells{s(""), s("Tổng số"), n(1242), n(70), n(1170), n(2), n(1238), n(23), n(1214),
                      n(1), n(4), n(3), n(1)},
                true}};
  made.notes = {
      "Tỷ lệ đúng hạn trên số lời hẹn đến hạn trong kỳ: 176/180 = 97,77 % (làm tròn xuống).",
      "Trong số đang giải quyết: 01 hồ sơ chờ bổ sung, 00 hồ sơ chờ thực hiện nghĩa vụ tài chính."};
  made.signatories = {{"Người lập biểu", "Lê Minh Bình"}, {"Giám đốc", "Phạm Văn Hùng"}};
  return made;
}

}  // namespace motcua::pdf::sample
