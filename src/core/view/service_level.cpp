#include "view/service_level.hpp"

#include <algorithm>

namespace motcua::view {
namespace {

SentBy sent_by(procedure::Channel channel) {
  if (channel == procedure::Channel::Online) return SentBy::Network;
  return channel == procedure::Channel::Post ? SentBy::Post : SentBy::Counter;
}

PaidBy paid_by(const payment::Ledger& ledger) {
  PaidBy paid = PaidBy::Nothing;
  for (const auto& payment : ledger.payments()) {
    const auto way = payment.way == payment::Way::Cash       ? PaidBy::Counter
                     : payment.way == payment::Way::Transfer ? PaidBy::Transfer
                                                             : PaidBy::Network;
    paid = std::max(paid, way);
  }
  return paid;
}

// An issued paper is fetched through the network, whatever else is collected.
HandedOverBy handed_over_by(const dossier::Dossier& dossier) {
  if (!dossier.result) return HandedOverBy::NotYet;
  if (!dossier.result->issued.empty()) return HandedOverBy::Network;
  if (!dossier.result->returned_at) return HandedOverBy::NotYet;
  if (dossier.intake.collect_at == "post") return HandedOverBy::Post;
  return dossier.intake.collect_at == "online" ? HandedOverBy::Network : HandedOverBy::Counter;
}

}  // namespace

ServiceTrace service_trace(const dossier::Dossier& dossier) {
  const auto& filer = dossier.intake.filer;
  ServiceTrace trace;
  trace.sent = sent_by(dossier.intake.channel);
  trace.from_account = !filer.account.empty();
  trace.by_mandate = !filer.mandate.empty();
  trace.paid = paid_by(dossier.ledger);
  trace.handed_over = handed_over_by(dossier);
  trace.trips = int(trace.sent == SentBy::Counter) + int(trace.paid == PaidBy::Counter) +
                int(trace.handed_over == HandedOverBy::Counter);
  trace.asked_again = dossier.supplements_requested;
  return trace;
}

std::optional<int> service_level(const ServiceTrace& trace) {
  if (trace.handed_over == HandedOverBy::NotYet) return std::nullopt;
  if (trace.sent != SentBy::Network) return 2;
  return trace.paid == PaidBy::Counter ? 3 : 4;
}

bool is_whole_way(const ServiceTrace& trace) {
  return trace.handed_over != HandedOverBy::NotYet && trace.sent == SentBy::Network &&
         trace.trips == 0;
}

}  // namespace motcua::view
