#include "queries/payment_slips.hpp"

#include <charconv>

namespace motcua::queries {
namespace {

using dossier::Dossier;

constexpr std::string_view payment_prefix = "payment-";
constexpr std::string_view refund_prefix = "refund-";

// The index behind the prefix; nothing for another name.
std::optional<std::size_t> index_in(std::string_view slip, std::string_view prefix) {
  if (!slip.starts_with(prefix)) return std::nullopt;
  slip.remove_prefix(prefix.size());
  std::size_t counted = 0;
  const auto read = std::from_chars(slip.data(), slip.data() + slip.size(), counted);
  const bool whole = read.ec == std::errc{} && read.ptr == slip.data() + slip.size();
  if (!whole || counted == 0) return std::nullopt;
  return counted - 1;
}

bool is_done(const Dossier& dossier, std::size_t refund) {
  const auto& refunds = dossier.ledger.refunds();
  return refund < refunds.size() && refunds[refund].state == payment::RefundState::Done;
}

struct Then {
  Dossier dossier;
  Moment at{};
  dossier::Actor by;
};

// The dossier right after the record by which `happened` came true.
template <class Happened>
std::optional<Then> as_it_was(const std::vector<ports::StoredRecord>& records, Happened happened) {
  Then then;
  for (const auto& stored : records) {
    apply(then.dossier, stored.record);
    if (!happened(then.dossier)) continue;
    then.at = stored.record.at;
    then.by = stored.record.actor;
    return then;
  }
  return std::nullopt;
}

std::string way_of(const payment::Payment& paid, bool given_back, const Scene& scene) {
  switch (paid.way) {
    case payment::Way::Gateway: {
      const auto* order_bank = paid.bank.empty() ? "" : ", ngân hàng ";
      return (given_back ? "Hoàn qua cổng thanh toán" : "Trực tuyến qua cổng thanh toán") +
             std::string(order_bank) + paid.bank;
    }
    case payment::Way::Cash:
      return "Tiền mặt tại " + unit_name(scene.office, "reception").vi;
    case payment::Way::Transfer:
      return given_back ? "Hoàn khoản đã chuyển qua ngân hàng" : "Chuyển khoản";
  }
  return {};
}

// "170412-0001/XN1"; the mark tells payments (XN) from refunds (HT).
std::string number_of(const Dossier& dossier, std::string_view mark, std::size_t index) {
  return dossier.code.substr(dossier.code.find('-') + 1) + "/" + std::string(mark) +
         std::to_string(index + 1);
}

document::PaymentConfirmation confirmation(const Then& then, const Scene& scene,
                                           const SlipRequest& request) {
  document::PaymentConfirmation paper;
  paper.code = then.dossier.code;
  paper.applicant = printed_applicant(then.dossier.intake.applicant);
  paper.procedure = scene.version.name.vi;
  for (const auto& line : then.dossier.ledger.lines()) {
    const auto* rule = scene.version.find_fee(line.fee);
    paper.fees.push_back(
        {rule == nullptr ? line.fee : rule->name.vi, payment::explain(line).vi});
  }
  paper.at = then.at;
  paper.tracking_address = request.tracking_address;
  return paper;
}

document::Letterhead head_of(const Then& then, const std::string& number, const Scene& scene,
                             const SlipRequest& request) {
  return letterhead(scene.office, date_of(then.at), number, request.demonstration);
}

std::optional<document::Slip> paid(const std::vector<ports::StoredRecord>& records,
                                   std::size_t index, const Scene& scene,
                                   const SlipRequest& request) {
  const auto then = as_it_was(
      records, [&](const Dossier& d) { return d.ledger.payments().size() == index + 1; });
  if (!then) return std::nullopt;
  const auto& payment = then->dossier.ledger.payments()[index];
  auto paper = confirmation(*then, scene, request);
  paper.letterhead = head_of(*then, number_of(then->dossier, "XN", index), scene, request);
  paper.amount = payment.amount;
  paper.way = way_of(payment, false, scene);
  paper.reference = payment.number;
  paper.officer = payment.taken_by;
  return paper;
}

std::optional<document::Slip> given_back(const std::vector<ports::StoredRecord>& records,
                                         std::size_t index, const Scene& scene,
                                         const SlipRequest& request) {
  const auto then = as_it_was(records, [&](const Dossier& d) { return is_done(d, index); });
  if (!then) return std::nullopt;
  const auto& ledger = then->dossier.ledger;
  const auto& refund = ledger.refunds()[index];
  const auto* payment = ledger.find_payment(refund.payment);
  auto paper = confirmation(*then, scene, request);
  paper.letterhead = head_of(*then, number_of(then->dossier, "HT", index), scene, request);
  paper.given_back = true;
  paper.amount = refund.amount;
  paper.way = way_of(*payment, true, scene);
  paper.reference = refund.payment;
  paper.reason = refund.reason + (refund.document.empty() ? "" : ", " + refund.document);
  if (payment->way != payment::Way::Gateway) paper.officer = then->by.name;
  return paper;
}

}  // namespace

std::string payment_slip(std::size_t index) {
  return std::string(payment_prefix) + std::to_string(index + 1);
}

std::string refund_slip(std::size_t index) {
  return std::string(refund_prefix) + std::to_string(index + 1);
}

std::optional<document::Slip> payment_slip_of(const std::vector<ports::StoredRecord>& records,
                                              const Scene& scene, const SlipRequest& request) {
  if (const auto index = index_in(request.slip, payment_prefix)) {
    return paid(records, *index, scene, request);
  }
  if (const auto index = index_in(request.slip, refund_prefix)) {
    return given_back(records, *index, scene, request);
  }
  return std::nullopt;
}

}  // namespace motcua::queries
