#include "payment/judgement.hpp"

#include <algorithm>

namespace motcua::payment {
namespace {

constexpr std::size_t day_digits = 6;
constexpr std::size_t most_digits = 12;

RejectionDetails money(std::string name, Dong amount) {
  return {{std::move(name), write_dong(amount, Language::Vietnamese)}};
}

OrRejection<Nothing> check_new(const Ledger& ledger, std::string_view number) {
  if (ledger.find_payment(number) == nullptr) return Nothing{};
  return reject(number_already_recorded, {{"number", std::string(number)}});
}

bool is_number(std::string_view text) {
  return !text.empty() && text.size() <= most_digits && std::ranges::all_of(text, is_ascii_digit);
}

}  // namespace

OrRejection<Settlement> judge(const Ledger& ledger, const Notice& notice) {
  const auto* order = ledger.find_order(notice.order);
  if (order == nullptr) return reject(order_unknown);
  if (notice.outcome != Outcome::Expired && notice.amount != order->amount) {
    return reject(amount_differs, money("amount", order->amount));
  }
  if (notice.outcome != Outcome::Paid) {
    return order->state == OrderState::Open ? Settlement::Close : Settlement::Known;
  }
  if (const auto* counted = ledger.find_payment(notice.transaction)) {
    if (counted->order == notice.order) return Settlement::Known;
    return reject(transaction_counted_elsewhere);
  }
  if (order->state == OrderState::Paid) return reject(transaction_counted_elsewhere);
  return Settlement::Count;
}

OrRejection<Nothing> check_order(const Ledger& ledger) {
  if (ledger.due() > Dong{}) return Nothing{};
  return reject(nothing_to_pay);
}

OrRejection<Nothing> check_cash(const Ledger& ledger, std::string_view receipt, Dong amount) {
  if (ledger.due() == Dong{}) return reject(nothing_to_pay);
  if (amount <= Dong{} || amount > ledger.due()) {
    return reject(amount_exceeds_due, money("due", ledger.due()));
  }
  return check_new(ledger, receipt);
}

OrRejection<Nothing> check_transfer(const Ledger& ledger, std::string_view reference, Dong amount) {
  if (amount <= Dong{} || amount > largest_amount) {
    return reject(amount_exceeds_due, money("due", ledger.due()));
  }
  return check_new(ledger, reference);
}

OrRejection<Nothing> check_refund(const Ledger& ledger, std::string_view payment, Dong amount) {
  const auto* found = ledger.find_payment(payment);
  if (found == nullptr) return reject(payment_unknown, {{"number", std::string(payment)}});
  const Dong most = ledger.refundable(*found);
  if (amount > Dong{} && amount <= most) return Nothing{};
  return reject(amount_exceeds_payment, money("most", most));
}

OrRejection<Nothing> check_refund_open(const Ledger& ledger, std::string_view refund) {
  const auto* found = ledger.find_refund(refund);
  if (found != nullptr && found->state == RefundState::Ordered) return Nothing{};
  return reject(refund_unknown);
}

std::string order_reference(std::string_view code, std::size_t number) {
  std::string reference;
  const auto sequence = code.rfind('-');
  const auto day = code.rfind('-', sequence - 1);
  reference += code.substr(day + 1, sequence - day - 1);
  reference += code.substr(sequence + 1);
  return reference + "P" + std::to_string(number);
}

std::optional<std::string> code_of_reference(std::string_view reference,
                                             std::string_view code_block) {
  const auto letter = reference.find('P');
  if (letter == std::string_view::npos || letter <= day_digits) return std::nullopt;
  const auto day = reference.substr(0, day_digits);
  const auto sequence = reference.substr(day_digits, letter - day_digits);
  if (!is_number(day) || !is_number(sequence) || !is_number(reference.substr(letter + 1))) {
    return std::nullopt;
  }
  return std::string(code_block) + "-" + std::string(day) + "-" + std::string(sequence);
}

}  // namespace motcua::payment
