#include "vnpay/sandbox.hpp"

#include "vnpay/messages.hpp"

namespace motcua::vnpay {
namespace {

constexpr std::string_view cancelled = "24";
constexpr std::string_view sent_before = "94";
constexpr std::string_view refused = "95";
constexpr std::string_view forged = "97";

std::string text_of(const Fields& fields, std::string_view name) {
  return std::string(field(fields, name));
}

}  // namespace

OrFailure<Sandbox::Visit> Sandbox::visit(std::string_view query) {
  const auto fields = read_query(query);
  if (!fields || !is_signed_query(*fields, terminal_.secret)) {
    return malformed("the order is not signed by the office");
  }
  const auto amount = read_amount(field(*fields, "vnp_Amount"));
  const bool whole = amount && field(*fields, "vnp_TmnCode") == terminal_.code &&
                     field(*fields, "vnp_Command") == "pay" &&
                     read_time(field(*fields, "vnp_CreateDate"));
  if (!whole) return malformed("the order lacks what it must have");
  Order order;
  order.visit = {text_of(*fields, "vnp_TxnRef"), *amount, text_of(*fields, "vnp_OrderInfo"),
                 text_of(*fields, "vnp_ReturnUrl")};
  const std::lock_guard lock(mutex_);
  return orders_.emplace(order.visit.reference, std::move(order)).first->second.visit;
}

Fields Sandbox::told(const Order& order) const {
  return {{"vnp_TmnCode", terminal_.code},
          {"vnp_TxnRef", order.visit.reference},
          {"vnp_Amount", write_amount(order.visit.amount)},
          {"vnp_OrderInfo", order.visit.about},
          {"vnp_BankCode", "NCB"},
          {"vnp_PayDate", order.decided ? write_time(order.at) : ""},
          {"vnp_TransactionNo", order.paid ? order.transaction : "0"},
          {"vnp_TransactionStatus", !order.decided ? "01"
                                    : order.paid   ? "00"
                                                   : "02"}};
}

OrFailure<Sandbox::Told> Sandbox::decide(std::string_view reference, Deed deed, Moment now) {
  const std::lock_guard lock(mutex_);
  const auto found = orders_.find(reference);
  if (found == orders_.end()) {
    return Unexpected{Failure{FailureKind::NotFound, "nobody came with this order", false}};
  }
  auto& order = found->second;
  if (!order.decided) {
    order.decided = true;
    order.paid = deed == Deed::Pay;
    order.at = now;
    if (order.paid) order.transaction = std::to_string(next_transaction_++);
  }
  Fields fields = told(order);
  fields["vnp_ResponseCode"] = order.paid ? success : cancelled;
  fields["vnp_CardType"] = "ATM";
  return Told{signed_query(fields, terminal_.secret), order.visit.return_to};
}

std::string_view Sandbox::query_code(const Fields& message) const {
  if (!is_signed_message(message, query_order, terminal_.secret)) return forged;
  return orders_.contains(field(message, "vnp_TxnRef")) ? success : not_found;
}

std::string_view Sandbox::take_refund(const Fields& message) {
  if (!is_signed_message(message, refund_order, terminal_.secret)) return forged;
  const auto found = orders_.find(field(message, "vnp_TxnRef"));
  if (found == orders_.end()) return not_found;
  auto& order = found->second;
  const auto amount = read_amount(field(message, "vnp_Amount"));
  const bool may = amount && order.paid &&
                   field(message, "vnp_TransactionNo") == order.transaction &&
                   *amount <= order.visit.amount - order.refunded;
  const auto about = field(message, "vnp_OrderInfo");
  if (order.refunds.contains(std::string(about))) return sent_before;
  if (!may) return refused;
  order.refunds.emplace(about);
  order.refunded = order.refunded + *amount;
  return success;
}

std::string Sandbox::answer_api(std::string_view json_text, Moment now) {
  const auto message = read_message(json_text).ok() ? *read_message(json_text) : Fields{};
  const bool is_refund = field(message, "vnp_Command") == "refund";
  const std::lock_guard lock(mutex_);
  const std::string code(is_refund ? take_refund(message) : query_code(message));
  const auto found = orders_.find(field(message, "vnp_TxnRef"));
  Fields answer = found != orders_.end() && code == success ? told(found->second) : Fields{};
  answer["vnp_ResponseId"] = text_of(message, "vnp_RequestId");
  answer["vnp_Command"] = text_of(message, "vnp_Command");
  answer["vnp_ResponseCode"] = code;
  answer["vnp_Message"] = code == success ? "Success" : "Refused";
  answer["vnp_TmnCode"] = terminal_.code;
  answer["vnp_TxnRef"] = text_of(message, "vnp_TxnRef");
  answer["vnp_TransactionType"] = is_refund ? text_of(message, "vnp_TransactionType") : "01";
  if (is_refund && code == success) {
    answer["vnp_Amount"] = text_of(message, "vnp_Amount");
    answer["vnp_TransactionNo"] = std::to_string(next_transaction_++);
    answer["vnp_PayDate"] = write_time(now);
    answer["vnp_TransactionStatus"] = "05";
  }
  answer[std::string(signature_field)] = sign_message(
      answer, is_refund ? FieldOrder(refund_answer_order) : FieldOrder(query_answer_order),
      terminal_.secret);
  return write_message(answer);
}

}  // namespace motcua::vnpay
