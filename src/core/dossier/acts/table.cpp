// The table of acts, in the order they are offered.

#include <array>

#include "dossier/acts/rules.hpp"

namespace motcua::dossier {
namespace {

using Roles = std::vector<std::string_view>;
using Fields = std::vector<ActField>;

const ActField reason{"reason", "long-text", true, {"Lý do", "Reason"}};
const ActField note{"note", "long-text", false, {"Ghi chú", "Note"}};
const ActField document{"document", "text", true, {"Số văn bản", "Document number"}};
const ActField optional_document{"document", "text", false, {"Số văn bản", "Document number"}};
const ActField own_document{"document",
                            "text",
                            false,
                            {"Số văn bản (để trống: lấy số tiếp theo trong sổ của cơ quan)",
                             "Document number (empty: the next one of the office's register)"}};
const ActField document_date{"document_date", "date", false, {"Ngày văn bản", "Document date"}};
const ActField outcome{"outcome", "choice", true, {"Kết quả", "Outcome"}};
const ActField actual_at{"actual_at",
                         "moment",
                         false,
                         {"Thời điểm thực tế, nếu khác", "When it really happened, if not now"}};

// Asked where the task has a form of its own.
const ActField task_form{"answers", "task-form", false, {"Biểu mẫu của bước", "The step's form"}};

// Members of an intake that may be corrected; each is offered with what is recorded now.
const Fields intake_fields{
    {"corrections.kind", "choice", true, {"Người nộp là", "The applicant is"}},
    {"corrections.name", "text", true, {"Họ tên hoặc tên tổ chức", "Name"}},
    {"corrections.identity", "text", false, {"Số giấy tờ", "Identity or tax number"}},
    {"corrections.address", "text", false, {"Địa chỉ", "Address"}},
    {"corrections.phone", "text", false, {"Điện thoại", "Telephone"}},
    {"corrections.email", "text", false, {"Thư điện tử", "E-mail"}},
    {"case", "choice", false, {"Trường hợp", "Case"}},
    {"summary", "long-text", false, {"Nội dung yêu cầu giải quyết", "What is asked for"}},
    {"answers", "answers", false, {"Nội dung tờ khai", "Answers of the form"}},
    {"reason", "long-text", true, {"Lý do sửa", "Reason of the correction"}}};

// Which open task the act completes, and whose act it is.
struct Doer {
  std::string_view completes;
  Roles roles;
};

ActRule rule(std::string_view name, Text label, Doer doer, Fields fields,
             decltype(ActRule::decide) decide) {
  ActRule made;
  made.name = name;
  made.label = std::move(label);
  made.completes = doer.completes;
  made.roles = std::move(doer.roles);
  made.fields = std::move(fields);
  made.decide = decide;
  return made;
}

ActRule main_act(ActRule made) {
  made.weight = "main";
  return made;
}

ActRule irreversible(ActRule made) {
  made.irreversible = true;
  made.weight = "quiet";
  return made;
}

ActRule quiet(ActRule made) {
  made.weight = "quiet";
  return made;
}

std::vector<ActRule> progress_acts() {
  return {
      main_act(rule("accept", {"Tiếp nhận hồ sơ", "Accept the application"}, {"", {"reception"}},
                    {note}, acts::accept)),
      main_act(rule("hand-over", {"Chuyển đơn vị giải quyết", "Hand over to the division"},
                    {"hand-over", {}}, {task_form, note, actual_at}, acts::hand_over)),
      quiet(rule("take", {"Nhận việc", "Take the work"}, {"", {"specialist", "head", "reception"}},
                 {}, acts::take)),
      main_act(rule("propose", {"Trình lãnh đạo", "Propose to the leadership"}, {"propose", {}},
                    {task_form, note, optional_document, actual_at}, acts::propose)),
      main_act(rule("approve", {"Duyệt, ký trình", "Approve and sign"}, {"approve", {}},
                    {task_form, note, optional_document, document_date, actual_at}, acts::approve)),
      rule("return-for-rework", {"Trả lại làm lại", "Return for rework"}, {"approve", {}}, {reason},
           acts::return_for_rework),
      main_act(
          rule("sign-off",
               {"Ghi quyết định của cấp có thẩm quyền", "Record the deciding authority's sign-off"},
               {"sign-off", {}}, {task_form, outcome, document, document_date, note, actual_at},
               acts::sign_off)),
      main_act(rule("record-opinion", {"Ghi văn bản trả lời", "Record the answer"},
                    {"record-opinion", {}}, {task_form, document, document_date, note, actual_at},
                    acts::record_opinion)),
      main_act(rule("record-result", {"Ghi kết quả", "Record the result"}, {"return-result", {}},
                    {outcome, own_document, document_date, note, actual_at}, acts::record_result)),
      main_act(rule("return-result", {"Trả kết quả", "Return the result"}, {"return-result", {}},
                    {{"returned_to", "text", true, {"Người nhận", "Handed to"}},
                     {"shown",
                      "text",
                      false,
                      {"Giấy tờ người nhận xuất trình", "Paper the recipient showed"}},
                     note,
                     actual_at},
                    acts::return_result)),
      rule("post-result", {"Gửi kết quả qua bưu chính", "Send the result by post"},
           {"return-result", {}},
           {{"carrier", "text", true, {"Đơn vị chuyển phát", "Carrier"}},
            {"document", "text", true, {"Số hiệu bưu gửi", "Tracking number"}},
            {"document_date", "date", false, {"Ngày bưu chính ký nhận", "Date the carrier signed"}},
            note},
           acts::post_result),
      main_act(rule("record-delivery", {"Ghi nhận đã phát", "Record the delivery"},
                    {"", {"reception"}},
                    {{"returned_to", "text", true, {"Người nhận", "Received by"}},
                     {"document_date", "date", false, {"Ngày phát", "Date of delivery"}},
                     note},
                    acts::record_delivery)),
      quiet(rule("send-back-paper", {"Không ký, trả lại văn bản", "Send the paper back unsigned"},
                 {"", {"head", "director"}}, {reason}, acts::send_back_paper)),
  };
}

std::vector<ActRule> clock_acts() {
  return {
      rule("request-supplement", {"Yêu cầu bổ sung", "Request a supplement"},
           {"", {"reception", "specialist", "head"}},
           {{"items", "items", true, {"Phần cần bổ sung và lý do", "What is needed, and why"}},
            {"reason", "long-text", false, {"Lý do chung", "General reason"}},
            optional_document,
            {"approved_by",
             "text",
             false,
             {"Người đồng ý cho yêu cầu lần hai", "Who approved a second request"}}},
           acts::request_supplement),
      main_act(rule(
          "supplement", {"Ghi nhận bổ sung", "Record the supplement"},
          {"", {"reception", "specialist", "applicant"}},
          {{"answers", "answers", false, {"Các mục được sửa", "The questions reopened"}}, note},
          acts::supplement)),
      quiet(rule("suspend", {"Tạm dừng thời hạn", "Suspend the clock"},
                 {"", {"specialist", "head"}},
                 {{"stop_reason", "choice", true, {"Vì sao dừng", "Why"}}, reason, document},
                 acts::suspend)),
      main_act(rule("resume", {"Tiếp tục", "Resume"}, {"", {"specialist", "head"}}, {note},
                    acts::resume)),
      rule("apologise", {"Xin lỗi và hẹn lại", "Apologise and re-appoint"},
           {"", {"head", "director"}},
           {reason,
            {"responsible_unit", "choice", true, {"Đơn vị chịu trách nhiệm", "Responsible unit"}},
            {"new_due", "date", true, {"Ngày hẹn lại", "New date"}},
            document},
           acts::apologise),
  };
}

std::vector<ActRule> other_acts() {
  return {
      quiet(rule("check-paper", {"Kiểm tra giấy tờ", "Check a paper"},
                 {"", {"reception", "specialist", "head"}},
                 {{"paper", "choice", true, {"Giấy tờ", "Paper"}},
                  {"check", "choice", true, {"Kết quả kiểm tra", "Finding"}},
                  note},
                 acts::check_paper)),
      quiet(rule("assign", {"Phân công", "Assign"}, {"", {"head", "director"}},
                 {{"to", "choice", true, {"Người làm", "Officer"}}, note}, acts::assign)),
      quiet(rule("declare-conflict",
                 {"Khai có lợi ích liên quan", "Declare a conflict of interest"},
                 {"", {"reception", "specialist", "head", "director", "liaison"}}, {reason},
                 acts::declare_conflict)),
      quiet(rule("correct-intake", {"Sửa thông tin tiếp nhận", "Correct the intake"},
                 {"", {"reception"}}, intake_fields, acts::correct_intake)),
      irreversible(rule("refuse", {"Từ chối tiếp nhận", "Refuse the application"},
                        {"", {"reception"}}, {reason, optional_document}, acts::refuse)),
      irreversible(rule("stop", {"Dừng giải quyết", "Stop processing"}, {"", {"head", "director"}},
                        {reason, document}, acts::stop)),
      irreversible(rule("revoke-result", {"Thu hồi kết quả", "Revoke the result"},
                        {"", {"director"}}, {reason, document}, acts::revoke_result)),
      irreversible(rule("withdraw",
                        {"Rút hồ sơ theo yêu cầu", "Withdraw at the applicant's request"},
                        {"", {"reception", "applicant"}}, {reason}, acts::withdraw)),
      rule("rate", {"Đánh giá việc phục vụ", "Rate the service"}, {"", {"applicant"}},
           {{"marks", "marks", true, {"Đánh giá", "Marks"}}, note}, acts::rate),
  };
}

std::vector<ActRule> money_acts() {
  const ActField amount{"amount", "money", true, {"Số tiền (đồng)", "Amount (VND)"}};
  return {
      quiet(rule("record-cash", {"Thu tiền mặt", "Take cash"}, {"", {"reception"}},
                 {amount, {"document", "text", true, {"Số biên lai", "Receipt number"}}, note},
                 acts::record_cash)),
      quiet(rule("record-transfer", {"Ghi nhận chuyển khoản", "Record a bank transfer"},
                 {"", {"reception"}},
                 {amount,
                  {"document", "text", true, {"Mã giao dịch ngân hàng", "Bank reference"}},
                  {"document_date", "date", false, {"Ngày tiền về", "Date it arrived"}},
                  note},
                 acts::record_transfer)),
      irreversible(
          rule("refund", {"Hoàn tiền", "Give money back"}, {"", {"head", "director"}},
               {{"payment", "choice", true, {"Khoản đã nộp", "Payment"}}, amount, reason, document},
               acts::refund)),
  };
}

std::vector<ActRule> make_table() {
  std::vector<ActRule> table = progress_acts();
  for (auto& more : clock_acts()) table.push_back(std::move(more));
  for (auto& more : money_acts()) table.push_back(std::move(more));
  for (auto& more : other_acts()) table.push_back(std::move(more));
  return table;
}

}  // namespace

std::span<const ActRule> act_table() {
  static const std::vector<ActRule> table = make_table();
  return table;
}

const ActRule* find_act(std::string_view name) {
  for (const auto& known : act_table()) {
    if (known.name == name) return &known;
  }
  return nullptr;
}

}  // namespace motcua::dossier
