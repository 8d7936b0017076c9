#include "commands/payment_duty.hpp"

#include <algorithm>
#include <sstream>

namespace motcua::commands {
namespace {

constexpr std::string_view unsettled_setting = "unsettled-payments";
constexpr minutes first_pause{1};
constexpr minutes longest_pause{16};
// The applicant may press “pay” in an order's last second.
constexpr minutes grace{2};
// A gateway that cannot be reached says nothing for so long: the order is given up, and money that
// still comes counts when it does.
constexpr hours patience{24};
constexpr seconds looking_around{5};

payment::Notice expired(const payment::Order& order) {
  payment::Notice notice;
  notice.order = order.reference;
  notice.amount = order.amount;
  notice.outcome = payment::Outcome::Expired;
  return notice;
}

bool has_refund_to_send(const payment::Ledger& ledger) {
  return std::ranges::any_of(ledger.refunds(), [](const payment::Refund& refund) {
    return refund.state == payment::RefundState::Ordered;
  });
}

}  // namespace

PaymentDuty::~PaymentDuty() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_one();
  if (thread_.joinable()) thread_.join();
}

OrFailure<Nothing> PaymentDuty::load() {
  const auto kept = works_.desk.find_setting(unsettled_setting);
  if (!kept) return Unexpected{kept.error()};
  const std::lock_guard lock(mutex_);
  std::istringstream codes(kept->value_or(""));
  for (std::string code; codes >> code;) watched_[code] = {works_.clock.now(), first_pause};
  return Nothing{};
}

void PaymentDuty::start() {
  thread_ = std::thread([this] { run(); });
}

OrFailure<Nothing> PaymentDuty::watch(const std::string& code) {
  const std::lock_guard lock(mutex_);
  const bool is_new =
      watched_.insert_or_assign(code, Watched{works_.clock.now() + first_pause, first_pause})
          .second;
  changed_.notify_one();
  return is_new ? keep() : Nothing{};
}

void PaymentDuty::take(const std::vector<Changed>& changed) {
  for (const auto& [dossier, figures] : changed) {
    if (has_refund_to_send(dossier->ledger)) (void)watch(dossier->code);  // asked for by hand too
  }
}

OrFailure<Nothing> PaymentDuty::keep() {
  std::string codes;
  for (const auto& [code, watched] : watched_) codes += code + "\n";
  return works_.desk.put_setting(unsettled_setting, codes);
}

OrFailure<Nothing> PaymentDuty::perform(Command command) {
  Request request;
  request.officer.actor = {"gateway", "Cổng thanh toán " + std::string(works_.gateway.name()), ""};
  request.command = std::move(command);
  const auto outcome = works_.registrar.perform(std::move(request));
  if (const auto* failure = std::get_if<Failure>(&outcome)) return Unexpected{*failure};
  return Nothing{};  // a rejection means that somebody else settled it meanwhile
}

OrFailure<PaymentDuty::Rest> PaymentDuty::settle_orders(const dossier::Dossier& dossier) {
  Rest rest = Rest::Settled;
  for (const auto& order : dossier.ledger.orders()) {
    if (order.state != payment::OrderState::Open) continue;
    const Moment now = works_.clock.now();
    const auto told = works_.gateway.ask(order, now);
    if (!told && now < order.expires_at + patience) return Unexpected{told.error()};
    const bool known = told && *told;
    if (!known && now < order.expires_at + grace) {
      rest = Rest::Open;
      continue;
    }
    auto notice = known ? **told : expired(order);
    if (auto done = perform(SettlePayment{dossier.code, std::move(notice)}); !done) {
      return Unexpected{done.error()};
    }
  }
  return rest;
}

OrFailure<PaymentDuty::Rest> PaymentDuty::settle_refunds(const dossier::Dossier& dossier) {
  const auto& ledger = dossier.ledger;
  for (const auto& refund : ledger.refunds()) {
    if (refund.state != payment::RefundState::Ordered) continue;
    const auto* payment = ledger.find_payment(refund.payment);
    const auto* order = payment == nullptr ? nullptr : ledger.find_order(payment->order);
    MOTCUA_ASSERT(order != nullptr);
    const auto reply = works_.gateway.refund(
        {*order, *payment, refund, refund.amount == payment->amount}, works_.clock.now());
    if (!reply) return Unexpected{reply.error()};
    if (auto done = perform(
            EndRefund{dossier.code, {refund.id, reply->done, reply->transaction, reply->code}});
        !done) {
      return Unexpected{done.error()};
    }
  }
  return Rest::Settled;
}

OrFailure<Nothing> PaymentDuty::settle(const std::string& code) {
  const std::lock_guard one_at_a_time(asking_);
  const auto dossier = works_.cache.find(code);
  if (!dossier) return Unexpected{dossier.error()};
  const auto orders = settle_orders(**dossier);
  const auto refunds = settle_refunds(**dossier);
  if (!orders) return Unexpected{orders.error()};
  if (!refunds) return Unexpected{refunds.error()};
  if (*orders == Rest::Open) return Nothing{};
  // Ordered while this was asked: stays watched.
  const auto now = works_.cache.find(code);
  const bool more = now && ((*now)->ledger.open_order(works_.clock.now()) != nullptr ||
                            has_refund_to_send((*now)->ledger));
  const std::lock_guard lock(mutex_);
  if (more || watched_.erase(code) == 0) return Nothing{};
  return keep();
}

std::vector<std::string> PaymentDuty::due() {
  const Moment now = works_.clock.now();
  std::vector<std::string> codes;
  const std::lock_guard lock(mutex_);
  for (auto& [code, watched] : watched_) {
    if (now < watched.next) continue;
    watched.next = now + watched.pause;
    watched.pause = std::min(watched.pause * 2, longest_pause);
    codes.push_back(code);
  }
  return codes;
}

int PaymentDuty::settle_due() {
  const auto codes = due();
  for (const auto& code : codes) (void)settle(code);  // what failed is asked about again
  return static_cast<int>(codes.size());
}

void PaymentDuty::run() {
  for (;;) {
    {
      std::unique_lock lock(mutex_);
      if (watched_.empty()) {
        changed_.wait(lock, [&] { return stopping_ || !watched_.empty(); });
      } else {
        changed_.wait_for(lock, looking_around, [&] { return stopping_; });
      }
      if (stopping_) return;
    }
    settle_due();
  }
}

}  // namespace motcua::commands
