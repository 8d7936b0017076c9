#include "queries/notices.hpp"

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

}  // namespace

Text kind_name(Kind kind) {
  switch (kind) {
    case Kind::Submitted:
      return {"Đã gửi trực tuyến", "Sent on-line"};
    case Kind::Received:
      return {"Đã tiếp nhận", "Received"};
    case Kind::Accepted:
      return {"Hồ sơ trực tuyến được tiếp nhận", "On-line application accepted"};
    case Kind::Guided:
      return {"Hướng dẫn hoàn thiện", "What is still needed"};
    case Kind::Refused:
      return {"Không tiếp nhận", "Not accepted"};
    case Kind::SupplementAsked:
      return {"Yêu cầu bổ sung", "More papers asked for"};
    case Kind::Supplemented:
      return {"Đã nhận bổ sung", "More papers received"};
    case Kind::ClockStopped:
      return {"Tạm dừng thời hạn", "Clock stopped"};
    case Kind::ClockResumed:
      return {"Tiếp tục thời hạn", "Clock running again"};
    case Kind::PromiseChanged:
      return {"Đổi ngày hẹn trả", "Promised date changed"};
    case Kind::Apologised:
      return {"Xin lỗi và hẹn lại", "Apology and new date"};
    case Kind::Stopped:
      return {"Dừng giải quyết", "Work stopped"};
    case Kind::Withdrawn:
      return {"Đã rút hồ sơ", "Withdrawn"};
    case Kind::ResultReady:
      return {"Đã có kết quả", "Result ready"};
    case Kind::ResultReturned:
      return {"Đã trả kết quả", "Result handed over"};
    case Kind::ResultPosted:
      return {"Đã gửi kết quả qua bưu chính", "Result sent by post"};
    case Kind::ResultIssued:
      return {"Đã cấp kết quả điện tử", "Signed result issued"};
    case Kind::ResultRevoked:
      return {"Thu hồi kết quả", "Result revoked"};
    case Kind::FeesCharged:
      return {"Phí, lệ phí phải nộp", "Fees to pay"};
    case Kind::PaymentReceived:
      return {"Đã nhận tiền nộp", "Payment received"};
    case Kind::RefundOrdered:
      return {"Sẽ hoàn tiền", "Refund on its way"};
    case Kind::Refunded:
      return {"Đã hoàn tiền", "Money refunded"};
    case Kind::Digest:
      return {"Tóm tắt buổi sáng cho cán bộ", "Morning digest for officers"};
    case Kind::AddressProof:
      return {"Xác nhận địa chỉ thư", "Confirming an address"};
    case Kind::PasswordReset:
      return {"Đặt lại mật khẩu", "A forgotten password"};
    case Kind::PasswordChanged:
      return {"Mật khẩu đã đổi", "Password changed"};
    case Kind::PetitionReceived:
      return {"Đã nhận phản ánh, kiến nghị", "Petition received"};
    case Kind::PetitionSupplementAsked:
      return {"Đề nghị bổ sung phản ánh", "More asked about a petition"};
    case Kind::PetitionAnswered:
      return {"Trả lời phản ánh, kiến nghị", "Petition answered"};
    case Kind::PetitionRefused:
      return {"Không tiếp nhận phản ánh", "Petition refused"};
  }
  return {};
}

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
