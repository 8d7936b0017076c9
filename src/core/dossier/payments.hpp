// Fees of a dossier: what the office charges of itself, and what a gateway's word does.
//
// Pure. The acts of officers about money are in the table of acts.
#pragma once

#include "dossier/act.hpp"
#include "payment/judgement.hpp"

namespace motcua::dossier {

// What follows by rule from how the dossier now stands, without anybody's act: fees are charged,
// the clock stops for those due before the work, and for any once only the result is left to hand
// over; it runs again once they are paid. Nothing: it is so. [facts-11.2] Charged after it was
// sent, so that no fee delays an application.
std::optional<Event> consequence(const Dossier& dossier, const Facts& facts);

struct OrderTerms {
  std::string gateway;
  minutes lifetime{};
};
// Nothing when an order of the same amount is still open: the applicant goes on with that one.
OrRejection<std::optional<Event>> order_payment(const Dossier& dossier, const OrderTerms& terms,
                                                const Facts& facts);
// Nothing when the notice was counted before.
OrRejection<std::optional<Event>> settle_payment(const Dossier& dossier,
                                                 const payment::Notice& notice);

// A gateway's answer to an ordered refund.
struct RefundAnswer {
  std::string refund;
  bool done = false;
  std::string transaction;
  std::string code;
};
OrRejection<Event> end_refund(const Dossier& dossier, const RefundAnswer& answer);

}  // namespace motcua::dossier
