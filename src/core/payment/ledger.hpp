// The account of one dossier's fees: the fold of its payment events.
//
// Invariants, kept by the judgements of judgement.hpp and asserted by the fold: one gateway
// transaction, receipt or bank reference counts once; no payment is given back beyond its amount,
// so what the office holds is never negative; what a gateway paid is what its order said.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "payment/reckoning.hpp"

namespace motcua::payment {

enum class Way { Gateway, Cash, Transfer };
std::string_view write_way(Way way);  // "gateway", "cash", "transfer"

enum class OrderState { Open, Paid, Failed, Expired };
std::string_view write_order_state(OrderState state);  // "open", "paid", "failed", "expired"

struct Order {
  std::string reference;  // made by order_reference()
  Dong amount;
  std::string gateway;
  Moment ordered_at{};
  Moment expires_at{};
  OrderState state = OrderState::Open;
  std::string code;  // the gateway's, when it failed
};

struct Payment {
  Way way = Way::Gateway;
  std::string number;  // the gateway's transaction, the receipt's number, the bank's reference
  std::string order;   // of a gateway
  Dong amount;
  std::string bank;
  Moment at{};
  std::string taken_by;  // officer, of cash and transfers
};

enum class RefundState { Ordered, Done, Failed };
std::string_view write_refund_state(RefundState state);  // "ordered", "done", "failed"

struct Refund {
  std::string id;
  std::string payment;  // its number
  Dong amount;
  std::string reason;
  std::string document;
  std::string ordered_by;
  Moment ordered_at{};
  RefundState state = RefundState::Ordered;
  std::string code;  // the gateway's, when it failed
};

class Ledger {
 public:
  bool is_reckoned() const { return reckoned_; }  // also when nothing is charged
  const std::vector<Line>& lines() const { return lines_; }
  const std::vector<Order>& orders() const { return orders_; }
  const std::vector<Payment>& payments() const { return payments_; }
  const std::vector<Refund>& refunds() const { return refunds_; }

  Dong charged() const { return total(lines_); }
  Dong paid() const;
  Dong refunded() const;  // ordered ones included: that money is spoken for
  Dong held() const { return paid() - refunded(); }
  Dong due() const;       // still to pay; never negative
  Dong overpaid() const;  // held beyond what is charged; never negative
  Dong refundable(const Payment& payment) const;

  const Order* find_order(std::string_view reference) const;
  const Order* open_order(Moment now) const;  // of what is due, not yet expired; nullptr: none
  const Payment* find_payment(Way way, std::string_view number) const;
  const Payment* find_payment(std::string_view number) const;
  const Refund* find_refund(std::string_view id) const;

  // The fold. Asserts the invariants above.
  void charge(std::vector<Line> lines);
  void order(Order order);
  void receive(Payment payment);
  void close_order(std::string_view reference, OrderState state, std::string code);
  void order_refund(Refund refund);
  void end_refund(std::string_view id, RefundState state, std::string code);

 private:
  bool reckoned_ = false;
  std::vector<Line> lines_;
  std::vector<Order> orders_;
  std::vector<Payment> payments_;
  std::vector<Refund> refunds_;
};

}  // namespace motcua::payment
