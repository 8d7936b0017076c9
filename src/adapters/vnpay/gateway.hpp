// VNPAY 2.1.0 as a payment gateway: a signed redirect, signed notifications, a signed API.
//
// Source: the integration guide at sandbox.vnpayment.vn/apis; checked against npm's vnpay. The
// secret is used for signatures only and never written anywhere.
#pragma once

#include <string>

#include "ports/chance.hpp"
#include "ports/payment_gateway.hpp"
#include "vnpay/signing.hpp"

namespace motcua::vnpay {

struct Terminal {
  std::string code;                          // vnp_TmnCode
  std::string secret;                        // of the HMAC
  std::string payment_page;                  // address the applicant is sent to
  std::string api;                           // address of queries and refunds
  minutes lifetime{15};                      // of an order
  std::string office_address = "127.0.0.1";  // IP, told with queries
};

class Gateway : public ports::PaymentGateway {
 public:
  Gateway(Terminal terminal, ports::Chance& chance)
      : terminal_(std::move(terminal)), chance_(chance) {}

  std::string_view name() const override { return "vnpay"; }
  minutes order_lifetime() const override { return terminal_.lifetime; }
  std::string payment_address(const ports::PaymentJourney& journey) const override;
  Result<payment::Notice, ports::NoticeFault> read_notice(std::string_view query) const override;
  std::string answer(ports::NoticeVerdict verdict) const override;
  OrFailure<std::optional<payment::Notice>> ask(const payment::Order& order, Moment now) override;
  OrFailure<ports::RefundReply> refund(const ports::RefundJourney& journey, Moment now) override;

 private:
  Fields request(std::string_view command, const payment::Order& order, Moment now) const;
  // Sends a message and reads the answer, whose signature must be right.
  OrFailure<Fields> call(const Fields& message, FieldOrder answer_order) const;

  Terminal terminal_;
  ports::Chance& chance_;
};

}  // namespace motcua::vnpay
