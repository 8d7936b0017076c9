// The table of acts.

#include "petition/acts/decisions.hpp"

namespace motcua::petition {
namespace {

Field text_field(std::string_view name, Text label, bool required = true) {
  return {name, "long-text", required, std::move(label)};
}

std::vector<Rule> officer_rules() {
  const Text reason{"Lý do", "Reason"};
  return {
      {"assign",
       {"Giao đơn vị trả lời", "Give it to a unit"},
       "main",
       {"reception", "head", "director"},
       false,
       {{"unit", "unit", true, {"Đơn vị", "Unit"}},
        text_field("note", {"Ghi chú nội bộ", "Note inside the office"}, false)},
       acts::assign},
      {"answer",
       {"Trả lời", "Answer"},
       "main",
       {"director"},
       true,
       {text_field("text", {"Câu trả lời", "The answer"})},
       acts::answer},
      {"ask-supplement",
       {"Đề nghị bổ sung", "Ask for more"},
       "secondary",
       {"reception", "director"},
       true,
       {text_field("text", {"Cần người gửi cho biết thêm", "What the sender is asked for"})},
       acts::ask_supplement},
      {"refuse",
       {"Không tiếp nhận", "Refuse"},
       "quiet",
       {"reception", "head", "director"},
       false,
       {text_field("reason", reason)},
       acts::refuse},
      {"publish",
       {"Công khai", "Publish"},
       "main",
       {"reception", "head", "director"},
       false,
       {text_field("text", {"Nội dung phản ánh để công khai", "The petition, as published"}),
        text_field("answer", {"Câu trả lời để công khai", "The answer, as published"})},
       acts::publish},
      {"refuse-publication",
       {"Không công khai", "Do not publish"},
       "quiet",
       {"reception", "head", "director"},
       false,
       {text_field("reason", reason)},
       acts::refuse_publication},
      {"unpublish",
       {"Gỡ khỏi trang công khai", "Take off the public page"},
       "quiet",
       {"reception", "head", "director"},
       false,
       {text_field("reason", reason)},
       acts::unpublish},
  };
}

std::vector<Rule> sender_rules() {
  return {
      {"supplement",
       {"Gửi bổ sung", "Send the supplement"},
       "main",
       {sender_role},
       false,
       {text_field("text", {"Nội dung bổ sung", "The supplement"})},
       acts::supplement},
      {"judge",
       {"Nhận xét câu trả lời", "Judge the answer"},
       "secondary",
       {sender_role},
       false,
       {{"liked", "flag", false, {"Hài lòng", "Content"}},
        text_field("note", {"Nhận xét", "Comment"}, false)},
       acts::judge},
      {"change-consent",
       {"Đổi ý về việc công khai", "Change consent to publication"},
       "quiet",
       {sender_role},
       false,
       {{"may_publish", "flag", false, {"Đồng ý công khai", "Agree to publication"}}},
       acts::change_consent},
      {"withdraw",
       {"Rút phản ánh, kiến nghị", "Withdraw it"},
       "quiet",
       {sender_role},
       false,
       {text_field("reason", {"Lý do", "Reason"}, false)},
       acts::withdraw},
  };
}

}  // namespace

std::span<const Rule> rules() {
  static const auto all = [] {
    auto table = officer_rules();
    const auto of_sender = sender_rules();
    table.insert(table.end(), of_sender.begin(), of_sender.end());
    return table;
  }();
  return all;
}

}  // namespace motcua::petition
