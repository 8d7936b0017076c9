#include "queries/notices.hpp"

#include <array>

#include "queries/json_parts.hpp"

namespace motcua::queries {
namespace {

using notice::Kind;

std::string_view write_state(ports::DeliveryState state) {
  using ports::DeliveryState;
  switch (state) {
    case DeliveryState::Waiting:
      return "waiting";
    case DeliveryState::Sent:
      return "sent";
    case DeliveryState::InAppOnly:
      return "in-app-only";
    case DeliveryState::DeadLetter:
      return "dead-letter";
  }
  return "";
}

std::string_view write_language(Language language) {
  return language == Language::English ? "en" : "vi";
}

json::value write_names(std::span<const std::string_view> names) {
  json::array list;
  for (const auto name : names) list.push_back(json::value(name));
  return list;
}

json::value told_at(const std::optional<Moment>& moment) {
  if (!moment) return nullptr;
  return write(describe(*moment));
}

// In the order of notice::all_kinds.
const std::array<Text, notice::all_kinds.size()>& kind_names() {
  static const std::array<Text, notice::all_kinds.size()> names{{
      {"Đã gửi trực tuyến", "Sent on-line"},
      {"Đã tiếp nhận", "Received"},
      {"Hồ sơ trực tuyến được tiếp nhận", "On-line application accepted"},
      {"Hướng dẫn hoàn thiện", "What is still needed"},
      {"Không tiếp nhận", "Not accepted"},
      {"Yêu cầu bổ sung", "More papers asked for"},
      {"Đã nhận bổ sung", "More papers received"},
      {"Tạm dừng thời hạn", "Clock stopped"},
      {"Tiếp tục thời hạn", "Clock running again"},
      {"Đổi ngày hẹn trả", "Promised date changed"},
      {"Xin lỗi và hẹn lại", "Apology and new date"},
      {"Dừng giải quyết", "Work stopped"},
      {"Đã rút hồ sơ", "Withdrawn"},
      {"Đã có kết quả", "Result ready"},
      {"Đã trả kết quả", "Result handed over"},
      {"Đã gửi kết quả qua bưu chính", "Result sent by post"},
      {"Đã cấp kết quả điện tử", "Signed result issued"},
      {"Thu hồi kết quả", "Result revoked"},
      {"Phí, lệ phí phải nộp", "Fees to pay"},
      {"Đã nhận tiền nộp", "Payment received"},
      {"Sẽ hoàn tiền", "Refund on its way"},
      {"Đã hoàn tiền", "Money refunded"},
      {"Tóm tắt buổi sáng cho cán bộ", "Morning digest for officers"},
      {"Xác nhận địa chỉ thư", "Confirming an address"},
      {"Đặt lại mật khẩu", "A forgotten password"},
      {"Mật khẩu đã đổi", "Password changed"},
      {"Đã đặt lịch hẹn", "Appointment booked"},
      {"Lịch hẹn đổi giờ", "Appointment moved"},
      {"Lịch hẹn đã hủy", "Appointment cancelled"},
      {"Nhắc lịch hẹn", "Reminder of an appointment"},
      {"Ý kiến đã đăng", "Reply published"},
      {"Ý kiến không được đăng", "Reply not published"},
      {"Đã nhận phản ánh, kiến nghị", "Petition received"},
      {"Đề nghị bổ sung phản ánh", "More asked about a petition"},
      {"Trả lời phản ánh, kiến nghị", "Petition answered"},
      {"Không tiếp nhận phản ánh", "Petition refused"},
      {"Nhắc báo cáo chuyến đi", "Trip report due"},
      {"Quá hạn báo cáo chuyến đi", "Trip report overdue"},
      {"Nhắc nộp lại hộ chiếu", "Passport to be handed back"},
      {"Quá hạn nộp lại hộ chiếu", "Passport not handed back"},
  }};
  return names;
}

}  // namespace

Text kind_name(Kind kind) { return kind_names()[std::size_t(kind)]; }

json::value notice_view(const ports::KeptNotice& kept, NoticeReader reader) {
  const auto& notice = kept.made.notice;
  json::object out{{"id", kept.id},
                   {"code", kept.made.code},
                   {"kind", notice::write_kind(notice.kind)},
                   {"name", write(kind_name(notice.kind))},
                   {"channel", notice::write_channel(notice.channel)},
                   {"address", notice.address},
                   {"subject", notice.subject},
                   {"body", notice.body},
                   {"state", write_state(kept.delivery.state)},
                   {"made", write(describe(kept.made.made_at))},
                   {"sent", told_at(kept.delivery.sent_at)}};
  if (reader == NoticeReader::Officer) {
    out["tries"] = kept.delivery.tries;
    out["next"] = told_at(kept.delivery.next_at);
    out["last_error"] = kept.delivery.last_error;
  }
  return out;
}

json::value notices_view(const std::vector<ports::KeptNotice>& notices, NoticeReader reader) {
  json::array list;
  for (const auto& kept : notices) list.push_back(notice_view(kept, reader));
  return json::object{{"notices", std::move(list)}};
}

json::value template_view(const ShownTemplate& shown) {
  return json::object{{"kind", notice::write_kind(shown.kind)},
                      {"name", write(kind_name(shown.kind))},
                      {"language", write_language(shown.language)},
                      {"subject", shown.written.subject},
                      {"body", shown.written.body},
                      {"text", shown.written.text},
                      {"own", shown.own},
                      {"body_names", write_names(notice::body_names(shown.kind))},
                      {"open_names", write_names(notice::open_names(shown.kind))}};
}

}  // namespace motcua::queries
