// The table of acts.

#include "travel/decisions.hpp"

namespace motcua::travel {
namespace {

Field reason_field() { return {"reason", "long-text", true, {"Lý do", "Reason"}}; }
Field note_field() { return {"note", "long-text", false, {"Ghi chú", "Note"}}; }
Field document_field(bool required) {
  return {"document", "text", required, {"Số văn bản", "Number of the document"}};
}
Field day_field(Text label) { return {"on", "date", true, std::move(label)}; }

std::vector<Field> trip_fields() {
  return {
      {"purpose", "long-text", true, {"Mục đích, nội dung", "Purpose and content"}},
      {"purpose_kind", "purpose-kind", false, {"Nhóm mục đích", "Kind of purpose"}},
      {"countries",
       "text",
       true,
       {"Nước, vùng lãnh thổ (cách nhau bằng dấu phẩy)",
        "Countries and territories, with commas between"}},
      {"from", "date", true, {"Ngày đi", "First day"}},
      {"to", "date", true, {"Ngày về", "Last day"}},
      {"inviting_body", "text", false, {"Cơ quan, tổ chức mời", "Inviting body"}},
      {"funding", "funding", false, {"Nguồn kinh phí", "Source of funding"}},
      {"funding_note", "text", false, {"Các nguồn và khoản chi", "What each source pays"}},
      {"decision", "text", false, {"Số quyết định", "Number of the decision"}},
      {"decision_date", "date", false, {"Ngày quyết định", "Date of the decision"}},
      {"email", "email", false, {"Thư điện tử nhận nhắc việc", "E-mail address for reminders"}}};
}

std::vector<Field> person_fields() {
  return {{"name", "text", true, {"Họ và tên", "Full name"}},
          {"post", "text", false, {"Chức vụ", "Post"}},
          {"unit", "text", false, {"Đơn vị", "Unit"}},
          {"rank_group", "rank-group", false, {"Nhóm chức danh", "Rank group"}},
          {"identity", "text", false, {"Số định danh cá nhân", "Personal identity number"}},
          {"passport_number", "text", false, {"Số hộ chiếu", "Passport number"}}};
}

std::vector<Field> with_reason(std::vector<Field> fields) {
  fields.push_back(reason_field());
  return fields;
}

std::vector<Field> after_traveller(std::vector<Field> fields) {
  fields.insert(fields.begin(), Field{"traveller", "traveller", true, {"Thành viên", "Traveller"}});
  return fields;
}

std::vector<Rule> delegation_rules() {
  return {
      {"carry-out",
       {"Ghi chuyến đi đã thực hiện", "Note that it was carried out"},
       "main",
       false,
       {{"from", "date", true, {"Ngày đi thực tế", "Day it began"}},
        {"to", "date", true, {"Ngày nhập cảnh về nước", "Day of return to Vietnam"}},
        note_field()},
       acts::carry_out},
      {"receive-report",
       {"Nhận báo cáo sau chuyến đi", "Take in the trip report"},
       "main",
       false,
       {day_field({"Ngày nhận báo cáo", "Day it came in"}),
        document_field(true),
        {"summary", "long-text", false, {"Kết quả chính", "Main results"}}},
       acts::receive_report},
      {"correct",
       {"Sửa, bổ sung chuyến đi", "Correct or add to the trip"},
       "secondary",
       false,
       with_reason(trip_fields()),
       acts::correct},
      {"correct-traveller",
       {"Sửa một thành viên", "Correct a traveller"},
       "secondary",
       false,
       after_traveller(with_reason(person_fields())),
       acts::correct_traveller},
      {"add-traveller",
       {"Thêm thành viên", "Add a traveller"},
       "quiet",
       false,
       with_reason(person_fields()),
       acts::add_traveller},
      {"remove-traveller",
       {"Bớt thành viên", "Take a traveller out"},
       "quiet",
       false,
       after_traveller({reason_field()}),
       acts::remove_traveller},
      {"cancel",
       {"Hủy chuyến đi", "Cancel the trip"},
       "quiet",
       false,
       {reason_field()},
       acts::cancel},
  };
}

std::vector<Rule> passport_rules() {
  return {
      {"hand-over",
       {"Giao hộ chiếu", "Hand it over"},
       "main",
       true,
       {{"delegation", "delegation", true, {"Cho chuyến đi", "For the trip"}},
        {"name", "text", true, {"Người nhận", "Who takes it"}},
        day_field({"Ngày giao", "Day it is handed over"}),
        document_field(true)},
       acts::hand_over},
      {"hand-back",
       {"Nhận lại hộ chiếu", "Take it back"},
       "main",
       true,
       {{"entered", "date", true, {"Ngày nhập cảnh về nước", "Day of return to Vietnam"}},
        day_field({"Ngày nộp lại", "Day it is handed back"}),
        {"name", "text", true, {"Người nộp", "Who hands it back"}},
        document_field(true),
        {"note", "text", false, {"Tình trạng hộ chiếu", "Condition of the passport"}}},
       acts::hand_back},
      {"report-lost",
       {"Ghi báo mất", "Note that it is lost"},
       "secondary",
       true,
       {day_field({"Ngày báo mất", "Day it was reported"}), reason_field()},
       acts::report_lost},
      {"cancel-passport",
       {"Ghi đã hủy giá trị", "Note that it was cancelled"},
       "secondary",
       true,
       {day_field({"Ngày hủy", "Day it was cancelled"}), document_field(true)},
       acts::cancel_passport},
      {"move",
       {"Chuyển cơ quan quản lý", "Give it to another agency"},
       "quiet",
       true,
       {{"agency", "text", true, {"Cơ quan nhận", "The agency"}},
        day_field({"Ngày chuyển", "Day it goes"}),
        document_field(true)},
       acts::move_passport},
  };
}

std::vector<Field> guest_fields() {
  auto fields = trip_fields();
  fields.insert(fields.begin(), {{"unit", "text", true, {"Đơn vị đón", "Host unit"}},
                                 {"name", "text", true, {"Trưởng đoàn", "Head of the guests"}},
                                 {"post", "text", false, {"Chức vụ", "Post"}}});
  std::erase_if(fields, [](const Field& field) { return field.name.starts_with("funding_"); });
  return fields;
}

std::vector<Field> passport_fields() {
  auto fields = person_fields();
  fields.pop_back();
  fields.insert(fields.begin(),
                {{"number", "text", true, {"Số hộ chiếu", "Passport number"}},
                 {"kind", "passport-kind", true, {"Loại hộ chiếu", "Kind of passport"}},
                 {"issued", "date", false, {"Ngày cấp", "Date of issue"}},
                 {"expires", "date", true, {"Ngày hết hạn", "Date of expiry"}}});
  return fields;
}

}  // namespace

std::span<const Rule> rules() {
  static const auto all = [] {
    auto table = delegation_rules();
    const auto of_passports = passport_rules();
    table.insert(table.end(), of_passports.begin(), of_passports.end());
    return table;
  }();
  return all;
}

std::span<const Rule> opening_rules() {
  static const std::vector<Rule> all{{"guests",
                                      {"Ghi đoàn vào", "Write down a delegation in"},
                                      "main",
                                      false,
                                      guest_fields(),
                                      acts::open_guests},
                                     {"passport",
                                      {"Nhận hộ chiếu về quản lý", "Take a passport into keeping"},
                                      "main",
                                      true,
                                      passport_fields(),
                                      acts::register_passport}};
  return all;
}

}  // namespace motcua::travel
