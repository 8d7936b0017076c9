// The official forms of the one-stop mechanism and which of them a date asks for.
//
// [TT01-2018] has six forms, [TT03-2025] seven, with other numbers and one other title. Only the
// date decides; a paper printed again later keeps the form of its own date.
#pragma once

#include <optional>
#include <string>

#include "base/moment.hpp"

namespace motcua::document {

enum class FormSet { Circular2018, Circular2025 };

enum class FormKind {
  Receipt,
  SupplementRequest,
  Refusal,
  Apology,
  StopNotice,
  ControlSlip,
  Register,
  // The office's own, of no circular:
  PaymentConfirmation,
  RefundConfirmation,
  HandOverRecord,
  PassportRecord
};

struct Form {
  std::optional<int> number;  // none: no circular of that date has such a form
  std::string title;          // as printed, in sentence case
  std::string reference;      // "Mẫu số 01 - TT 01/2018/TT-VPCP"; empty before 06/01/2019
};

// [TT03-2025] from 15/9/2025 on. Earlier dates take the forms of [TT01-2018], also those before
// that circular came into force (06/01/2019): then a paper follows its layout and does not cite it.
FormSet form_set(Date date);

Form form_of(FormKind kind, Date date);

}  // namespace motcua::document
