#include "dossier/status.hpp"

#include <array>

#include "base/assertion.hpp"

namespace motcua::dossier {
namespace {

struct StatusText {
  std::string_view name_vi;
  std::string_view name_en;
  std::string_view plain_vi;
  std::string_view plain_en;
};

// [facts-3.4]
constexpr std::array<StatusText, 10> texts{{
    {"Mới đăng ký", "Newly registered", "Đã nhận hồ sơ qua mạng, cơ quan đang kiểm tra giấy tờ",
     "Received on-line; the office is checking the papers"},
    {"Được tiếp nhận", "Received", "Đã tiếp nhận, chuẩn bị chuyển đến nơi giải quyết",
     "Received, on its way to the division that handles it"},
    {"Không được tiếp nhận", "Not received", "Hồ sơ không được tiếp nhận",
     "The application was not received"},
    {"Đang xử lý", "Being processed", "Đang giải quyết", "Being handled"},
    {"Yêu cầu bổ sung giấy tờ", "Supplement requested", "Cần bạn bổ sung giấy tờ",
     "You need to send more papers"},
    {"Yêu cầu thực hiện nghĩa vụ tài chính", "Payment requested", "Cần bạn nộp phí, lệ phí",
     "You need to pay a fee"},
    {"Công dân yêu cầu rút hồ sơ", "Withdrawn by the applicant", "Bạn đã rút hồ sơ",
     "You withdrew the application"},
    {"Dừng xử lý", "Processing stopped", "Cơ quan đã dừng giải quyết hồ sơ",
     "The office stopped handling the dossier"},
    {"Đã xử lý xong", "Settled", "Đã có kết quả, mời bạn nhận", "The result is ready for you"},
    {"Đã trả kết quả", "Result returned", "Đã trả kết quả", "The result was handed over"},
}};

int running_status(const Dossier& dossier) {
  if (const auto* stop = dossier.open_stop()) {
    if (stop->why == procedure::StopReason::Supplement) return 5;
    if (stop->why == procedure::StopReason::Payment) return 6;
    return 4;
  }
  if (dossier.supplement) return 5;
  // Received until the first hand-over: only the opening task has been open so far.
  const bool first_step = dossier.holdings.size() == 1 && !dossier.holdings.front().to;
  return first_step ? 2 : 4;
}

}  // namespace

int status_number(const Dossier& dossier) {
  switch (dossier.phase) {
    case Phase::None:
    case Phase::Submitted:
      return dossier.supplement ? 5 : 1;
    case Phase::Running:
      return running_status(dossier);
    case Phase::Guided:
    case Phase::Refused:
      return 3;
    case Phase::Withdrawn:
      return 7;
    case Phase::Stopped:
      return 8;
    case Phase::Settled:
      return 9;
    case Phase::Returned:
      return 10;
  }
  MOTCUA_ASSERT(false);
}

Status status_by_number(int number) {
  MOTCUA_ASSERT(number >= 1 && number <= 10);
  const auto& t = texts[static_cast<std::size_t>(number) - 1];
  return {number,
          {std::string(t.name_vi), std::string(t.name_en)},
          {std::string(t.plain_vi), std::string(t.plain_en)}};
}

Status status_of(const Dossier& dossier) { return status_by_number(status_number(dossier)); }

}  // namespace motcua::dossier
