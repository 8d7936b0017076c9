// Each paper's own layout, not drawn yet; render.hpp is the door to them.
#pragma once

#include "document/slip.hpp"
#include "pdf/render.hpp"
#include "pdf/sheet.hpp"

namespace motcua::pdf {

Sheet set_paper(const document::Receipt& receipt, const Frame& frame);
Sheet set_paper(const document::SupplementRequest& request, const Frame& frame);
Sheet set_paper(const document::Refusal& refusal, const Frame& frame);
Sheet set_paper(const document::Apology& apology, const Frame& frame);
Sheet set_paper(const document::StopNotice& notice, const Frame& frame);
Sheet set_paper(const document::ControlSlip& slip, const Frame& frame);
Sheet set_paper(const document::PaymentConfirmation& paper, const Frame& frame);
Sheet set_paper(const document::HandOverRecord& paper, const Frame& frame);
Sheet set_paper(const document::PassportRecord& paper, const Frame& frame);

}  // namespace motcua::pdf
