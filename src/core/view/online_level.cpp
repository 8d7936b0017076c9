#include "view/online_level.hpp"

#include <algorithm>
#include <string>

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

HandedOverBy returned_by(const dossier::Dossier& dossier) {
  const auto& wished = dossier.intake.collect_at;
  if (dossier.result->posting || wished == "post") return HandedOverBy::Post;
  return wished == "online" ? HandedOverBy::Network : HandedOverBy::Counter;
}

// The first hand-over counts: an issued paper is fetched through the network, whatever else is
// collected later.
void read_hand_over(OnlineTrace& trace, const dossier::Dossier& dossier) {
  if (!dossier.result || dossier.result_awaits_payment()) return;
  const auto& issued = dossier.result->issued;
  const auto& returned_at = dossier.result->returned_at;
  if (!issued.empty() && (!returned_at || issued.front().at <= *returned_at)) {
    trace.handed_over = HandedOverBy::Network;
    trace.handed_over_at = issued.front().at;
  } else if (returned_at) {
    trace.handed_over = returned_by(dossier);
    trace.handed_over_at = returned_at;
  }
}

Text words(SentBy way) {
  switch (way) {
    case SentBy::Network:
      return {"Hồ sơ được nộp qua mạng", "Filed through the network"};
    case SentBy::Post:
      return {"Hồ sơ được gửi qua bưu điện", "Sent by post"};
    case SentBy::Counter:
      return {"Hồ sơ được nộp tại quầy", "Handed in at the counter"};
  }
  return {};
}

Text words(PaidBy way) {
  switch (way) {
    case PaidBy::Nothing:
      return {"Không phải nộp tiền", "Nothing was paid"};
    case PaidBy::Network:
      return {"Phí, lệ phí được nộp trực tuyến", "The fee was paid on-line"};
    case PaidBy::Transfer:
      return {"Phí, lệ phí được nộp bằng chuyển khoản", "The fee was paid by bank transfer"};
    case PaidBy::Counter:
      return {"Phí, lệ phí được nộp tại quầy", "The fee was paid at the counter"};
  }
  return {};
}

Text words(HandedOverBy way) {
  switch (way) {
    case HandedOverBy::NotYet:
      return {"Chưa trao kết quả", "The result is not handed over yet"};
    case HandedOverBy::Network:
      return {"Kết quả được trao qua mạng", "The result was handed over through the network"};
    case HandedOverBy::Post:
      return {"Kết quả được gửi qua bưu điện", "The result was sent by post"};
    case HandedOverBy::Counter:
      return {"Kết quả được nhận tại quầy", "The result was collected at the counter"};
  }
  return {};
}

Text asked_again_words(int times) {
  if (times == 0) return {"Không phải bổ sung giấy tờ", "No papers were asked for again"};
  const auto number = std::to_string(times);
  return {"Phải bổ sung giấy tờ " + number + " lần",
          "Papers were asked for again " + number + (times == 1 ? " time" : " times")};
}

Text trips_words(int trips) {
  if (trips == 0) return {"Không phải đến quầy", "No trip to the counter"};
  const auto number = std::to_string(trips);
  return {"Phải đến quầy " + number + " lần",
          number + (trips == 1 ? " trip" : " trips") + " to the counter"};
}

}  // namespace

OnlineTrace online_trace(const dossier::Dossier& dossier) {
  const auto& filer = dossier.intake.filer;
  OnlineTrace trace;
  trace.sent = sent_by(dossier.intake.channel);
  trace.from_account = !filer.account.empty();
  trace.by_mandate = !filer.mandate.empty();
  trace.paid = paid_by(dossier.ledger);
  read_hand_over(trace, dossier);
  trace.trips = int(trace.sent == SentBy::Counter) + int(trace.paid == PaidBy::Counter) +
                int(trace.handed_over == HandedOverBy::Counter);
  trace.asked_again = dossier.supplements_requested;
  return trace;
}

std::optional<int> online_level(const OnlineTrace& trace) {
  if (trace.handed_over == HandedOverBy::NotYet) return std::nullopt;
  if (trace.sent != SentBy::Network) return 2;
  return trace.paid == PaidBy::Counter ? 3 : 4;
}

bool is_whole_way(const OnlineTrace& trace) {
  return trace.handed_over != HandedOverBy::NotYet && trace.sent == SentBy::Network &&
         trace.trips == 0;
}

std::vector<Text> level_reasons(const OnlineTrace& trace) {
  std::vector<Text> reasons{words(trace.sent)};
  const bool over = trace.handed_over != HandedOverBy::NotYet;
  if (over || trace.paid != PaidBy::Nothing) reasons.push_back(words(trace.paid));
  reasons.push_back(asked_again_words(trace.asked_again));
  reasons.push_back(words(trace.handed_over));
  reasons.push_back(trips_words(trace.trips));
  return reasons;
}

}  // namespace motcua::view
