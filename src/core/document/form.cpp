#include "document/form.hpp"

#include "base/assertion.hpp"
#include "document/wording.hpp"

namespace motcua::document {
namespace {

constexpr Date circular_2018_in_force{std::chrono::year{2019} / 1 / 6};
constexpr Date circular_2025_in_force{std::chrono::year{2025} / 9 / 15};

std::optional<int> number_of(FormKind kind, FormSet set) {
  const bool newer = set == FormSet::Circular2025;
  switch (kind) {
    case FormKind::Receipt:
      return 1;
    case FormKind::SupplementRequest:
      return 2;
    case FormKind::Refusal:
      return 3;
    case FormKind::Apology:
      return 4;
    case FormKind::StopNotice:
      return newer ? std::optional{5} : std::nullopt;
    case FormKind::ControlSlip:
      return newer ? 6 : 5;
    case FormKind::Register:
      return newer ? 7 : 6;
    case FormKind::PaymentConfirmation:
    case FormKind::RefundConfirmation:
    case FormKind::HandOverRecord:
    case FormKind::PassportRecord:
      return std::nullopt;
  }
  MOTCUA_ASSERT(false);
  return std::nullopt;
}

std::string title_of(FormKind kind, FormSet set) {
  switch (kind) {
    case FormKind::Receipt:
      return "Giấy tiếp nhận hồ sơ và hẹn trả kết quả";
    case FormKind::SupplementRequest:
      return "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ";
    case FormKind::Refusal:
      return "Phiếu từ chối tiếp nhận giải quyết hồ sơ";
    case FormKind::Apology:
      return set == FormSet::Circular2025
                 ? "Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết"
                 : "Phiếu xin lỗi và hẹn lại ngày trả kết quả";
    case FormKind::StopNotice:
      return "Thông báo dừng giải quyết hồ sơ";
    case FormKind::ControlSlip:
      return "Phiếu kiểm soát quá trình giải quyết hồ sơ";
    case FormKind::Register:
      return "Sổ theo dõi hồ sơ";
    case FormKind::PaymentConfirmation:
      return "Giấy xác nhận đã nhận tiền";
    case FormKind::RefundConfirmation:
      return "Giấy xác nhận đã hoàn tiền";
    case FormKind::HandOverRecord:
      return "Giấy giao nhận kết quả";
    case FormKind::PassportRecord:
      return "Biên bản giao nhận hộ chiếu";
  }
  MOTCUA_ASSERT(false);
  return {};
}

}  // namespace

FormSet form_set(Date date) {
  return date >= circular_2025_in_force ? FormSet::Circular2025 : FormSet::Circular2018;
}

Form form_of(FormKind kind, Date date) {
  const FormSet set = form_set(date);
  Form form{number_of(kind, set), title_of(kind, set), {}};
  if (form.number && date >= circular_2018_in_force) {
    form.reference =
        "Mẫu số " + two_digits(*form.number) +
        (set == FormSet::Circular2025 ? " - TT 03/2025/TT-VPCP" : " - TT 01/2018/TT-VPCP");
  }
  return form;
}

}  // namespace motcua::document
