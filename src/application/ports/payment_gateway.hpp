// A gateway through which applicants pay: where they are sent, what it says of their orders, how it
// is asked, how it gives money back.
//
// The gateway's word is believed only with its signature; what that word does to a dossier the
// ledger judges. Any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/failure.hpp"
#include "base/text.hpp"
#include "payment/judgement.hpp"

namespace motcua::ports {

struct PaymentJourney {  // of the applicant, to the gateway and back
  payment::Order order;
  Language language = Language::Vietnamese;
  std::string payer;      // IP address
  std::string return_to;  // address of the office's page
};

enum class NoticeFault {
  Malformed,  // not what this gateway sends
  Forged,     // its signature is not the gateway's
};

// What a notification is answered with; the gateway repeats those it takes for not delivered.
enum class NoticeVerdict { Confirmed, KnownBefore, OrderUnknown, AmountWrong, Forged, NotTaken };

struct RefundJourney {
  payment::Order order;
  payment::Payment payment;
  payment::Refund refund;
  bool whole = false;  // all of the payment
};
struct RefundReply {
  bool done = false;
  std::string transaction;
  std::string code;
};

class PaymentGateway {
 public:
  virtual ~PaymentGateway() = default;
  virtual std::string_view name() const = 0;  // "vnpay"
  virtual minutes order_lifetime() const = 0;

  virtual std::string payment_address(const PaymentJourney& journey) const = 0;

  // From the query of a notification, or of the applicant's return.
  virtual Result<payment::Notice, NoticeFault> read_notice(std::string_view query) const = 0;
  virtual std::string answer(NoticeVerdict verdict) const = 0;  // JSON

  // How an order ended; nothing while the gateway cannot say. Failures are worth another try.
  virtual OrFailure<std::optional<payment::Notice>> ask(const payment::Order& order,
                                                        Moment now) = 0;
  virtual OrFailure<RefundReply> refund(const RefundJourney& journey, Moment now) = 0;
};

}  // namespace motcua::ports
