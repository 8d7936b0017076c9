#include "payment/ledger.hpp"

#include <algorithm>
#include <array>

#include "base/assertion.hpp"

namespace motcua::payment {
namespace {

constexpr std::array<std::string_view, 3> way_names{"gateway", "cash", "transfer"};
constexpr std::array<std::string_view, 4> order_names{"open", "paid", "failed", "expired"};
constexpr std::array<std::string_view, 3> refund_names{"ordered", "done", "failed"};

}  // namespace

std::string_view write_way(Way way) { return way_names[static_cast<std::size_t>(way)]; }
std::string_view write_order_state(OrderState state) {
  return order_names[static_cast<std::size_t>(state)];
}
std::string_view write_refund_state(RefundState state) {
  return refund_names[static_cast<std::size_t>(state)];
}

Dong Ledger::paid() const {
  Dong sum;
  for (const auto& payment : payments_) sum = sum + payment.amount;
  return sum;
}

Dong Ledger::refunded() const {
  Dong sum;
  for (const auto& refund : refunds_) {
    if (refund.state != RefundState::Failed) sum = sum + refund.amount;
  }
  return sum;
}

Dong Ledger::due() const { return std::max(Dong{}, charged() - held()); }
Dong Ledger::overpaid() const { return std::max(Dong{}, held() - charged()); }

Dong Ledger::refundable(const Payment& payment) const {
  Dong rest = payment.amount;
  for (const auto& refund : refunds_) {
    const bool counts = refund.state != RefundState::Failed && refund.payment == payment.number;
    if (counts) rest = rest - refund.amount;
  }
  return rest;
}

const Order* Ledger::find_order(std::string_view reference) const {
  const auto found = std::ranges::find(orders_, reference, &Order::reference);
  return found == orders_.end() ? nullptr : &*found;
}

const Order* Ledger::open_order(Moment now) const {
  const auto found = std::ranges::find_if(orders_, [&](const Order& order) {
    return order.state == OrderState::Open && order.amount == due() && now < order.expires_at;
  });
  return found == orders_.end() ? nullptr : &*found;
}

const Payment* Ledger::find_payment(Way way, std::string_view number) const {
  const auto found = std::ranges::find_if(payments_, [&](const Payment& payment) {
    return payment.way == way && payment.number == number;
  });
  return found == payments_.end() ? nullptr : &*found;
}

const Payment* Ledger::find_payment(std::string_view number) const {
  const auto found = std::ranges::find(payments_, number, &Payment::number);
  return found == payments_.end() ? nullptr : &*found;
}

const Refund* Ledger::find_refund(std::string_view id) const {
  const auto found = std::ranges::find(refunds_, id, &Refund::id);
  return found == refunds_.end() ? nullptr : &*found;
}

void Ledger::charge(std::vector<Line> lines) {
  reckoned_ = true;
  lines_ = std::move(lines);
}

void Ledger::order(Order order) {
  MOTCUA_ASSERT(order.amount > Dong{} && find_order(order.reference) == nullptr);
  orders_.push_back(std::move(order));
}

void Ledger::receive(Payment payment) {
  MOTCUA_ASSERT(payment.amount > Dong{} && find_payment(payment.number) == nullptr);
  if (payment.way == Way::Gateway) {
    const auto found = std::ranges::find(orders_, payment.order, &Order::reference);
    MOTCUA_ASSERT(found != orders_.end() && found->state != OrderState::Paid &&
                  found->amount == payment.amount);
    found->state = OrderState::Paid;
  }
  payments_.push_back(std::move(payment));
}

void Ledger::close_order(std::string_view reference, OrderState state, std::string code) {
  const auto found = std::ranges::find(orders_, reference, &Order::reference);
  MOTCUA_ASSERT(found != orders_.end() && found->state == OrderState::Open);
  found->state = state;
  found->code = std::move(code);
}

void Ledger::order_refund(Refund refund) {
  const auto* payment = find_payment(refund.payment);
  MOTCUA_ASSERT(payment != nullptr && refund.amount > Dong{} &&
                refund.amount <= refundable(*payment) && find_refund(refund.id) == nullptr);
  refunds_.push_back(std::move(refund));
}

void Ledger::end_refund(std::string_view id, RefundState state, std::string code) {
  const auto found = std::ranges::find(refunds_, id, &Refund::id);
  MOTCUA_ASSERT(found != refunds_.end() && found->state == RefundState::Ordered);
  found->state = state;
  found->code = std::move(code);
}

}  // namespace motcua::payment
