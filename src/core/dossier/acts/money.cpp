// Acts about money: cash and transfers recorded, payments given back.

#include "dossier/acts/rules.hpp"
#include "dossier/payments.hpp"

namespace motcua::dossier::acts {
namespace {

std::string next_refund(const Dossier& dossier) {
  return "H" + std::to_string(dossier.ledger.refunds().size() + 1);
}

}  // namespace

OrRejection<Event> record_cash(const Dossier& dossier, const Input& input, const Facts&) {
  auto checked = dossier.owed() == Dong{}
                     ? OrRejection<Nothing>(reject(payment::nothing_to_pay))
                     : payment::check_cash(dossier.ledger, input.document, *input.amount);
  if (!checked) return Unexpected{checked.error()};
  return Event{CashReceived{input.document, *input.amount, input.note}};
}

OrRejection<Event> record_transfer(const Dossier& dossier, const Input& input, const Facts&) {
  auto checked = payment::check_transfer(dossier.ledger, input.document, *input.amount);
  if (!checked) return Unexpected{checked.error()};
  return Event{TransferRecorded{input.document, *input.amount, input.document_date, input.note}};
}

// What a gateway took goes back through it; what the office took, its people hand back.
OrRejection<Event> refund(const Dossier& dossier, const Input& input, const Facts&) {
  auto checked = payment::check_refund(dossier.ledger, input.payment, *input.amount);
  if (!checked) return Unexpected{checked.error()};
  const std::string id = next_refund(dossier);
  if (dossier.ledger.find_payment(input.payment)->way == payment::Way::Gateway) {
    return Event{RefundOrdered{id, input.payment, *input.amount, input.reason, input.document}};
  }
  return Event{Refunded{id, input.payment, *input.amount, input.reason, input.document, {}}};
}

}  // namespace motcua::dossier::acts
