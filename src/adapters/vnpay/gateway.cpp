#include "vnpay/gateway.hpp"

#include <array>

#include "base/digest.hpp"
#include "vnpay/api_call.hpp"
#include "vnpay/messages.hpp"

namespace motcua::vnpay {
namespace {

constexpr std::string_view not_completed = "01";       // of a transaction's status
constexpr std::string_view refund_sent_before = "94";  // and is being carried out
constexpr std::string_view asked_too_often = "94";

constexpr std::size_t request_digits = 32;

struct Answer {
  std::string_view code;
  std::string_view message;
};
// In the order of NoticeVerdict.
constexpr std::array<Answer, 6> answers{{{"00", "Confirm Success"},
                                         {"02", "Order already confirmed"},
                                         {"01", "Order not found"},
                                         {"04", "Invalid amount"},
                                         {"97", "Fail checksum"},
                                         {"99", "Unknown error"}}};

// Without marks and signs, as the guide asks.
std::string about(const payment::Order& order) { return "Phi le phi ho so " + order.reference; }

Unexpected<Failure> no_answer(std::string what) {
  return Unexpected{Failure{FailureKind::Unavailable, "vnpay: " + std::move(what), true}};
}

std::string text(const Fields& fields, std::string_view name) {
  return std::string(field(fields, name));
}

// What a query's or notification's fields say; nothing when they do not hold what they must.
std::optional<payment::Notice> notice_of(const Fields& fields) {
  const auto amount = read_amount(field(fields, "vnp_Amount"));
  if (!amount || field(fields, "vnp_TxnRef").empty()) return std::nullopt;
  payment::Notice notice;
  notice.order = text(fields, "vnp_TxnRef");
  notice.transaction = text(fields, "vnp_TransactionNo");
  notice.amount = *amount;
  notice.bank = text(fields, "vnp_BankCode");
  notice.paid_at = read_time(field(fields, "vnp_PayDate"));
  return notice;
}

// Paid is what the gateway says twice, of the act and of the transaction, with a number.
void judge_outcome(payment::Notice& notice, const Fields& fields) {
  const auto response = field(fields, "vnp_ResponseCode");
  const auto status = field(fields, "vnp_TransactionStatus");
  const bool paid = response == success && status == success && !notice.transaction.empty() &&
                    notice.transaction != "0";
  notice.outcome = paid ? payment::Outcome::Paid : payment::Outcome::Failed;
  notice.code = response == success ? status : response;
}

}  // namespace

std::string Gateway::payment_address(const ports::PaymentJourney& journey) const {
  const auto& order = journey.order;
  const Fields fields{{"vnp_Version", std::string(version)},
                      {"vnp_Command", "pay"},
                      {"vnp_TmnCode", terminal_.code},
                      {"vnp_Amount", write_amount(order.amount)},
                      {"vnp_CurrCode", "VND"},
                      {"vnp_TxnRef", order.reference},
                      {"vnp_OrderInfo", about(order)},
                      {"vnp_OrderType", "other"},
                      {"vnp_Locale", journey.language == Language::English ? "en" : "vn"},
                      {"vnp_IpAddr", journey.payer},
                      {"vnp_ReturnUrl", journey.return_to},
                      {"vnp_CreateDate", write_time(order.ordered_at)},
                      {"vnp_ExpireDate", write_time(order.expires_at)}};
  return terminal_.payment_page + "?" + signed_query(fields, terminal_.secret);
}

Result<payment::Notice, ports::NoticeFault> Gateway::read_notice(std::string_view query) const {
  const auto fields = read_query(query);
  if (!fields) return Unexpected{ports::NoticeFault::Malformed};
  if (!is_signed_query(*fields, terminal_.secret) ||
      field(*fields, "vnp_TmnCode") != terminal_.code) {
    return Unexpected{ports::NoticeFault::Forged};
  }
  auto notice = notice_of(*fields);
  if (!notice) return Unexpected{ports::NoticeFault::Malformed};
  judge_outcome(*notice, *fields);
  return std::move(*notice);
}

std::string Gateway::answer(ports::NoticeVerdict verdict) const {
  const auto& answer = answers[static_cast<std::size_t>(verdict)];
  return write_message(
      {{"RspCode", std::string(answer.code)}, {"Message", std::string(answer.message)}});
}

Fields Gateway::request(std::string_view command, const payment::Order& order, Moment now) const {
  return {{"vnp_RequestId", to_hex(sha256(chance_.token(16))).substr(0, request_digits)},
          {"vnp_Version", std::string(version)},
          {"vnp_Command", std::string(command)},
          {"vnp_TmnCode", terminal_.code},
          {"vnp_TxnRef", order.reference},
          {"vnp_OrderInfo", about(order)},
          {"vnp_TransactionDate", write_time(order.ordered_at)},
          {"vnp_CreateDate", write_time(now)},
          {"vnp_IpAddr", terminal_.office_address}};
}

OrFailure<Fields> Gateway::call(const Fields& message, FieldOrder answer_order) const {
  const auto body = post_json(terminal_.api, write_message(message));
  if (!body) return Unexpected{body.error()};
  auto fields = read_message(*body);
  if (!fields) return no_answer(fields.error().what);
  if (!is_signed_message(*fields, answer_order, terminal_.secret)) {
    return no_answer("an answer without the gateway's signature");
  }
  return fields;
}

OrFailure<std::optional<payment::Notice>> Gateway::ask(const payment::Order& order, Moment now) {
  auto message = request("querydr", order, now);
  message[std::string(signature_field)] = sign_message(message, query_order, terminal_.secret);
  const auto fields = call(message, query_answer_order);
  if (!fields) return Unexpected{fields.error()};
  const auto code = field(*fields, "vnp_ResponseCode");
  if (code == not_found || code == asked_too_often) return std::optional<payment::Notice>{};
  if (code != success) return no_answer("a query was answered with " + std::string(code));
  auto notice = notice_of(*fields);
  if (!notice || notice->order != order.reference) return no_answer("an answer to another order");
  if (field(*fields, "vnp_TransactionStatus") == not_completed) {
    return std::optional<payment::Notice>{};
  }
  judge_outcome(*notice, *fields);
  return notice;
}

OrFailure<ports::RefundReply> Gateway::refund(const ports::RefundJourney& journey, Moment now) {
  auto message = request("refund", journey.order, now);
  message["vnp_OrderInfo"] += " hoan tien " + journey.refund.id;
  message["vnp_TransactionType"] = journey.whole ? "02" : "03";
  message["vnp_Amount"] = write_amount(journey.refund.amount);
  message["vnp_TransactionNo"] = journey.payment.number;
  message["vnp_CreateBy"] = fold(journey.refund.ordered_by);
  message[std::string(signature_field)] = sign_message(message, refund_order, terminal_.secret);
  const auto fields = call(message, refund_answer_order);
  if (!fields) return Unexpected{fields.error()};
  const std::string code = text(*fields, "vnp_ResponseCode");
  // Sent before and in progress: our answer to that one was lost.
  const bool done = code == success || code == refund_sent_before;
  return ports::RefundReply{done, text(*fields, "vnp_TransactionNo"), code};
}

}  // namespace motcua::vnpay
