#include "document/slip.hpp"

#include "base/assertion.hpp"

namespace motcua::document {
namespace {

FormKind kind(const Receipt&) { return FormKind::Receipt; }
FormKind kind(const SupplementRequest&) { return FormKind::SupplementRequest; }
FormKind kind(const Refusal&) { return FormKind::Refusal; }
FormKind kind(const Apology&) { return FormKind::Apology; }
FormKind kind(const StopNotice&) { return FormKind::StopNotice; }
FormKind kind(const ControlSlip&) { return FormKind::ControlSlip; }
FormKind kind(const PaymentConfirmation& paper) {
  return paper.given_back ? FormKind::RefundConfirmation : FormKind::PaymentConfirmation;
}
FormKind kind(const HandOverRecord&) { return FormKind::HandOverRecord; }
FormKind kind(const PassportRecord&) { return FormKind::PassportRecord; }

}  // namespace

FormKind kind_of(const Slip& slip) {
  return std::visit([](const auto& paper) { return kind(paper); }, slip);
}

const Letterhead& letterhead_of(const Slip& slip) {
  return std::visit([](const auto& paper) -> const Letterhead& { return paper.letterhead; }, slip);
}

const std::string& code_of(const Slip& slip) {
  return std::visit([](const auto& paper) -> const std::string& { return paper.code; }, slip);
}

Form form_of(const Slip& slip) { return form_of(kind_of(slip), letterhead_of(slip).date); }

std::string name_of(Timeliness timeliness) {
  switch (timeliness) {
    case Timeliness::Early:
      return "Trước hạn";
    case Timeliness::OnTime:
      return "Đúng hạn";
    case Timeliness::Late:
      return "Quá hạn";
  }
  MOTCUA_ASSERT(false);
  return {};
}

std::string label_of(IdentityKind kind) {
  switch (kind) {
    case IdentityKind::CitizenCard:
      return "Số CCCD";
    case IdentityKind::TaxNumber:
      return "Mã số thuế";
    case IdentityKind::OtherPaper:
      return "Số giấy tờ";
  }
  MOTCUA_ASSERT(false);
  return {};
}

}  // namespace motcua::document
