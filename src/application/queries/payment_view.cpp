#include "queries/payment_view.hpp"

#include "queries/json_parts.hpp"
#include "queries/payment_slips.hpp"

namespace motcua::queries {
namespace {

using payment::Ledger;

json::array lines_of(const Ledger& ledger, const procedure::Version& version) {
  json::array list;
  for (const auto& line : ledger.lines()) {
    const auto* rule = version.find_fee(line.fee);
    list.push_back(json::object{{"name", write(rule == nullptr ? Text{line.fee, ""} : rule->name)},
                                {"reckoned", write(payment::explain(line))},
                                {"amount", write(line.amount())},
                                {"basis", rule == nullptr ? "" : rule->basis}});
  }
  return list;
}

Dong given_back(const Ledger& ledger, const payment::Payment& payment) {
  return payment.amount - ledger.refundable(payment);
}

json::array payments_of(const Ledger& ledger, bool for_applicant) {
  json::array list;
  for (const auto& payment : ledger.payments()) {
    json::object entry{{"confirmation", payment_slip(list.size())},
                       {"way", payment::write_way(payment.way)},
                       {"number", payment.number},
                       {"amount", write(payment.amount)},
                       {"given_back", write(given_back(ledger, payment))},
                       {"at", write_moment(payment.at)}};
    if (!payment.bank.empty()) entry["bank"] = payment.bank;
    if (!payment.taken_by.empty() && !for_applicant) entry["taken_by"] = payment.taken_by;
    list.push_back(std::move(entry));
  }
  return list;
}

json::array orders_of(const Ledger& ledger, bool for_applicant) {
  json::array list;
  for (const auto& order : ledger.orders()) {
    if (for_applicant && order.state != payment::OrderState::Open) continue;
    json::object entry{{"order", order.reference},
                       {"amount", write(order.amount)},
                       {"state", payment::write_order_state(order.state)},
                       {"at", write_moment(order.ordered_at)},
                       {"expires_at", write_moment(order.expires_at)}};
    if (!order.code.empty()) entry["code"] = order.code;
    list.push_back(std::move(entry));
  }
  return list;
}

json::array refunds_of(const Ledger& ledger, bool for_applicant) {
  json::array list;
  std::size_t at = 0;
  for (const auto& refund : ledger.refunds()) {
    const auto slip = refund_slip(at++);
    if (for_applicant && refund.state == payment::RefundState::Failed) continue;
    json::object entry{{"amount", write(refund.amount)},
                       {"payment", refund.payment},
                       {"reason", refund.reason},
                       {"document", refund.document},
                       {"state", payment::write_refund_state(refund.state)},
                       {"at", write_moment(refund.ordered_at)}};
    if (refund.state == payment::RefundState::Done) entry["confirmation"] = slip;
    if (!for_applicant) entry["ordered_by"] = refund.ordered_by;
    if (!refund.code.empty()) entry["code"] = refund.code;
    list.push_back(std::move(entry));
  }
  return list;
}

// What the applicant must know at a glance. An order that is open may have been paid a moment ago.
std::string_view state_of(const dossier::Dossier& dossier, Moment now) {
  const auto& ledger = dossier.ledger;
  if (dossier.owed() > Dong{}) return ledger.open_order(now) != nullptr ? "waiting" : "due";
  if (ledger.refunded() > Dong{} && ledger.held() == Dong{}) return "given-back";
  return ledger.paid() > Dong{} ? "paid" : "nothing-due";
}

}  // namespace

json::value write(Dong money) {
  return json::object{{"amount", money.amount}, {"text", write(write_dong(money))}};
}

json::value payment_account(const dossier::Dossier& dossier, const Scene& scene,
                            bool for_applicant) {
  const auto& ledger = dossier.ledger;
  if (!ledger.is_reckoned()) return nullptr;
  return json::object{{"state", state_of(dossier, scene.now)},
                      {"lines", lines_of(ledger, scene.version)},
                      {"charged", write(ledger.charged())},
                      {"paid", write(ledger.paid())},
                      {"refunded", write(ledger.refunded())},
                      {"owed", write(dossier.owed())},
                      {"overpaid", write(ledger.overpaid())},
                      {"payments", payments_of(ledger, for_applicant)},
                      {"orders", orders_of(ledger, for_applicant)},
                      {"refunds", refunds_of(ledger, for_applicant)}};
}

}  // namespace motcua::queries
