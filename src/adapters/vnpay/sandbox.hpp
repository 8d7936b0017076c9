// A gateway to try the office with: it keeps what a bank would, checks what the office signs, and
// signs what it answers. For demonstrations and tests; it speaks VNPAY's protocol, so the office
// uses its real adapter against it.
//
// In memory only: it forgets with its program. Any thread.
#pragma once

#include <mutex>
#include <optional>
#include <set>

#include "payment/judgement.hpp"
#include "vnpay/gateway.hpp"

namespace motcua::vnpay {

class Sandbox {
 public:
  explicit Sandbox(Terminal terminal) : terminal_(std::move(terminal)) {}

  struct Visit {  // an applicant at the payment page
    std::string reference;
    Dong amount;
    std::string about;
    std::string return_to;
  };
  // From the query of a payment address. Malformed when it is none, or not signed by the office.
  OrFailure<Visit> visit(std::string_view query);

  struct Told {
    std::string notice;  // the query of the notification, and of his return, signed
    std::string return_to;
  };
  // What the applicant did there.
  // NotFound for an order nobody visited. An order that was decided stays as it was.
  enum class Deed { Pay, Fail };
  OrFailure<Told> decide(std::string_view reference, Deed deed, Moment now);

  // The API's answer to a query or a refund, signed.
  std::string answer_api(std::string_view json_text, Moment now);

 private:
  struct Order {
    Visit visit;
    bool decided = false;
    bool paid = false;
    std::string transaction;
    Moment at{};
    Dong refunded;
    std::set<std::string> refunds;  // what each was about
  };
  Fields told(const Order& order) const;
  std::string_view query_code(const Fields& message) const;
  std::string_view take_refund(const Fields& message);

  Terminal terminal_;
  std::mutex mutex_;
  std::map<std::string, Order, std::less<>> orders_;
  std::int64_t next_transaction_ = 14'000'001;
};

}  // namespace motcua::vnpay
